/**
 * Which words of settings are for readers, and so can be said in other languages. Owns the walk over them: each text
 * has a path that stays when things are moved (`about.tagline`, `pages.conduct.title`). Leaves out names of people.
 */
import type { EditionSettings } from './settings.ts';

/** `text`: one line or paragraph · `lines`: a list of them · a list of things with a key, a slug or an address. */
export type Shape = 'text' | 'lines' | { each: Shape } | { [name: string]: Shape };

const label = { label: 'text' } as const;

export const editionShape = {
  about: {
    name: 'text',
    tagline: 'text',
    host: 'text',
    summary: 'text',
    includes: 'lines',
    notice: 'text',
    follow: { each: label },
  },
  dates: { each: { what: 'text', note: 'text' } },
  places: {
    each: {
      name: 'text',
      address: 'text',
      directions: 'text',
      access: 'text',
      rooms: { each: { name: 'text', level: 'text' } },
    },
  },
  people: {
    each: { field: 'text', affiliation: 'text', bio: 'text', photoCredit: 'text', links: { each: label } },
  },
  programme: {
    note: 'text',
    sessions: { each: { title: 'text', summary: 'text', materials: { each: label } } },
  },
  roundtables: { each: { title: 'text', summary: 'text' } },
  pages: { each: { title: 'text', body: 'text' } },
  news: { each: { title: 'text', body: 'text' } },
} as const satisfies Shape & Partial<Record<keyof EditionSettings, Shape>>;

export interface Text {
  path: string;
  text: string;
}

/** The same value with each text as `say` has it. What is empty is no text. */
export function withTexts<T>(
  value: T,
  shape: Shape,
  say: (text: string, path: string) => string,
  path = '',
): T {
  const below = (name: string) => (path ? `${path}.${name}` : name);
  if (shape === 'text')
    return (typeof value === 'string' && value.trim() !== '' ? say(value, path) : value) as T;
  if (Array.isArray(value)) {
    const each = shape === 'lines' ? 'text' : (shape.each as Shape);
    return value.map((one, at) =>
      withTexts(one, each, say, below(shape === 'lines' ? `${at + 1}` : keyOf(one))),
    ) as T;
  }
  if (typeof value !== 'object' || value === null || shape === 'lines') return value;
  const told = Object.entries(shape).flatMap(([name, inner]) =>
    Object.hasOwn(value, name)
      ? [[name, withTexts((value as Record<string, unknown>)[name], inner as Shape, say, below(name))]]
      : [],
  );
  return { ...value, ...Object.fromEntries(told) };
}

/** Every text in the order of its document, each path once. */
export function textsIn(value: unknown, shape: Shape, path = ''): Text[] {
  const found = new Map<string, string>();
  withTexts(value, shape, (text, at) => (found.set(at, text), text), path);
  return [...found].map(([at, text]) => ({ path: at, text }));
}

const keyOf = (thing: unknown) => {
  const { key, slug, url } = thing as Record<string, string | undefined>;
  return key ?? slug ?? url ?? '';
};
