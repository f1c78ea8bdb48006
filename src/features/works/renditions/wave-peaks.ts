/** The waveform of a WAV, read without a decoder; null where its samples are of no plain kind. */
import { at, u16le, u32le } from '#app/preflight/bytes.ts';
import { gatherPeaks, type Peaks } from './peaks.ts';

export function wavePeaks(bytes: Uint8Array): Peaks | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format = -1;
  for (let here = 12; here + 8 <= bytes.length; ) {
    const size = u32le(bytes, here + 4);
    if (at(bytes, here, 'fmt ')) format = here + 8;
    if (at(bytes, here, 'data') && format > 0) {
      const read = readers[`${u16le(bytes, format)} ${u16le(bytes, format + 14)}`];
      const channels = u16le(bytes, format + 2);
      const step = u16le(bytes, format + 12);
      const perSecond = u32le(bytes, format + 4);
      const each = step / channels;
      if (!read || !(each >= 1) || !Number.isInteger(each) || perSecond === 0) return null;
      const gather = gatherPeaks(perSecond);
      const end = Math.min(bytes.length, here + 8 + size) - step;
      for (let from = here + 8; from <= end; from += step) {
        let sum = 0;
        for (let channel = 0; channel < channels; channel += 1) sum += read(view, from + channel * each);
        gather.sample(sum / channels);
      }
      return gather.result();
    }
    here += 8 + size + (size & 1);
  }
  return null;
}

/** By format (1 whole numbers, 3 fractions) and bits. */
const readers: Record<string, ((view: DataView, from: number) => number) | undefined> = {
  '1 8': (view, from) => (view.getUint8(from) - 128) / 128,
  '1 16': (view, from) => view.getInt16(from, true) / 32_768,
  '1 24': (view, from) => ((view.getInt8(from + 2) << 16) | view.getUint16(from, true)) / 8_388_608,
  '1 32': (view, from) => view.getInt32(from, true) / 2_147_483_648,
  '3 32': (view, from) => view.getFloat32(from, true),
};
