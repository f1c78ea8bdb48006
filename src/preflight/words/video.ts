/** The words about video and sound. */
import { row, shown, trim, type Named } from './row.ts';

export const videoWords = {
  'video.too-long': row<Named & { seconds: number; limit: number; film: boolean }>(
    'W',
    ({ name, seconds, limit, film }) => [
      `The video ${shown(name)} lasts ${trim(seconds)} s; the call asks for at most ${limit} s${film ? ' unless the work is a film' : ''}.`,
      'The jury sees every video in full, so they all get the same time.',
      film
        ? `Cut it to ${limit} s, or, if it is a film, hand it in as the main work.`
        : `Cut it to ${limit} s, or submit as it is.`,
    ],
  ),
  'video.too-short': row<Named & { seconds: number }>('W', ({ name, seconds }) => [
    `The video ${shown(name)} is over at once (${trim(seconds, 2)} s).`,
    'The export may have stopped early.',
    'Play the file once; if it is complete, submit as it is.',
  ]),
  'video.no-picture': row<Named>('W', ({ name }) => [
    `${shown(name)} has sound but no picture.`,
    'It was given as a video.',
    'If it is a sound piece, hand it in as the main work; otherwise export it again with its picture.',
  ]),
  'video.codec': row<Named & { codec: string }>('W', ({ name, codec }) => [
    `${shown(name)} is stored as ${codec}, which many browsers cannot play.`,
    'Jurors may see a black frame.',
    'Export it as H.264 in an mp4 if you can, or submit as it is.',
  ]),
  'video.too-large-frame': row<Named & { width: number; height: number }>('W', ({ name, width, height }) => [
    `The picture of ${shown(name)} measures ${width} x ${height}.`,
    'Few machines can play a video of that size.',
    'Export it at 4K or smaller if you can, or submit as it is.',
  ]),
  'video.external-reference': row<Named>('W', ({ name }) => [
    `${shown(name)} points to sound or picture in other files.`,
    'Those files are not here, so nobody else can play it.',
    'Export one complete file that holds everything.',
  ]),
  'video.corrupt': row<Named & { main: boolean; detail?: string }>('R', ({ name, main, detail }) => [
    `${shown(name)} is damaged or cut short${detail ? ` (${detail})` : ''}.`,
    main ? 'We cannot play it, so the jury could not either.' : 'Part of it may not play.',
    'Export or copy it again and check that it plays to the end.',
  ]),
};
