/** Numbers of which nobody knows how many will come: half of what lists of the language would take. */
import { tooLarge } from './model.ts';

export class Growing<Numbers extends Float32Array | Uint32Array | Uint16Array> {
  length = 0;
  #numbers: Numbers;
  readonly #most: number;
  readonly #make: (length: number) => Numbers;

  constructor(make: (length: number) => Numbers, most: number) {
    this.#make = make;
    this.#most = most;
    this.#numbers = make(1024);
  }

  push(value: number): void {
    if (this.length >= this.#most) throw tooLarge();
    if (this.length === this.#numbers.length) {
      const more = this.#make(this.length * 2);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.length++] = value;
  }

  /** Zero beyond its end. */
  at(index: number): number {
    return index < this.length ? this.#numbers[index]! : 0;
  }

  whole(): Numbers {
    return this.#numbers.subarray(0, this.length) as Numbers;
  }
}

export const floats = (most: number) => new Growing((length) => new Float32Array(length), most);
export const wholes = (most: number) => new Growing((length) => new Uint32Array(length), most);
export const shorts = (most: number) => new Growing((length) => new Uint16Array(length), most);
