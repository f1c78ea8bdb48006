/** Walks through a text of millions of lines without making a string of it. */
const [newline, space, tab, back] = [10, 32, 9, 13];
/** Words of models are short; a line without an end is damage, and is cut. */
const longest = 400;

export class WordReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #next = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Goes to the beginning of the next line, which may be empty; false at the end. */
  nextLine(): boolean {
    this.#at = this.#next;
    if (this.#at >= this.#bytes.length) return false;
    const end = this.#bytes.indexOf(newline, this.#at);
    this.#next = end < 0 ? this.#bytes.length : end + 1;
    return true;
  }

  /** Where the next line begins: what follows may be no text. */
  get next(): number {
    return this.#next;
  }

  /** Empty at the end of the line. */
  word(): string {
    while (this.#at < this.#next && isBlank(this.#bytes[this.#at]!)) this.#at += 1;
    const from = this.#at;
    while (this.#at < this.#next && !isBlank(this.#bytes[this.#at]!)) this.#at += 1;
    const end = Math.min(this.#at, from + longest);
    let word = '';
    for (let at = from; at < end; at++) word += String.fromCharCode(this.#bytes[at]!);
    return word;
  }

  /** Not a number where there is none. */
  number(): number {
    const word = this.word();
    return word === '' ? NaN : Number(word);
  }

  /** All that is left of the line. */
  rest(): string {
    return new TextDecoder()
      .decode(this.#bytes.subarray(this.#at, Math.min(this.#next, this.#at + longest)))
      .trim();
  }
}

const isBlank = (byte: number) => byte === space || byte === tab || byte === back || byte === newline;
