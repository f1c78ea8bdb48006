/**
 * Words as BibTeX and LaTeX want them. Latin letters with marks become commands, so that the oldest style sorts and
 * prints them; other scripts stay as they are, for the programs that read UTF-8.
 */

/** Braces come as commands: BibTeX counts bare ones even behind a backslash. */
export const latex = (text: string): string =>
  [...text.normalize('NFC').replace(/\s+/g, ' ').trim()].map(letter).join('');

function letter(sign: string): string {
  const fixed = signs[sign];
  if (fixed !== undefined) return fixed;
  if (sign < '\u007f') return sign < ' ' ? '' : sign;
  const [base, mark, ...more] = sign.normalize('NFD');
  const command = marks[mark ?? ''];
  if (!command || more.length > 0 || !/^[A-Za-z]$/.test(base!)) return sign;
  const bare = /^[ij]$/.test(base!) && !below.includes(command) ? `\\${base}` : base!;
  return /[a-z]/i.test(command) ? `{\\${command}{${bare}}}` : `{\\${command}${bare}}`;
}

const below = ['c', 'k', 'd', 'b'];

const marks: Record<string, string> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
  '\u0331': 'b',
};

const signs: Record<string, string> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
  '\u00a0': '~',
  '–': '--',
  '—': '---',
  '‘': '`',
  '’': "'",
  '“': '``',
  '”': "''",
  '…': '{\\ldots}',
  '©': '{\\copyright}',
  '×': '$\\times$',
  ß: '{\\ss}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
  œ: '{\\oe}',
  Œ: '{\\OE}',
  ø: '{\\o}',
  Ø: '{\\O}',
  ł: '{\\l}',
  Ł: '{\\L}',
  ı: '{\\i}',
};
