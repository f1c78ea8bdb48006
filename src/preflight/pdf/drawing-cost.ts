/**
 * Owns what a page would cost to draw, found without drawing it: how deep drawings save their state, and how often
 * forms that draw other forms would be drawn in the end.
 */
import { latin1 } from '../bytes.ts';

/** Programs nest a dozen levels, and ISO 32000 once asked readers for 28. */
const deepest = 20_000;
const drawnAtMost = 200_000;
const readPerForm = 1024 * 1024;

type Form = { resources: string; draws: Map<string, number> };

export class DrawingCost {
  private readonly forms = new Map<number, Form>();
  private deep = false;

  /** A counter for the unpacked bytes of one stream, piece after piece. */
  stream(number: number, dictionary: string): (piece: Uint8Array) => void {
    const draws = new Map<string, number>();
    if (/\/Subtype\s*\/Form\b/.test(dictionary)) this.forms.set(number, { resources: dictionary, draws });
    let depth = 0;
    let read = 0;
    return (piece) => {
      for (let i = piece.indexOf(0x71); i >= 0 && depth <= deepest; i = nextOf(piece, i + 1)) {
        if (!alone(piece, i)) continue;
        depth = Math.max(0, depth + (piece[i] === 0x71 ? 1 : -1));
      }
      this.deep ||= depth > deepest;
      if (read < readPerForm && this.forms.size > 0)
        for (const [, name] of latin1(piece, 0, piece.length).matchAll(/\/([^\s/<>[\]()]+)\s+Do\b/g))
          draws.set(name!, (draws.get(name!) ?? 0) + 1);
      read += piece.length;
    };
  }

  /** `text`: the objects of the file outside streams, where resources may stand on their own. */
  tooMuch(text: string): boolean {
    if (this.deep) return true;
    const known = new Map<number, number>();
    const open = new Set<number>();
    const count = (number: number): number => {
      const form = this.forms.get(number);
      if (!form || open.has(number)) return 0;
      const before = known.get(number);
      if (before !== undefined) return before;
      open.add(number);
      const targets = form.draws.size > 0 ? targetsIn(form.resources, text) : new Map<string, number>();
      let sum = 1;
      for (const [name, times] of form.draws) sum += times * count(targets.get(name) ?? NaN);
      open.delete(number);
      known.set(number, Math.min(sum, 1e15));
      return known.get(number)!;
    };
    return [...this.forms.keys()].some((number) => count(number) > drawnAtMost);
  }
}

function nextOf(piece: Uint8Array, from: number): number {
  for (let i = from; i < piece.length; i++) if (piece[i] === 0x71 || piece[i] === 0x51) return i;
  return -1;
}

function alone(piece: Uint8Array, i: number): boolean {
  return (i === 0 || piece[i - 1]! <= 0x20) && (i + 1 === piece.length || piece[i + 1]! <= 0x20);
}

/** The names under which a form finds others, in place or one reference away. */
function targetsIn(dictionary: string, text: string): Map<string, number> {
  const resources = follow(/\/Resources\s*(\d+)\s+\d+\s+R/, dictionary, text);
  const objects = follow(/\/XObject\s*(\d+)\s+\d+\s+R/, resources, text);
  const targets = new Map<string, number>();
  for (const [, name, number] of objects.matchAll(/\/([^\s/<>[\]()]+)\s+(\d+)\s+\d+\s+R/g))
    targets.set(name!, Number(number));
  return targets;
}

function follow(reference: RegExp, dictionary: string, text: string): string {
  const number = reference.exec(dictionary)?.[1];
  if (number === undefined) return dictionary;
  const object = new RegExp(`(?:^|\\s)${number}\\s+\\d+\\s+obj\\b([\\s\\S]{0,20000}?)endobj`).exec(text)?.[1];
  return object ?? dictionary;
}
