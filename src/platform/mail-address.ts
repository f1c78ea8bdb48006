/**
 * The one grammar for mail addresses, asked before any library sees one: no quoted parts, comments, groups,
 * routes or address literals, so what is checked is what is written to.
 */
const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The address in its one spelling (lower case, host in ASCII), or null when it is none. */
export function mailAddress(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || trimmed.length > 254) return null;
  const name = trimmed.slice(0, at);
  const host = asciiHost(trimmed.slice(at + 1));
  if (name.length > 64 || !local.test(name) || !host || /\.\d+$/.test(host)) return null;
  const address = `${name}@${host}`;
  return address.length <= 254 ? address : null;
}

function asciiHost(host: string): string | null {
  // eslint-disable-next-line no-control-regex
  if (!/^[a-z0-9.\u0080-\u{10ffff}-]+$/u.test(host) || !URL.canParse(`http://${host}`)) return null;
  const ascii = new URL(`http://${host}`).hostname;
  return domain.test(ascii) ? ascii : null;
}
