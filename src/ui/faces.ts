/**
 * The faces that an edition may choose: one for headings, one for text. Owns which there are, in which files their
 * letters lie, and the rules that load them; promises that a page loads no file of a face that was not chosen, and of
 * a chosen one only those whose letters it has. Leaves out how the files were cut (fonts/make.md).
 */
export const headingFaces = ['newsreader', 'space-grotesk', 'source-sans', 'serif', 'sans'] as const;
export const textFaces = ['source-sans', 'newsreader', 'sans', 'serif'] as const;

export type HeadingFace = (typeof headingFaces)[number];
export type TextFace = (typeof textFaces)[number];
export interface Faces {
  heading: HeadingFace;
  text: TextFace;
}

export const usualFaces: Faces = { heading: 'newsreader', text: 'source-sans' };

/** What one letter slice of a face is called, and which letters lie in it. */
export interface FaceFile {
  family: string;
  /** In `fonts/`, without its ending. */
  name: string;
  weight: string;
  style?: 'italic';
  letters: string;
  /** For what range of letters it is asked, where that is said shorter than letter by letter. */
  range?: string;
}

interface Face {
  label: string;
  stack: string;
  /** How heavy headings are set in it. */
  weight: number;
  files: FaceFile[];
  /** The installed face that stands in until ours arrives. */
  standIn?: StandIn;
}

type StandIn = { family: string; local: string[]; measures: string };

const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 32 + at));
const signs = `\u00a0©·×–—‘’“”…−\u202fÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿ«»`;
const names = `ÁÃÄÅÍÑÓÕÖØÚÝßáãäåíñóõöøúýĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĻļĽľŁłŃńŅņŇňŌōŐőŘřŚśŞşŠšŤťŪūŮůŰűŲųŹźŻżŽžȘșȚț`;
const between = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');
const without = (letters: string, others: string) =>
  [...new Set(letters)].filter((one) => !others.includes(one)).join('');
const texts = ascii + signs + names;
const few = without(ascii + signs, '$*<=>[\\]^`{|}~');
const all = without(`${texts}${between(0xa1, 0x17f)}‚„‹›€′ẞ${between(0x218, 0x21b)}`, 'ĲĳŉſĿŀ');

const latinRange = 'U+24-21B,U+1E9E,U+2010-203A,U+20AC';

/**
 * One slice is all that English and French need, in headings and strong words without rare signs; it comes last, so
 * it goes before the one with the rest of Latin.
 */
const slices = (file: Omit<FaceFile, 'letters'>, first = few): FaceFile[] => [
  { ...file, name: `${file.name}-rest`, letters: without(all, first), range: latinRange },
  { ...file, letters: first },
];

const asText: StandIn = {
  family: 'Text while loading',
  local: ['Arial', 'Liberation Sans', 'Helvetica'],
  measures: 'size-adjust:93.6%;ascent-override:109.4%;descent-override:42.7%;line-gap-override:0%',
};
const asDisplay: StandIn = {
  family: 'Display while loading',
  local: ['Georgia', 'Gelasio', 'Times New Roman'],
  measures: 'size-adjust:95.4%;ascent-override:77%;descent-override:27.8%;line-gap-override:0%',
};

const serif = "Charter,'Bitstream Charter','Noto Serif',Georgia,serif";
const sans = "system-ui,'Noto Sans',sans-serif";

