/** What the organizers have not said yet, each with the page on which it is said. */
import type { EditionSettings } from '../editions/settings.ts';
import type { Call } from './call.ts';

export interface Need {
  what: string;
  /** Under the edition's desk. */
  at: string;
}

export function needsOf(
  settings: EditionSettings,
  calls: Call[],
  standing: { role: string; personId: string }[],
): Need[] {
  const holders = (role: string) => standing.filter((row) => row.role === role).length;
  const needs: (Need | false)[] = [
    settings.about.summary === '' && { what: 'Say what the workshop is about.', at: 'settings/about' },
    settings.places.length === 0 && { what: 'Name at least one place.', at: 'settings/places' },
    settings.people.length === 0 && { what: 'Name the people of the workshop.', at: 'settings/people' },
    calls.length === 0 && { what: 'There is no call yet.', at: 'settings/calls/new' },
    holders('organizer') < 2 && {
      what: 'Give a second organizer a role, so that one can be away.',
      at: 'settings/roles',
    },
  ];
  const ofCalls = calls.flatMap(({ key, settings: { title, kind, topics, decisionsOn, filesDeletedOn } }) => [
    !decisionsOn && { what: `${title}: say when decisions are told.`, at: `settings/calls/${key}/dates` },
    !filesDeletedOn && {
      what: `${title}: say when files that were withdrawn or not selected are deleted.`,
      at: `settings/calls/${key}/dates`,
    },
    topics?.options.length === 0 && {
      what: `${title}: name its topics.`,
      at: `settings/calls/${key}/choices`,
    },
    kind === 'paper' &&
      holders('reviewer') === 0 && { what: `${title}: nobody reviews yet.`, at: 'settings/roles' },
    kind === 'work' &&
      holders('juror') === 0 && { what: `${title}: the jury is empty.`, at: 'settings/roles' },
  ]);
  return [...needs, ...ofCalls].filter((need) => need !== false);
}
