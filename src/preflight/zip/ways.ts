/** Owns how strictly an archive is opened: as a work, or as what lies beside a paper. */
import type { Code } from '../findings.ts';
import { archiveLimits, listedAtMost, supplementLimits } from '../limits.ts';

/** `soft` are refusals that only warn here. */
export type ArchiveWays = {
  entries: number;
  listed: number;
  supplement: boolean;
  soft: ReadonlySet<Code>;
};

export const asWork: ArchiveWays = {
  entries: archiveLimits.entries,
  listed: listedAtMost,
  supplement: false,
  soft: new Set(),
};

/** Deep folders, long names and names that differ in case only are what trees of code have; links are looked at. */
export const asSupplement: ArchiveWays = {
  entries: supplementLimits.entries,
  listed: supplementLimits.listed,
  supplement: true,
  soft: new Set<Code>([
    'zip.too-many-entries',
    'zip.duplicate-name',
    'zip.special-file',
    'name.too-deep',
    'name.too-long',
  ]),
};
