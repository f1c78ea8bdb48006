/** The words about any file: its name, its type, its size, and what we could not read. */
import { row, shown, type Named } from './row.ts';
import { sayExactSize } from '../size.ts';

const escapedOnly = 'We keep the name as you wrote it and use a plain one in our copies.';
const nothing = 'Nothing to do.';
const rename = 'Give the file an ordinary name and hand it in again.';

export const fileWords = {
  'file.empty': row<Named>('R', ({ name }) => [
    `${shown(name)} is empty (0 bytes).`,
    'The upload or the export may have stopped before it began.',
    'Open the file once on your machine, save it again, and upload that.',
  ]),
  'file.too-large': row<{ bytes: number; limit: number }>('R*', ({ bytes, limit }) => [
    `The hand-in has ${sayExactSize(bytes)}; the call allows ${sayExactSize(limit)}.`,
    'The limit keeps uploads quick for everybody, also on slow lines.',
    'Make the largest file smaller, or ask the organizers for another way.',
  ]),
  'file.unreadable': row<Named>('W', ({ name }) => [
    `We could not read ${shown(name)} to the end of our checks.`,
    'The fault may be ours, so it does not count against you.',
    'Nothing to do; an organizer will look at the file.',
  ]),
  'name.control-char': row<Named>('R', ({ name }) => [
    `A file name holds signs that nobody types: ${shown(name)}.`,
    'Such names are used to mislead programs.',
    rename,
  ]),
  'name.empty': row<object>('R', () => ['A file has no name.', 'Nobody could open or address it.', rename]),
  'name.encoding': row<Named>('R', ({ name }) => [
    `The name ${shown(name)} is not valid text.`,
    'Different programs would read different names.',
    rename,
  ]),
  'name.too-long': row<Named & { bytes: number; limit: number }>('R', ({ name, bytes, limit }) => [
    `The name ${shown(name)} is ${bytes} bytes long; computers allow ${limit}.`,
    'The file could not be saved under it.',
    'Shorten the name and hand it in again.',
  ]),
  'name.too-deep': row<Named & { depth: number; limit: number }>('R', ({ name, depth, limit }) => [
    `${shown(name)} lies ${depth} folders deep; we go down ${limit}.`,
    'People could hardly find it.',
    'Put the files into one folder and make the .zip again.',
  ]),
  'name.bidi-control': row<Named>('W', ({ name }) => [
    `The name ${shown(name)} holds invisible signs that turn the reading direction.`,
    'They can make one ending look like another.',
    `${escapedOnly} ${nothing}`,
  ]),
  'name.reserved': row<Named>('W', ({ name }) => [
    `${shown(name)} is a name that Windows keeps for itself.`,
    'It could not be saved there.',
    `${escapedOnly} ${nothing}`,
  ]),
  'name.trailing': row<Named>('W', ({ name }) => [
    `The name ${shown(name)} has a space or a dot where it ends.`,
    'Some computers drop it, and the file is not found.',
    `${escapedOnly} ${nothing}`,
  ]),
  'name.suspicious': row<Named>('W', ({ name }) => [
    `The name ${shown(name)} holds signs that programs may read as commands.`,
    'It is kept as plain text and never run.',
    `${escapedOnly} ${nothing}`,
  ]),
  'name.encoding-unknown': row<Named>('W', ({ name }) => [
    `The name ${shown(name)} is written in an old encoding that we had to guess.`,
    'Some letters may look wrong.',
    `Check the name in the form. ${escapedOnly}`,
  ]),
  'type.mismatch': row<Named & { kind: string; extension: string }>('R', ({ name, kind, extension }) => [
    `${shown(name)} ends in .${extension}, but its content is ${kind}.`,
    'What is opened would not be what the name promises.',
    'Hand in the file in its own format, with its own ending.',
  ]),
  'type.extension': row<Named & { kind: string; extension: string }>('W', ({ name, kind, extension }) => [
    `${shown(name)} ends in .${extension}, but it is ${kind}.`,
    'Some programs will not open it under that ending.',
    'Nothing to do: our copy gets the right ending.',
  ]),
  'type.corrupt': row<Named & { kind: string }>('R', ({ name, kind }) => [
    `${shown(name)} should be ${kind}, but it is damaged.`,
    'It cannot be opened as you made it.',
    'Save or copy it again, open it once yourself, and upload that.',
  ]),
  'type.executable': row<Named & { kind: string }>('W', ({ name, kind }) => [
    `${shown(name)} is ${kind}.`,
    'We never run programs, and jurors get them only when the organizers agree.',
    'Add a video that shows the work, and submit; the organizers will decide about the program.',
  ]),
  'type.active-content': row<Named & { kind: string }>('W', ({ name, kind }) => [
    `${shown(name)} is ${kind} with parts that run.`,
    'It is shown only in a closed frame, once the organizers agree.',
    'Nothing to do; a video that shows the work helps the jury.',
  ]),
  'type.external-reference': row<Named>('W', ({ name }) => [
    `${shown(name)} loads parts from elsewhere.`,
    'We load nothing from other places, so those parts will be missing.',
    'Put everything into the file itself if you can.',
  ]),
  'type.no-preview': row<Named & { kind: string }>('W', ({ name, kind }) => [
    `${shown(name)} is ${kind}, which we cannot show in the browser.`,
    'Jurors have to download it and may not have the program for it.',
    'Add a picture, a PDF or a video that shows it, if you can.',
  ]),
  'type.xml-entity': row<Named>('R', ({ name }) => [
    `${shown(name)} defines entities, a way to make a small file grow or read other files.`,
    'We do not open such files.',
    'Export it again as plain SVG, or as PNG.',
  ]),
  'privacy.secrets': row<Named>('W', ({ name }) => [
    `${shown(name)} looks like something private: a key, a password file or the history of a project.`,
    'Everybody who gets the archive could read it.',
    'Did you mean to send it? If not, take it out and make the .zip again.',
  ]),
};
