/**
 * Owns how a size is said, everywhere: in binary units, because limits are set and counted in them, so that what a
 * page says is left and what a rule allows add up.
 */

/** 104857600 as “100 MiB”; what is no round number keeps one decimal. */
export function saySize(bytes: number, language = 'en'): string {
  const { byte, bytes: some, units, grouped } = words[language] ?? words.en!;
  if (bytes < 1024) return bytes === 1 ? byte : `${bytes} ${some}`;
  let size = bytes / 1024;
  let at = 0;
  while (size >= 1023.95 && at < units.length - 1) {
    size /= 1024;
    at++;
  }
  return `${grouped(Number(size.toFixed(1)))} ${units[at]}`;
}

/** Where a limit is stated, to the byte: “100 MiB (104,857,600 bytes)”. */
export function sayExactSize(bytes: number, language = 'en'): string {
  const { bytes: some, grouped } = words[language] ?? words.en!;
  const said = saySize(bytes, language);
  return bytes < 1024 ? said : `${said} (${grouped(bytes)} ${some})`;
}

const words: Record<
  string,
  { byte: string; bytes: string; units: string[]; grouped: (number: number) => string }
> = {
  en: {
    byte: '1 byte',
    bytes: 'bytes',
    units: ['KiB', 'MiB', 'GiB'],
    grouped: (number) => number.toString().replace(thousands, ','),
  },
  fr: {
    byte: '1 octet',
    bytes: 'octets',
    units: ['Kio', 'Mio', 'Gio'],
    grouped: (number) => number.toString().replace(thousands, '\u202f').replace('.', ','),
  },
};
const thousands = /\B(?=(\d{3})+(\.|$))/g;
