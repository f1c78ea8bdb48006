import { mine } from '#app/features/submissions/operations.server.ts';
import { submissionWordsIn } from '#app/features/submissions/words/words.ts';
import { open } from '#app/features/works/finishing/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals }) => {
  const rows = await answered(() => mine(locals.context, {}));
  const accepted = rows.filter((row) => row.accepted && row.state !== 'withdrawn');
  const finishing = await Promise.all(accepted.map(({ id }) => answered(() => open(locals.context, { id }))));
  return {
    title: submissionWordsIn(locals.context.language ?? 'en').mine.title,
    rows,
    finishing: finishing.filter((one) => one !== null),
  };
};
