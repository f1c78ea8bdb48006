/** Owns the headings over lists of references: their words in several languages, and how they are set. */
import type { Chance } from './chance.ts';
import type { Tongue } from './prose.ts';

export const words: Record<
  Tongue,
  { references: string[]; thanks: string; appendix: string; introduction: string }
> = {
  en: {
    references: [
      'References',
      'References',
      'References',
      'References and Notes',
      'Bibliography',
      'Works Cited',
      'Literature Cited',
      'Reference List',
      'Selected Bibliography',
      'Works Cited and Consulted',
      'List of References',
      'Sources',
      'Cited Works and Pieces',
    ],
    thanks: 'Acknowledgments',
    appendix: 'Appendix',
    introduction: 'Introduction',
  },
  de: {
    references: ['Literatur', 'Literaturverzeichnis', 'Quellen', 'Quellen- und Literaturverzeichnis'],
    thanks: 'Danksagung',
    appendix: 'Anhang',
    introduction: 'Einleitung',
  },
  fr: {
    references: ['Références', 'Bibliographie', 'Références bibliographiques'],
    thanks: 'Remerciements',
    appendix: 'Annexe',
    introduction: 'Introduction',
  },
  es: {
    references: ['Referencias', 'Bibliografía', 'Referencias bibliográficas'],
    thanks: 'Agradecimientos',
    appendix: 'Apéndice',
    introduction: 'Introducción',
  },
  it: {
    references: ['Riferimenti bibliografici', 'Bibliografia', 'Riferimenti'],
    thanks: 'Ringraziamenti',
    appendix: 'Appendice',
    introduction: 'Introduzione',
  },
  pt: {
    references: ['Referências', 'Referências Bibliográficas', 'Bibliografia'],
    thanks: 'Agradecimentos',
    appendix: 'Apêndice',
    introduction: 'Introdução',
  },
};

export type HeadingStyle =
  | 'section'
  | 'numbered'
  | 'bold'
  | 'small-caps'
  | 'capitals'
  | 'spaced'
  | 'italic'
  | 'underlined'
  | 'coloured'
  | 'plain'
  | 'colon'
  | 'run-in';

export const headingStyles: HeadingStyle[] = [
  'section',
  'section',
  'section',
  'numbered',
  'bold',
  'small-caps',
  'capitals',
  'spaced',
  'italic',
  'underlined',
  'coloured',
  'plain',
  'colon',
  'run-in',
];

/** The heading as LaTeX; it is never left alone at the foot of a page, unless the caller breaks the page. */
export function headingSet(style: HeadingStyle, text: string): string {
  const line = (set: string) => `\\par\\addvspace{10pt}\\noindent ${set}\\par\\nobreak\\addvspace{4pt}`;
  switch (style) {
    case 'section':
      return `\\section*{${text}}`;
    case 'numbered':
      return `\\section{${text}}`;
    case 'bold':
      return line(`\\textbf{${text}}`);
    case 'small-caps':
      return line(`\\hfil\\textsc{${text}}\\hfil`);
    case 'capitals':
      return line(`\\textbf{\\MakeUppercase{${text}}}`);
    case 'spaced':
      return line(`\\textbf{${[...text.toUpperCase()].join('\\kern0.35em ')}}`);
    case 'italic':
      return line(`\\textit{${text}}`);
    case 'underlined':
      return line(`\\underline{${text}}`);
    case 'coloured':
      return line(`{\\large\\color{blue}${text}}`);
    case 'plain':
      return line(text);
    case 'colon':
      return line(`\\textbf{${text}:}`);
    case 'run-in':
      return `\\par\\addvspace{6pt}\\noindent\\textbf{${text}.}\\par\\nobreak`;
  }
}

export const pickHeading = (chance: Chance, tongue: Tongue) => chance.pick(words[tongue].references);
