/**
 * robots.txt: where crawlers find the site, what they are asked not to do with it, and whom organizers turn away.
 * A notice, not a wall. A crawler reads only the group that names it, so each group says everything.
 */
import { robotsLines, signals, strictest } from '#app/features/works/rights/signals.ts';
import { agents, type AgentKind } from './agents.ts';
import { reservations, type Reservation, type Reserved } from './reservations.ts';

export interface Robots extends Reserved {
  /** Kinds of crawlers that are asked to stay away from what its creators reserved for them. */
  turnedAway: AgentKind[];
  /** Absolute, where there is one. */
  licence?: string;
}

export function robotsTxt(given: Robots): string {
  const signalled = signalLines(given);
  const groups = given.turnedAway.map((kind) => [
    ...agents[kind].map((name) => `User-agent: ${name}`),
    ...signalled,
    ...reservations(given, (preference) => rule(kind, preference)).map(
      ({ path, preference }) => `${rule(kind, preference)}: ${path}`,
    ),
  ]);
  const blocks = [
    ['# What creators want is a notice, not a wall. Each page says it in words.'],
    ...groups,
    ['User-agent: *', ...signalled, 'Allow: /'],
    [...(given.licence ? [`License: ${given.licence}`] : []), `Sitemap: ${given.base}/sitemap.xml`],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The signal of a group has no paths: there it says the strictest of all, where it could say too much. */
function signalLines(given: Robots): string[] {
  const everywhere = reservations(given).map(({ preference }) => preference);
  const [usage] = robotsLines(given.site);
  const [, signal] = robotsLines(strictest(everywhere));
  const places = reservations(given, (preference) => signals(preference).contentUsage).slice(0, -1);
  return [signal!, usage!, ...places.flatMap(({ path, preference }) => robotsLines(preference, path))];
}

function rule(kind: AgentKind, preference: Reservation['preference']): 'Allow' | 'Disallow' {
  const { allowed } = signals(preference);
  return { trainers: allowed.training, assistants: allowed.input, searchers: allowed.search }[kind]
    ? 'Allow'
    : 'Disallow';
}
