/** Which words of a call are for readers; `withTexts` walks over them. */
import type { Shape } from '../editions/texts.ts';

const options = { options: { each: { label: 'text' } } } as const;

export const callShape = {
  title: 'text',
  summary: 'text',
  text: 'text',
  looksFor: 'lines',
  judgedOn: 'lines',
  ifAccepted: 'lines',
  topics: options,
  kinds: { label: 'text', ...options },
  abstract: { label: 'text' },
  questions: { each: { label: 'text', ...options } },
  agreements: { each: { text: 'text' } },
  prize: { text: 'text' },
  registration: 'text',
} as const satisfies Shape;

/** Where the words of a call stand among those of its edition. */
export const callPath = (key: string) => `calls.${key}`;
