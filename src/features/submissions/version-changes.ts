/** What a version changed against the one before it, as short phrases. */
import type { CallSettings } from '#app/features/calls/settings.ts';
import type { Version } from './version.ts';

export function changesBetween(
  old: Version | undefined,
  fresh: Version,
  { questions }: Pick<CallSettings, 'questions'>,
): string[] {
  if (!old) return ['First version'];
  const said: (string | false)[] = [
    old.title !== fresh.title && `Title was “${old.title}”`,
    old.abstract !== fresh.abstract && 'Abstract rewritten',
    !same(old.kinds, fresh.kinds) && 'Kind changed',
    !same(old.topics, fresh.topics) && 'Topics changed',
    !same(old.link, fresh.link) && 'Link changed',
    ...questions.map(
      ({ key, label }) => !same(old.answers[key], fresh.answers[key]) && `“${label}” answered anew`,
    ),
    ...people(old, fresh),
    ...files(old, fresh),
  ];
  const told = said.filter((one) => one !== false);
  return told.length > 0 ? told : ['Nothing that counts'];
}

function people(old: Version, fresh: Version): (string | false)[] {
  const added = fresh.contributors.filter(({ id }) => !old.contributors.some((one) => one.id === id));
  const gone = old.contributors.filter(({ id }) => !fresh.contributors.some((one) => one.id === id));
  const kept = fresh.contributors.filter(({ id }) => old.contributors.some((one) => one.id === id));
  const before = old.contributors.filter(({ id }) => kept.some((one) => one.id === id));
  return [
    ...added.map(({ name }) => `Added ${name}`),
    ...gone.map(({ name }) => `Removed ${name}`),
    !same(
      before.map(({ id }) => id),
      kept.map(({ id }) => id),
    ) && 'People in another order',
    ...kept
      .filter(
        (one) =>
          !same(
            one,
            before.find(({ id }) => id === one.id),
          ),
      )
      .map(({ name }) => `Entry of ${name} corrected`),
  ];
}

function files(old: Version, fresh: Version): string[] {
  const added = fresh.files.filter(({ sha256 }) => !old.files.some((one) => one.sha256 === sha256));
  const gone = old.files.filter(({ sha256 }) => !fresh.files.some((one) => one.sha256 === sha256));
  const moved = fresh.files.filter(({ sha256, role }) =>
    old.files.some((one) => one.sha256 === sha256 && one.role !== role),
  );
  return [
    ...added.map(({ name, role }) => `New file “${name}” (${role})`),
    ...gone.map(({ name }) => `File “${name}” taken away`),
    ...moved.map(({ name, role }) => `“${name}” is now the ${role}`),
  ];
}

/** The database sorts the keys of stored objects, so they compare as text. */
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
