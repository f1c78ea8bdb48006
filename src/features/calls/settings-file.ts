/**
 * All settings of an edition as one file, out and in. Owns the file's shape; what was handed in is never in it,
 * nor extensions, which are acts with a reason and not settings.
 */
import { parse, stringify } from 'yaml';
import type { FieldProblems } from '#app/platform/refusal.ts';
import { invalid } from '#app/platform/refusal.ts';
import { checkSection } from '../editions/check.ts';
import { diffSettings, type Change } from '../editions/diff.ts';
import { sections, type EditionSettings, type SectionName } from '../editions/settings.ts';
import { checkCall } from './check.ts';
import type { CallSettings } from './settings.ts';

export interface WholeSettings {
  settings: EditionSettings;
  calls: CallSettings[];
}

/** What a file proposes: only the sections and calls that stand in it. */
export interface Proposed {
  settings: Partial<EditionSettings>;
  calls: CallSettings[];
}

const version = 1;
const most = 2_000_000;

export function exportSettings({ settings, calls }: WholeSettings): string {
  return `# The settings of “${settings.about.name}”. Read them back on the desk, under Settings › File.\n${stringify(
    { salon: version, edition: settings, calls },
    { lineWidth: 110 },
  )}`;
}

export function exportCall(call: CallSettings): string {
  return stringify({ salon: version, calls: [call] }, { lineWidth: 110 });
}

/** Reads and checks a whole file; anything wrong refuses all of it and is named by its path. */
export function readSettingsFile(text: string): Proposed {
  const raw = parsed(text);
  const problems: FieldProblems = {};
  const collect = (path: string, found: FieldProblems | null) => {
    for (const [field, sentence] of Object.entries(found ?? {}))
      problems[field ? `${path}.${field}` : path] = sentence;
  };
  const settings: Record<string, unknown> = {};
  for (const [name, body] of Object.entries(raw.edition)) {
    if (!Object.hasOwn(sections, name)) {
      problems[`edition.${name}`] = 'Salon does not know this section.';
      continue;
    }
    const checked = checkSection(name as SectionName, body);
    collect(`edition.${name}`, checked.problems);
    settings[name] = checked.value;
  }
  const calls = raw.calls.map((body, at) => {
    const checked = checkCall(body);
    collect(`calls.${at}`, checked.problems);
    return checked.value;
  });
  if (Object.keys(problems).length > 0) throw refused(problems);
  return { settings: settings as Partial<EditionSettings>, calls: calls as CallSettings[] };
}

/** What would change; sections and calls that the file leaves out stay as they are. */
export function diffWhole(current: WholeSettings, proposed: Proposed): Change[] {
  const only = Object.fromEntries(
    Object.keys(proposed.settings).map((name) => [name, current.settings[name as SectionName]]),
  );
  const calls = current.calls.filter(({ key }) => proposed.calls.some((call) => call.key === key));
  return [
    ...diffSettings(only, proposed.settings),
    ...(proposed.calls.length > 0 ? diffSettings(calls, proposed.calls, ['Calls']) : []),
  ].filter(({ where }) => where !== 'Calls › Order');
}

export function refused(problems: FieldProblems) {
  const [path, sentence] = Object.entries(problems)[0]!;
  const others = Object.keys(problems).length - 1;
  const more = others > 0 ? ` (and ${others} more)` : '';
  return invalid(`Nothing was applied. At ${path}: ${sentence}${more}`, problems);
}

function parsed(text: string): { edition: Record<string, unknown>; calls: unknown[] } {
  if (text.length > most)
    throw invalid('This file is too large to be settings (over 2 MB).', { file: 'Too large.' });
  const raw = parsedYaml(text);
  const isThing = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isThing(raw) || raw.salon !== version)
    throw invalid('This is not a settings file of Salon: it should begin with “salon: 1”.', {
      file: 'Not a settings file.',
    });
  const { edition = {}, calls = [], salon: _version, ...unknown } = raw;
  const problems: FieldProblems = {};
  for (const name of Object.keys(unknown)) problems[name] = 'Salon does not know this part.';
  if (!isThing(edition)) problems.edition = 'This should hold the sections by their names.';
  if (!Array.isArray(calls)) problems.calls = 'This should be a list of calls.';
  if (Object.keys(problems).length > 0) throw refused(problems);
  return { edition: edition as Record<string, unknown>, calls: calls as unknown[] };
}

function parsedYaml(text: string): Record<string, unknown> {
  try {
    return parse(text, { logLevel: 'error' }) as Record<string, unknown>;
  } catch (problem) {
    const [first] = String((problem as Error).message).split('\n');
    throw invalid(`This file could not be read. ${first}`, { file: first ?? 'Not readable.' });
  }
}
