/** What each audience sees of a ledger. Nobody's account and no address stands in it. */
import { askedOf } from '#app/features/submissions/draft.ts';
import { sayAnswer } from '#app/features/submissions/answer-words.ts';
import { shownAs } from '#app/features/submissions/files/views.ts';
import { stateOf, type Case } from '#app/features/submissions/submission.ts';
import type { Version } from '#app/features/submissions/version.ts';
import { callView } from '#app/features/submissions/views.ts';
import { creditsOf } from './credit.ts';
import { grantOf, standing, wordsOfPicture, type Grant, type Ledger, type Scope } from './ledger.ts';
import { hashOf, textFor, wholeText, type GrantText } from './texts.ts';

export interface UseView {
  scope: Scope;
  label: string;
  words: string;
  /** When it would end by itself is on the receipt; here how it stands now. */
  granted: { at: Date; by: string; expiresAt: Date | null } | null;
}

interface Own {
  submission: Case;
  versions: Version[];
  ledger: Ledger;
  receiptOf(grant: Grant): string;
}

export function forItsPeople({ submission, versions, ledger, receiptOf }: Own, now: Date) {
  const { kind } = submission.call.settings;
  const text = textFor(kind);
  const { preference, licence, credit, maxPixels, embargoedUntil } = standing(ledger, now);
  const [version] = versions;
  const uses = usesOf(text, ledger, now);
  const first = ledger.grants.length === 0;
  const holding = ledger.embargoes.find(({ until, liftedAt }) => !liftedAt && now < until);
  return {
    id: submission.id,
    title: submission.title,
    state: stateOf(submission),
    call: callView(submission, now),
    submitted: version !== undefined,
    uses,
    text: {
      key: text.key,
      sha256: hashOf(text),
      opening: text.opening,
      closing: text.closing,
      whole: wholeText(text),
    },
    /** Ticked to begin with: what the call cannot do without, until anything was granted. */
    ticked: first ? text.least : [],
    grants: [...ledger.grants].reverse().map((grant) => ({
      id: grant.id,
      receipt: grant.receipt,
      at: grant.at,
      by: grant.by.name,
      text: receiptOf(grant),
      ends: grant.scopes.flatMap(({ scope, ended }) =>
        ended ? [{ label: labelIn(text, scope), ...ended }] : [],
      ),
    })),
    choice: { preference, licence: licence.key, credit, maxPixels },
    embargo: embargoedUntil && { until: embargoedUntil, reason: holding?.reason ?? '' },
    takedowns: ledger.takedowns,
    pictures: picturesOf(version, ledger, now),
    said: version ? publicAnswers(submission, version) : [],
    credits: namesOf(submission, ledger, versions),
  };
}

export function forOrganizers(submission: Case, ledger: Ledger, now: Date) {
  const { kind } = submission.call.settings;
  const { licence, preference, credit, maxPixels, embargoedUntil } = standing(ledger, now);
  return {
    id: submission.id,
    title: submission.title,
    kind,
    submitted: submission.latest !== null,
    uses: usesOf(textFor(kind), ledger, now),
    receipts: ledger.grants.map(({ receipt, at, by, text }) => ({
      receipt,
      at,
      by: by.name,
      text: text.key,
    })),
    takedowns: ledger.takedowns,
    choice: { licence, preference, credit, maxPixels },
    embargoedUntil,
  };
}

function usesOf(text: GrantText, ledger: Ledger, now: Date): UseView[] {
  return text.uses.map(({ scope, label, words }) => {
    const grant = grantOf(ledger, scope, now);
    const expiresAt = grant?.scopes.find((one) => one.scope === scope)?.expiresAt ?? null;
    return { scope, label, words, granted: grant && { at: grant.at, by: grant.by.name, expiresAt } };
  });
}

function picturesOf(version: Version | undefined, ledger: Ledger, now: Date) {
  return (version?.files ?? [])
    .filter(({ mime, name }) => mime.startsWith('image/') || /\.(jpe?g|png|gif|webp|avif|tiff?)$/i.test(name))
    .map(({ id, name, mime, sha256 }) => {
      const said = wordsOfPicture(ledger, sha256, now);
      return {
        id,
        name,
        sha256,
        shown: shownAs({ mime }) === 'image',
        alt: said?.alt ?? '',
        decorative: said?.decorative ?? false,
      };
    });
}

/** What the call shows to everybody: content notes, access, and whatever else was asked for the public. */
function publicAnswers({ call }: Case, { answers }: Version) {
  return askedOf(call.settings, answers)
    .filter(({ audience }) => audience === 'public')
    .map((question) => ({ label: question.label, lines: sayAnswer(question, answers[question.key]) }))
    .filter(({ lines }) => lines.length > 0);
}

function namesOf(submission: Case, { grants }: Ledger, versions: Version[]) {
  const { named, waiting, objected } = creditsOf(submission.contributors, {
    submittedBy: versions.map(({ submittedBy }) => submittedBy),
    grantedBy: grants.map(({ by }) => by.personId),
  });
  const names = (list: typeof named) => list.map(({ name }) => name);
  return { named: names(named), waiting: names(waiting), objected: names(objected) };
}

const labelIn = ({ uses }: GrantText, scope: Scope) =>
  uses.find((one) => one.scope === scope)?.label ?? scope;
