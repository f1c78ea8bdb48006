/**
 * Reads pairs from CSV text piece by piece: a header `paper,reviewer,score`, then one allowed pair a line. Made for
 * millions of lines; ids that are plain numbers cost no string. Quotes as in RFC 4180; line ends of any kind.
 */
import { GrowingIds, GrowingNumbers } from './growing.ts';
import type { Pairs } from './instance.ts';
import { Unmatchable } from './refusal.ts';

const [newline, carriage, comma, quote, minus, zero] = [10, 13, 44, 34, 45, 48];
/** Whole scores up to this size keep every total exact. */
const largestScore = 1_000_000_000;

export class PairsReader {
  private readonly papers = new GrowingIds();
  private readonly reviewers = new GrowingIds();
  private readonly paper = new GrowingNumbers();
  private readonly reviewer = new GrowingNumbers();
  private readonly score = new GrowingNumbers();
  private rest = new Uint8Array(0);
  private row = 0;

  /** Any piece of the file; throws `Unmatchable` with the row and the reason where it is not what it should be. */
  write(piece: Uint8Array): void {
    let bytes = piece;
    if (this.rest.length > 0) {
      bytes = new Uint8Array(this.rest.length + piece.length);
      bytes.set(this.rest);
      bytes.set(piece, this.rest.length);
    }
    let from = 0;
    for (let at = this.rest.length; at < bytes.length; at++) {
      if (bytes[at] !== newline) continue;
      this.line(bytes, from, at);
      from = at + 1;
    }
    this.rest = bytes.slice(from);
  }

  /** After the last piece. */
  end(): Pairs {
    if (this.rest.length > 0) this.line(this.rest, 0, this.rest.length);
    if (this.row === 0) throw new Unmatchable('The file is empty; it begins with paper,reviewer,score.');
    if (this.score.count === 0) throw new Unmatchable('The file lists no pair.');
    return {
      papers: this.papers.ids,
      reviewers: this.reviewers.ids,
      paper: this.paper.taken(),
      reviewer: this.reviewer.taken(),
      score: this.score.taken(),
    };
  }

  private line(bytes: Uint8Array, from: number, end: number): void {
    this.row += 1;
    const to = end > from && bytes[end - 1] === carriage ? end - 1 : end;
    if (this.row === 1) return this.header(bytes.subarray(from, to));
    if (to === from) return;
    let first = -1;
    let second = -1;
    let quoted = false;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === quote) quoted = true;
      else if (byte !== comma) continue;
      else if (first < 0) first = at;
      else if (second < 0) second = at;
      else first = to;
    }
    if (quoted) return this.slowly(bytes.subarray(from, to));
    if (second < 0 || first === to) throw this.wrong('has not the three fields paper, reviewer, score');
    if (first === from) throw this.wrong('names no paper');
    if (second === first + 1) throw this.wrong('names no reviewer');
    this.paper.add(this.papers.indexOf(bytes, from, first));
    this.reviewer.add(this.reviewers.indexOf(bytes, first + 1, second));
    this.score.add(this.whole(bytes, second + 1, to));
  }

  private slowly(line: Uint8Array): void {
    const fields = fieldsOf(new TextDecoder().decode(line));
    if (fields?.length !== 3) throw this.wrong('has not the three fields paper, reviewer, score');
    const [paper, reviewer, score] = fields.map((field) => new TextEncoder().encode(field));
    if (paper!.length === 0) throw this.wrong('names no paper');
    if (reviewer!.length === 0) throw this.wrong('names no reviewer');
    this.paper.add(this.papers.indexOf(paper!, 0, paper!.length));
    this.reviewer.add(this.reviewers.indexOf(reviewer!, 0, reviewer!.length));
    this.score.add(this.whole(score!, 0, score!.length));
  }

  private header(line: Uint8Array): void {
    const fields = fieldsOf(new TextDecoder().decode(line));
    if (fields?.map((field) => field.trim().toLowerCase()).join() !== 'paper,reviewer,score')
      throw new Unmatchable('The first line must read paper,reviewer,score.');
  }

  private whole(bytes: Uint8Array, from: number, to: number): number {
    let at = bytes[from] === minus ? from + 1 : from;
    const digits = to - at;
    let value = 0;
    for (; at < to; at++) {
      const digit = bytes[at]! - zero;
      if (digit < 0 || digit > 9) value = NaN;
      value = 10 * value + digit;
    }
    if (digits < 1 || !(value <= largestScore)) {
      const text = new TextDecoder().decode(bytes.subarray(from, to)).slice(0, 40);
      throw this.wrong(`has the score “${text}”, which is no whole number up to ${largestScore}`);
    }
    return bytes[from] === minus ? -value : value;
  }

  private wrong(reason: string): Unmatchable {
    return new Unmatchable(`Row ${this.row} ${reason}.`);
  }
}

/** The fields of one CSV line, or null where the quotes do not close. */
function fieldsOf(line: string): string[] | null {
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (;;) {
    const found = field.exec(line);
    if (!found) return null;
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
    if (found[3] === '') return fields;
  }
}