const faces = {
  heading: {
    newsreader: {
      label: 'Newsreader, a serif',
      stack: "'Salon Display','Display while loading','Noto Serif',Georgia,serif",
      weight: 440,
      files: [
        ...slices({ family: 'Salon Display', name: 'display', weight: '400 600' }),
        ...slices({ family: 'Salon Display', name: 'display-italic', weight: '400 600', style: 'italic' }),
      ],
      standIn: asDisplay,
    },
    'space-grotesk': {
      label: 'Space Grotesk, a sans serif with corners',
      stack: `'Salon Grotesk',${sans}`,
      weight: 450,
      files: slices({ family: 'Salon Grotesk', name: 'grotesk', weight: '400 600' }),
    },
    'source-sans': {
      label: 'Source Sans, plain and strong',
      stack: "'Salon Text','Text while loading','Noto Sans',system-ui,sans-serif",
      weight: 600,
      files: [],
    },
    serif: { label: 'A serif of the reader’s device', stack: serif, weight: 400, files: [] },
    sans: { label: 'A sans serif of the reader’s device', stack: sans, weight: 600, files: [] },
  },
  text: {
    'source-sans': {
      label: 'Source Sans, plain and clear',
      stack: "'Salon Text','Text while loading','Noto Sans',system-ui,sans-serif",
      weight: 600,
      files: [
        ...slices({ family: 'Salon Text', name: 'text', weight: '400' }, texts),
        ...slices({ family: 'Salon Text', name: 'text-strong', weight: '600' }),
      ],
      standIn: asText,
    },
    newsreader: {
      label: 'Newsreader, a serif for reading',
      stack: "'Salon Serif','Display while loading','Noto Serif',Georgia,serif",
      weight: 600,
      files: [
        ...slices({ family: 'Salon Serif', name: 'serif', weight: '400' }, texts),
        ...slices({ family: 'Salon Serif', name: 'serif-strong', weight: '600' }),
      ],
      standIn: asDisplay,
    },
    sans: { label: 'A sans serif of the reader’s device', stack: sans, weight: 600, files: [] },
    serif: { label: 'A serif of the reader’s device', stack: serif, weight: 600, files: [] },
  },
} satisfies { heading: Record<HeadingFace, Face>; text: Record<TextFace, Face> };

export const faceLabel = {
  heading: (face: HeadingFace) => faces.heading[face].label,
  text: (face: TextFace) => faces.text[face].label,
};

/** Of the chosen faces, what is to be loaded: a heading may be set in a face of the text. */
export function faceFiles({ heading, text }: Faces): FaceFile[] {
  const both = [...chosen({ heading, text })].flatMap(({ files }) => files as FaceFile[]);
  return both.filter((one, at) => both.findIndex(({ name }) => name === one.name) === at);
}

/** Rules that load the given faces; `link` leads to a file of `fonts/`. */
export function facesCss(of: Faces[], link: (file: string) => string): string {
  const all = of.flatMap((one) => [...chosen(one)]) as Face[];
  const files = new Map(all.flatMap((face) => face.files).map((file) => [file.name, file]));
  const standIns = new Map(
    all.flatMap(({ standIn }) => (standIn ? [[standIn.family, standIn] as const] : [])),
  );
  return [
    ...[...files.values()].map(
      ({ family, name, weight, style, letters, range }) =>
        `@font-face{font-family:'${family}';src:url(${link(`${name}.woff2`)}) format('woff2');font-weight:${weight};${style ? `font-style:${style};` : ''}font-display:swap;unicode-range:${range ?? rangeOf(letters)}}\n`,
    ),
    ...[...standIns.values()].map(
      ({ family, local, measures }) =>
        `@font-face{font-family:'${family}';src:${local.map((name) => `local('${name}')`).join()};${measures}}\n`,
    ),
  ].join('');
}

/** The names that the stylesheet knows them by. Nothing where an edition keeps the usual faces. */
export function facesRule({ heading, text }: Faces): string {
  const told = [
    ...(heading === usualFaces.heading
      ? []
      : [`--display:${faces.heading[heading].stack}`, `--display-weight:${faces.heading[heading].weight}`]),
    ...(text === usualFaces.text ? [] : [`--text:${faces.text[text].stack}`]),
  ];
  return told.length > 0 ? `:root:root{${told.join(';')}}\n` : '';
}

function* chosen({ heading, text }: Faces): Generator<Face> {
  yield faces.text[text];
  yield faces.heading[heading];
  if (heading === 'source-sans' && text !== 'source-sans') yield faces.text['source-sans'];
}

/** `U+20-7E,U+A0`, as short as it gets. */
export function rangeOf(letters: string): string {
  const codes = [...new Set([...letters].map((one) => one.codePointAt(0)!))].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return runs.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join();
}
