/** Owns the shape of a row in the table of findings: what it does, and its three sentences. */
export type Does = 'R' | 'R*' | 'W' | 'N';
/** What we saw, why it matters, what to do next. */
export type Words = [saw: string, why: string, next: string];
export type Named = { name: string };

/** R and R* reject, W warns, N notes. */
export function row<F>(does: Does, words: (facts: F) => Words) {
  const severity = does === 'W' ? 'warning' : does === 'N' ? 'note' : 'reject';
  return { does, severity: severity as 'reject' | 'warning' | 'note', words };
}

/** A name for a sentence: quoted, with what cannot be seen made visible, and never endless. */
export function shown(name: string): string {
  const visible = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => escaped(sign));
  return `“${visible.length > 80 ? `${visible.slice(0, 77)}…` : visible}”`;
}

/** That a file is not what it should be: what it is, and what its name claims only where it claims it. */
export function notA(wanted: 'PDF' | '.zip', { name, kind }: { name: string; kind: string }): string {
  const claimed = name.toLowerCase().endsWith(wanted === 'PDF' ? '.pdf' : wanted);
  return claimed
    ? `${shown(name)} is called a ${wanted}, but its content is ${kind}.`
    : `${shown(name)} is ${kind}, not a ${wanted}.`;
}

/** Points as inches with at most two decimals. */
export function inches(points: number): string {
  return trim(points / 72, 2);
}

/** As text, without zeros at its end. */
export function trim(value: number, decimals = 1): string {
  return String(Number(value.toFixed(decimals)));
}

function escaped(sign: string): string {
  return `\\u{${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`;
}
