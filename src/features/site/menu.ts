/**
 * The menu of an edition, as its organizers ordered it. Owns how their order meets the pages there are: what they list
 * comes first, a page that is gone is passed over, one that is new stands where it usually does.
 */
import type { EditionSettings } from '#app/features/editions/settings.ts';

export type Entry = [place: string, label: string];
type Wish = NonNullable<EditionSettings['about']['menu']>[number];

/** `calls` stands for all calls together, but for those that are listed themselves. */
export function menuAsWished(usual: Entry[], wishes: Wish[] = []): Entry[] {
  const listed = new Set(wishes.map(({ key }) => key));
  const meant = ({ key }: Wish) =>
    usual.filter(
      ([place]) => place === key || (key === 'calls' && place.startsWith('calls/') && !listed.has(place)),
    );
  const first = wishes.flatMap((wish) => {
    const entries = wish.hidden ? [] : meant(wish);
    return wish.label && entries.length === 1 ? [[entries[0]![0], wish.label] as Entry] : entries;
  });
  const told = new Set([...wishes.flatMap(meant), ...first].map(([place]) => place));
  return [...new Map([...first, ...usual.filter(([place]) => !told.has(place))])];
}
