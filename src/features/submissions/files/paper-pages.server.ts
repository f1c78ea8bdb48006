/**
 * The measured pages of papers: boxes for each paper of a submission, and a picture of each page where this machine
 * can make one. Made by the job that measures films, once; what falls over is told in a sentence.
 */
import * as v from 'valibot';
import type { Db } from '#app/platform/database.server.ts';
import { read, type Context } from '#app/platform/operation.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { boxesOfPaper, pageOf } from '#app/preflight/analysis/pages.server.ts';
import type { PaperBoxes } from '#app/preflight/pdf/page-boxes.ts';
import { rulesOf } from './arrival.ts';
import { derivativeOf, redrawnFrom, type Derivative } from './derivatives.server.ts';
import { measuredPaper, type MeasuredPaper } from './measures.ts';
import { itsAuthorsOrOrganizers } from './policy.ts';
import {
  findDerivative,
  findHandIn,
  findKeptFile,
  findReport,
  listFiles,
  listFound,
} from './queries.server.ts';

/** As it is stored beside the analyses of films. */
export interface PaperFound {
  paper: PaperBoxes | null;
  /** The pages of which there is a picture. */
  drawn: number[];
}

const kindOf = (page: number) => `page-${page}`;

export async function lookAtPaper(
  context: Context,
  { sha256, maxBodyPages }: { sha256: string; maxBodyPages: number },
): Promise<PaperFound> {
  const { files, log } = resources();
  const path = files.localPath(sha256);
  const paper = await boxesOfPaper(path, maxBodyPages).catch((problem: unknown) => {
    log.accident('pages', problem, { sha256 });
    return null;
  });
  const drawn: number[] = [];
  for (const { number, width, height } of paper?.pages ?? []) {
    const named = { of: sha256, kind: kindOf(number) };
    const picture = await derivativeOf(context, named, () =>
      drawnPage(path, { number, width, height }),
    ).catch((problem: unknown) => {
      log.accident('pages', problem, { sha256, page: number });
      return null;
    });
    if (!picture) break;
    drawn.push(number);
  }
  return { paper, drawn };
}

/** The papers that lie there or were received, as they were measured, for pages that show them. */
export const showPages = read({
  name: 'files.pages',
  input: v.object({ id: v.pipe(v.string(), v.maxLength(64)) }),
  subject: ({ db }, { id }) => findHandIn(db, { id }),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db }, handIn): Promise<MeasuredPaper[]> => {
    const rules = rulesOf(handIn.call);
    if (rules.kind !== 'paper') return [];
    const found = await findPapers(db, handIn.id);
    const papers = (await listFiles(db, handIn.id)).filter(
      ({ role, mime }) => role === 'paper' && mime === 'application/pdf',
    );
    const together = (await findReport(db, handIn.id))?.report.findings ?? [];
    return papers.map((file) => {
      // What the checker says of a paper as such names no file.
      const own = together.filter(({ where }) => !where?.file || where.file === file.name);
      const report = { ...file.report, findings: own };
      return measuredPaper({ ...file, report }, rules, found.get(file.sha256));
    });
  },
});

/** The picture of one page, where one was made for this submission. */
export const pageFile = read({
  name: 'files.page',
  input: v.object({
    id: v.pipe(v.string(), v.maxLength(64)),
    page: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  subject: ({ db }, { id }) => findKeptFile(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db }, { file: { sha256 }, id }, { page }) => {
    const drawn = (await findPapers(db, id)).get(sha256)?.drawn ?? [];
    const picture = drawn.includes(page) ? await findDerivative(db, sha256, kindOf(page)) : undefined;
    if (!picture || !(await resources().files.has(picture.sha256))) throw missing();
    return picture;
  },
});

async function findPapers(db: Db, submissionId: string): Promise<Map<string, PaperFound>> {
  const found = await listFound(db, submissionId);
  return new Map(found.flatMap(([sha256, one]) => ('drawn' in one ? [[sha256, one as PaperFound]] : [])));
}

/** Only where its shape is the one that was measured: boxes on another picture would lie. */
async function drawnPage(
  path: string,
  { number, width, height }: { number: number; width: number; height: number },
): Promise<Derivative | null> {
  const png = await pageOf(path, number);
  if (!png || png.length < 24) return null;
  const head = new DataView(png.buffer, png.byteOffset);
  const shape = head.getUint32(16) / head.getUint32(20);
  return Math.abs(shape - width / height) < 0.02 ? redrawnFrom(png) : null;
}
