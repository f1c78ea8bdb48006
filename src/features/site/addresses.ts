/**
 * Addresses of the public site, and the links between them. One address names one thing for ever: `2024/dates` is
 * the page, `2024/dates.html` the file that holds it. Links are relative and name files, so that the same bytes work
 * from Salon, from any host of plain files and from a folder on disk.
 */

/** The file that holds what lies at an address: `2024/` is `2024/index.html`, `2024/dates` is `2024/dates.html`. */
export function fileOf(address: string): string {
  if (address === '' || address.endsWith('/')) return `${address}index.html`;
  return hasEnding(address) ? address : `${address}.html`;
}

/** From one address to another, as a relative link; what follows `#` or `?` stays. */
export function linkBetween(from: string, to: string): string {
  const [, place = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(to)!;
  const there = fileOf(place).split('/');
  const here = fileOf(from).split('/').slice(0, -1);
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const up = '../'.repeat(here.length - shared);
  const link = `${up}${there.slice(shared).map(encodeURIComponent).join('/')}`;
  // A first step with a colon would read as a scheme.
  return (up === '' && /^[^/]*%3A/i.test(link) ? `./${link}` : link) + rest;
}

/** Every address under which a server hears the same: with and without its ending. */
export function spellingsOf(address: string): string[] {
  const file = fileOf(address);
  return file === address ? [`/${file}`] : [`/${address}`, `/${file}`];
}

/** Only the last part may have one; slugs hold no dot. */
const hasEnding = (address: string) => /\.[a-z0-9]+$/.test(address.slice(address.lastIndexOf('/') + 1));
