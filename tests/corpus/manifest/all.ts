/** Owns the list of all cases of the manifest, for whoever goes through it: three places, mutants, the table of codes. */
import { atTheLimit } from './at-the-limit.ts';
import type { Case } from './case.ts';
import { drawings } from './drawings.ts';
import { films } from './films.ts';
import { honest } from './honest-archives.ts';
import { broken, hostile, odd } from './hostile-archives.ts';
import { images } from './images.ts';
import { papersByRule } from './paper-rules.ts';
import { pdfs } from './pdfs.ts';
import { sounds } from './sounds.ts';
import { supplements } from './supplements.ts';
import { works } from './works.ts';

export const manifest: Case[] = [
  ...honest,
  ...hostile,
  ...odd,
  ...broken,
  ...films,
  ...sounds,
  ...images,
  ...drawings,
  ...pdfs,
  ...works,
  ...papersByRule,
  ...supplements,
  ...atTheLimit,
];
