/**
 * What the crawl fills into addresses, and which addresses it leaves to tests of their own, with the reason.
 * A route whose parameters have no row here fails the build: nobody adds a page that the crawl does not visit.
 */
import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import type { Route } from '../house/routes.ts';

/** Every value each parameter can have in this world, over all tables: also what the viewer does not own. */
export async function fillings(db: Db): Promise<Record<string, string[]>> {
  const list = async (query: string) =>
    (await sql.raw<{ value: string }>(`${query} order by 1`).execute(db)).rows.map(({ value }) => value);
  const nothing = '0'.repeat(24);
  return {
    edition: [...(await list('select slug as value from edition'))],
    call: [...(await list('select key as value from call'))],
    id: [
      ...(await list('select id as value from submission')),
      ...(await list('select id as value from enquiry')),
      nothing,
    ],
    submission: [...(await list('select id as value from submission')), nothing],
    file: [...(await list('select id as value from submission_file')), nothing],
    receipt: [...(await list('select receipt as value from submission_version')), nothing],
    version: ['1', '2'],
    section: ['about', 'dates', 'places', 'people', 'programme', 'roundtables', 'pages', 'news'],
    person: [...(await list('select id as value from person')), nothing],
    contributor: [...(await list('select id as value from contributor')), nothing],
    grant: [...(await list('select id as value from rights_grant')), nothing],
    // A mailing has the address of a letter; those that it sent do not.
    letter: [...(await list('select id as value from mailing')), nothing],
    upload: [...(await list('select id as value from upload')), nothing],
    number: ['1', '2'],
    secret: ['no-such-secret'],
    token: ['no-such-secret'],
    address: [
      '2024/dates.html',
      '2024/no-such-page',
      '2024/another-secret.html',
      '2024/works/another-secret.html',
    ],
    step: ['name', 'dates', 'places', 'people', 'calls', 'look'],
    key: ['no-such-key'],
    picture: [...(await list('select key as value from site_picture')), 'no-such-picture'],
    part: ['text', 'dates', 'choices', 'questions', 'agreements', 'limits', 'no-such-part'],
  };
}

/** The addresses of a route with every filling; undefined when a parameter has no row. */
export function addressesOf(
  route: Pick<Route, 'path' | 'params'>,
  values: Record<string, string[]>,
): string[] | undefined {
  let addresses = [route.path];
  for (const param of route.params) {
    const options = values[param];
    if (!options) return undefined;
    addresses = addresses.flatMap((address) =>
      options.map((value) =>
        address.replace(new RegExp(`\\[\\[?(\\.\\.\\.)?${param}(=\\w+)?\\]?\\]`), value),
      ),
    );
  }
  return addresses;
}
