/** What a new edition can begin from. Facts of a real workshop are never in a template: dates are asked for. */
import * as v from 'valibot';
import { callSchema, type CallSettings, type Moment } from './settings.ts';
import { creativeWorkTemplate } from './templates/creative-work.ts';
import { inFrench } from './templates/in-french.ts';
import { papersTemplate } from './templates/papers.ts';

export const templates = {
  'papers-and-works': {
    title: 'Papers and creative work',
    summary: 'Two calls, each with its own questions, limits and dates.',
    language: 'en',
    calls: [papersTemplate, creativeWorkTemplate],
  },
  papers: {
    title: 'Papers only',
    summary: 'One call for short papers.',
    language: 'en',
    calls: [papersTemplate],
  },
  'articles-et-oeuvres': {
    title: 'Articles et œuvres (en français)',
    summary: 'Deux appels, chacun avec ses questions, ses limites et ses dates.',
    language: 'fr',
    calls: [inFrench(papersTemplate), inFrench(creativeWorkTemplate)],
  },
  articles: {
    title: 'Articles seulement (en français)',
    summary: 'Un appel à articles courts.',
    language: 'fr',
    calls: [inFrench(papersTemplate)],
  },
} as const;

export type TemplateName = keyof typeof templates;
export const templateNames = Object.keys(templates) as TemplateName[];

export interface CallDates {
  opens?: Moment;
  deadline: Moment;
  decisionsOn?: string;
  filesDeletedOn?: string;
}

/** A template's call with the dates that the organizers gave. */
export function fromTemplate(call: unknown, dates: CallDates): CallSettings {
  return v.parse(callSchema, { ...(call as object), ...dates });
}
