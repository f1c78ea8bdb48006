/** Submitting what is complete, over HTTP, sixteen people at once; each answer is durable when it comes. */
import { ask } from '../tests/durability/writer.ts';
import type { Started } from '../tests/durability/salon.ts';
import { round, type Row } from './row.ts';

export async function submitRow(salon: Started, drafts: { id: string; secret: string }[]): Promise<Row> {
  const left = [...drafts];
  const begun = performance.now();
  const person = async () => {
    for (let draft = left.pop(); draft; draft = left.pop())
      await ask({ base: salon.base, secret: draft.secret }, 'submissions.submit', {
        id: draft.id,
        agreed: salon.agreed,
      });
  };
  await Promise.all(Array.from({ length: 16 }, person));
  const rate = drafts.length / ((performance.now() - begun) / 1000);
  return {
    what: 'submit (metadata; files already up)',
    bar: '>= 100 durable submits/s',
    found: `${round(rate)} submits/s over ${drafts.length}`,
    met: rate >= 100,
  };
}
