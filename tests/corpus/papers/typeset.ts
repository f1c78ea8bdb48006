/** Owns the typesetting of a case with LaTeX, where it is present, and the reading of the truth it wrote. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PaperCase } from './cases.ts';

export type Truth = { bodyPages: number; referencesPage: number | null; appendixPage: number | null };

const run = promisify(execFile);

export async function typeset(one: Pick<PaperCase, 'source'>): Promise<{ bytes: Uint8Array; truth: Truth }> {
  const folder = await mkdtemp(join(tmpdir(), 'salon-corpus-'));
  try {
    await writeFile(join(folder, 'paper.tex'), one.source);
    for (let pass = 0; pass < 2; pass++) {
      // A warning about a missing shape is no failure; a missing page is found below.
      await run('pdflatex', ['-interaction=nonstopmode', 'paper.tex'], {
        cwd: folder,
        timeout: 120_000,
        env: { ...process.env, SOURCE_DATE_EPOCH: '1700000000' },
      }).catch(() => {});
    }
    const bytes = new Uint8Array(await readFile(join(folder, 'paper.pdf')));
    return { bytes, truth: truthIn(await readFile(join(folder, 'truth.txt'), 'latin1')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function truthIn(text: string): Truth {
  const pages = (mark: string) =>
    [...text.matchAll(new RegExp(`^${mark} (\\d+)`, 'gm'))].map(([, page]) => Number(page));
  return {
    bodyPages: Math.max(...pages('body')),
    referencesPage: pages('references')[0] ?? null,
    appendixPage: pages('appendix')[0] ?? null,
  };
}
