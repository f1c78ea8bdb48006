/**
 * Owns the honest papers of the corpus: which template, shape, tongue and trap each has. The source marks its
 * own truth: where the body's last word, its floats, the references and the appendix came to stand.
 */
import { chanceOf, type Chance } from './chance.ts';
import { headingSet, headingStyles, pickHeading, words, type HeadingStyle } from './headings.ts';
import { entries, listStyles, type ListStyle } from './list.ts';
import { paragraph, sentence, type Tongue } from './prose.ts';
import { templates, type Template } from './templates.ts';

export const shapes = [
  'plain',
  'plain',
  'plain',
  'thanks-before',
  'thanks-run-in',
  'thanks-after',
  'checklist-after',
  'checklist-before',
  'appendix-after',
  'appendix-before',
  'two-lists',
  'figure',
  'figure-page',
  'table-page',
  'floats-past',
  'no-references',
  'heading-at-foot',
  'exact-bottom',
  'supplement',
  'footnotes',
  'ethics',
] as const;
export const traps = [
  'none',
  'none',
  'none',
  'section-title',
  'section-exact',
  'table-word',
  'abstract-word',
  'contents',
  'bold-word',
  'footnote-word',
  'figure-word',
  'own-line',
  'related-work',
] as const;
export type Shape = (typeof shapes)[number];
export type Trap = (typeof traps)[number];

export type PaperCase = {
  name: string;
  template: Template;
  shape: Shape;
  trap: Trap;
  tongue: Tongue;
  heading: string | null;
  headingStyle: HeadingStyle;
  list: ListStyle;
  title: string;
  authors: string[];
  source: string;
};

const marks = String.raw`\newwrite\truth\AtBeginDocument{\immediate\openout\truth=truth.txt }
\newcommand\here[1]{\pdfsavepos\write\truth{#1 \the\value{page} \the\pdflastypos}}
\pdfcompresslevel=9 \pdfobjcompresslevel=2 \hbadness=10000 \vbadness=10000 \hfuzz=100pt
`;

export function paperCase(
  number: number,
  fixed: Partial<Pick<PaperCase, 'template' | 'shape' | 'trap' | 'tongue' | 'headingStyle' | 'list'>> = {},
): PaperCase {
  const chance = chanceOf(number * 7919 + 17);
  const template = fixed.template ?? (chance.maybe(0.35) ? templates[0]! : chance.pick(templates));
  const shape = fixed.shape ?? chance.pick(shapes);
  const trap = fixed.trap ?? chance.pick(traps);
  const tongue =
    fixed.tongue ?? (chance.maybe(0.75) ? 'en' : chance.pick(['de', 'fr', 'es', 'it', 'pt'] as const));
  const list = fixed.list ?? (chance.maybe(0.4) ? 'brackets' : chance.pick(listStyles));
  const headingStyle = fixed.headingStyle ?? chance.pick(headingStyles);
  const heading = shape === 'no-references' ? null : pickHeading(chance, tongue);
  const title = chance.pick([
    'The Loom and the Model',
    'On Brushes Without Hands: A Study',
    'Rooms That Listen',
    'Who Owns a Gesture?',
    'A Very Long Title about Machines, People and the Things That They Make Together',
  ]);
  const authors = chance.pick([
    ['Ada Byron'],
    ['Ada Byron', 'Boris Gill'],
    ['Carla Castillo', 'Dmitri Novák', 'Eva Åkerström'],
  ]);
  const about = {
    name: `${String(number).padStart(3, '0')}-${template.name}-${shape}-${trap}`,
    template,
    shape,
    trap,
    tongue,
    heading,
    headingStyle,
    list,
    title,
    authors,
  };
  return { ...about, source: sourceOf(about, chance) };
}

function sourceOf(about: Omit<PaperCase, 'source'>, chance: Chance): string {
  const { template, shape, trap, tongue, title, authors } = about;
  const cites =
    about.list === 'names' || about.list === 'bare'
      ? ['(Byron and Gill, 2019)', 'Müller et al. (2021)']
      : ['[1]', '[2, 3]', '[4]'];
  const text = () => paragraph(chance, tongue, cites);
  const abstract = `${trap === 'abstract-word' ? 'References to earlier looms are many.\n\n References.\\\\ ' : ''}${text()}`;
  const count = chance.maybe(0.5) ? chance.between(11, 19) : chance.between(3, 30);
  const body: string[] = [];
  for (let i = 0; i < count; i++) {
    if (i === 0) body.push(`\\section{${words[tongue].introduction}}`);
    else if (i % 5 === 0)
      body.push(
        chance.maybe(0.3)
          ? `\\subsection{${sentence(chance, tongue)
              .slice(0, 30)
              .replace(/[$\\{}_^]/g, '')}}`
          : `\\section{${chance.pick(['Method', 'Results', 'Limits', 'What We Saw', 'Discussion', 'Background'])}}`,
      );
    if (i === Math.floor(count * 0.6)) body.push(trapped(trap, text));
    if (shape === 'footnotes' && i % 3 === 1)
      body.push(`${text()}\\footnote{${sentence(chance, tongue)}\\here{body}}`);
    else body.push(text());
    if (shape === 'figure' && i % 6 === 3) body.push(figure('t', chance, template));
  }
  if (trap === 'contents')
    body.splice(
      0,
      0,
      `\\noindent\\textbf{Contents}\\\\ 1 Introduction \\dotfill 1\\\\ 2 Method \\dotfill 1\\\\ References \\dotfill 3\\\\ A Appendix \\dotfill 4\\par`,
    );
  if (shape === 'floats-past') body.splice(body.length - 1, 0, figure('t', chance, template, true));
  return `${template.preamble}\n${marks}\\begin{document}\n${template.front(title, authors, abstract)}\n${body.join('\n\n')}\n${tail(about, chance, text)}\n\\end{document}\n`;
}

