/** What somebody who is named posts about themselves, by the link in their letter or with their account. */
import { answerNamed, correctNamed } from '#app/features/submissions/operations.server.ts';
import { submissionWordsIn } from '#app/features/submissions/words/words.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { attempted } from '#app/platform/web.server.ts';

/** By the secret of the letter, or by the submission of who is signed in. */
type Named = { secret: string } | { id: string };

export async function postedCorrection(context: Context, named: Named, request: Request) {
  const data = await request.formData();
  const given = (name: string) => (data.has(name) ? { [name]: word(data, name) } : {});
  const typed = {
    name: word(data, 'name'),
    affiliation: word(data, 'affiliation'),
    ...given('orcid'),
    ...given('pronouns'),
    ...given('role'),
  };
  const refused = await attempted(() => correctNamed(context, { ...named, ...typed }), typed);
  return refused ?? { done: said(context).corrected };
}

export async function postedAnswer(context: Context, named: Named, request: Request) {
  const data = await request.formData();
  const [answer, words] = [word(data, 'answer') as 'confirmed', word(data, 'words')];
  const refused = await attempted(() => answerNamed(context, { ...named, answer, words }), { words });
  return refused ?? { done: said(context).answered };
}

const said = ({ language = 'en' }: Context) => submissionWordsIn(language).named;

/** What was typed; a file in place of words is nothing typed. */
function word(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
