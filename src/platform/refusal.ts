/**
 * The five ways Salon says no, each with a sentence fit to show. Anything else that goes wrong is an
 * accident: logged with an id, shown as a calm page, never swallowed.
 */

export type RefusalKind = 'denied' | 'missing' | 'invalid' | 'late' | 'stale';

/** What is wrong with one field of a form: its name and a sentence. */
export type FieldProblems = Record<string, string>;

export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly fields: FieldProblems;

  constructor(kind: RefusalKind, sentence: string, fields: FieldProblems = {}) {
    super(sentence);
    this.name = 'Refusal';
    this.kind = kind;
    this.fields = fields;
  }
}

/** Who asks may not. Where even the existence is a secret, use `missing`. */
export const denied = (sentence = 'Please sign in as somebody who may do this.') =>
  new Refusal('denied', sentence);
/** Absent and forbidden are told in the same words, so that nobody can tell them apart. */
export const missing = () => new Refusal('missing', 'There is nothing here, or it is not yours to see.');
/** What was sent cannot be taken; `fields` by the name of the form's field. */
export const invalid = (sentence: string, fields: FieldProblems = {}) =>
  new Refusal('invalid', sentence, fields);
/** The time for it is over or has not come, or what it is about is closed. */
export const late = (sentence: string) => new Refusal('late', sentence);
/** It rests on something that has changed meanwhile or is not ready yet: who asks must look again first. */
export const stale = (sentence: string) => new Refusal('stale', sentence);

/** Recognises refusals across the two copies of this module (the server's and the page bundle's). */
export function isRefusal(problem: unknown): problem is Refusal {
  return problem instanceof Error && problem.name === 'Refusal' && 'kind' in problem;
}

export const httpStatus: Record<RefusalKind, number> = {
  denied: 403,
  missing: 404,
  invalid: 422,
  late: 410,
  stale: 409,
};

/** 1 stays for accidents, 2 for wrong usage of the command line. */
export const exitCode: Record<RefusalKind, number> = { denied: 3, missing: 4, invalid: 5, late: 6, stale: 7 };
