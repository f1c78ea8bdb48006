/** Who gets a letter to many: each address once, with everything of the selection that is theirs. */
import { deadlineAsSet, type Call } from '#app/features/calls/call.ts';
import { sayAsSet, sayDeadlineIn } from '#app/features/calls/dates.ts';
import type { Submission } from '#app/features/submissions/submission.ts';
import { filled, type Values } from './template.ts';

export interface Recipient {
  address: string;
  name: string;
  personId: string | null;
  submissions: Submission[];
}

export interface Place {
  edition: { name: string; zone: string; contactEmail: string };
  calls: Call[];
  url: string;
}

export function recipientsOf(submissions: Submission[]): Recipient[] {
  const found = new Map<string, Recipient>();
  for (const submission of submissions) {
    for (const { email, name, personId } of submission.contributors) {
      const address = email.toLowerCase();
      if (!address) continue;
      const known = found.get(address) ?? { address, name, personId, submissions: [] };
      known.personId ??= personId;
      if (!known.submissions.includes(submission)) known.submissions.push(submission);
      found.set(address, known);
    }
  }
  return [...found.values()];
}

/** People of the selection to whom no letter can go. */
export const withoutAddress = (submissions: Submission[]): string[] => [
  ...new Set(
    submissions.flatMap(({ contributors }) =>
      contributors.filter(({ email }) => !email).map(({ name }) => name),
    ),
  ),
];

export function letterTo(
  { name, submissions }: Recipient,
  template: { subject: string; body: string },
  { edition, calls, url }: Place,
): { subject: string; body: string } {
  const callOf = (id: string) => calls.find((call) => call.id === id)!;
  const deadline = ({ callId, extension }: Submission) =>
    extension ? sayDeadlineIn(extension, edition.zone) : sayAsSet(deadlineAsSet(callOf(callId)));
  const each = (say: (one: Submission) => string, between: string) =>
    [...new Set(submissions.map(say))].join(between);
  const values: Values = {
    name,
    title: each(({ title }) => title || 'a submission without a title yet', '; '),
    link: each(({ id }) => `${url}/my/submissions/${id}`, '\n'),
    deadline: each(deadline, '; '),
    call: each(({ callId }) => callOf(callId).settings.title, '; '),
    edition: edition.name,
    contact: edition.contactEmail,
  };
  return { subject: filled(template.subject, values), body: filled(template.body, values) };
}
