/** Sets the works' two-page descriptions, the poem and the story: `node descriptions.ts` (xelatex, for making only). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadExample } from '../load.ts';
import type { ExampleSubmission } from '../shapes.ts';
import { document, inTex, paragraph } from './tex.ts';
import { setTex } from './typeset.ts';
import { poem, story } from './words.ts';

const notice = 'Description of a creative work. Invented, made for a demonstration.';
const words = parse(readFileSync(join(import.meta.dirname, 'descriptions.yaml'), 'utf8')) as Record<
  string,
  string[]
>;
const files = join(import.meta.dirname, '..', 'files');

for (const work of loadExample().submissions.filter((s) => s.call === 'creative-work')) {
  setTex(join(files, 'works', work.key, 'description.pdf'), description(work));
  if (work.key === 'what-the-machine-did-not-say') setTex(join(files, 'works', work.key, 'text.pdf'), poem);
  if (work.key === 'the-understudy') setTex(join(files, 'works', work.key, 'text.pdf'), story);
}

function description(work: ExampleSubmission): string {
  const ai = work.answers['ai-use'];
  const use = typeof ai === 'object' && 'share' in ai ? ai : { share: '', systems: [] };
  return document({
    title: work.title.replace(/\p{Extended_Pictographic}/gu, '').trim(),
    authors: work.credits,
    notice,
    body: [
      '\\section*{About the work}',
      paragraph(work.abstract),
      ...(words[work.key] ?? []).map(paragraph),
      '\\section*{How AI was used}',
      paragraph(use.share),
      ...use.systems.map((system) =>
        paragraph(`${system.name}${system.provider ? ` (${system.provider})` : ''}: ${system.use}.`),
      ),
      '\\section*{On the label}',
      paragraph(
        `${String(work.answers.medium)}. ${String(work.answers.size)}. ${String(work.answers.year)}.`,
      ),
      '\\section*{Who made it}',
      ...work.credits.map(
        ({ name, role, bio }) =>
          `\\textbf{${inTex(name)}}, ${inTex(role ?? 'artist')}. ${inTex(bio ?? 'Invented for this example.')}\n`,
      ),
    ].join('\n'),
  });
}
