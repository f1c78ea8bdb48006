/**
 * The names that channels give to uses. Drafts still change them (AIPREF above all): this table is the only place
 * that knows them. Sources: the IETF drafts of August 2026, Content Signals (September 2025), TDMRep, PLUS, RSL 1.0, CAWG.
 */

export const uses = ['search', 'input', 'training', 'mining'] as const;
/** search: finding and showing a link · input: answers made from it · training: models · mining: any other analysis. */
export type Use = (typeof uses)[number];

export const labels = {
  /** IETF AIPREF: a dictionary whose values are the tokens y and n. */
  contentUsage: {
    header: 'Content-Usage',
    uses: { training: 'train-ai', search: 'search' },
    yes: 'y',
    no: 'n',
  },
  /** Content Signals, in a group of robots.txt. */
  contentSignal: {
    line: 'Content-Signal',
    uses: { search: 'search', input: 'ai-input', training: 'ai-train' },
    yes: 'yes',
    no: 'no',
  },
  /** W3C TDMRep: 1 reserves, 0 does not. */
  tdm: {
    reservation: 'tdm-reservation',
    policy: 'tdm-policy',
    namespace: 'http://www.w3.org/ns/tdmrep/',
    prefix: 'tdm',
  },
  /** A habit of picture sites; no standard. */
  robots: { noTraining: ['noai', 'noimageai'] },
  plus: {
    namespace: 'http://ns.useplus.org/ldf/xmp/1.0/',
    prefix: 'plus',
    vocabulary: 'http://ns.useplus.org/ldf/vocab/',
    onlySearch: 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING',
    noTraining: 'DMI-PROHIBITED-AIMLTRAINING',
    allowed: 'DMI-ALLOWED',
  },
  rsl: {
    namespace: 'https://rslstandard.org/rsl',
    type: 'application/rsl+xml',
    uses: { search: ['search'], input: ['ai-input', 'ai-index'], training: ['ai-train'] },
  },
  cawg: {
    assertion: 'cawg.training-mining',
    uses: {
      mining: ['cawg.data_mining'],
      input: ['cawg.ai_inference'],
      training: ['cawg.ai_generative_training', 'cawg.ai_training'],
    },
    yes: 'allowed',
    no: 'notAllowed',
  },
} as const;
