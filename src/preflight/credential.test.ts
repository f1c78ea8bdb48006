import { describe, expect, it } from 'vitest';
import { credentialIn } from './credential.ts';

const claim = (type: string) =>
  Buffer.from(
    `\0\0\0\0jumb\0\0\0\x1ejumdc2pa…c2pa.created http://cv.iptc.org/newscodes/digitalsourcetype/${type}\0`,
    'latin1',
  );
const sized = (length: number, order: 'big' | 'little' = 'big') => {
  const bytes = Buffer.alloc(4);
  if (order === 'big') bytes.writeUInt32BE(length);
  else bytes.writeUInt32LE(length);
  return bytes;
};

/** Cut in two in the middle of the source type, as encoders do where a segment is full. */
function jpeg(body: Buffer): Buffer {
  const pieces = [body.subarray(0, body.length - 12), body.subarray(body.length - 12)];
  const segments = pieces.flatMap((piece, at) => {
    const head = Buffer.concat([
      Buffer.from('JP\0\x01', 'latin1'),
      sized(at + 1),
      at > 0 ? body.subarray(0, 8) : Buffer.alloc(0),
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(2 + head.length + piece.length);
    return [Buffer.from([0xff, 0xeb]), length, head, piece];
  });
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, Buffer.from([0xff, 0xda, 0, 2])]);
}

const png = (body: Buffer, name = 'caBX') =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    sized(body.length),
    Buffer.from(name),
    body,
    Buffer.alloc(4),
  ]);
const webp = (body: Buffer) =>
  Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WEBP'),
    Buffer.from('odd '),
    sized(3, 'little'),
    Buffer.alloc(4),
    Buffer.from('C2PA'),
    sized(body.length, 'little'),
    body,
  ]);
const mp4 = (body: Buffer) =>
  Buffer.concat([
    sized(16),
    Buffer.from('ftypisom\0\0\0\0'),
    sized(24 + body.length),
    Buffer.from('uuid'),
    Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex'),
    body,
  ]);

describe('a content credential', () => {
  it('is found in each kind of file that carries one, with what it says of the making', () => {
    for (const made of [jpeg, png, webp, mp4])
      expect([made.name, credentialIn(made(claim('trainedAlgorithmicMedia')))]).toEqual([
        made.name,
        ['trainedAlgorithmicMedia'],
      ]);
  });

  it('is not seen in words that only speak of one', () => {
    const words = claim('digitalCapture');
    expect([credentialIn(png(words, 'tEXt')), credentialIn(words), credentialIn(new Uint8Array())]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('says nothing where it names no source, and nothing breaks where the file is torn anywhere', () => {
    expect(credentialIn(png(Buffer.from('jumb c2pa')))).toEqual([]);
    for (const made of [jpeg, png, webp, mp4]) {
      const whole = made(claim('digitalCapture'));
      for (let end = 0; end < whole.length; end += 1) credentialIn(whole.subarray(0, end));
    }
  });
});
