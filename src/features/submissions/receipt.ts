/** A receipt in words: for the page, the letter and the file that one keeps as a dated proof. */
import { zoneId } from '#app/features/calls/deadline.ts';
import type { Spoken } from '#app/ui/language.ts';
import type { FileRole } from './files/file.ts';
import { receiptWords } from './receipt-words.ts';
import type { Version } from './version.ts';

export interface ReceiptFacts {
  version: Version;
  edition: { name: string; zone: string };
  call: { title: string; kind: 'paper' | 'work' };
  /** The organizer who handed it in for its people. */
  onBehalfBy?: string | null;
}

export function receiptText(facts: ReceiptFacts, language: Spoken = 'en'): string {
  const { version, edition, call, onBehalfBy } = facts;
  const w = receiptWords[language];
  const people = w.people[call.kind];
  const waived = waivedIn(version).flatMap(({ message, reason }) => [
    `  ${message}`,
    `  ${w.theirReason(reason)}`,
  ]);
  const parts = [
    [w.receipt(version.receipt), `${edition.name}`, `${call.title}`],
    [
      w.title(version.title),
      w.named(
        people,
        version.contributors
          .map(({ kind, name }) => (kind === 'collective' ? w.collective(name) : name))
          .join('; '),
      ),
      w.version(version.number, Boolean(version.finalRequestId)),
      `${w.received}${sayUtc(version.submittedAt)}`,
      `${' '.repeat(w.received.length)}${sayLocal(version.submittedAt, edition.zone, language)}`,
      ...(version.inGrace ? [`${' '.repeat(w.received.length)}${w.inGrace}`] : []),
      ...(onBehalfBy ? [w.onBehalf(onBehalfBy, people)] : []),
    ],
    [w.files, ...filesText(version, language)],
    [
      w.agreed,
      ...version.agreements.flatMap(({ text, sha256 }) => [
        `  ${text.trim()}`,
        `  ${w.hashOfText(sha256)}`,
        '',
      ]),
    ],
    ...(version.report.issues.length > 0
      ? [[w.toDecide, ...version.report.issues.map(({ message }) => `  ${message}`)]]
      : []),
    ...(waived.length > 0 ? [[w.waived, ...waived]] : []),
    w.end,
  ];
  return `${parts.map((lines) => lines.join('\n').trimEnd()).join('\n\n')}\n`;
}

export function sayUtc(at: Date): string {
  return `${at
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '')} UTC`;
}

export function sayLocal(at: Date, zone: string, language: Spoken = 'en'): string {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zoneId(zone),
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return `${clock.format(at)} ${zone === 'AoE' ? receiptWords[language].anywhere : zone}`;
}

/** What the version has that was overlooked in the whole call, with the organizers' reason. */
export const waivedIn = ({ report }: Pick<Version, 'report'>) =>
  (report.waivers ?? []).flatMap(({ code, reason }) =>
    report.findings.filter((one) => one.code === code).map(({ message }) => ({ message, reason })),
  );

/** What part a file plays, in words. */
export const sayRole = (role: string, language: Spoken = 'en'): string =>
  receiptWords[language].roles[role as FileRole] ?? role;

function filesText({ files, link }: Version, language: Spoken): string[] {
  const w = receiptWords[language];
  const lines = files.flatMap(({ name, role, bytes, sha256 }) => [
    `  ${w.file(name, sayRole(role, language).toLowerCase(), bytes)}`,
    `  ${w.hash(sha256)}`,
    '',
  ]);
  if (link?.url) lines.push(`  ${w.byLink(link.url)}`);
  return lines.length > 0 ? lines : [`  ${w.none}`];
}
