/** What reviewers or the jury see. A name that may not be shown has no place in the type. */
import type { CallSettings, Question } from '#app/features/calls/settings.ts';
import { askedOf, isAnswered, type Answer, type Draft } from './draft.ts';
import type { Credit, HandedFile } from './submission.ts';
import type { FileView } from './views.ts';

interface Read {
  id: string;
  kind: 'paper' | 'work';
  title: string;
  abstract: string;
  topics: string[];
  kinds: string[];
  answers: { question: Question; answer: Answer }[];
  link: Draft['link'];
  files: Omit<FileView, 'findings' | 'uploadedAt'>[];
}

export type NamedReviewerView = Read & {
  blind: false;
  credits: Pick<Credit, 'kind' | 'name' | 'affiliation' | 'pronouns' | 'role'>[];
};
/** In a blind call there is no place for a name, so that none can be put there. */
export type BlindReviewerView = Read & {
  blind: true;
  credits?: never;
  contributors?: never;
  authors?: never;
  begunBy?: never;
  submittedBy?: never;
};
export type ReviewerView = NamedReviewerView | BlindReviewerView;

type Handed = Draft & {
  contributors: Credit[];
  files: Pick<HandedFile, 'id' | 'role' | 'name' | 'mime' | 'sha256' | 'bytes'>[];
};

/** The draft as it would be read, or a version as it is read: answers for organizers only are left out. */
export function forReviewer(id: string, handed: Handed, settings: CallSettings): ReviewerView {
  const read: Read = {
    id,
    kind: settings.kind,
    title: handed.title,
    abstract: handed.abstract,
    topics: handed.topics,
    kinds: handed.kinds,
    answers: askedOf(settings, handed.answers)
      .filter(({ key, audience }) => audience !== 'organizers' && isAnswered(handed.answers[key]))
      .map((question) => ({ question, answer: shown(handed.answers[question.key]!) })),
    link: handed.link?.url ? handed.link : null,
    files: handed.files
      .filter(({ role }) => role !== 'archive')
      .map(({ id, role, name, mime, sha256, bytes }) => ({
        id,
        role,
        name,
        mime,
        sha256,
        bytes,
      })),
  };
  if (isBlind(settings))
    return {
      ...read,
      files: read.files.map((file, at) => ({ ...file, name: `${file.role}-${at + 1}` })),
      blind: true,
    };
  const credits = handed.contributors.map(({ kind, name, affiliation, pronouns, role }) => ({
    kind,
    name,
    affiliation,
    pronouns,
    role,
  }));
  return { ...read, blind: false, credits };
}

export const isBlind = ({ rules }: CallSettings): boolean =>
  rules.kind === 'paper' && rules.authorsVisible === false;

/** Prompts may be meant for organizers only. */
function shown(answer: Answer): Answer {
  if (typeof answer !== 'object' || Array.isArray(answer)) return answer;
  return answer.promptsFor === 'jury' || answer.promptsFor === 'public'
    ? answer
    : { ...answer, prompts: '', promptWriter: '' };
}
