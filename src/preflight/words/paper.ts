/** The words about papers: their length and their template. */
import { inches, row, trim } from './row.ts';

type Measured = { seen: number; wanted: number; format: string };
type Sized = { width: number; height: number; wantedWidth: number; wantedHeight: number; format: string };
const uniform = 'Papers in one shape are easier to compare and to print together.';

export const paperWords = {
  'paper.over-length': row<{ body: number; limit: number; page: number; because?: string }>(
    'R*',
    ({ body, limit, page, because }) => [
      `The text before the references runs to ${trim(body, 2)} pages, ending on page ${page}${because ? ` (${because})` : ''}; this call allows ${limit}.`,
      'Every author gets the same room, and references and what follows them are not counted.',
      `Shorten the text to ${limit} pages, or move material behind the references; if we misread your pages, submit as it is and the organizers will look.`,
    ],
  ),
  'paper.length-unsure': row<{ reason: string }>('W', ({ reason }) => [
    `We could not tell for certain where the text of your paper ends (${reason}).`,
    'The length limit covers only what stands before the references.',
    'Nothing to do if your text keeps to the limit; an organizer will look at the pages.',
  ]),
  'paper.anonymous': row<object>('W', () => [
    'We found no author names on the first page.',
    'This call asks for papers with the names of their authors visible.',
    'Switch the template to its final (camera-ready) option and upload the new PDF.',
  ]),
  'paper.not-camera-ready': row<{ mode: 'preprint' | 'anonymous' | 'no-notice' }>('W', ({ mode }) => [
    {
      preprint: 'The notice at the foot of page 1 says that this is a preprint.',
      anonymous: 'The notice at the foot of page 1 is that of a submission under review.',
      'no-notice': 'The notice of the venue that the camera-ready template prints on page 1 is not there.',
    }[mode],
    'This call asks for the camera-ready version of its template.',
    'Use the template with its “final” option; if you cannot, submit as it is.',
  ]),
  'paper.line-numbers': row<object>('W', () => [
    'Line numbers are printed in the margin.',
    'They belong to the version for review, and this call asks for the camera-ready one.',
    'Switch the template to its final option and upload the new PDF.',
  ]),
  'paper.not-neurips': row<{ format: string; seen: string }>('W', ({ format, seen }) => [
    `The pages do not look like the ${format} template (${seen}).`,
    uniform,
    `If you can, move the text into the ${format} template; otherwise submit as it is.`,
  ]),
  'paper.margins': row<Sized>('W', (f) => [
    `The text block is ${inches(f.width)} x ${inches(f.height)} in; the ${f.format} template has ${inches(f.wantedWidth)} x ${inches(f.wantedHeight)}.`,
    'Wider text gets more onto a page than other authors have.',
    'Remove what changes the margins (a geometry package, for example), or submit as it is.',
  ]),
  'paper.font-size': row<Measured>('W', ({ seen, wanted, format }) => [
    `The text is set in ${trim(seen)} pt; the ${format} template has ${trim(wanted)} pt.`,
    'Size decides how much fits on a page, and how well it can be read.',
    'Use the size of the template, or submit as it is.',
  ]),
  'paper.line-spacing': row<Measured>('W', ({ seen, wanted, format }) => [
    `Lines are ${trim(seen)} pt apart; the ${format} template has ${trim(wanted)} pt.`,
    'Line spacing decides how much fits on a page.',
    'Remove commands that change it, or submit as it is.',
  ]),
  'paper.page-size': row<Sized>('W', (f) => [
    `The page is ${inches(f.width)} x ${inches(f.height)} in; the ${f.format} template has ${inches(f.wantedWidth)} x ${inches(f.wantedHeight)}.`,
    'Pages of another size are scaled or cut when they are printed together.',
    'Set the paper size of the template and upload the new PDF, or submit as it is.',
  ]),
  'paper.type3-font': row<{ fonts: string[] }>('W', ({ fonts }) => [
    `Some letters are stored as drawings rather than as a font (Type 3${listed(fonts)}).`,
    'They print badly on some machines and cannot be searched.',
    'Plots are the usual cause: save them with TrueType or Type 1 fonts; you can also submit as it is.',
  ]),
  'paper.font-not-embedded': row<{ fonts: string[] }>('W', ({ fonts }) => [
    `A font is missing from the file${listed(fonts)}.`,
    'Other machines will replace it, and the pages may change.',
    'Save the PDF with all fonts embedded, or submit as it is.',
  ]),
  'paper.no-text': row<object>('W', () => [
    'The pages hold pictures of text, as a scan does, so we could not check the length.',
    'Readers cannot search such a paper, and screen readers cannot speak it.',
    'If you have the original, save it as PDF from there; otherwise submit, and an organizer will look.',
  ]),
};

function listed(fonts: string[]): string {
  return fonts.length === 0 ? '' : `: ${fonts.slice(0, 3).join(', ')}${fonts.length > 3 ? ' and more' : ''}`;
}
