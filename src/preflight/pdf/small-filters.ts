/** Owns the filters of a PDF that nobody but it uses: ISO 32000, 7.4.2 to 7.4.5. Each takes a piece and gives what it grows to. */

/** Null where the data says that it ends. */
export type Step = (piece: Uint8Array) => Uint8Array | null;

export function asciiHex(): Step {
  let half = -1;
  let ended = false;
  return (piece) => {
    if (ended) return null;
    const out: number[] = [];
    for (const byte of piece) {
      if (byte === 0x3e) {
        ended = true;
        break;
      }
      const digit = parseInt(String.fromCharCode(byte), 16);
      if (Number.isNaN(digit)) continue;
      if (half < 0) half = digit;
      else {
        out.push(half * 16 + digit);
        half = -1;
      }
    }
    return Uint8Array.from(out);
  };
}

export function ascii85(): Step {
  let group: number[] = [];
  let ended = false;
  return (piece) => {
    if (ended) return null;
    const out: number[] = [];
    for (const byte of piece) {
      if (byte === 0x7e) {
        ended = true;
        break;
      }
      if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
      else if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21);
      if (group.length < 5) continue;
      const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
      out.push((value / 2 ** 24) & 255, (value / 2 ** 16) & 255, (value / 2 ** 8) & 255, value & 255);
      group = [];
    }
    if (ended && group.length > 1) {
      const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0);
      for (let i = 0; i < group.length - 1; i++) out.push((value / 2 ** (24 - 8 * i)) & 255);
    }
    return Uint8Array.from(out);
  };
}

export function runLength(): Step {
  let copy = 0;
  let repeat = 0;
  let ended = false;
  return (piece) => {
    if (ended) return null;
    const out: number[] = [];
    for (const byte of piece) {
      if (copy > 0) {
        out.push(byte);
        copy -= 1;
      } else if (repeat > 0) {
        for (; repeat > 0; repeat--) out.push(byte);
      } else if (byte === 128) {
        ended = true;
        break;
      } else if (byte < 128) copy = byte + 1;
      else repeat = 257 - byte;
    }
    return Uint8Array.from(out);
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
    const out: Uint8Array[] = [];
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
      const word = new Uint8Array(length[code]!);
      for (let at = code, i = word.length - 1; i >= 0; i--, at = before[at]!) word[i] = last[at]!;
      out.push(word);
      previous = code;
      const full = next + (early ? 1 : 0);
      width = full >= 2_048 ? 12 : full >= 1_024 ? 11 : full >= 512 ? 10 : 9;
    }
    const whole = new Uint8Array(out.reduce((sum, word) => sum + word.length, 0));
    let offset = 0;
    for (const word of out) {
      whole.set(word, offset);
      offset += word.length;
    }
    return whole;
  };
}
