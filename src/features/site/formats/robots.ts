/**
 * robots.txt: where crawlers find the site, what they are asked not to do with it, and whom organizers turn away.
 * A notice, not a wall. A crawler reads only the group that names it, so each group says everything. Leaves out lines
 * that are no agreed part of robots.txt: `Content-Usage` and where the licence lies stand in the headers of each answer.
 */
import { robotsLine, signals, strictest } from '#app/features/works/rights/signals.ts';
import { agents, type AgentKind } from './agents.ts';
import { reservations, type Reservation, type Reserved } from './reservations.ts';

export interface Robots extends Reserved {
  /** Kinds of crawlers that are asked to stay away from what its creators reserved for them. */
  turnedAway: AgentKind[];
}

export function robotsTxt(given: Robots): string {
  const signalled = signalLine(given);
  const groups = given.turnedAway.map((kind) => [
    ...agents[kind].map((name) => `User-agent: ${name}`),
    signalled,
    ...reservations(given, (preference) => rule(kind, preference)).map(
      ({ path, preference }) => `${rule(kind, preference)}: ${path}`,
    ),
  ]);
  const blocks = [
    ['# What creators want is a notice, not a wall. Each page says it in words.'],
    ...groups,
    ['User-agent: *', signalled, 'Allow: /'],
    [`Sitemap: ${given.base}/sitemap.xml`],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The signal of a group has no paths: there it says the strictest of all, where it could say too much. */
const signalLine = (given: Robots): string =>
  robotsLine(strictest(reservations(given).map(({ preference }) => preference)));

function rule(kind: AgentKind, preference: Reservation['preference']): 'Allow' | 'Disallow' {
  const { allowed } = signals(preference);
  return { trainers: allowed.training, assistants: allowed.input, searchers: allowed.search }[kind]
    ? 'Allow'
    : 'Disallow';
}