function tail(about: Omit<PaperCase, 'source'>, chance: Chance, text: () => string): string {
  const { shape, tongue, template } = about;
  const say = words[tongue];
  const end = '\\here{body}';
  const heading =
    about.heading === null || about.list === 'environment'
      ? ''
      : `${headingSet(about.headingStyle, about.heading)}\\here{references}`;
  const list =
    about.heading === null
      ? ''
      : entries(chance, about.list, chance.between(shape === 'plain' && chance.maybe(0.3) ? 1 : 5, 26));
  const references = `\n\n${heading}\n${chance.maybe(0.3) ? '\\small\n' : ''}${list}\\normalsize\n`;
  const thanks = `\n\n\\section*{${say.thanks}}\n${text()}\n`;
  const appendix = `\n\n${chance.maybe(0.4) ? '\\clearpage' : ''}\\appendix\\section{${say.appendix}}\\here{appendix}\n${Array.from({ length: chance.between(2, 14) }, text).join('\n\n')}\n`;
  const checklist = `\n\n\\clearpage\\section*{NeurIPS Paper Checklist}\n\\begin{enumerate}\\item {\\bf Claims} Question: Do the main claims reflect the paper? Answer: Yes. ${text()}\\item {\\bf Limitations} Answer: Yes. ${text()}\\end{enumerate}\n`;
  switch (shape) {
    case 'thanks-before':
      return `${end}${thanks}${references}`;
    case 'thanks-run-in':
      return `${end}\n\n\\paragraph{${say.thanks}.} ${text()}${references}`;
    case 'thanks-after':
      return `${end}${references}${thanks}`;
    case 'checklist-after':
      return `${end}${references}${checklist}`;
    case 'checklist-before':
      return `${end}${checklist}${references}`;
    case 'appendix-after':
      return `${end}${references}${appendix}`;
    case 'appendix-before':
      return `${appendix}${end}${references}`;
    case 'two-lists':
      return `${end}${references}${appendix}\n\n${headingSet('section', about.heading ?? '')}\n${list}`;
    case 'figure-page':
      return `${end}\n\n${figure('p', chance, template)}\\clearpage ${references}`;
    case 'table-page':
      return `${end}\n\n${table()}\\clearpage ${references}`;
    case 'heading-at-foot':
      return `${end}\\par\\vspace*{\\fill}\\noindent{\\large\\bfseries ${about.heading}}\\here{references}\\newpage\n${list}`;
    case 'exact-bottom':
      return `\\par\\vspace*{\\fill}\\noindent The room was then closed and all went home.${end}\\newpage ${references}`;
    case 'supplement':
      return `${end}${references}\\clearpage\\section*{Supplementary Material}\\here{appendix}\n${text()}\n\n${figure('h', chance, template).replaceAll('\\here{body}', '')}\n\n${text()}`;
    case 'ethics':
      return `\n\n\\section*{Ethics Statement}\n${text()}\n\n\\section*{Author Contributions}\n${text()}${end}${thanks}${references}`;
    default:
      return `${end}${references}`;
  }
}

function figure(place: string, chance: Chance, template: Template, late = false): string {
  const height = late ? 5 : chance.between(3, 9);
  const wide = template.columns === 2 && chance.maybe(0.3) ? '*' : '';
  const spot = wide && place === 'h' ? 't' : place;
  const drawn = chance.maybe(0.5)
    ? `{\\color{teal}\\rule{0.8\\linewidth}{${height}cm}}`
    : `\\framebox[0.8\\linewidth]{\\rule{0pt}{${height}cm}A room}`;
  return `\\begin{figure${wide}}[${spot}]\\centering ${drawn}\\caption{The room at dusk, seen from the loom.\\here{body}}\\end{figure${wide}}`;
}

function table(): string {
  const rows = Array.from({ length: 14 }, (_, i) => `Room ${i} & ${i * 3} & ${1999 + i} \\\\`).join('\n');
  return `\\begin{table}[p]\\centering\\caption{The rooms.}\\begin{tabular}{lrr}\\toprule Room & Looms & Year \\\\ \\midrule ${rows} \\bottomrule\\end{tabular}\\here{body}\\end{table}`;
}

function trapped(trap: Trap, text: () => string): string {
  switch (trap) {
    case 'section-title':
      return `\\section{Cross-References in Practice}\n${text()}`;
    case 'section-exact':
      return `\\section{References}\n${text()}\n\n${text()}`;
    case 'table-word':
      return `\\begin{center}\\begin{tabular}{lrl}\\toprule \\textbf{References} & 1999 & \\textbf{Bibliography}\\\\ \\midrule References & 12 & 3\\\\ \\textbf{References} & 4 & 5 \\\\ \\bottomrule\\end{tabular}\\end{center}`;
    case 'bold-word':
      return `\\paragraph{References.} ${text()}`;
    case 'footnote-word':
      return `The list stands below\\footnote{\\textbf{References} are given in full at the end. See Byron (1999), pp. 3--7.}. ${text()}`;
    case 'figure-word':
      return `\\begin{center}\\fbox{\\parbox{5cm}{\\centering\\vspace{1cm}{\\Large\\bfseries References}\\\\[1cm] a wall of books}}\\end{center}`;
    case 'own-line':
      return `{\\bfseries References}\n\n${text()}`;
    case 'related-work':
      return `\\section{Related Work and References}\nByron, A. (1999) said so; Gill et al. (2003), in Proceedings of the Rooms, said no. ${text()} Müller (2020), arXiv:2001.01, agreed.`;
    default:
      return '';
  }
}
