/**
 * The texts under which creators and authors grant uses. Owns their words as data, one entry per version. Promises
 * that a version is never edited: what was granted is kept with the hash of the text that was read. A better text
 * is a new entry with a new key; the newest of its kind is offered.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Scope } from './ledger.ts';

export interface GrantText {
  key: string;
  kind: 'paper' | 'work';
  opening: string;
  /** The uses that can be granted under this text, in the order of the form. */
  uses: { scope: Scope; label: string; words: string; yearsAfter: number | null }[];
  closing: string[];
  /** What the call cannot do without: ticked to begin with. */
  least: Scope[];
}

const work1: GrantText = {
  key: 'work-1',
  kind: 'work',
  opening:
    'I allow the organizers of the workshop the uses of this work that are ticked, and no others. This is not exclusive: I keep my rights in the work and may show, publish and sell it wherever I like. It begins only if the work is accepted; if it is not, I have allowed nothing. It holds in all countries, because a website is read in all of them.',
  uses: [
    {
      scope: 'website',
      label: 'On the website',
      words:
        'Show the work with its title, credits, statement and notes on the pages of the workshop, until I take this back.',
      yearsAfter: null,
    },
    {
      scope: 'onsite',
      label: 'At the workshop',
      words:
        'Show, play or perform the work in the rooms and on the screens of the workshop, until a year after its last day.',
      yearsAfter: 1,
    },
    {
      scope: 'catalogue',
      label: 'In a catalogue',
      words:
        'Reproduce the work in a printed or downloadable catalogue of the workshop, until five years after its last day. Copies printed by then may stay where they are.',
      yearsAfter: 5,
    },
    {
      scope: 'press',
      label: 'For the press',
      words:
        'Give pictures or short parts of the work to journalists who report on the workshop, until five years after its last day.',
      yearsAfter: 5,
    },
    {
      scope: 'social',
      label: 'On social networks',
      words:
        'Show pictures or short parts of the work in what the workshop posts about itself, until five years after its last day.',
      yearsAfter: 5,
    },
    {
      scope: 'archive',
      label: 'In the archive',
      words:
        'Keep the work, and what is said of it here, in the lasting archive of the workshop, without an end. If I take this back, later copies of the archive go without it.',
      yearsAfter: null,
    },
    {
      scope: 'recording',
      label: 'In recordings',
      words:
        'Let the work be seen and heard in recordings of the workshop that are published, until five years after its last day.',
      yearsAfter: 5,
    },
  ],
  closing: [
    'The organizers may make smaller copies, and may crop for a thumbnail only. They change nothing else. They give the work to nobody else, except to the press where that is ticked.',
    'The organizers never train AI with the work and give it to nobody for that.',
    'Wherever the work is shown, its title and its credit line stand with it.',
    'I made the work, or I may speak for those who made it; whoever has rights in a part of it agrees.',
    'I can take back each use at any time without saying why. It then ends at once on the website, and for everything that is made from then on.',
  ],
  least: ['website'],
};

/** Adds that copies may be recognised. */
const work2: GrantText = {
  ...work1,
  key: 'work-2',
  uses: [
    ...work1.uses,
    {
      scope: 'recognition',
      label: 'To be recognised',
      words:
        'Publish a short mark of each picture of the work, so that whoever comes upon a copy can find out that it is mine. The picture cannot be made again from its mark. It is compared in the browser of the person who asks, until I take this back.',
      yearsAfter: null,
    },
  ],
};

const paper1: GrantText = {
  key: 'paper-1',
  kind: 'paper',
  opening:
    'I allow the organizers of the workshop the uses of this paper that are ticked, and no others. This is not exclusive: the authors keep their rights. The workshop has no official proceedings: being shown here is not archival publication, and the paper may be submitted and published anywhere else, before or after. It begins only if the paper is accepted; if it is not, I have allowed nothing. It holds in all countries, because a website is read in all of them.',
  uses: [
    {
      scope: 'website',
      label: 'On the website',
      words:
        'Show the paper with its title, authors, abstract and supplement on the pages of the workshop, until I take this back.',
      yearsAfter: null,
    },
    {
      scope: 'archive',
      label: 'In the archive',
      words:
        'Keep the paper, and what is said of it here, in the lasting archive of the workshop, without an end; this archive is a memory of the event and no proceedings. If I take this back, later copies of the archive go without it.',
      yearsAfter: null,
    },
    {
      scope: 'recording',
      label: 'In recordings',
      words:
        'Let the talk and what is shown in it be seen and heard in recordings of the workshop that are published, until five years after its last day.',
      yearsAfter: 5,
    },
    {
      scope: 'social',
      label: 'On social networks',
      words:
        'Show figures or short passages of the paper in what the workshop posts about itself, until five years after its last day.',
      yearsAfter: 5,
    },
  ],
  closing: [
    'The organizers change nothing in the paper. They give it to nobody else.',
    'The organizers never train AI with the paper and give it to nobody for that.',
    'Wherever the paper is shown, its title and its authors stand with it.',
    'I wrote the paper, or I may speak for those who wrote it; whoever has rights in a part of it agrees.',
    'I can take back each use at any time without saying why. It then ends at once on the website, and for everything that is made from then on.',
  ],
  least: ['website', 'archive'],
};

/** Every text that was ever offered, oldest first. */
export const texts: GrantText[] = [work1, work2, paper1];

/** The text that is offered today. */
export function textFor(kind: 'paper' | 'work'): GrantText {
  return texts.filter((one) => one.kind === kind).at(-1)!;
}

export const textNamed = (key: string): GrantText | undefined => texts.find((one) => one.key === key);

/** The text as it is read and hashed: every use it can grant, ticked or not. */
export function wholeText({ opening, uses, closing }: GrantText): string {
  return [opening, ...uses.map(({ label, words }) => `${label}. ${words}`), ...closing].join('\n\n');
}

export const hashOf = (text: GrantText): string => bytesToHex(sha256(utf8ToBytes(wholeText(text))));

/** When a use ends by itself: so many years after the last day of the event, or after the grant if that is later. */
export function expiryOf({ yearsAfter }: { yearsAfter: number | null }, days: string[], now: Date) {
  if (yearsAfter === null) return null;
  const last = days.length > 0 ? Date.parse(`${[...days].sort().at(-1)}T00:00:00Z`) + 86_400_000 : 0;
  const from = new Date(Math.max(last, now.getTime()));
  from.setUTCFullYear(from.getUTCFullYear() + yearsAfter);
  return from;
}
