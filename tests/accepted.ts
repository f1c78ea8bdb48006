/** For tests: papers and works that are accepted, and granted for the website, hours after the calls' tests begin. */
import { submit } from '#app/features/submissions/operations.server.ts';
import { accept } from '#app/features/works/operations.server.ts';
import { listRecords } from '#app/features/works/records.server.ts';
import { grant } from '#app/features/works/rights/operations.server.ts';
import { hashOf, textFor } from '#app/features/works/rights/texts.ts';
import { allAgreed, completePaper, completeWork } from './submissions.ts';
import { whileOpen, type CastName, type World } from './world.ts';

export const after = (hours: number) => new Date(whileOpen.getTime() + hours * 3_600_000);
export const edition = '2024';

export const recordsAt = (world: World, hours: number) =>
  listRecords(world.db, world.edition.id, after(hours));

/** Handed in and accepted. */
export async function accepted(world: World, id: string, who: CastName, hours = 1): Promise<string> {
  const { receipt } = await submit(world.as(who), { id, agreed: await allAgreed(world, who, id) });
  await accept(world.as('olga', after(hours)), { edition, chosen: [{ id, receipt }] });
  return id;
}

export async function granted(world: World, id: string, who: CastName, hours = 2): Promise<string> {
  const text = hashOf(textFor(who === 'ada' ? 'paper' : 'work'));
  const asked = { id, uses: ['website' as const], capacity: 'author' as const, text, agreed: true as const };
  await grant(world.as(who, after(hours)), asked);
  return id;
}

export const publicWork = async (world: World) =>
  granted(world, await accepted(world, await completeWork(world), 'chiara'), 'chiara');
export const publicPaper = async (world: World) =>
  granted(world, await accepted(world, await completePaper(world), 'ada'), 'ada');
