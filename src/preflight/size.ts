/**
 * Owns how a size is said, everywhere: in binary units, because limits are set and counted in them, so that what a
 * page says is left and what a rule allows add up.
 */

/** 104857600 as “100 MiB”; what is no round number keeps one decimal. */
export function saySize(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const units = ['KiB', 'MiB', 'GiB'];
  let size = bytes / 1024;
  let at = 0;
  while (size >= 1023.95 && at < units.length - 1) {
    size /= 1024;
    at++;
  }
  return `${grouped(Number(size.toFixed(1)))} ${units[at]}`;
}

/** Where a limit is stated, to the byte: “100 MiB (104,857,600 bytes)”. */
export function sayExactSize(bytes: number): string {
  return bytes < 1024 ? saySize(bytes) : `${saySize(bytes)} (${grouped(bytes)} bytes)`;
}

const grouped = (number: number) => number.toString().replace(/\B(?=(\d{3})+(\.|$))/g, ',');
