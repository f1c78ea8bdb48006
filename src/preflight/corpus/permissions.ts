/**
 * Owns what a PDF needs that opens without a password and says what its reader may do with it. Nothing in it is really
 * scrambled: the filters for strings and streams are "Identity" (ISO 32000-1, 7.6.3, algorithms 2 and 5).
 */
import { createHash } from 'node:crypto';
import type { PdfParts } from './pdfs.ts';

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const owner = Buffer.alloc(32, 0x41);
const id = Buffer.alloc(16, 0x42);

/** `permissions` as the standard counts them: -4 allows all, -3904 nothing. */
export function permitting(permissions: number): PdfParts {
  const allowed = Buffer.alloc(4);
  allowed.writeInt32LE(permissions);
  let key = md5(padding, owner, allowed, id);
  for (let i = 0; i < 50; i++) key = md5(key);
  let user = rc4(key, md5(padding, id));
  for (let round = 1; round < 20; round++)
    user = rc4(
      key.map((byte) => byte ^ round),
      user,
    );
  const check = Buffer.concat([user, Buffer.alloc(16)]).toString('hex');
  return {
    objects: {
      100: `<< /Filter /Standard /V 4 /R 4 /Length 128 /P ${permissions} /O <${owner.toString('hex')}> /U <${check}> /CF << >> /StmF /Identity /StrF /Identity >>`,
    },
    trailer: `/Encrypt 100 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`,
  };
}

const md5 = (...parts: Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest();

function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b]!, state[a]!]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return bytes.map((byte) => {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    swap(i, j);
    return byte ^ state[(state[i]! + state[j]!) & 255]!;
  });
}
