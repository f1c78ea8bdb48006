/** What every page frame takes. */
import type { Snippet } from 'svelte';
import type { DrawnPicture } from './drawn-picture.ts';

export type NavItem = { href: string; label: string; current?: boolean; group?: string };

export type FrameEdition = {
  name: string;
  slug: string;
  /** Where its first page lies, where that is not `/{slug}`. */
  href?: string;
  when?: string;
  where?: string;
  contact?: string;
  /** Where all editions are listed, where there are several. */
  allHref?: string;
  /** Before the name; says nothing that the name does not. */
  logo?: DrawnPicture;
};

export type FrameProps = {
  title: string;
  edition?: FrameEdition;
  nav?: NavItem[];
  /** This page in every language that it has; none where it has one. */
  languages?: { language: string; name: string; href: string; current: boolean }[];
  /** The signed-in person's name, in their own writing. */
  viewer?: string;
  viewerHref?: string;
  signInHref?: string;
  demoBar?: Snippet;
  /** Whether to link the edition's accent, /{slug}/theme.css. */
  themed?: boolean;
  children: Snippet;
};
