/** A file's size as people say it: decimal units, as the computers of most people show them. */
export function saySize(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB'];
  let size = bytes / 1000;
  let at = 0;
  while (size >= 999.5 && at < units.length - 1) {
    size /= 1000;
    at++;
  }
  return `${size >= 100 || at === 0 ? Math.round(size) : Number(size.toFixed(1))} ${units[at]}`;
}
