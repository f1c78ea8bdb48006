/** What is asked of the child that makes pictures, and how its answer is parted into frames. */
import type { Size } from './picture-sizes.ts';

export interface Order {
  path: string;
  make: 'pictures' | 'tiles' | 'bare';
  /** How the names begin. */
  stem: string;
  xmp: string;
  maxPixels: number | null;
}

export type Made = Size & { name: string; mime: string };
export type Frame = { said: Made | { measured: Size } | { mark: string }; bytes: Uint8Array };

/** Two lengths, then as many bytes of JSON and of picture. */
export function framed(said: object, bytes: Uint8Array): Uint8Array {
  const words = new TextEncoder().encode(JSON.stringify(said));
  const frame = new Uint8Array(8 + words.length + bytes.length);
  const view = new DataView(frame.buffer);
  view.setUint32(0, words.length);
  view.setUint32(4, bytes.length);
  frame.set(words, 8);
  frame.set(bytes, 8 + words.length);
  return frame;
}

/** Throws where the answer ends within a frame. */
export function framesIn<Said = Frame['said']>(answer: Uint8Array): { said: Said; bytes: Uint8Array }[] {
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
  const frames: { said: Said; bytes: Uint8Array }[] = [];
  for (let at = 0; at < answer.length; ) {
    const words = at + 8;
    const bytes = words + view.getUint32(at);
    const end = bytes + view.getUint32(at + 4);
    if (end > answer.length) throw new Error('The answer of the child that makes pictures ends too early.');
    const said = JSON.parse(new TextDecoder().decode(answer.subarray(words, bytes))) as Said;
    frames.push({ said, bytes: answer.subarray(bytes, end) });
    at = end;
  }
  return frames;
}
