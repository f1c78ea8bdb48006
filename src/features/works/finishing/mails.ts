/** Letters about what is accepted, as pure functions of facts. */
import { wordsFor } from '#app/features/submissions/submission.ts';
import type { Spoken } from '#app/ui/language.ts';
import { fr } from './mails-fr.ts';
import type { Task } from './finishing.ts';

export interface Facts {
  edition: { name: string };
  kind: 'paper' | 'work';
  title: string;
  /** Of the final version, in words; empty where none is asked for. */
  due: string;
  /** What differs from the version that was accepted, and how to prepare it. */
  says: string[];
  /** What this person can do, each with its own link. */
  tasks: { task: Task; url: string }[];
  /** Where a link asks for an account first. */
  needsAccount: boolean;
}

export interface FinishingLetters {
  accepted(facts: Facts): { subject: string; body: string };
  /** On the organizers' press, or as the deadline comes near. */
  reminder(facts: Facts): { subject: string; body: string };
}

const en: FinishingLetters = {
  accepted: (facts) => {
    const { edition, kind, title, tasks } = facts;
    const { thing } = wordsFor(kind);
    return {
      subject: `Accepted: ${title}`,
      body: [
        `Congratulations. ${edition.name} accepts the ${thing} “${title}”, and is glad to show it.`,
        tasks.length > 0 ? 'What we ask of you now:' : 'There is nothing left for you to do.',
        ...asked(facts),
        `It becomes public once this is done and the organizers publish. Nobody is named there before they said yes themselves.`,
      ].join('\n\n'),
    };
  },
  reminder: (facts) => {
    const { edition, title, tasks } = facts;
    return {
      subject: `Still to do: ${tasks.map(({ task }) => short[task]).join(', ')}, for ${title}`,
      body: [
        `“${title}” is accepted by ${edition.name}. What we still wait for from you:`,
        ...asked(facts),
        'What you have done already is here and safe. If something is in the way, answer to the organizers there.',
      ].join('\n\n'),
    };
  },
};

export const lettersIn: Record<Spoken, FinishingLetters> = { en, fr };

const short: Record<Task, string> = {
  final: 'the final version',
  grants: 'what may be shown',
  credit: 'your name',
};

function asked({ kind, due, says, tasks, needsAccount }: Facts): string[] {
  const { thing } = wordsFor(kind);
  const words: Record<Task, string> = {
    final: [
      `Hand in the final version of the ${thing}, until ${due}. Where nothing changes, hand it in as it is.`,
      ...says.map((sentence) => `- ${sentence}`),
    ].join('\n'),
    grants: `Say what the workshop may do with the ${thing}, use by use. Nothing of it is shown before you have.`,
    credit: 'Confirm your name as it shall stand, or ask not to be named.',
  };
  const own = tasks.some(({ task }) => task !== 'credit');
  return [
    ...tasks.map(({ task, url }) => `${words[task]}\n${url}`),
    ...(needsAccount && own
      ? ['For all but your name you sign in first, with this very address. No password is needed.']
      : []),
  ];
}
