/**
 * PDFs to be read. No tool here can write one anew, so its pages go out as they came, and only what its program wrote
 * about it is blanked. A work of which that cannot be said is not shown; a paper, whose authors stand on its first page
 * in any case, is.
 */
import { pageOf } from '#app/preflight/analysis/pages.server.ts';
import { runCapped } from '#app/preflight/run-capped.server.ts';
import { keptRendition } from './kept.server.ts';
import type { Made, Source } from './making.server.ts';
import { drawnFrom } from './moving.server.ts';
import { framesIn } from './picture-order.ts';

const beside = new Set(['description', 'supplementary']);

const child = '#app/features/works/renditions/blanking-child.server.ts';

export async function pdf({ facts, file, path, stem, xmp }: Source): Promise<Made> {
  const [answer] = framesIn(
    await runCapped(child, JSON.stringify({ path, xmp }), { native: false, wallSeconds: 600 }),
  );
  if (!answer) throw new Error('The child that blanks PDFs said nothing.');
  const clean = (answer.said as { clean?: boolean }).clean === true;
  if (!clean && facts.kind === 'work')
    return {
      made: [],
      words: 'What its program wrote about it could not be taken out of the PDF, so it is not shown.',
    };
  const named = { use: 'document', name: `${stem}.pdf`, mime: 'application/pdf' } as const;
  const document = await keptRendition(answer.bytes, named);
  // A description stands beside a work that has a face of its own.
  const needsFace = !beside.has(file.role);
  const page = needsFace ? await pageOf(path, 1) : null;
  const cover = page ? await drawnFrom(page, 'picture', { stem, xmp, maxPixels: facts.maxPixels }) : [];
  const words = [
    ...(clean ? [] : ['What its program wrote about it could not be taken out.']),
    ...(cover.length > 0 || !needsFace ? [] : ['No picture of its first page could be made.']),
  ];
  return { made: [document, ...cover], words: words.join(' ') };
}
