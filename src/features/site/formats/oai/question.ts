/** What a harvester asked, checked against the protocol before anything is looked up. */

export class OaiError extends Error {
  readonly code: Code;
  constructor(code: Code, words: string) {
    super(words);
    this.code = code;
  }
}

export type Code =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noMetadataFormats'
  | 'noRecordsMatch'
  | 'noSetHierarchy';

export const verbs = {
  Identify: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  ListSets: { required: [], optional: ['resumptionToken'] },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
  ListIdentifiers: { required: ['metadataPrefix'], optional: ['from', 'until', 'set', 'resumptionToken'] },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set', 'resumptionToken'] },
} as const satisfies Record<string, { required: readonly string[]; optional: readonly string[] }>;

export type Verb = keyof typeof verbs;

export interface Question {
  verb: Verb;
  given: Record<string, string>;
}

export function readQuestion(query: URLSearchParams): Question {
  const asked = query.getAll('verb');
  const verb = asked[0] ?? '';
  if (asked.length !== 1 || !Object.hasOwn(verbs, verb))
    throw new OaiError('badVerb', 'Ask with one of the six verbs of OAI-PMH 2.0.');
  const { required, optional } = verbs[verb as Verb];
  const known: readonly string[] = [...required, ...optional];
  const given: Record<string, string> = {};
  for (const [name, value] of query) {
    if (name === 'verb') continue;
    if (!known.includes(name)) throw new OaiError('badArgument', `${verb} has no argument of this name.`);
    if (Object.hasOwn(given, name)) throw new OaiError('badArgument', `${name} stands twice.`);
    given[name] = value;
  }
  if (given.resumptionToken !== undefined) {
    if (Object.keys(given).length > 1)
      throw new OaiError('badArgument', 'A resumptionToken stands alone beside the verb.');
    return { verb: verb as Verb, given };
  }
  const missing = required.find((name) => !given[name]);
  if (missing) throw new OaiError('badArgument', `${verb} needs ${missing}.`);
  for (const [name, pattern] of Object.entries(written))
    if (given[name] !== undefined && !pattern.test(given[name]))
      throw new OaiError('badArgument', `No ${name} is written like this.`);
  checkSpan(given.from, given.until);
  return { verb: verb as Verb, given };
}

/** As the protocol's schema has them; an answer that repeated anything else would not be valid itself. */
const written = {
  metadataPrefix: /^[A-Za-z0-9\-_.!~*'()]+$/,
  set: /^[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*$/,
};

function checkSpan(from: string | undefined, until: string | undefined): void {
  for (const [name, value] of Object.entries({ from, until }))
    if (value !== undefined && !isStamp(value))
      throw new OaiError('badArgument', `Write ${name} as YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.`);
  if (!from || !until) return;
  if (from.length !== until.length)
    throw new OaiError('badArgument', 'Write from and until with the same granularity.');
  if (from > until) throw new OaiError('badArgument', 'until is before from.');
}

/** A day or a second that there is: the 30th of February is none. */
function isStamp(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/.test(text)) return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 19));
}
