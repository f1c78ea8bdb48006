/** Sets the invented papers as PDFs in the manner of the call's format: `node papers.ts` (needs xelatex, for making only). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadExample } from '../load.ts';
import { figure, type Figure } from './figures.ts';
import { document, inTex, paragraph } from './tex.ts';
import { setTex } from './typeset.ts';

type Body = { paper?: 'a4'; rules?: string[]; figure: Figure; sections: { heading: string; text: string }[] };

const bodies = parse(readFileSync(join(import.meta.dirname, 'papers.yaml'), 'utf8')) as Record<string, Body>;
const target = join(import.meta.dirname, '..', 'files', 'papers');
const only = process.argv[2];

function setAll() {
  for (const [i, paper] of loadExample()
    .submissions.filter((s) => s.call === 'papers')
    .entries()) {
    const body = bodies[paper.key];
    if (!body || (only && paper.key !== only)) continue;
    set(
      `${paper.key}.pdf`,
      document({
        title: paper.title,
        authors: paper.credits,
        abstract: paper.abstract,
        a4: body.paper === 'a4',
        body: [...sections(body), references(i)].join('\n'),
      }),
    );
    if (paper.files.some((file) => file.role === 'supplementary'))
      set(
        `${paper.key}-supplement.pdf`,
        document({ title: `Supplement to: ${paper.title}`, authors: paper.credits, body: supplement }),
      );
  }
}

function sections(body: Body): string[] {
  return body.sections.flatMap(({ heading, text }, i) => [
    `\\section{${inTex(heading)}}`,
    paragraph(text),
    ...(i === 1 ? [figure(body.figure, 1)] : []),
    ...(i === 6 && body.rules
      ? [
          '\\begin{enumerate}[itemsep=1pt]',
          ...body.rules.map((rule) => `\\item ${inTex(rule)}`),
          '\\end{enumerate}',
        ]
      : []),
  ]);
}

const supplement = [
  '\\section{Questions that were asked}',
  paragraph(
    'Participants were asked the same questions at the beginning and at the end, in their own language, and could leave out any of them. The wording follows; the order was shuffled for each person.',
  ),
  '\\begin{enumerate}',
  ...[
    'What did you make this week that you would show to somebody?',
    'Which part of it was decided by somebody or something other than you?',
    'What did you take back, and why?',
    'If the tool were gone tomorrow, what would you miss, and for how long?',
    'What should we have asked?',
  ].map((question) => `\\item ${inTex(question)}`),
  '\\end{enumerate}',
  '\\section{How the answers were counted}',
  paragraph(
    'Two people read all answers independently and agreed on a list of themes before counting. Where they differed a third person decided, and the difference is reported. All material is invented for this example.',
  ),
].join('\n');

/** Each paper cites six of these; none exists. */
const shelf = [
  'A. Placeholder and B. Exemplar. The borrowed brush. \\emph{Journal of Imaginary Results}, 12(3):45--61, 2023.',
  'C. Fabelholt. Drafts and their disappearance. \\emph{Annals of Unwritten Things}, 4:1--19, 2021.',
  'D. Mockingham, E. Notreal and F. Samplewright. Asking artists first. In \\emph{Proceedings of the Invented Symposium on Tools}, 2022.',
  'G. Inventar. \\emph{A Short History of the Margin}. Exampleton University Press, 2019.',
  'H. Voorbeeld and I. Esimerkki. What a score cannot hold. \\emph{Transactions on Hypothetical Evaluation}, 7(1):101--118, 2024.',
  'J. Przykładowa. Silence, measured. \\emph{Quarterly of Possible Music}, 31:220--237, 2020.',
  'K. Dummyson et al. Consent with an end date. In \\emph{Imaginary Conference on Data and People}, 2023.',
  'L. Fiktsiya. Leaving, together. \\emph{Review of Nonexistent Economics}, 9(2):77--90, 2022.',
  'M. Placeholdt and N. Vzorek. On being read by machines. \\emph{Journal of Imaginary Results}, 13(1):5--23, 2024.',
  'O. Ejemplar. Who is in the picture? \\emph{Notes from Nowhere-on-Sea}, 2:33--48, 2023.',
  'P. Wzorowy, Q. Fittizia and R. Exemplu. Learning on the job that is gone. \\emph{Working Papers of a College That Is Not}, 118, 2024.',
];

function references(i: number): string {
  const cited = Array.from({ length: 6 }, (_, k) => shelf[(i * 3 + k * 2) % shelf.length] ?? '');
  return [
    '\\section*{References}',
    '{\\small The references, like the paper, are invented.\\par\\begin{enumerate}[label={[\\arabic*]},leftmargin=2em,itemsep=2pt]',
    ...[...new Set(cited)].map((entry) => `\\item ${entry}`),
    '\\end{enumerate}}',
  ].join('\n');
}

function set(name: string, tex: string) {
  setTex(join(target, name), tex);
}

setAll();
