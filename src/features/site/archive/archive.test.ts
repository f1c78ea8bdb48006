import { describe, expect, it } from 'vitest';
import { file, picture, rendition, work } from '../../../../tests/records.ts';
import { withoutPieces } from './archive.ts';

describe('a piece that runs in a browser', () => {
  it('is in no archive, but for the picture beside it', () => {
    const still = picture([1200, 800], { alt: 'A room (invented)' });
    const piece = file({
      kind: 'web',
      renditions: [
        rendition('web', 'main/index.html', 'text/html'),
        rendition('part', 'main/play.js', 'text/javascript'),
      ],
    });
    const record = work('a-room', { files: [piece, still] });
    expect(withoutPieces(record)).toEqual({ ...record, files: [{ ...piece, renditions: [] }, still] });
  });
});
