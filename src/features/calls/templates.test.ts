import { expect, it } from 'vitest';
import * as v from 'valibot';
import { callSchema } from './settings.ts';
import { fromTemplate, templates } from './templates.ts';

const deadline = { date: '2027-05-01', time: '23:59', zone: 'aoe' };

/** Fields that hold words for people, each word with where it stands. */
function wordsOf(thing: unknown, path = ''): [string, string][] {
  const forPeople = /(title|summary|text|label|help|group|registration|judgedOn\.\d+|ifAccepted\.\d+)$/;
  if (typeof thing === 'string') return forPeople.test(path) ? [[path, thing]] : [];
  if (typeof thing !== 'object' || thing === null) return [];
  return Object.entries(thing).flatMap(([key, one]) => wordsOf(one, path ? `${path}.${key}` : key));
}
const shapeOf = (thing: unknown) =>
  JSON.stringify(thing, (key, one) =>
    typeof one === 'string' && !['key', 'type', 'means', 'kind'].includes(key) ? '' : one,
  );

it('begins in French with the same questions, limits and rules as in English, and not one English sentence', () => {
  const pairs = [
    [templates['papers-and-works'], templates['articles-et-oeuvres']],
    [templates.papers, templates.articles],
  ] as const;
  for (const [english, french] of pairs) {
    expect(french.calls.map(shapeOf)).toEqual(english.calls.map(shapeOf));
    const known = new Map(wordsOf(english.calls));
    // Words that both languages share.
    const same = ['Image', 'Installation', 'Performance', 'Violence'];
    expect(
      wordsOf(french.calls).filter(([path, words]) => known.get(path) === words && !same.includes(words)),
    ).toEqual([]);
    const paragraphs = wordsOf(french.calls).flatMap(([, words]) => words.split('\n\n'));
    expect(paragraphs.filter((one) => / (the|of|is|are|we) /i.test(one))).toEqual([]);
  }
});

it('gives calls that may stand as they are once a deadline is known, in every template', () => {
  const made = Object.values(templates).flatMap(({ calls }) =>
    calls.map((call) => v.safeParse(callSchema, fromTemplate(call, { deadline })).success),
  );
  expect(made).toEqual([true, true, true, true, true, true]);
});
