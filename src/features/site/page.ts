/**
 * A public page before it is bytes: where it lies, which component draws it, and all that the component is told.
 * Promises that a page is a function of this alone, so that the same page is never drawn twice. Leaves out bytes
 * (`rendering.server.ts`) and how addresses become links (`addresses.ts`).
 */
import type { CardWords } from './cards/card.ts';
import type { HeadData } from './head.ts';
import type { SitePicture } from './pictures/picture.ts';

/** From an address such as `2024/dates` to the link that leads there from the page that asks. */
export type To = (address: string) => string;

/** What stands around every page of an edition. */
export interface Frame {
  slug: string;
  name: string;
  when: string;
  where: string;
  contact: string;
  /** BCP 47; pages say it in their root element. */
  language: string;
  menu: { address: string; label: string }[];
  /** Whether there is a page of all editions. */
  series?: true;
  /** One colour, as it was set. */
  accent: string;
  /** Before the name, where the edition has one. */
  logo?: SitePicture | undefined;
  /** Only in the demo: how to play with it. */
  demo: boolean;
  /** Where pages lie that are not in the main language: `2024/fr`. */
  within?: string;
}

export interface Page {
  /** Without leading slash or ending: `2024/dates`; `2024/` is the edition's own page. */
  address: string;
  title: string;
  /** The name of a component in `pages/`. */
  component: string;
  data: Record<string, unknown>;
  /** All that `data` is made from, where that is sooner told than `data` itself: what is drawn already never asks. */
  of?: readonly unknown[];
  frame: Frame;
  /** This page in every language of its edition, the main one first; absent where there is one. */
  twins?: { language: string; address: string; href: string }[];
  /** Texts in the main language that stand here untranslated. */
  untranslated?: { language: string; texts: string[] };
  /** For search engines and link previews. */
  description: string;
  /** Names of files in `scripts/`; unless told, the one that adds the reader's own time. */
  scripts?: string[];
  /** Of the organizers, as far as this page shows them. */
  pictures?: SitePicture[];
  /** What its picture for shared links says beside its title; null where it shows one of its own. */
  card?: CardWords | null;
  /** What it says to machines, where its component does not say it. */
  head?: HeadData;
}
