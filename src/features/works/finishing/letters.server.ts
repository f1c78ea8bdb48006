/** Writes to each person of what is accepted about what that person can still do, with links that open it. */
import { finalCall, sayFinal } from '#app/features/calls/final.ts';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { deadlineFor } from '#app/features/submissions/phases.ts';
import type { Submission } from '#app/features/submissions/submission.ts';
import { linkIn } from '#app/features/people/language.ts';
import { languageOfLetter } from '#app/features/people/letter-language.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { markInvited } from '#app/features/submissions/contributor-queries.server.ts';
import { placeOf } from '#app/features/submissions/letters.server.ts';
import { sayLocal, sayUtc } from '#app/features/submissions/receipt.ts';
import type { Db } from '#app/platform/database.server.ts';
import type { LetterKind } from '#app/platform/letter.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import type { Spoken } from '#app/ui/language.ts';
import { hashSecret, randomSecret } from '#app/platform/random.server.ts';
import type { Found } from './finding.server.ts';
import { tasksOf, type FinishingPerson, type Task } from './finishing.ts';
import { lettersIn, type FinishingLetters } from './mails.ts';

interface Written {
  kind: LetterKind;
  key: string;
  write: keyof FinishingLetters;
  /** Only to those who still owe something. */
  owing: boolean;
}

/** How many were written to. Each address once; who objected is left alone. */
export async function writeAbout(
  db: Db,
  found: Found,
  now: Date,
  { kind, key, write, owing }: Written,
): Promise<number> {
  const seen = new Set<string>();
  let written = 0;
  for (const person of found.people) {
    const address = person.email.toLowerCase();
    const tasks = tasksOf(found, person);
    if (!address || seen.has(address) || person.credit === 'objected') continue;
    seen.add(address);
    if (owing && tasks.length === 0) continue;
    const secret = tasks.includes('credit') && !person.personId ? randomSecret() : null;
    const { personId } = person;
    const language = await languageOfLetter(db, { personId, address, editionId: found.editionId });
    const facts = await factsOf(db, found, language);
    const links = tasks.map((task) => {
      const url = linkFor(task, { person, secret, ...facts });
      return { task, url: personId ? url : linkIn(language, url) };
    });
    const letter = lettersIn[language][write]({ ...facts, tasks: links, needsAccount: !personId });
    const queued = await queueLetter(
      db,
      {
        key: `${key} ${address}`,
        kind,
        to: { address, name: person.name, personId: person.personId },
        editionId: found.editionId,
        aboutId: found.id,
        ...letter,
      },
      { now },
    );
    if (!queued) continue;
    written += 1;
    // Only now: a letter that was written before keeps its link.
    if (secret) await markInvited(db, [{ id: person.id, hash: hashSecret(secret) }], now);
  }
  return written;
}

/** As somebody who owes everything would get it, before it is accepted: for organizers to read. */
export async function exampleLetter(db: Db, submission: Submission) {
  const [call] = await findCalls(db, { id: submission.callId });
  if (!call) throw missing();
  const called = { ...submission, call: finalCall(call) ?? call };
  const due = call.settings.final ? deadlineFor(called) : null;
  const { id, title } = submission;
  const facts = await factsOf(db, { id, title, due, submission: called }, 'en');
  const person = { personId: 'somebody' };
  const tasks: Task[] = [...(due ? ['final' as const] : []), 'grants', 'credit'];
  const links = tasks.map((task) => ({ task, url: linkFor(task, { person, secret: null, ...facts }) }));
  return lettersIn.en.accepted({ ...facts, tasks: links, needsAccount: false });
}

type Told = Pick<Found, 'id' | 'title' | 'due' | 'submission'>;

/** The call that the submission carries is already of its final round. */
async function factsOf(db: Db, { id, title, due, submission }: Told, language: Spoken) {
  const { url: home, edition, kind } = await placeOf(db, submission, '');
  const { settings } = submission.call;
  return {
    id,
    home,
    edition,
    kind,
    title,
    due: due ? `${sayUtc(due)} (${sayLocal(due, edition.zone, language)})` : '',
    says: due
      ? [...sayFinal(settings, language), ...(settings.final?.text ? [settings.final.text] : [])]
      : [],
  };
}

function linkFor(
  task: Task,
  {
    person,
    secret,
    id,
    home,
  }: { person: Pick<FinishingPerson, 'personId'>; secret: string | null; id: string; home: string },
): string {
  if (secret && task === 'credit') return `${home}/invitation/${secret}`;
  const path = `/my/submissions/${id}${paths[task]}`;
  return person.personId ? `${home}${path}` : `${home}/sign-in?next=${encodeURIComponent(path)}`;
}

const paths: Record<Task, string> = { final: '', grants: '/rights', credit: '/answer' };
