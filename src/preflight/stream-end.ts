/**
 * Owns the question whether a sound that is only a row of frames (MP3, ADTS) was cut: it states no length of its own, so
 * what can be told is whether its last frame is whole, and for MP3 what its encoder noted in the first (ISO 11172-3,
 * 2.4; ISO 14496-3, 1.A.2; the note is "Xing" or "Info" by its first word).
 */
import { at, u32be } from './bytes.ts';
import { piecesOf, sliceOf, type ByteSource } from './sources.ts';

/** True when the last frame reaches beyond the end, or the encoder noted far more bytes than there are. */
export async function framesCut(kind: string, source: ByteSource): Promise<boolean> {
  const lengthAt = kind === 'mp3' ? mp3Length : kind === 'aac' ? adtsLength : null;
  if (!lengthAt) return false;
  const start = await behindTags(source);
  if (kind === 'mp3' && (await noted(source, start)) > (source.size - start) * 1.02 + 2_000) return true;
  let next = 0;
  let kept = new Uint8Array();
  let base = 0;
  for await (const piece of piecesOf(sliceOf(source, start, source.size))) {
    const bytes = new Uint8Array(kept.length + piece.length);
    bytes.set(kept);
    bytes.set(piece, kept.length);
    while (next - base + longestHeader <= bytes.length) {
      const length = lengthAt(bytes, next - base);
      // Words of other programs, or damage that a player skips: nothing can be told of the end.
      if (length === 0) return false;
      next += length;
    }
    const from = Math.min(next - base, bytes.length);
    kept = bytes.slice(from);
    base += from;
  }
  // A few bytes are left that begin like a frame.
  return start + next > source.size || kept[0] === 0xff;
}

const longestHeader = 7;

async function behindTags(source: ByteSource): Promise<number> {
  const head = await source.read(0, 10);
  if (!at(head, 0, 'ID3')) return 0;
  const size = head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  return 10 + size + ((head[5]! & 0x10) !== 0 ? 10 : 0);
}

/** The bytes of the whole, as its first frame notes them; 0 where it does not. */
async function noted(source: ByteSource, start: number): Promise<number> {
  const frame = await source.read(start, Math.min(start + 64, source.size));
  for (const offset of [13, 21, 36]) {
    if (!at(frame, offset, 'Xing') && !at(frame, offset, 'Info')) continue;
    const flags = u32be(frame, offset + 4);
    return (flags & 2) === 0 ? 0 : u32be(frame, offset + ((flags & 1) === 0 ? 8 : 12));
  }
  return 0;
}

const kilobits = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const rates = [44_100, 48_000, 32_000];

function mp3Length(bytes: Uint8Array, start: number): number {
  const [first = 0, second = 0, third = 0] = bytes.subarray(start, start + 3);
  const version = (second >> 3) & 3;
  const layer3 = (second & 6) === 2;
  if (first !== 0xff || (second & 0xe0) !== 0xe0 || version === 1 || !layer3) return 0;
  const rate = rates[(third >> 2) & 3];
  const bits = kilobits[version === 3 ? 0 : 1][third >> 4];
  if (!rate || !bits) return 0;
  const perSecond = version === 3 ? rate : version === 2 ? rate / 2 : rate / 4;
  return Math.floor(((version === 3 ? 144 : 72) * bits * 1000) / perSecond) + ((third >> 1) & 1);
}

function adtsLength(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== 0xff || (bytes[start + 1]! & 0xf6) !== 0xf0) return 0;
  const length = (bytes[start + 3]! & 3) * 2048 + bytes[start + 4]! * 8 + (bytes[start + 5]! >> 5);
  return length < longestHeader ? 0 : length;
}
