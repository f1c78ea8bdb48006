/** Between operations and pages: refusals become answers of the web, in one place. */
import { error, fail, isHttpError, isRedirect, type ActionFailure } from '@sveltejs/kit';
import { httpStatus, isRefusal, type FieldProblems } from './refusal.ts';

/** What a form shows when an action was refused: the sentence, field by field, and what the person typed. */
export interface Refused {
  sentence: string;
  fields: FieldProblems;
  values: Record<string, unknown>;
}

/** For `load` and endpoints: a refusal becomes the error page of its status. */
export async function answered<R>(ask: () => Promise<R>): Promise<R> {
  try {
    return await ask();
  } catch (problem) {
    if (isRefusal(problem)) error(httpStatus[problem.kind], problem.message);
    throw problem;
  }
}

/** For form actions: a refusal comes back beside the form, with everything the person typed. */
export async function attempted<R>(
  act: () => Promise<R>,
  values: Record<string, unknown> = {},
): Promise<R | ActionFailure<Refused>> {
  try {
    return await act();
  } catch (problem) {
    if (isRedirect(problem) || isHttpError(problem)) throw problem;
    if (isRefusal(problem)) {
      if (problem.kind === 'missing') error(404, problem.message);
      return fail(httpStatus[problem.kind], { sentence: problem.message, fields: problem.fields, values });
    }
    throw problem;
  }
}
