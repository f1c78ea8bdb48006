/** What a call must satisfy beyond its shape, and what may no longer change once people have read it. */
import type { FieldProblems } from '#app/platform/refusal.ts';
import { checkShape, type Checked } from '../editions/check.ts';
import { deadlineAsSet, phaseOf, type Call } from './call.ts';
import { sayAsSet } from './dates.ts';
import { endOf, isZone, startOf } from './deadline.ts';
import { finalCall } from './final.ts';
import { formatProblems } from './format.ts';
import { callSchema, type CallSettings, type Moment } from './settings.ts';

export function checkCall(body: unknown): Checked<CallSettings> {
  const checked = checkShape(callSchema, body);
  if (checked.problems) return checked;
  const problems = callProblems(checked.value);
  return Object.keys(problems).length > 0 ? { value: null, problems } : checked;
}

/** What `after` may not take back from a call that is `before`. */
export function checkChange(before: Call, after: CallSettings, now: Date): FieldProblems {
  const problems: FieldProblems = {};
  const { settings } = before;
  if (after.key !== settings.key) problems.key = 'The address of a call stays, so that links keep working.';
  if (after.kind !== settings.kind) problems.kind = 'A call for papers cannot become one for works.';
  if (after.rules.kind !== after.kind) problems['rules.kind'] = 'The limits are for another kind of call.';
  const moved = endOf(after.deadline).getTime() !== endOf(settings.deadline).getTime();
  if (moved && (phaseOf(before, now) !== 'upcoming' || before.extensions.length > 0)) {
    problems.deadline = `The call has opened with the deadline ${sayAsSet(settings.deadline)}. Use “Extend the deadline”.`;
  }
  const finals = finalCall(before);
  const finalMoved =
    before.settings.final && finals && !sameMoment(after.final?.deadline, before.settings.final.deadline);
  if (
    finals &&
    finalMoved &&
    ((phaseOf(before, now) !== 'upcoming' && phaseOf(before, now) !== 'open') || finals.extensions.length > 0)
  )
    problems['final.deadline'] =
      `People may have been told ${sayAsSet(deadlineAsSet(finals))}. Use “Extend the deadline of final versions”.`;
  return problems;
}

const sameMoment = (a: Moment | undefined, b: Moment) =>
  a !== undefined && endOf(a).getTime() === endOf(b).getTime();

function callProblems(call: CallSettings): FieldProblems {
  const problems: FieldProblems = {};
  const moments = { opens: call.opens, deadline: call.deadline, 'final.deadline': call.final?.deadline };
  for (const [name, moment] of Object.entries(moments)) {
    if (moment && !isZone(moment.zone))
      problems[`${name}.zone`] = 'This zone is not known. Choose one, or AoE.';
  }
  if (Object.keys(problems).length === 0) Object.assign(problems, orderProblems(call.opens, call));
  if (call.rules.kind !== call.kind) problems['rules.kind'] = 'The limits are for another kind of call.';
  if (call.rules.kind === 'paper')
    for (const [field, sentence] of Object.entries(formatProblems(call.rules.format)))
      problems[`rules.format.${field}`] = sentence;
  const once = {
    questions: call.questions,
    agreements: call.agreements,
    'topics.options': call.topics?.options ?? [],
    'kinds.options': call.kinds?.options ?? [],
  };
  for (const [list, items] of Object.entries(once)) {
    const at = items.findIndex(({ key }, index) => items.findIndex((other) => other.key === key) !== index);
    if (at >= 0)
      problems[`${list}.${at}.key`] = `“${items[at]!.key}” is used twice. Give each its own short name.`;
  }
  call.questions.forEach((question, at) => {
    if (/^choices?$/.test(question.type) && question.options.length === 0)
      problems[`questions.${at}.options`] = `Give “${question.label}” something to choose from.`;
    const asked = call.questions.findIndex(({ key }) => key === question.when?.question);
    if (question.when && (asked < 0 || asked >= at))
      problems[`questions.${at}.when.question`] =
        `“${question.label}” depends on a question that does not stand before it.`;
  });
  return problems;
}

function orderProblems(
  opens: Moment | undefined,
  { deadline, decisionsOn, filesDeletedOn, final }: CallSettings,
): FieldProblems {
  if (opens && startOf(opens) >= endOf(deadline))
    return { 'deadline.date': 'The deadline lies before the opening.' };
  if (decisionsOn && decisionsOn < deadline.date)
    return { decisionsOn: 'Decisions come after the deadline.' };
  if (final && endOf(final.deadline) <= endOf(deadline))
    return { 'final.deadline.date': 'Final versions come after the deadline of the call.' };
  if (final && decisionsOn && final.deadline.date < decisionsOn)
    return { 'final.deadline.date': 'Final versions come after decisions.' };
  if (filesDeletedOn && filesDeletedOn < (decisionsOn ?? deadline.date))
    return { filesDeletedOn: 'Files cannot be deleted before decisions are told.' };
  return {};
}
