/**
 * The organizers' table as its address says it: filters, order, page and columns, all in the query. Promises that
 * an address made here reads back as the same table. Leaves out who may see which row.
 */
import { sayChoice } from './draft.ts';
import { stateWords, type State } from './submission.ts';
import type { CallSettings } from '#app/features/calls/settings.ts';

export const columns = [
  { key: 'people', label: 'People', sort: 'person' },
  { key: 'call', label: 'Call', sort: 'call' },
  { key: 'kinds', label: 'Kind or form', sort: null },
  { key: 'topics', label: 'Topics', sort: null },
  { key: 'state', label: 'Status', sort: 'state' },
  { key: 'submitted', label: 'Received', sort: 'submitted' },
  { key: 'changed', label: 'Last change', sort: 'changed' },
  { key: 'begun', label: 'Begun', sort: 'begun' },
  { key: 'files', label: 'Files', sort: null },
  { key: 'receipt', label: 'Receipt', sort: null },
  { key: 'needs', label: 'Needs you', sort: null },
] as const;
export type Column = (typeof columns)[number]['key'];

const usual: Column[] = ['people', 'call', 'state', 'submitted', 'needs'];

export const states = [
  { value: '', label: 'Any status' },
  { value: 'in', label: 'Received' },
  ...(Object.keys(stateWords) as State[]).map((value) => ({
    value: value as string,
    label: stateWords[value].word,
  })),
];

export interface TableAddress {
  q: string;
  call: string;
  state: string;
  /** A kind (`kind:film`) or a topic (`topic:law`), of whichever call. */
  about: string;
  issues: boolean;
  cleared: boolean;
  waiting: boolean;
  sort: string;
  backwards: boolean;
  page: number;
  columns: Column[];
}

export function readTable(query: URLSearchParams): TableAddress {
  const sort = query.get('sort') ?? '';
  const asked = query.getAll('columns').flatMap((text) => text.split(','));
  return {
    q: query.get('q')?.trim() ?? '',
    call: query.get('call') ?? '',
    state: query.get('state') ?? '',
    about: query.get('about') ?? '',
    issues: query.has('issues'),
    cleared: query.has('cleared'),
    waiting: query.has('waiting'),
    sort: sort.replace(/^-/, '') || 'changed',
    backwards: sort.startsWith('-'),
    page: pageOf(query),
    columns: query.has('columns')
      ? columns.map(({ key }) => key).filter((key) => asked.includes(key))
      : usual,
  };
}

/** Whatever is no page is the first. */
export const pageOf = (query: URLSearchParams) =>
  Math.max(1, Math.floor(Number(query.get('page') ?? 1)) || 1);

/** The address as pairs; what is as usual is left out. */
export function pairsOf({ page, ...table }: TableAddress): [string, string][] {
  const shown = table.columns.join(',');
  const pairs: [string, string | false][] = [
    ['q', table.q],
    ['call', table.call],
    ['state', table.state],
    ['about', table.about],
    ['issues', table.issues && '1'],
    ['cleared', table.cleared && '1'],
    ['waiting', table.waiting && '1'],
    ['sort', (table.backwards || table.sort !== 'changed') && (table.backwards ? '-' : '') + table.sort],
    ['columns', shown !== usual.join(',') && shown],
    ['page', page > 1 && String(page)],
  ];
  // No columns at all is a choice too.
  return pairs.filter(
    (pair): pair is [string, string] => Boolean(pair[1]) || (pair[0] === 'columns' && shown === ''),
  );
}

export function addressOf(table: TableAddress, change: Partial<TableAddress> = {}): string {
  return `?${new URLSearchParams(pairsOf({ ...table, page: 1, ...change }).map(([key, value]) => [key, value || '']))}`;
}

/** What the address asks for, in the words of `submissions.list`. */
export function wantedOf({ about, columns: _columns, ...table }: TableAddress) {
  const [part, key = ''] = about.split(/:(.*)/s);
  return {
    ...table,
    kind: part === 'kind' ? key : '',
    topic: part === 'topic' ? key : '',
  } as TableAddress & {
    kind: string;
    topic: string;
    state: '';
    sort: 'changed';
  };
}

/** What one may filter by beside call and status: kinds and topics of all calls, each once. */
export function abouts(calls: { settings: CallSettings }[]): { value: string; label: string }[] {
  const found = new Map<string, string>();
  for (const { settings } of calls) {
    for (const { key, label } of settings.kinds?.options ?? []) found.set(`kind:${key}`, label);
    if (settings.kinds?.other) found.set('kind:other', 'Another kind or form');
    for (const { key, label } of settings.topics?.options ?? []) found.set(`topic:${key}`, label);
    if (settings.topics?.other) found.set('topic:other', 'Another topic');
  }
  return [...found].map(([value, label]) => ({ value, label }));
}

export const labelsOf = (options: readonly { key: string; label: string }[] | undefined, chosen: string[]) =>
  chosen.map((one) => sayChoice(options ?? [], one));

/** Which submissions an act is for: those ticked, or everything that matches. None ticked is null. */
export function selectionOf(query: URLSearchParams): { everything: boolean; ids: string[] } {
  return { everything: query.has('everything'), ids: [...new Set(query.getAll('id'))] };
}

/** What a file is to hold: those ticked; else everything the address asks for. */
export function askedFor(query: URLSearchParams) {
  const { everything, ids } = selectionOf(query);
  return { ...wantedOf(readTable(query)), page: 1, ids: everything || ids.length === 0 ? null : ids };
}
