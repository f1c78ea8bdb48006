/** What a form action would be sent: the fields its page's forms really have, and those its code asks for. */
import { text } from '../house/source.ts';

/** Pairs, in the order of the page; a name may come twice. */
export type Pairs = [name: string, value: string][];

/** The fields of the form that leads to `action` on a served page, as a browser would send them untouched. */
export function formsOf(html: string, action: string): Pairs {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .map(([, head, inner]) => ({ head: attributes(head!), inner: inner! }))
    .filter(({ head }) => head.method?.toLowerCase() === 'post');
  const named = action === 'default' ? '' : `?/${action}`;
  const mine = forms.filter(
    ({ head, inner }) =>
      (head.action ?? '').endsWith(named) || (named !== '' && inner.includes(`formaction="${named}"`)),
  );
  const pairs = mine.flatMap(({ inner }) => controls(inner));
  const apart = [...html.matchAll(/<(?:input|textarea|select)\b[^>]*\sform="[^"]*"[^>]*>/g)].map(
    ([tag]) => tag,
  );
  return once([...pairs, ...apart.flatMap(controls)]);
}

/** The names that the code of a route reads out of what was posted: also those that only scripts fill in. */
export function namesAskedBy(file: string): string[] {
  const found = text(file).matchAll(
    /\b(?:field|word|text|data\.get|data\.getAll|form\.get|form\.getAll|posted\.get|posted\.has|formData\(\)\)\.get)\((?:data, )?'([^']+)'/g,
  );
  return [...new Set([...found].map((match) => match[1]!))];
}

/** The names that code anywhere reads out of a query. */
export const queryNames = (file: string) =>
  [...text(file).matchAll(/(?:searchParams|query)\.(?:get|getAll|has)\('([^']+)'/g)].map(
    (match) => match[1]!,
  );

function controls(html: string): Pairs {
  const pairs: Pairs = [];
  for (const [, tag, head, inner = ''] of html
    .matchAll(/<(input|button)\b([^>]*)>|<(?:textarea|select)\b([^>]*)>([\s\S]*?)<\/(?:textarea|select)>/g)
    .map((match) => [match[0], match[1], match[2] ?? match[3], match[4]] as const)) {
    const { name, value, type } = attributes(head!);
    if (!name || type === 'file') continue;
    if (tag) pairs.push([name, value ?? (type === 'checkbox' ? 'on' : '')]);
    else pairs.push([name, chosen(inner) ?? decode(inner)]);
  }
  return pairs;
}

function chosen(inner: string): string | null {
  const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, head]) => attributes(head!));
  return (options.find((option) => 'selected' in option) ?? options.at(-1))?.value ?? null;
}

function attributes(head: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value = ''] of head.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) found[name!] = decode(value);
  return found;
}

const decode = (value: string) =>
  value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** A name is kept with its first value: a radio button is one choice, not all of them. */
function once(pairs: Pairs): Pairs {
  return [...new Map(pairs.toReversed())].toReversed();
}
