/** Owns the filters of a PDF that nobody but it uses: ISO 32000, 7.4.2 to 7.4.5. Each takes a piece and gives what it grows to. */

/** Null where the data says that it ends. */
export type Step = (piece: Uint8Array) => Uint8Array | null;

/** 7.4.2: ends at `>`, and what is no digit is passed over. */
export function asciiHex(): Step {
  let half = -1;
  let ended = false;
  return (piece) => {
    if (ended) return null;
    const out = new Uint8Array(piece.length);
    let size = 0;
    for (const byte of piece) {
      if (byte === 0x3e) {
        ended = true;
        break;
      }
      const digit = parseInt(String.fromCharCode(byte), 16);
      if (Number.isNaN(digit)) continue;
      if (half < 0) half = digit;
      else {
        out[size++] = half * 16 + digit;
        half = -1;
      }
    }
    return out.subarray(0, size);
  };
}

/** 7.4.3: ends at `~`, and `z` is four zeros. */
export function ascii85(): Step {
  let group: number[] = [];
  let ended = false;
  return (piece) => {
    if (ended) return null;
    const out = new Uint8Array(piece.length * 4 + 8);
    let size = 0;
    const push = (value: number, bytes: number) => {
      for (let i = 0; i < bytes; i++) out[size++] = (value / 2 ** (24 - 8 * i)) & 255;
    };
    for (const byte of piece) {
      if (byte === 0x7e) {
        ended = true;
        break;
      }
      if (byte === 0x7a && group.length === 0) size += 4;
      else if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21);
      if (group.length < 5) continue;
      const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
      push(value, 4);
      group = [];
    }
    if (ended && group.length > 1) {
      const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0);
      push(value, group.length - 1);
    }
    return out.subarray(0, size);
  };
}

/** 7.4.5: ends at a length of 128. */
export function runLength(): Step {
  let copy = 0;
  let repeat = 0;
  let ended = false;
  return (piece) => {
    if (ended) return null;
    const out = new Uint8Array(piece.length * 64 + 128);
    let size = 0;
    for (const byte of piece) {
      if (copy > 0) {
        out[size++] = byte;
        copy -= 1;
      } else if (repeat > 0) {
        out.fill(byte, size, size + repeat);
        size += repeat;
        repeat = 0;
      } else if (byte === 128) {
        ended = true;
        break;
      } else if (byte < 128) copy = byte + 1;
      else repeat = 257 - byte;
    }
    return out.subarray(0, size);
  };
}

/** `early`: the width of codes grows one code early, as it does unless the file says otherwise. */
export function lzw(early: boolean): Step {
  const before = new Uint16Array(4_097);
  const last = new Uint8Array(4_097);
  const length = new Uint16Array(4_097);
  for (let i = 0; i < 256; i++) [last[i], length[i]] = [i, 1];
  let next = 258;
  let width = 9;
  let previous = -1;
  let bits = 0;
  let held = 0;
  let ended = false;
  const firstOf = (code: number) => {
    let at = code;
    while (at > 257) at = before[at]!;
    return last[at]!;
  };
  return (piece) => {
    if (ended) return null;
    let out = new Uint8Array(16_384);
    let size = 0;
    for (const byte of piece) {
      held = ((held << 8) | byte) & 0xffffff;
      bits += 8;
      if (bits < width) continue;
      bits -= width;
      const code = (held >> bits) & ((1 << width) - 1);
      if (code === 257 || code > next || (code === next && previous < 0)) {
        ended = true;
        break;
      }
      if (code === 256) {
        [next, width, previous] = [258, 9, -1];
        continue;
      }
      if (previous >= 0 && next < 4_096) {
        before[next] = previous;
        last[next] = firstOf(code === next ? previous : code);
        length[next] = length[previous]! + 1;
        next += 1;
      }
      const end = size + length[code]!;
      if (end > out.length) {
        const larger = new Uint8Array(end * 2);
        larger.set(out);
        out = larger;
      }
      for (let at = code, i = end - 1; i >= size; i--, at = before[at]!) out[i] = last[at]!;
      size = end;
      previous = code;
      const full = next + (early ? 1 : 0);
      width = full >= 2_048 ? 12 : full >= 1_024 ? 11 : full >= 512 ? 10 : 9;
    }
    return out.subarray(0, size);
  };
}
