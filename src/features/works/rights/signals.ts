/**
 * From what a creator wants machines to do to every channel that can say so: pages, headers of media, robots.txt,
 * tdmrep.json, RSL, fields inside of files, data. Promises that all say the same. They are notices, not walls.
 */
import type { Preference } from '../preference.ts';
import { preferenceWords } from './preference-words.ts';
import { labels, uses, type Use } from './signal-labels.ts';

export interface Signals {
  /** What is allowed, before any channel puts it in its own words. */
  allowed: Record<Use, boolean>;
  /** `<meta name content>` of an HTML page. */
  meta: { name: string; content: string }[];
  /** Of every response that holds the work or a picture of it, and of its page. */
  headers: Record<string, string>;
  /** The value after `Content-Usage:`. */
  contentUsage: string;
  /** The value after `Content-Signal:`. */
  contentSignal: string;
  /** As tdmrep.json wants it: 1 reserves. */
  tdmReservation: 0 | 1;
  /** Tokens of RSL's `usage`. */
  rsl: { permits: string[]; prohibits: string[] };
  xmp: XmpField[];
  cawg: Record<string, { use: string }>;
  /** schema.org `usageInfo`. */
  usageInfo: { '@type': 'CreativeWork'; name: string; text: string };
}

export interface XmpField {
  namespace: string;
  prefix: string;
  name: string;
  /** `resource` is a URI, `language` a text in x-default, `text` plain. */
  kind: 'resource' | 'language' | 'text';
  value: string;
}

/** One object for each preference, asked for with every file: not to be changed by whoever gets it. */
export const signals = (preference: Preference): Readonly<Signals> => made[preference];

function signalsOf(preference: Preference): Signals {
  const allowed = allowedBy[preference];
  const robots = allowed.training ? null : labels.robots.noTraining.join(', ');
  const contentUsage = dictionary(labels.contentUsage, allowed);
  const tdmReservation = allowed.mining ? 0 : 1;
  const { label, words } = preferenceWords[preference];
  return {
    allowed: { ...allowed },
    meta: [
      ...(robots ? [{ name: 'robots', content: robots }] : []),
      { name: labels.tdm.reservation, content: String(tdmReservation) },
    ],
    headers: {
      [labels.contentUsage.header]: contentUsage,
      [labels.tdm.reservation]: String(tdmReservation),
      ...(robots && { 'X-Robots-Tag': robots }),
    },
    contentUsage,
    contentSignal: dictionary(labels.contentSignal, allowed),
    tdmReservation,
    rsl: {
      permits: tokens(labels.rsl.uses, (use) => allowed[use]),
      prohibits: tokens(labels.rsl.uses, (use) => !allowed[use]),
    },
    xmp: [
      {
        namespace: labels.plus.namespace,
        prefix: labels.plus.prefix,
        name: 'DataMining',
        kind: 'resource',
        value: `${labels.plus.vocabulary}${dataMining(allowed)}`,
      },
      {
        namespace: labels.plus.namespace,
        prefix: labels.plus.prefix,
        name: 'OtherConstraints',
        kind: 'language',
        value: words,
      },
      {
        namespace: labels.tdm.namespace,
        prefix: labels.tdm.prefix,
        name: 'reservation',
        kind: 'text',
        value: String(tdmReservation),
      },
    ],
    cawg: Object.fromEntries(
      entries<readonly string[]>(labels.cawg.uses).flatMap(([use, keys]) =>
        keys.map((key) => [key, { use: allowed[use] ? labels.cawg.yes : labels.cawg.no }]),
      ),
    ),
    usageInfo: { '@type': 'CreativeWork', name: label, text: words },
  };
}

/** For a group of robots.txt. */
export const robotsLine = (preference: Preference): string =>
  `${labels.contentSignal.line}: ${signals(preference).contentSignal}`;

/** One entry of tdmrep.json, which is a list in which the first fitting location counts. */
export function tdmrepEntry(location: string, preference: Preference, policy?: string) {
  return {
    location,
    [labels.tdm.reservation]: signals(preference).tdmReservation,
    ...(policy && { [labels.tdm.policy]: policy }),
  };
}

/** For what holds several works at once: no use is allowed that one of them reserves. */
export function strictest(preferences: Preference[]): Preference {
  const [first = 'reserve-all'] = [...preferences].sort((a, b) => freedom(a) - freedom(b));
  return first;
}

const allowedBy: Record<Preference, Record<Use, boolean>> = {
  'reserve-all': { search: true, input: false, training: false, mining: false },
  'no-training': { search: true, input: true, training: false, mining: false },
  allow: { search: true, input: true, training: true, mining: true },
};

function dataMining(allowed: Record<Use, boolean>): string {
  if (allowed.training && allowed.mining) return labels.plus.allowed;
  return allowed.input ? labels.plus.noTraining : labels.plus.onlySearch;
}

function dictionary(
  channel: { uses: Partial<Record<Use, string>>; yes: string; no: string },
  allowed: Record<Use, boolean>,
): string {
  return entries(channel.uses)
    .map(([use, label]) => `${label}=${allowed[use] ? channel.yes : channel.no}`)
    .join(', ');
}

const tokens = (of: Partial<Record<Use, readonly string[]>>, chosen: (use: Use) => boolean): string[] =>
  entries(of).flatMap(([use, names]) => (chosen(use) ? names : []));

const entries = <T>(of: Partial<Record<Use, T>>) => Object.entries(of) as [Use, T][];

const freedom = (preference: Preference) => uses.filter((use) => allowedBy[preference][use]).length;

const made = {
  'reserve-all': signalsOf('reserve-all'),
  'no-training': signalsOf('no-training'),
  allow: signalsOf('allow'),
};
