/** One row of the table: what was measured, the bar that issue and design set, and the figure found. */
export interface Row {
  what: string;
  bar: string;
  found: string;
  /** Null where there is nothing to hold it against. */
  met: boolean | null;
}

export const round = (value: number, digits = 0) =>
  value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
export const mebibytes = (bytes: number) => `${round(bytes / 2 ** 20)} MiB`;

/** The middle one of several measurements, so that one hiccup of the machine tells nothing. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

export function print(rows: Row[]): void {
  console.log(['', '| what | bar | found | |', '|---|---|---|---|'].join('\n'));
  for (const { what, bar, found, met } of rows)
    console.log(`| ${what} | ${bar} | ${found} | ${met === null ? '' : met ? 'met' : '**missed**'} |`);
}
