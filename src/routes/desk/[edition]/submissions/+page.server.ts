import { list } from '#app/features/submissions/operations.server.ts';
import { leanRows } from '#app/features/submissions/table-rows.ts';
import { abouts, readTable, wantedOf } from '#app/features/submissions/table.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, url, parent }) => {
  const { edition } = await parent();
  const table = readTable(url.searchParams);
  const found = await answered(() => list(locals.context, { editionId: edition.id, ...wantedOf(table) }));
  const { rows, total, page, pages, calls } = found;
  return {
    title: 'Submissions',
    table,
    rows: leanRows(rows, table.columns, calls, edition.zone),
    total,
    page,
    pages,
    calls: calls.map(({ key, settings }) => ({ value: key, label: settings.title })),
    abouts: abouts(calls),
  };
};
