/** Owns the lists of references of the corpus: invented entries in the styles that people really use. */
import type { Chance } from './chance.ts';

export type ListStyle =
  | 'brackets'
  | 'dots'
  | 'names'
  | 'alpha'
  | 'bare'
  | 'artworks'
  | 'superscript'
  | 'uppercase'
  /** The class's own list, heading included. */
  | 'environment';
export const listStyles: ListStyle[] = [
  'brackets',
  'dots',
  'names',
  'alpha',
  'bare',
  'artworks',
  'superscript',
  'uppercase',
];

const people = [
  'Byron',
  'Gillespie',
  'Ōno',
  'van den Berg',
  'Åkerström',
  'Müller',
  'Nakamura',
  'Diallo',
  "O'Brien",
  'Castillo',
  'Li',
  'Zhang',
  'Ferreira',
  'Dubois',
  'Novák',
  'Kowalska',
];
const firsts = ['Ada', 'Boris', 'Carla', 'Dmitri', 'Eva', 'Fatou', 'Gao', 'Hana', 'Ivo', 'Jun'];
const titles = [
  'On the loom that counts',
  'A brush without a hand',
  'Rooms for listening',
  'What the archive forgets',
  'Pictures of no one',
  'Learning to draw by waiting',
  'The score and its machine',
  'Who owns a gesture',
];
const places = [
  'In Proceedings of the Conference on Invented Studies, pages 45--67',
  'Journal of Looms and Models, 12(3):1--18',
  'arXiv preprint arXiv:2301.01234',
  'Invented Press, Ghent',
  'ACM Transactions on Rooms 4, 2, Article 12',
  'PhD thesis, University of Somewhere',
];

/** The entries, as the body of a list in LaTeX; the heading is the caller's. */
export function entries(chance: Chance, style: ListStyle, count: number): string {
  const all = Array.from({ length: count }, (_, i) => entry(chance, style, i + 1));
  if (style === 'environment')
    return `\\begin{thebibliography}{99}\\here{references}\n${all.map((text, i) => `\\bibitem{k${i}} ${text}`).join('\n')}\n\\end{thebibliography}`;
  const hanging = (items: string[]) =>
    `{\\parindent0pt\\everypar{\\hangindent1.2em\\hangafter1 }\n${items.join('\n\n')}\n\n}`;
  if (style === 'brackets' || style === 'dots' || style === 'alpha') {
    const labels = all.map((text, i) => {
      const label =
        style === 'brackets'
          ? `[${i + 1}]`
          : style === 'dots'
            ? `${i + 1}.`
            : `[${text.replace(/[^A-Za-z]/g, '').slice(0, 3)}${String(chance.between(70, 99))}]`;
      return `\\item[${style === 'dots' ? label : `{${label}}`}] ${text}`;
    });
    return `\\begin{list}{}{\\leftmargin2.2em\\labelwidth1.6em\\itemsep2pt}\n${labels.join('\n')}\n\\end{list}`;
  }
  if (style === 'superscript') return hanging(all.map((text, i) => `$^{${i + 1}}$ ${text}`));
  return hanging(all);
}

function entry(chance: Chance, style: ListStyle, number: number): string {
  const year = chance.between(1962, 2024);
  const title = `${chance.pick(titles)}${chance.maybe(0.3) ? `: ${chance.pick(titles).toLowerCase()}` : ''}`;
  const where = chance.pick(places);
  const last = chance.pick(people);
  const first = chance.pick(firsts);
  const other = `${chance.pick(firsts)} ${chance.pick(people)}`;
  if (style === 'names')
    return `${last}, ${first[0]}. and ${other.split(' ').at(-1)}, ${other[0]}. (${year}). ${title}. {\\em ${where}}.`;
  if (style === 'artworks')
    return number % 3 === 0
      ? `${first} ${last}, {\\em ${title}}, ${year}, video installation. \\texttt{https://example.org/${number}}`
      : `${first} ${last}. {\\em ${title}}. ${year}.`;
  if (style === 'uppercase')
    return `{\\sc ${last}, ${first[0]}., and ${other.split(' ').at(-1)}, ${other[0]}.} ${title}. {\\em ${where}} (${year}).`;
  if (style === 'bare') return `${first} ${last} and ${other}. ${title}. ${where}, ${year}.`;
  return `${first} ${last}${chance.maybe(0.5) ? `, ${other}` : ''}, and ${other}. ${title}. {\\em ${where}}, ${year}.`;
}
