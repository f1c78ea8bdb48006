/** The words about .zip archives. */
import { notA, row, shown, type Named } from './row.ts';
import { sayExactSize } from '../size.ts';

const again = 'Make a new .zip with the ordinary tool of your computer, or drop the files here as they are.';
const unsafe = 'Programs disagree on what such an archive holds, so we do not open it.';

export const archiveWords = {
  'zip.not-a-zip': row<Named & { kind: string }>('R', (facts) => [
    notA('.zip', facts),
    'We can open only ordinary .zip archives.',
    again,
  ]),
  'zip.corrupt': row<Named & { detail: string }>('R', ({ name, detail }) => [
    `The archive ${shown(name)} is damaged or cut short (${detail}).`,
    'Part of your work would be missing.',
    again,
  ]),
  'zip.empty': row<Named>('R', ({ name }) => [
    `The archive ${shown(name)} holds no files.`,
    'There is nothing to show to the jury.',
    'Put the files into it, or drop them here as they are.',
  ]),
  'zip.encrypted': row<Named>('R', ({ name }) => [
    `The archive ${shown(name)} is protected by a password.`,
    'The jury could not open it.',
    'Make it again without a password.',
  ]),
  'zip.multi-part': row<Named>('R', ({ name }) => [
    `${shown(name)} is one part of an archive that was split.`,
    'Without its other parts it cannot be opened.',
    'Make one single .zip.',
  ]),
  'zip.unsupported-method': row<Named & { method: number }>('R', ({ name, method }) => [
    `${shown(name)} is compressed in a way we do not open (method ${method}).`,
    'Ordinary computers could not open it either.',
    again,
  ]),
  'zip.size-mismatch': row<Named>('R', ({ name }) => [
    `${shown(name)} is not as large as the archive says.`,
    unsafe,
    again,
  ]),
  'zip.bomb': row<Named & { detail: string }>('R', ({ name, detail }) => [
    `${shown(name)} would grow beyond what we open (${detail}).`,
    'It could fill the machines of the jury.',
    'If these are real files, hand them in as they are or ask the organizers for another way.',
  ]),
  'zip.overlap': row<Named>('R', ({ name }) => [
    `Entries of the archive ${shown(name)} overlap.`,
    unsafe,
    again,
  ]),
  'zip.ambiguous': row<Named & { detail: string }>('R', ({ name, detail }) => [
    `${shown(name)} describes its content in two ways that disagree (${detail}).`,
    unsafe,
    again,
  ]),
  'zip.polyglot': row<Named>('R', ({ name }) => [
    `${shown(name)} is an archive and another kind of file at once.`,
    unsafe,
    again,
  ]),
  'zip.path-traversal': row<Named>('R', ({ name }) => [
    `The archive holds a file whose name leads out of its folder: ${shown(name)}.`,
    'Such a name can overwrite other files on the machine that opens it.',
    again,
  ]),
  'zip.special-file': row<Named & { kind: string }>('R', ({ name, kind }) => [
    `The archive holds ${kind}: ${shown(name)}.`,
    'It points to something on your own machine and holds nothing of the work.',
    'Put the real file in its place and make the .zip again.',
  ]),
  'zip.too-many-entries': row<Named & { count: number; limit: number; supplement?: 'looked-at' | 'left' }>(
    'R',
    ({ name, count, limit, supplement }) => {
      if (!supplement)
        return [
          `The archive ${shown(name)} holds ${count} files; we open up to ${limit}.`,
          'The jury looks at a main piece and a few supplements.',
          'Leave out what the jury need not see, or ask the organizers for another way.',
        ];
      return [
        `The archive ${shown(name)} holds ${count} files; ${supplement === 'left' ? 'we look into one of up to' : 'few people look at more than'} ${limit}.`,
        supplement === 'left'
          ? 'What is in it was not checked.'
          : 'Reviewers may leave supplements aside, all the more when they are large.',
        supplement === 'left'
          ? 'Leave out what can be installed again, or submit as it is.'
          : 'Nothing to do; a file at its top that says where to begin helps them.',
      ];
    },
  ),
  'zip.duplicate-name': row<Named & { identical: boolean }>('R', ({ name, identical }) => [
    `The archive holds the name ${shown(name)} more than once${identical ? ', with the same content' : ''}.`,
    identical ? 'We keep one copy.' : 'Nobody can tell which one you mean.',
    identical ? 'Nothing to do.' : 'Give the files different names and make the .zip again.',
  ]),
  'zip.nested-archive': row<Named & { whole: boolean }>('R', ({ name, whole }) => [
    whole
      ? `Your whole work is inside a second archive, ${shown(name)}: it was zipped twice.`
      : `The archive holds another archive, ${shown(name)}.`,
    'We never open archives inside archives, so the jury would not see what is in it.',
    whole ? 'Upload the inner archive itself.' : 'Hand in the files themselves, or submit as it is.',
  ]),
  'zip.hidden-data': row<Named & { bytes: number; entry: boolean }>('R', ({ name, bytes, entry }) => [
    entry
      ? `${shown(name)} holds a file that its own list does not name.`
      : `${shown(name)} holds ${bytes} bytes that belong to none of its files.`,
    entry ? unsafe : 'Some programs leave such gaps; it is also a way to hide a file.',
    entry ? again : 'Nothing to do if you know the program that made it.',
  ]),
  'zip.trailing-data': row<Named & { bytes: number }>('W', ({ name, bytes }) => [
    `${shown(name)} has ${bytes} more bytes after its end.`,
    'The archive itself is complete.',
    'Nothing to do.',
  ]),
  'zip.unexpected-file': row<Named>('W', ({ name }) => [
    `${shown(name)} is not something this call names: its name hides it from people.`,
    'Programs leave such files behind; it is kept with your work like everything else.',
    'Nothing to do, or leave it out if you did not mean to send it.',
  ]),
  'zip.executable': row<Named>('W', ({ name }) => [
    `${shown(name)} is marked as a program to run.`,
    'We never run what is handed in.',
    'Nothing to do if it is an ordinary file.',
  ]),
  'zip.too-large-to-look': row<Named & { bytes: number }>('W', ({ name, bytes }) => [
    `${shown(name)} unpacks to ${sayExactSize(bytes)}, too much for us to look inside.`,
    'We checked that it is complete, not what it shows.',
    'Nothing to do; an organizer will look.',
  ]),
};
