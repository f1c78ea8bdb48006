/**
 * The history of a submission in words: who, when, what, and why where a reason was given. Made from audit entries
 * and from the rows that hold the reasons. Saves one after the other become one line.
 */

import { sayWaived } from '#app/features/calls/waiver.ts';
import { sayLocal } from '#app/features/submissions/receipt.ts';
import { sayIssues, sayRule } from '#app/features/submissions/rule-words.ts';

export interface Entry {
  id: string;
  at: Date;
  operation: string;
  viewerKind: 'visitor' | 'person' | 'system';
  viewerId: string | null;
  detail: Record<string, unknown>;
}

export interface Facts {
  /** The edition's. */
  zone: string;
  names: Map<string, string>;
  contributors: { id: string; name: string }[];
  /** The call's, by key. */
  questions: Map<string, string>;
  clearances: { id: string; rule: string; reason: string }[];
  extensions: { id: string; reason: string }[];
  withdrawals: { at: Date; reason: string }[];
}

export interface HistoryLine {
  id: string;
  at: Date;
  who: string;
  what: string;
  why: string;
  times: number;
}

export function historyOf(entries: Entry[], facts: Facts): HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const entry of entries) {
    const said = say(entry, facts);
    if (!said) continue;
    const line = { id: entry.id, at: entry.at, who: whoOf(entry, facts), times: 1, ...said };
    const last = lines.at(-1);
    if (last && last.who === line.who && last.what === line.what && !line.why && !last.why) last.times += 1;
    else lines.push(line);
  }
  return lines;
}

function say({ operation, detail, at }: Entry, facts: Facts): { what: string; why: string } | null {
  const write = words[operation];
  if (write === null) return null;
  const text = typeof write === 'function' ? write(detail, facts) : (write ?? `did “${operation}”`);
  return text ? { what: text, why: whyOf(operation, detail, at, facts) } : null;
}

type Write = string | null | ((detail: Record<string, unknown>, facts: Facts) => string);

const contributor =
  (verb: string) =>
  (detail: Record<string, unknown>, { contributors }: Facts) =>
    `${verb} ${contributors.find(({ id }) => id === detail.contributor)?.name ?? 'somebody who is no longer listed'}`;
const file = (verb: string) => (detail: Record<string, unknown>) =>
  typeof detail.name === 'string' ? `${verb} “${detail.name}”` : `${verb} a file`;
const rule =
  (verb: string) =>
  (detail: Record<string, unknown>, { clearances }: Facts) =>
    `${verb} an exception: ${sayRule(clearances.find(({ id }) => id === detail.clearance)?.rule ?? String(detail.rule ?? ''))}`;

/** Null: nothing a reader of the history needs. */
const words: Record<string, Write> = {
  'submissions.begin': 'began it',
  'submissions.beginFor': 'began it for somebody else',
  'submissions.claimDrafts': 'made it theirs',
  'submissions.saveDraft': ({ fields }, { questions }) =>
    Array.isArray(fields) && fields.length > 0 ? `changed ${sayFields(fields as string[], questions)}` : '',
  'submissions.addContributor': contributor('added'),
  'submissions.editContributor': contributor('corrected the entry of'),
  'submissions.moveContributor': contributor('moved'),
  'submissions.removeContributor': 'removed somebody from the list',
  'submissions.inviteContributor': contributor('invited'),
  'submissions.correctNamed': contributor('corrected the name or affiliation of'),
  'submissions.answerNamed': (detail, facts) =>
    contributor(detail.answer === 'objected' ? 'objected to the naming of' : 'confirmed the naming of')(
      detail,
      facts,
    ),
  'submissions.submit': ({ version }) => submitted(version),
  'submissions.submitWithIssues': ({ version, issues }) =>
    submitted(version) +
    (Array.isArray(issues) && issues.length > 0 ? `, with ${sayIssues(issues.length)}` : ''),
  'submissions.checkAgain': 'had the files checked again',
  'submissions.keepVersionCheck': ({ version, issues }) =>
    `read version ${String(version)} to its end, ${sayFound(issues)}`,
  'submissions.decline': ({ version, until }, { zone }) =>
    `declined version ${String(version)}, to be mended until ${sayMoment(until, zone)}`,
  'submissions.withdraw': 'withdrew it',
  'submissions.revive': 'brought it back',
  'submissions.writeMessage': 'wrote a message',
  'submissions.extend': ({ deadline }, { zone }) =>
    `gave it a deadline of its own: ${sayMoment(deadline, zone)}`,
  'clearances.grant': rule('granted'),
  'clearances.end': rule('ended'),
  'calls.waive': ({ code }) => `waived for the whole call: ${sayWaived(String(code))}`,
  'calls.endWaiver': ({ code }) => `no longer waives for the whole call: ${sayWaived(String(code))}`,
  'works.accept': ({ version }) => `accepted version ${String(version)}`,
  'works.unaccept': ({ version }) => `took back the acceptance of version ${String(version)}`,
  'submissions.markInvented': null,
  'submissions.confirmInvented': null,
  'files.beginUpload': null,
  'files.keepCheck': null,
  'files.keepAnalysis': null,
  'files.keepContents': null,
  'files.sweepUploads': null,
  'files.finishUpload': file('added'),
  'files.addFile': file('added'),
  'files.addDescription': file('wrote a description,'),
  'files.dropUpload': file('gave up the upload of'),
  'files.assignRole': ({ role }) => `said that a file is the ${String(role)}`,
  'files.move': 'put the supplements in order',
  'files.remove': file('removed'),
};

/** In the edition's zone, as the letters say it. */
const sayMoment = (kept: unknown, zone: string) => sayLocal(new Date(String(kept)), zone);

const sayFound = (issues: unknown) =>
  Array.isArray(issues) && issues.length > 0 ? `with ${sayIssues(issues.length)}` : 'and found nothing open';

const submitted = (version: unknown) =>
  version ? `submitted version ${String(version)}` : 'submitted it again, unchanged';

function whyOf(operation: string, detail: Record<string, unknown>, at: Date, facts: Facts): string {
  if (operation === 'clearances.grant')
    return facts.clearances.find(({ id }) => id === detail.clearance)?.reason ?? '';
  if (operation === 'submissions.extend')
    return facts.extensions.find(({ id }) => id === detail.extension)?.reason ?? '';
  if (operation === 'submissions.withdraw')
    return facts.withdrawals.find((one) => one.at.getTime() === at.getTime())?.reason ?? '';
  return typeof detail.reason === 'string' ? detail.reason : '';
}

function whoOf({ viewerKind, viewerId }: Entry, { names }: Facts): string {
  if (viewerKind === 'person') return names.get(viewerId ?? '') || 'Somebody whose account is gone';
  return viewerKind === 'system' ? 'Salon' : 'Somebody not signed in';
}

const named: Record<string, string> = { kinds: 'the kind', topics: 'the topics', link: 'the link' };

const sayFields = (fields: string[], questions: Facts['questions']) =>
  fields
    .map((field) => {
      const key = field.startsWith('answers.') ? field.slice(8) : null;
      return named[field] ?? (key === null ? `the ${field}` : `“${questions.get(key) ?? key}”`);
    })
    .join(', ');
