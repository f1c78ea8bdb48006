/**
 * Owns the safety caps, which hold whatever the call says. Source: preflight.md, "Archives: hostile until
 * proven" and "Types, images, PDFs, media".
 */
const mebibyte = 1024 * 1024;

export const archiveLimits = {
  entries: 200,
  expandedBytes: 1024 * mebibyte,
  entryBytes: 500 * mebibyte,
  ratio: 200,
  ratioAppliesBeyond: 50 * mebibyte,
  nameBytes: 255,
  depth: 8,
  commentBytes: 65_535,
};

/** More listed entries than this are not even read: junk of a computer does not count as entries, but costs. */
export const listedAtMost = 2_000;

/**
 * An archive beside a paper holds code and data as its authors keep them: many files are a warning, and above
 * `listed` nobody looks inside.
 */
export const supplementLimits = { entries: 200, listed: 5_000, named: 200 };

export const imageLimits = { pixels: 100_000_000, frames: 100, metadataBytes: 16 * mebibyte };

export const pdfLimits = { pages: 200, inflatedBytes: 256 * mebibyte, itemsOnPage: 60_000 };

/** Above this an entry that must be inflated is hashed and checked as it flows, and not looked into. */
export const heldBytes = 128 * mebibyte;

/** How much of a file is read to tell what it is. */
export const headBytes = 65_536;
