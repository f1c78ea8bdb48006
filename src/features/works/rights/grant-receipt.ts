/** A receipt of rights in words: the same for the page, the letter and the file that one keeps as a dated proof. */
import { sayLocal, sayUtc } from '#app/features/submissions/receipt.ts';
import type { Capacity, Grant } from './ledger.ts';
import { textNamed, wholeText } from './texts.ts';

export interface GrantFacts {
  grant: Grant;
  /** As it was in the version that lay there. */
  title: string;
  kind: 'paper' | 'work';
  edition: { name: string; zone: string };
}

export const capacityWords: Record<'paper' | 'work', Record<Capacity, string>> = {
  paper: {
    author: 'as its author, for all its authors',
    agent: 'for its authors, who asked me to',
    estate: 'for the estate of its author',
    archive: 'as the archive says that it came from',
  },
  work: {
    author: 'as its creator, for all its creators',
    agent: 'for its creators, who asked me to',
    estate: 'for the estate of its creator',
    archive: 'as the archive says that it came from',
  },
};

export function grantReceipt({ grant, title, kind, edition }: GrantFacts): string {
  const text = textNamed(grant.text.key);
  if (!text) throw new Error(`A grant names the text ${grant.text.key}, which nobody knows.`);
  const ticked = new Map(grant.scopes.map((one) => [one.scope, one]));
  const left = text.uses.filter(({ scope }) => !ticked.has(scope));
  const parts = [
    [`Receipt of rights ${grant.receipt}`, edition.name],
    [
      `Title: ${title}`,
      `Granted by: ${grant.by.name}, ${capacityWords[kind][grant.capacity]}`,
      `Granted: ${sayUtc(grant.at)}`,
      `         ${sayLocal(grant.at, edition.zone)}`,
      ...(grant.credit ? [`Credit line: ${grant.credit}`] : []),
      `It begins only if the ${kind} is accepted.`,
    ],
    [
      'Granted',
      ...text.uses
        .filter(({ scope }) => ticked.has(scope))
        .map(({ scope, label }) => `  ${label}: ${sayEnd(ticked.get(scope)!.expiresAt)}`),
    ],
    [
      'Not granted',
      ...(left.length > 0 ? left.map(({ label }) => `  ${label}`) : ['  nothing was left out']),
    ],
    [
      `The text that was read, ${grant.text.key}`,
      ...wholeText(text)
        .split('\n')
        .map((line) => (line ? `  ${line}` : '')),
      `  SHA-256 of this text: ${grant.text.sha256}`,
    ],
    [
      `Files, as in receipt ${grant.version.receipt}`,
      ...(grant.version.files.length > 0
        ? grant.version.files.flatMap(({ name, sha256 }) => [`  ${name}`, `  SHA-256: ${sha256}`])
        : ['  none']),
    ],
    [
      'To check that a file is the one named here, compute its SHA-256 and compare:',
      '  sha256sum, shasum -a 256, or certutil -hashfile.',
    ],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

export const sayEnd = (expiresAt: Date | null): string =>
  expiresAt ? `until ${expiresAt.toISOString().slice(0, 10)}` : 'until it is taken back';
