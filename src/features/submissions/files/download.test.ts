import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resources } from '#app/platform/resources.server.ts';
import { handIn } from '../../../../tests/files.ts';
import { bareDraft } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../../tests/world.ts';
import { answerFile } from './download.server.ts';
import { fetchFile, previewFile, showFiles } from './operations.server.ts';

let world: World;
let id: string;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  world.at(whileOpen);
  id = await bareDraft(world, 'chiara');
});

describe('a file handed out', () => {
  it('is a download of unknown type under its canonical name, whatever it holds', async () => {
    const html = await give('“évil” main.html', Buffer.from('<script>alert(1)</script>'));
    await shown();
    const answer = answerFile(new Request('http://salon.test/'), await fetchFile(as(), { id: html }), {
      play: true,
    });
    expect(Object.fromEntries(answer.headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="Tides_main.html"; filename*=UTF-8''Tides_main.html`,
      'content-length': '25',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': 'application/octet-stream',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    await answer.body?.cancel();
  });

  it('comes in parts where a player asks for parts', async () => {
    const file = await fetchFile(as(), { id: await give('note.txt', Buffer.from('0123456789')) });
    const parts = [];
    for (const range of [
      'bytes=2-4',
      'bytes=-3',
      'bytes=8-',
      'bytes=10-',
      'bytes=5-2',
      'bytes=a-b',
      'bytes=0-1,3-4',
    ]) {
      const answer = answerFile(new Request('http://salon.test/', { headers: { range } }), file);
      parts.push([answer.status, answer.headers.get('content-range'), await answer.text()]);
    }
    expect(parts).toEqual([
      [206, 'bytes 2-4/10', '234'],
      [206, 'bytes 7-9/10', '789'],
      [206, 'bytes 8-9/10', '89'],
      [416, 'bytes */10', ''],
      [416, 'bytes */10', ''],
      [200, null, '0123456789'],
      [200, null, '0123456789'],
    ]);
  });

  it('as a picture is drawn anew, smaller, without what its camera wrote', async () => {
    const photo = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#456' } })
      .withExif({ IFD0: { Copyright: 'where I live' } })
      .jpeg()
      .toBuffer();
    const file = await give('photo.jpg', photo);
    await shown();
    const preview = await previewFile(as(), { id: file });
    const { width, height, exif, format } = await sharp(
      resources().files.localPath(preview.sha256),
    ).metadata();
    expect([photo.includes('where I live'), width, height, exif, format]).toEqual([
      true,
      1600,
      800,
      undefined,
      'webp',
    ]);
    expect(await previewFile(as(), { id: file })).toEqual(preview);
  });
});

const as = () => world.as('chiara');
const shown = () => showFiles(as(), { id });
const give = (name: string, bytes: Uint8Array) => handIn(world, 'chiara', id, { name, bytes });
