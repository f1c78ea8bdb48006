/** Owns the comparison of what the checker says of a paper with what is true of it by construction. */
import { check } from '#app/preflight/check.ts';
import { paperRules2024 } from '#app/preflight/profiles.ts';
import { fromBytes } from '#app/preflight/sources.ts';
import type { PaperCase } from './cases.ts';
import type { Truth } from './typeset.ts';

export type Judged = Truth & {
  title: string;
  authors: string[];
  format: string;
  /** Whether it is refused for its length, and for nothing else. */
  refused: string[];
};

/** What the checker must find in a case, as it was typeset. */
export function expected(one: Pick<PaperCase, 'title' | 'authors' | 'template'>, truth: Truth): Judged {
  const formats = {
    final: 'neurips-camera-ready',
    preprint: 'neurips-preprint',
    anonymous: 'neurips-anonymous',
  };
  const { native } = one.template;
  return {
    ...truth,
    title: one.title,
    authors: native === 'anonymous' ? [] : one.authors,
    format: native ? formats[native] : 'other',
    refused: truth.bodyPages > paperRules2024.maxBodyPages ? ['paper.over-length'] : [],
  };
}

export async function judged(bytes: Uint8Array): Promise<Judged> {
  const { facts, findings } = await check([{ name: 'paper.pdf', blob: fromBytes(bytes) }], paperRules2024);
  const { bodyPages, referencesPage, appendixPage, title, authors, format } = facts as Omit<
    Judged,
    'refused'
  >;
  const refused = findings.filter((one) => one.severity === 'reject').map((one) => one.code);
  return { bodyPages, referencesPage, appendixPage, title, authors, format, refused };
}
