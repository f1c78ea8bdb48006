/**
 * Tables as CSV (RFC 4180), for spreadsheets of any language. A cell that a spreadsheet would take for a formula
 * gets an apostrophe in front, so that it stays the text somebody typed.
 */

/** With the mark that makes spreadsheets read it as UTF-8. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[\s\u00a0\ufeff]*[=+\-@\t\r]|^[\t\r\n]|^[\s\u00a0\ufeff]*[＝＋－＠]/u.test(value)
    ? `'${value}`
    : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
