/** A receipt in words: for the page, the letter and the file that one keeps as a dated proof. */
import { zoneId } from '#app/features/calls/deadline.ts';
import { roleWords, type FileRole } from './files/file.ts';
import { wordsFor } from './submission.ts';
import type { Version } from './version.ts';

export interface ReceiptFacts {
  version: Version;
  edition: { name: string; zone: string };
  call: { title: string; kind: 'paper' | 'work' };
  /** The organizer who handed it in for its people. */
  onBehalfBy?: string | null;
}

export function receiptText({ version, edition, call, onBehalfBy }: ReceiptFacts): string {
  const { many } = wordsFor(call.kind);
  const waived = waivedIn(version).flatMap(({ message, reason }) => [
    `  ${message}`,
    `  Their reason: ${reason}`,
  ]);
  const parts = [
    [`Receipt ${version.receipt}`, `${edition.name}`, `${call.title}`],
    [
      `Title: ${version.title}`,
      `${capital(many)}: ${version.contributors.map(({ kind, name }) => (kind === 'collective' ? `${name} (collective)` : name)).join('; ')}`,
      `Version: ${version.number}${version.finalRequestId ? ', the final version' : ''}`,
      `Received: ${sayUtc(version.submittedAt)}`,
      `          ${sayLocal(version.submittedAt, edition.zone)}`,
      ...(version.inGrace
        ? ['          after the deadline, in the time kept for finishing what was uploaded before it']
        : []),
      ...(onBehalfBy ? [`Handed in by: ${onBehalfBy}, an organizer, on behalf of the ${many}`] : []),
    ],
    ['Files', ...filesText(version)],
    [
      'Agreed to',
      ...version.agreements.flatMap(({ text, sha256 }) => [
        `  ${text.trim()}`,
        `  SHA-256 of this text: ${sha256}`,
        '',
      ]),
    ],
    ...(version.report.issues.length > 0
      ? [['For the organizers to decide', ...version.report.issues.map(({ message }) => `  ${message}`)]]
      : []),
    ...(waived.length > 0 ? [['Waived by the organizers for the whole call', ...waived]] : []),
    [
      'The organizers can look up this receipt by its number.',
      'To check that a file is the one received, compute its SHA-256 and compare:',
      '  sha256sum, shasum -a 256, or certutil -hashfile.',
    ],
  ];
  return `${parts.map((lines) => lines.join('\n').trimEnd()).join('\n\n')}\n`;
}

export function sayUtc(at: Date): string {
  return `${at
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '')} UTC`;
}

export function sayLocal(at: Date, zone: string): string {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zoneId(zone),
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return `${clock.format(at)} ${zone === 'AoE' ? 'AoE (anywhere on earth, UTC-12)' : zone}`;
}

/** What the version has that was overlooked in the whole call, with the organizers' reason. */
export const waivedIn = ({ report }: Pick<Version, 'report'>) =>
  (report.waivers ?? []).flatMap(({ code, reason }) =>
    report.findings.filter((one) => one.code === code).map(({ message }) => ({ message, reason })),
  );

/** What part a file plays, in words. */
export const sayRole = (role: string): string => roleWords[role as FileRole] ?? role;

function filesText({ files, link }: Version): string[] {
  const lines = files.flatMap(({ name, role, bytes, sha256 }) => [
    `  ${name} (${sayRole(role).toLowerCase()}), ${bytes.toLocaleString('en')} bytes`,
    `  SHA-256: ${sha256}`,
    '',
  ]);
  if (link?.url) lines.push(`  By link: ${link.url}`);
  return lines.length > 0 ? lines : ['  none'];
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
