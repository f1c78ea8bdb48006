/** The words about PDF files. */
import { notA, row, shown, type Named } from './row.ts';

const plain = 'We never show such parts in the browser, so the jury may see less than you made.';
const resave = 'Print or export it to a plain PDF if you can, or submit as it is.';

export const pdfWords = {
  'pdf.no-header': row<Named & { kind: string }>('R', (facts) => [
    notA('PDF', facts),
    'Reviewers could not open it as the paper.',
    'Save the paper as PDF in the program it was written in, and upload that.',
  ]),
  'pdf.encrypted': row<Named>('R', ({ name }) => [
    `${shown(name)} asks for a password.`,
    'Reviewers and jurors could not open it.',
    'Save it again without a password.',
  ]),
  'pdf.corrupt': row<Named & { detail?: string }>('R', ({ name, detail }) => [
    `${shown(name)} is damaged or incomplete${detail ? ` (${detail})` : ''}.`,
    'We could not open a single page, so nobody else could.',
    'Save or download it again, open it once yourself, and upload that copy.',
  ]),
  'pdf.bomb': row<Named>('R', ({ name }) => [
    `Parts of ${shown(name)} would grow far beyond what its size promises.`,
    'Opening it could stop the machines of the readers, so we do not.',
    'Export the PDF again from the program that made it.',
  ]),
  'pdf.launch': row<Named>('R', ({ name }) => [
    `${shown(name)} tries to start a program on the reader's machine.`,
    'That is never safe.',
    'Export the PDF again without such an action.',
  ]),
  'pdf.trailing-bytes': row<Named & { bytes: number }>('W', ({ name, bytes }) => [
    `${shown(name)} has ${bytes} more bytes after its end.`,
    'A broken download or a second file behind the first can look like this.',
    'Nothing to do if it opens well for you.',
  ]),
  'pdf.leading-bytes': row<Named & { bytes: number }>('W', ({ name, bytes }) => [
    `${shown(name)} has ${bytes} foreign bytes before its beginning.`,
    'Some programs will not open it.',
    'Save it again as PDF if you can.',
  ]),
  'pdf.repaired': row<Named>('W', ({ name }) => [
    `${shown(name)} is damaged, but we could repair it for reading.`,
    'Other programs may fail to open it.',
    'Save it again as PDF if you can, or submit as it is.',
  ]),
  'pdf.restricted': row<Named>('W', ({ name }) => [
    `${shown(name)} opens, but forbids printing or copying.`,
    'Organizers may not be able to print it or to read it aloud.',
    'Save it without restrictions if you can.',
  ]),
  'pdf.page-size': row<Named & { detail: string }>('W', ({ name, detail }) => [
    `Some pages of ${shown(name)} have an odd size (${detail}).`,
    'They may look empty or cut off.',
    'Look at the pages once; if they are as you want them, submit as it is.',
  ]),
  'pdf.no-text': row<Named>('W', ({ name }) => [
    `${shown(name)} holds nothing that we can read; it looks blank or scanned.`,
    'Search and screen readers find nothing in it.',
    'Nothing to do if that is how it should be.',
  ]),
  'pdf.too-many-pages': row<Named & { pages: number; looked: number }>('W', ({ name, pages, looked }) => [
    `${shown(name)} has ${pages} pages; we looked at the first ${looked}.`,
    'What stands further back was not checked.',
    'Nothing to do; an organizer may look at the rest.',
  ]),
  'pdf.javascript': row<Named>('W', ({ name }) => [`${shown(name)} contains a script.`, plain, resave]),
  'pdf.open-action': row<Named>('W', ({ name }) => [
    `${shown(name)} does something by itself when it is opened.`,
    plain,
    resave,
  ]),
  'pdf.xfa': row<Named>('W', ({ name }) => [
    `${shown(name)} is a form of a kind few programs show.`,
    plain,
    resave,
  ]),
  'pdf.embedded-file': row<Named>('W', ({ name }) => [
    `${shown(name)} carries another file inside.`,
    plain,
    resave,
  ]),
  'pdf.external-stream': row<Named>('W', ({ name }) => [
    `${shown(name)} takes part of its content from another file or address.`,
    plain,
    resave,
  ]),
  'pdf.portfolio': row<Named>('W', ({ name }) => [
    `${shown(name)} is a portfolio: a PDF that holds other files.`,
    'Most readers show only its cover page.',
    'Hand in the files themselves, or one ordinary PDF.',
  ]),
  'pdf.richmedia': row<Named>('W', ({ name }) => [
    `${shown(name)} contains sound, video or 3D.`,
    'Most readers do not play it.',
    'Hand the media in as files beside the PDF.',
  ]),
  'pdf.malformed-font': row<Named>('W', ({ name }) => [
    `A font in ${shown(name)} is not built as it should be.`,
    'Some letters may not show on other machines.',
    resave,
  ]),
  'pdf.suspicious-link': row<Named & { link: string }>('W', ({ name, link }) => [
    `${shown(name)} has a link of an unusual kind: ${shown(link)}.`,
    'Such links can start programs or open files on the reader’s machine.',
    'Use ordinary web links, or submit as it is.',
  ]),
  'pdf.hidden-text': row<Named & { sample: string; page: number }>('W', ({ name, sample, page }) => [
    `Page ${page} of ${shown(name)} holds text that readers cannot see, beginning ${shown(sample)}.`,
    'Organizers look at such text themselves; nothing is decided by a machine.',
    'If you did not mean to put it there, remove it and upload the PDF again.',
  ]),
};
