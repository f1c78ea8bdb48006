/**
 * Owns the inside of the child process that measures a paper once more for its picture: a path comes in, boxes go
 * out as JSON, or null where there is nothing to draw. The fence around it is `caps.server.ts`.
 */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { openPdf } from '../pdf/open-pdf.ts';
import { boxesOf, worthLooking, type PaperBoxes } from '../pdf/page-boxes.ts';
import { isWalkable, walkedPages } from '../pdf/inspect-pdf.ts';

process.on('unhandledRejection', () => {});
const { path, maxBodyPages } = JSON.parse(await text(process.stdin)) as {
  path: string;
  maxBodyPages: number;
};
process.stdout.write(JSON.stringify(await found(new Uint8Array(await readFile(path)))));

async function found(bytes: Uint8Array): Promise<PaperBoxes | null> {
  if (!(await isWalkable(bytes))) return null;
  const opened = await openPdf(bytes);
  if ('fault' in opened) return null;
  const { pages } = await walkedPages(opened, { maxBodyPages });
  await opened.pdf.loadingTask.destroy();
  const boxes = boxesOf(pages);
  return boxes && { ...boxes, pages: worthLooking(boxes) };
}
