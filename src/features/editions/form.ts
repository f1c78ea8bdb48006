/**
 * Forms of plain fields over settings: described as data, read from what a browser posts, never losing a word.
 * Lists grow, shrink and move by ordinary buttons, so that all of it works without JavaScript.
 */
type Named = { name: string; label: string; help?: string };
export type Option = { value: string; label: string };

export type FormField =
  | (Named & {
      kind: 'line' | 'text' | 'day' | 'time' | 'email' | 'colour';
      required?: boolean;
      rows?: number;
      limit?: number;
    })
  /** `unit` multiplies what is typed: 100 with 1048576 is 100 MiB. */
  | (Named & { kind: 'number'; required?: boolean; unit?: number })
  | (Named & { kind: 'yes' })
  | (Named & { kind: 'pick'; options: Option[]; required?: boolean })
  | (Named & { kind: 'picks'; options: Option[] })
  | (Named & { kind: 'lines' })
  /** A short name for addresses and references, kept once given; made from another field at first. */
  | { kind: 'key'; name: string; from: string }
  /** With `mark`, the group is left out while these fields are empty. */
  | (Named & { kind: 'group'; fields: FormField[]; mark?: string[] })
  | (Named & { kind: 'list'; item: string; fields: FormField[] });

export type FormValue = Record<string, unknown>;
/** The part of FormData that is needed; files are left to others. */
export type Posted = Iterable<[string, unknown]>;

export function readForm(fields: FormField[], posted: Posted): FormValue {
  const given = new Map<string, string[]>();
  for (const [name, text] of posted) {
    if (typeof text !== 'string') continue;
    given.set(name, [...(given.get(name) ?? []), text.replaceAll('\r\n', '\n')]);
  }
  return readGroup(fields, given, '');
}

/** What a button asks of the lists: `add:rooms`, `remove:rooms.2`, `up:rooms.2`, `down:rooms.2`. */
export function actOn(value: FormValue, act: string): FormValue {
  const [verb, path = ''] = act.split(':');
  const steps = path.split('.');
  const copy = structuredClone(value);
  const at = verb === 'add' ? -1 : Number(steps.pop());
  let list: unknown = copy;
  for (const step of steps.slice(0, -1)) list = isOwn(list, step) ? list[step] : undefined;
  const name = steps.at(-1)!;
  if (typeof list !== 'object' || list === null || name in Object.prototype) return value;
  const owner = list as FormValue;
  const items = Array.isArray(owner[name]) ? owner[name] : (owner[name] = []);
  if (verb === 'add') items.push({});
  else if (verb === 'remove') items.splice(at, 1);
  else if (verb === 'up' && at > 0) items.splice(at - 1, 0, ...items.splice(at, 1));
  else if (verb === 'down' && at < items.length - 1) items.splice(at + 1, 0, ...items.splice(at, 1));
  return copy;
}

/** Paths come from a browser: nothing inherited is ever walked into. */
function isOwn(value: unknown, name: string): value is FormValue {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name);
}

function readGroup(fields: FormField[], given: Map<string, string[]>, path: string): FormValue {
  const value: FormValue = {};
  for (const field of fields) {
    const read = readField(field, given, `${path}${field.name}`);
    if (read !== undefined) value[field.name] = read;
  }
  for (const field of fields) {
    if (field.kind === 'key' && !value[field.name])
      value[field.name] = shortName(String(value[field.from] ?? ''));
  }
  return value;
}

function readField(field: FormField, given: Map<string, string[]>, path: string): unknown {
  const text = given.get(path)?.[0] ?? '';
  switch (field.kind) {
    case 'yes':
      return text === 'yes';
    case 'picks':
      return (given.get(path) ?? []).filter(Boolean);
    case 'lines':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    case 'number':
      return readNumber(text.trim(), field.unit ?? 1);
    case 'day':
    case 'pick':
      return text === '' && !field.required ? undefined : text;
    case 'group': {
      const group = readGroup(field.fields, given, `${path}.`);
      return field.mark?.every((name) => isEmpty(group[name])) ? undefined : group;
    }
    case 'list':
      return readList(field, given, path);
    default:
      return text;
  }
}

function readList(
  field: FormField & { kind: 'list' },
  given: Map<string, string[]>,
  path: string,
): FormValue[] {
  const found = new Set<number>();
  for (const name of given.keys()) {
    const at = name.startsWith(`${path}.`) ? /^\d{1,4}(?=\.)/.exec(name.slice(path.length + 1)) : null;
    if (at) found.add(Number(at[0]));
  }
  const items = [...found]
    .sort((a, b) => a - b)
    .map((at) => readGroup(field.fields, given, `${path}.${at}.`));
  const key = field.fields.find((inner) => inner.kind === 'key');
  return key ? withOwnKeys(items, key) : items;
}

/** A new item whose short name is taken gets a number; those that were there keep theirs. */
function withOwnKeys(items: FormValue[], { name: key, from }: { name: string; from: string }): FormValue[] {
  const taken = new Set<unknown>();
  return items.map((item, at) => {
    if (!item[key] && !item[from]) return item;
    const wanted = String(item[key] || `item-${at + 1}`);
    let own = wanted;
    for (let more = 2; taken.has(own); more++) own = `${wanted.slice(0, 58)}-${more}`;
    taken.add(own);
    return { ...item, [key]: own };
  });
}

/** What is no number stays as typed, so that the form can show it beside the sentence about it. */
function readNumber(text: string, unit: number): unknown {
  if (text === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? Math.round(number * unit * 1000) / 1000 : text;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  );
}

/** `Der große Saal` as `der-grosse-saal`; empty where a script has no Latin letters. */
export function shortName(text: string): string {
  const plain = text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('ł', 'l');
  const latin = plain.normalize('NFKD').replace(/\p{M}+/gu, '');
  return latin
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** What an action of a settings page gave back: the value as typed, and what was wrong with it. */
export function typedIn(form: unknown): {
  value?: FormValue;
  reason?: string;
  sentence?: string;
  problems: Record<string, string>;
  preview: boolean;
} {
  const given = (form ?? {}) as FormValue & { values?: FormValue };
  const typed = { ...given, ...given.values };
  return {
    value: typed.typed as FormValue | undefined,
    reason: typed.reason as string | undefined,
    sentence: given.sentence as string | undefined,
    problems: (given.fields ?? {}) as Record<string, string>,
    preview: given.preview === true,
  };
}
