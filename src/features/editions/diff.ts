/**
 * What changes between two versions of settings, as rows a person can read. Lists of things with a key are
 * compared thing by thing, so that a moved item is not told as removed and added.
 */
export interface Change {
  /** Where, in words: `Places › The Hall › Rooms › Room 2`. */
  where: string;
  before: string | null;
  after: string | null;
}

type Thing = Record<string, unknown>;

export function diffSettings(before: unknown, after: unknown, where: string[] = []): Change[] {
  if (same(before, after)) return [];
  if (isKeyed(before, after)) return diffLists(asList(before), asList(after), where);
  if (isThing(before) && isThing(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      diffSettings(before[key], after[key], [...where, sayKey(key)]),
    );
  }
  return [{ where: where.join(' › '), before: say(before), after: say(after) }];
}

function diffLists(before: Thing[], after: Thing[], where: string[]): Change[] {
  const byKey = new Map(after.map((item) => [keyOf(item), item]));
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const removed = before
    .filter((item) => !byKey.has(keyOf(item)))
    .map((item) => ({ where: path(where, item), before: say(item), after: null }));
  const rest = after.flatMap((item) => {
    const was = old.get(keyOf(item));
    return was
      ? diffSettings(was, item, [...where, titleOf(item)])
      : [{ where: path(where, item), before: null, after: say(item) }];
  });
  const order = (items: Thing[], others: Map<unknown, Thing>) =>
    items.filter((item) => others.has(keyOf(item)));
  const [a, b] = [order(before, byKey), order(after, old)];
  const moved = !same(a.map(keyOf), b.map(keyOf));
  const told = moved ? [{ where: path(where, { title: 'Order' }), before: titles(a), after: titles(b) }] : [];
  return [...removed, ...rest, ...told];
}

const names: Record<string, string> = {
  looksFor: 'Looks for',
  judgedOn: 'Judged on',
  ifAccepted: 'If accepted',
  graceMinutes: 'Grace in minutes',
  decisionsOn: 'Decisions on',
  filesDeletedOn: 'Files deleted on',
  contactEmail: 'Contact address',
  maxLength: 'At most (characters)',
  maxBytes: 'At most (bytes)',
  maxBodyPages: 'Pages of body',
  photoCredit: 'Photo credit',
  whitePaper: 'White paper',
  upTo: 'Up to',
  alt: 'What it shows',
  altText: 'What it shows',
  when: 'Shown when',
};

/** `graceMinutes` as people would say it. */
export function sayKey(key: string): string {
  const plain = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return names[key] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

function say(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(say).filter(Boolean).join('\n');
  if (isMoment(value)) return `${value.date}, ${value.time} ${value.zone}`;
  if (isThing(value)) {
    const parts = Object.entries(value).map(([key, part]) => [sayKey(key), say(part)] as const);
    return parts
      .filter(([, part]) => part !== null)
      .map(([key, part]) => `${key}: ${part}`)
      .join('\n');
  }
  return String(value);
}

function isMoment(value: unknown): value is { date: string; time: string; zone: string } {
  return isThing(value) && Object.keys(value).sort().join() === 'date,time,zone';
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Two lists, one of them perhaps absent, in which every item is a thing with a key of its own. */
function isKeyed(before: unknown, after: unknown): boolean {
  const items = [...asList(before), ...asList(after)];
  const lists = [before, after].every((value) => value === undefined || Array.isArray(value));
  return lists && items.length > 0 && items.every((item) => isThing(item) && keyOf(item) !== undefined);
}

const asList = (value: unknown) => (Array.isArray(value) ? (value as Thing[]) : []);
const keyOf = (item: Thing) => item.key ?? item.slug ?? item.url;
const titleOf = (item: Thing) => String(item.name ?? item.title ?? item.label ?? item.what ?? keyOf(item));
const titles = (items: Thing[]) => items.map(titleOf).join('\n');
const path = (where: string[], item: Thing) => [...where, titleOf(item)].join(' › ');
const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isThing(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .filter((key) => value[key] !== undefined)
      .map((key) => [key, sorted(value[key])]),
  );
}
