import { lookAsNamed } from '#app/features/submissions/operations.server.ts';
import { submissionWordsIn } from '#app/features/submissions/words/words.ts';
import { answered } from '#app/platform/web.server.ts';
import { postedAnswer, postedCorrection } from '#app/routes/invitation/posted.server.ts';

export const load = async ({ locals, params }) => {
  const named = await answered(() => lookAsNamed(locals.context, { secret: params.secret }));
  return {
    named,
    edition: named.edition,
    title: submissionWordsIn(locals.context.language ?? 'en').named.title,
  };
};

export const actions = {
  correct: ({ locals, params, request }) =>
    postedCorrection(locals.context, { secret: params.secret }, request),
  answer: ({ locals, params, request }) => postedAnswer(locals.context, { secret: params.secret }, request),
};
