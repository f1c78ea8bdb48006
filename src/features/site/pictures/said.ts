/** What is said after an upload of pictures: it comes back in the address, as a word for which there is a sentence. */
import { sayExactSize } from '#app/preflight/size.ts';
import { mostPictures } from './picture.ts';

export type UploadProblem = keyof typeof sentences;

const sentences = {
  nothing: 'No picture came. Choose one or several, then send them.',
  statement: 'Nothing was kept: tick that you may publish them, and send them again.',
  'no-picture': 'One of the files is no picture that pages can show. Use JPEG, PNG, WebP, AVIF, GIF or SVG.',
  unreadable: 'One of the pictures could not be read. Save it anew in your program, and send it again.',
  'too-large': `A picture may have ${sayExactSize(mostPictures.bytes)} at most. Make it smaller, and send it again.`,
  'too-many': `Send at most ${mostPictures.atOnce} pictures at once.`,
  'no-room': 'There is no room left on the disk of this server. Tell whoever runs it.',
  late: 'This edition is archived, so its pictures stay as they are.',
  broken: 'What was sent broke off on the way. Send it again.',
};

export const sayUploadProblem = (code: string | null): string =>
  code !== null && Object.hasOwn(sentences, code) ? sentences[code as UploadProblem] : '';
