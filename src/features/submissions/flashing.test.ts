import { describe, expect, it } from 'vitest';
import { questionSchema } from '#app/features/calls/settings.ts';
import * as v from 'valibot';
import type { Answers } from './draft.ts';
import { unsaidFlashing } from './flashing.ts';

const notes = v.parse(questionSchema, {
  key: 'content-notes',
  label: 'Does the work contain any of these?',
  type: 'choices',
  other: true,
  options: [
    { key: 'flashing', label: 'Flashing light' },
    { key: 'insects', label: 'Insects' },
  ],
});
const strobe = { name: 'strobe.mp4', flashes: 'likely' as const };
const calm = { name: 'calm.mp4', flashes: null };
const unsaid = { films: [strobe], under: 'Does the work contain any of these?' };

describe('flashing light that a film shows', () => {
  it('and no content note names is told with the question that it belongs under', () => {
    const answers: Answers[] = [
      {},
      { 'content-notes': ['insects'] },
      { 'content-notes': ['other: slow, no flashing'] },
    ];
    expect(answers.map((one) => unsaidFlashing([calm, strobe], [notes], one))).toEqual([
      unsaid,
      unsaid,
      unsaid,
    ]);
  });

  it('and a content note names, in the call’s words or in their own, is told to nobody', () => {
    const answers = [{ 'content-notes': ['flashing'] }, { 'content-notes': ['other: a strobe at the end'] }];
    expect(answers.map((one) => unsaidFlashing([strobe], [notes], one))).toEqual([null, null]);
  });

  it('is told without a question where the call asks nothing of the kind, and never of a calm film', () => {
    expect([unsaidFlashing([strobe], [], {}), unsaidFlashing([calm], [notes], {})]).toEqual([
      { films: [strobe], under: null },
      null,
    ]);
  });
});
