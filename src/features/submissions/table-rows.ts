/** A row of the organizers' table as few words: a page carries a hundred of them, twice where scripts run. */
import { zoneId } from '#app/features/calls/deadline.ts';
import type { Call } from '#app/features/calls/call.ts';
import { stateWords, type State } from './submission.ts';
import { labelsOf, type Column } from './table.ts';
import { saySize } from '#app/preflight/size.ts';

interface Row {
  id: string;
  title: string;
  callId: string;
  kinds: string[];
  topics: string[];
  state: State;
  begunAt: Date;
  changedAt: Date;
  submittedAt: Date | null;
  receipt: string | null;
  issues: number;
  declined: boolean;
  files: number;
  bytes: number;
  people: { name: string; affiliation: string }[];
  peopleCount: number;
  objections: number;
  clearances: number;
  waits: boolean;
}

export interface LeanRow {
  id: string;
  title: string;
  state: State;
  /** As the columns stand. */
  cells: string[];
}

export function leanRows(rows: Row[], shown: Column[], calls: Call[], zone: string): LeanRow[] {
  const byId = new Map(calls.map((call) => [call.id, call.settings]));
  const say = clockOf(zone);
  const cell: Record<Column, (row: Row) => string> = {
    people: peopleOf,
    call: ({ callId }) => short(byId.get(callId)?.title ?? ''),
    kinds: ({ callId, kinds }) => labelsOf(byId.get(callId)?.kinds?.options, kinds).join(', '),
    topics: ({ callId, topics }) => labelsOf(byId.get(callId)?.topics?.options, topics).join(', '),
    state: ({ state }) => stateWords[state].word,
    submitted: ({ submittedAt }) => (submittedAt ? say(submittedAt) : ''),
    changed: ({ changedAt }) => say(changedAt),
    begun: ({ begunAt }) => say(begunAt),
    files: ({ files, bytes }) => (files > 0 ? `${files} · ${saySize(Number(bytes))}` : ''),
    receipt: ({ receipt }) => receipt ?? '',
    needs: needsOf,
  };
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    state: row.state,
    cells: shown.map((key) => cell[key](row)),
  }));
}

/** What waits for an organizer, in words; a withdrawn submission waits for nobody. */
export function needsOf({
  issues,
  declined,
  objections,
  waits,
  state,
}: Pick<Row, 'issues' | 'declined' | 'objections' | 'waits' | 'state'>) {
  return [
    issues > 0 &&
      state !== 'withdrawn' &&
      (declined ? 'declined' : issues === 1 ? '1 issue' : `${issues} issues`),
    objections > 0 && (objections === 1 ? 'objection' : `${objections} objections`),
    waits && 'message',
  ]
    .filter(Boolean)
    .join(', ');
}

/** `2024-09-12 23:41`, in the zone that the head of the column names. */
export function clockOf(zone: string) {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zoneId(zone),
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (at: Date) => clock.format(at);
}

const peopleOf = ({ people, peopleCount }: Row) =>
  people.map(({ name }) => name).join(', ') +
  (peopleCount > people.length ? ` and ${peopleCount - people.length} more` : '');

/** “Call for papers” is “papers” in a column that says Call. */
const short = (title: string) => title.replace(/^call for /i, '');
