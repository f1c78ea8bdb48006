/** Lists that grow to millions of entries without an object for each. */

export class GrowingNumbers {
  private list = new Int32Array(1024);
  count = 0;

  add(number: number): void {
    if (this.count === this.list.length) {
      const larger = new Int32Array(2 * this.list.length);
      larger.set(this.list);
      this.list = larger;
    }
    this.list[this.count++] = number;
  }

  taken(): Int32Array {
    return this.list.slice(0, this.count);
  }
}

/** Ids in the order in which they first came. */
export class GrowingIds {
  readonly ids: string[] = [];
  private readonly byText = new Map<string, number>();
  /** Plain numbers of up to six digits, without a string for each mention. */
  private readonly byNumber = new Int32Array(1_000_000).fill(-1);
  private readonly decoder = new TextDecoder();

  indexOf(bytes: Uint8Array, from: number, to: number): number {
    const number = to - from <= 6 ? plain(bytes, from, to) : -1;
    if (number >= 0) {
      const known = this.byNumber[number]!;
      if (known >= 0) return known;
      this.ids.push(String(number));
      return (this.byNumber[number] = this.ids.length - 1);
    }
    const text = this.decoder.decode(bytes.subarray(from, to));
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    this.ids.push(text);
    this.byText.set(text, this.ids.length - 1);
    return this.ids.length - 1;
  }
}

/** -1 for anything but digits without a zero in front. */
function plain(bytes: Uint8Array, from: number, to: number): number {
  if (from === to || (bytes[from] === 48 && to - from > 1)) return -1;
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return -1;
    number = 10 * number + digit;
  }
  return number;
}
