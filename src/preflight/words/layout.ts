/** The words about the parts of a work: which file is what, and what is missing. */
import { row, shown, type Named } from './row.ts';

/** What a call needs to see of a work, and how long a video of it may be, in seconds. */
type Wanted = { oneOf: readonly ('main' | 'video')[]; seconds: number };

const clearance = 'or write to the organizers for another arrangement';

export const layoutWords = {
  'layout.no-main': row<Wanted & { reason?: 'description-only' | 'nested' | 'lone-pdf' }>('R*', (wanted) => [
    {
      none: `We found ${neither(wanted)}.`,
      'description-only': `We found a description, but ${neither(wanted)}.`,
      nested: 'The archive holds only another archive, so we cannot see the work.',
      'lone-pdf': 'There is a single PDF, named as a description.',
    }[wanted.reason ?? 'none'],
    `The jury needs ${either(wanted)}.`,
    wanted.reason === 'nested'
      ? 'Zip the files once, not the zip again, or drop the files here as they are.'
      : `Add ${addition(wanted)}, tell us which file it is, ${clearance}.`,
  ]),
  'layout.no-description': row<{ limit: number }>('R*', ({ limit }) => [
    'We found no description of the work.',
    `The call asks for one PDF of at most ${limit} ${limit === 1 ? 'page' : 'pages'} that describes it.`,
    'Add the PDF, or type the description in the form and we make the PDF for you.',
  ]),
  'layout.description-not-pdf': row<Named & { kind: string }>('R*', ({ name, kind }) => [
    `The description ${shown(name)} is ${kind}, not a PDF.`,
    'The jury reads descriptions on many machines, and only a PDF looks the same on all of them.',
    'Save it as PDF and add that, or type the description in the form.',
  ]),
  'layout.two-mains': row<{ names: string[] }>('R*', ({ names }) => [
    `More than one file says it is the main work: ${names.map(shown).slice(0, 4).join(', ')}.`,
    'The jury judges one main file; everything else is shown as a supplement.',
    'Tell us which one is the main work; the others become supplements.',
  ]),
  'layout.lone-pdf': row<Named>('W', ({ name }) => [
    `There is a single PDF, ${shown(name)}, and nothing tells us whether it is the work or its description.`,
    'We took it as the work itself, so that nothing is lost.',
    'Tell us which it is; if it is the work, you can type the description in the form.',
  ]),
  'layout.description-too-long': row<Named & { pages: number; limit: number }>(
    'W',
    ({ name, pages, limit }) => [
      `The description ${shown(name)} has ${pages} pages; the call asks for at most ${limit}.`,
      'The jury reads every description in the same time.',
      'Shorten it if you can, or submit as it is.',
    ],
  ),
  'layout.video-not-mp4': row<Named & { kind: string }>('W', ({ name, kind }) => [
    `The video ${shown(name)} is ${kind}, not mp4.`,
    'Some browsers of the jury cannot play it.',
    'Export it as mp4 if you can, or submit as it is.',
  ]),
  'layout.too-many-supplementary': row<{ count: number; limit: number }>('W', ({ count, limit }) => [
    `There are ${count} supplementary files; the call names ${limit} as the most.`,
    'The jury looks at the main piece first and may not reach the rest.',
    'Keep the ones that matter most, or submit as it is.',
  ]),
  'layout.no-extension': row<Named & { kind: string }>('W', ({ name, kind }) => [
    `${shown(name)} has no ending in its name; by its content it is ${kind}.`,
    'Without an ending some computers do not know how to open it.',
    'Nothing to do: we add the right ending in our copy of the name.',
  ]),
  'layout.link': row<Named>('W', ({ name }) => [
    `${shown(name)} holds a link rather than the work.`,
    'What is behind a link can change or vanish, so the call asks for the file itself.',
    'Add the file or a video of the work, or ask the organizers to accept the link.',
  ]),
  'layout.suffix-missing': row<Named & { role: string }>('W', ({ name, role }) => [
    `The name ${shown(name)} does not say what the file is; we take it as ${role}.`,
    'The jury sees the main work first.',
    'Check that we guessed right; you do not have to rename anything.',
  ]),
  'layout.placeholder-title': row<{ title: string }>('W', ({ title }) => [
    `The title in the file names, ${shown(title)}, looks like a placeholder.`,
    'The canonical names are made from the title.',
    'Give the title in the form; we write the names ourselves.',
  ]),
  'layout.title-mismatch': row<{ titles: string[] }>('N', ({ titles }) => [
    `The file names carry different titles: ${titles.map(shown).slice(0, 4).join(', ')}.`,
    'We use the title from the form.',
    'Nothing to do if all the files belong to this work.',
  ]),
  'layout.no-title': row<Named>('N', ({ name }) => [
    `The name ${shown(name)} carries no title.`,
    'We use the title from the form.',
    'Nothing to do.',
  ]),
  'layout.double-extension': row<Named>('W', ({ name }) => [
    `${shown(name)} has two endings.`,
    'It may hide what the file really is.',
    'Nothing to do: we keep the ending that fits its content.',
  ]),
};

function neither({ oneOf }: Wanted): string {
  if (oneOf.length === 1)
    return oneOf[0] === 'main' ? 'no file that is the work itself' : 'no video of the work';
  return 'neither the work itself nor a video of it';
}

function either({ oneOf, seconds }: Wanted): string {
  const parts = oneOf.map((part) =>
    part === 'main' ? 'one file that is the work' : `a video of at most ${seconds} s that shows it`,
  );
  return parts.join(', or ');
}

function addition({ oneOf }: Wanted): string {
  if (oneOf.length === 1) return oneOf[0] === 'main' ? 'the work' : 'a video';
  return 'the work or a video';
}
