/** Our packet inside of an MP4, and what its own boxes say of its size and length. Source: ISO 14496-12, XMP part 3. */
import { at, joined, u32be, u64be } from '#app/preflight/bytes.ts';

/** BE7ACFCB-97A9-42E8-9C71-999491E3AFAC, by which readers know a packet of XMP. */
const xmpId = Uint8Array.of(
  0xbe,
  0x7a,
  0xcf,
  0xcb,
  0x97,
  0xa9,
  0x42,
  0xe8,
  0x9c,
  0x71,
  0x99,
  0x94,
  0x91,
  0xe3,
  0xaf,
  0xac,
);

/** A box to stand at the very end, where it moves nothing that tables point to. */
export function packetBox(xmp: string): Uint8Array {
  const packet = new TextEncoder().encode(xmp);
  const head = new Uint8Array(8);
  new DataView(head.buffer).setUint32(0, 8 + xmpId.length + packet.length);
  head.set(new TextEncoder().encode('uuid'), 4);
  return joined([head, xmpId, packet]);
}

export interface MovieFacts {
  width: number | null;
  height: number | null;
  seconds: number | null;
}

/** Of a movie that we made ourselves, from the boxes at its beginning. */
export function movieFacts(head: Uint8Array): MovieFacts {
  const facts: MovieFacts = { width: null, height: null, seconds: null };
  walk(head, 0, head.length, (type, body) => {
    const long = head[body] === 1;
    if (type === 'mvhd') {
      const scale = u32be(head, body + (long ? 20 : 12));
      const length = long ? u64be(head, body + 24) : u32be(head, body + 16);
      if (scale > 0) facts.seconds = Math.round((length / scale) * 1000) / 1000;
    }
    if (type === 'tkhd') {
      const width = u32be(head, body + (long ? 88 : 76)) >>> 16;
      const height = u32be(head, body + (long ? 92 : 80)) >>> 16;
      if (width > 0 && height > 0) Object.assign(facts, { width, height });
    }
  });
  return facts;
}

function walk(bytes: Uint8Array, from: number, to: number, meet: (type: string, body: number) => void): void {
  for (let here = from; here + 8 <= to; ) {
    const size = u32be(bytes, here);
    if (size < 8) return;
    const type = String.fromCharCode(...bytes.subarray(here + 4, here + 8));
    if (at(bytes, here + 4, 'moov') || at(bytes, here + 4, 'trak'))
      walk(bytes, here + 8, Math.min(to, here + size), meet);
    else meet(type, here + 8);
    here += size;
  }
}
