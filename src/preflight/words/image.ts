/** The words about pictures. */
import { row, shown, type Named } from './row.ts';

const pixels = (value: number) => `${Math.round(value / 1e6)} megapixels`;

export const imageWords = {
  'image.corrupt': row<Named & { detail: string; main: boolean }>('R', ({ name, detail }) => [
    `The picture ${shown(name)} is damaged or cut short (${detail}).`,
    'It cannot be shown as you made it.',
    'Export or copy it again and look at it once before you upload it.',
  ]),
  'image.bomb': row<Named & { detail: string }>('R', ({ name, detail }) => [
    `The picture ${shown(name)} would grow far beyond what its size promises (${detail}).`,
    'Opening it could stop the machines of the jury, so we do not.',
    'Export the picture again from the program that made it.',
  ]),
  'image.too-many-pixels': row<Named & { width: number; height: number }>('R', ({ name, width, height }) => [
    `The picture ${shown(name)} has ${width} x ${height} pixels (${pixels(width * height)}); we can show up to 100 megapixels.`,
    'Larger pictures stop many machines.',
    'Export it at 10,000 x 10,000 pixels or smaller, or ask the organizers for another way.',
  ]),
  'image.too-many-frames': row<Named & { frames: number }>('W', ({ name, frames }) => [
    `${shown(name)} has ${frames} frames; we look at the first 100.`,
    'Very long animations play better as a video.',
    'Nothing to do, or export it as mp4.',
  ]),
  'image.metadata-bomb': row<Named & { detail: string }>('W', ({ name, detail }) => [
    `${shown(name)} carries far more hidden data than picture (${detail}).`,
    'It slows down everybody who opens it.',
    'Export the picture again without metadata, or submit as it is.',
  ]),
  'image.trailing-bytes': row<Named & { bytes: number }>('W', ({ name, bytes }) => [
    `${shown(name)} has ${bytes} more bytes after the end of the picture.`,
    'Some cameras and programs do this; it is also a way to hide a second file.',
    'Nothing to do; the picture itself is fine.',
  ]),
};
