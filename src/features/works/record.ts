/**
 * The public record of an accepted paper or work: everything the world may know of it, and nothing else. Owns the
 * shape that pages, feeds, citations and the archive are made from. Promises that what is in it was granted, confirmed
 * and accepted (`records.server.ts` is the only maker). Leaves out mail addresses, legal names, scores, originals.
 */
import type { Preference } from './preference.ts';

export interface PublicRecord {
  /** Of the submission; in no address and on no page. */
  id: string;
  kind: 'paper' | 'work';
  /** The part of the address, never used twice in an edition. */
  slug: string;
  /** Slugs it had before: each leads on to this one for ever. */
  formerSlugs: string[];
  title: string;
  /** BCP 47, of the title and of the work itself. */
  language: string;
  /** Of what is said about it, where that is another. */
  wordsLanguage?: string;
  call: { key: string; title: string };
  /** In the order of their credit; only who confirmed it. */
  people: PublicCredit[];
  /** A paper's abstract, a work's statement: plain words, paragraphs parted by an empty line. */
  summary: string;
  topics: string[];
  /** Answers to the questions that the call shows to everybody. */
  answers: { label: string; words: string }[];
  /** Only of a work. */
  work: WorkFacts | null;
  session: { key: string; title: string; day: string; start: string; end: string } | null;
  award: { name: string; words: string } | null;
  files: PublicFile[];
  /** `on`: the day on which its people handed it in, and said with it that it leads there. */
  links: { label: string; url: string; note: string; on?: string }[];
  rights: PublicRights;
  /** ISO days. */
  acceptedOn: string;
  publishedOn: string;
  /** ISO instant of the last change to anything in here. */
  changedAt: string;
  /** What stands here after a takedown: then there are no files, and no words but these. */
  tombstone: { on: string; words: string } | null;
}

export interface PublicCredit {
  kind: 'person' | 'collective';
  /** As they want to be named. */
  name: string;
  affiliation: string;
  /** With hyphens, confirmed by its owner; empty where there is none. */
  orcid: string;
  pronouns: string;
  /** Artist, composer, …; empty on papers. */
  role: string;
}

export interface WorkFacts {
  /** Labels of its forms, the primary one first: Film, Sound art … */
  forms: { key: string; label: string }[];
  /** Words such as "oil on canvas". */
  medium: string;
  year: string;
  /** As the creator said it: "60 × 40 cm", "4 min 10 s", "variable". */
  size: string;
  edition: string;
  /** Whole seconds of the main film or sound, where it was measured. */
  seconds: number | null;
  ai: AiProcess | null;
  contentNotes: { key: string; label: string }[];
  /** What there is for those who see, hear or move differently: captions, transcript, … as labels. */
  access: { key: string; label: string }[];
}

/** The AI process card. */
export interface AiProcess {
  level: { key: string; label: string };
  /** IPTC digital source type, such as compositeWithTrainedAlgorithmicMedia; empty where none fits. */
  sourceType: string;
  roles: string[];
  systems: { name: string; version: string; provider: string; use: string }[];
  words: string;
  /** Never from a detector: what the creator says, what they showed, what the file's own credential says. */
  evidence: 'declared' | 'process-shown' | 'credential-read';
}

export interface PublicFile {
  /** As in the hand-in: paper, main, video, description, supplementary, poster, slides, recording, captions … */
  role: string;
  label: string;
  kind: 'image' | 'video' | 'audio' | 'pdf' | 'text' | 'web' | 'model' | 'other';
  /** Never empty on a picture unless it is decorative. */
  alt: string;
  description: string;
  width: number | null;
  height: number | null;
  seconds: number | null;
  pages: number | null;
  /** Of a 3D model, where views of it were drawn. */
  triangles?: number;
  /** By which copies of a picture are found (`likeness.ts`); only where its people opted in. */
  likeness?: string;
  renditions: Rendition[];
}

/** Bytes that may be public, kept under their hash. */
export interface Rendition {
  /** picture: one width of several · view: of a 3D model, by its name; the first is its picture · document: a PDF or text to read · film, sound: to be played · still: of a film · peaks: of a sound (JSON) · captions, transcript · web: the page that opens a web piece, part: what it loads, both never on our own host name · tile, info: of a picture to be zoomed */
  use:
    | 'picture'
    | 'view'
    | 'document'
    | 'film'
    | 'sound'
    | 'still'
    | 'peaks'
    | 'captions'
    | 'transcript'
    | 'web'
    | 'part'
    | 'tile'
    | 'info';
  /** Under the record's own folder, such as `main-960.avif` or `main/0,0,512,512/512,/0/default.jpg`. */
  name: string;
  sha256: string;
  bytes: number;
  mime: string;
  width: number | null;
  height: number | null;
}

export interface PublicRights {
  /** One line to print under the work: "© 2024 Mina Okafor". */
  credit: string;
  licence: { key: string; label: string; url: string };
  preference: Preference;
}
