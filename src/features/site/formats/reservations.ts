/**
 * Where on the site which preference holds, from the most particular place to the whole: the one list that robots.txt,
 * tdmrep.json and the licence are written from. A place is named only where a channel has something else to say of it.
 */
import { pageOf, type CitedIn } from '#app/features/works/citing/addresses.ts';
import type { Preference } from '#app/features/works/preference.ts';
import type { PublicRecord } from '#app/features/works/record.ts';

export interface Reserved {
  base: string;
  /** Of all that is not a paper or a work: the organizers' own pages. */
  site: Preference;
  editions: { at: CitedIn; records: PublicRecord[] }[];
}

export interface Reservation {
  /** As robots.txt writes paths: `$` ends one, otherwise it is a beginning. */
  path: string;
  preference: Preference;
}

/** `says` is what the channel says of a preference. */
export function reservations(
  { base, site, editions }: Reserved,
  says: (preference: Preference) => unknown = (preference) => preference,
): Reservation[] {
  const origin = new URL(base).origin;
  const own = editions.flatMap(({ at, records }) =>
    records
      .filter(({ rights, tombstone }) => !tombstone && differ(says(rights.preference), says(site)))
      .flatMap((record) => {
        const page = pageOf(record, at).slice(origin.length);
        // A bare beginning would also catch the neighbour whose name goes on: low-tide and low-tide-two.
        const paths = [
          `${page}/`,
          `${page}.html$`,
          `${page}$`,
          ...(record.kind === 'paper' ? [`${page}.pdf$`] : []),
        ];
        return paths.map((path) => ({ path, preference: record.rights.preference }));
      }),
  );
  return [...own, { path: `${base.slice(origin.length)}/`, preference: site }];
}

const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
