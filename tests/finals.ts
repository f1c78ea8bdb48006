/** For tests: calls that ask for final versions, until the end of October of the reference year. */
import * as v from 'valibot';
import { insertCallRevision } from '#app/features/calls/queries.server.ts';
import { callSchema } from '#app/features/calls/settings.ts';
import { open, saveDraft, submit } from '#app/features/submissions/operations.server.ts';
import { paperCall, workCall } from './small-edition.ts';
import { allAgreed } from './submissions.ts';
import { whileOpen, type CastName, type World } from './world.ts';

const dueOn = { date: '2024-10-31', time: '23:59', zone: 'AoE' };
/** The first instant that is too late. */
export const finalsDue = new Date('2024-11-01T12:00:00.000Z');

export async function askForFinals(world: World, more: object = {}): Promise<void> {
  for (const call of [paperCall, workCall]) {
    const body = v.parse(callSchema, { ...call, final: { deadline: dueOn, ...more } });
    const callId = world.callIds[body.key as keyof typeof world.callIds];
    await insertCallRevision(world.db, { callId, body, at: whileOpen, by: null, reason: '' });
  }
}

/** Its people write a new title and hand it in again, with whatever lies there. */
export async function handInFinal(world: World, who: CastName, id: string, title: string, at: Date) {
  const { submission } = await open(world.as(who, at), { id });
  const { revision, abstract, topics, kinds, answers } = submission;
  const draft = { title, abstract, topics, kinds, answers };
  await saveDraft(world.as(who, at), { id, base: revision, draft });
  return submit(world.as(who, at), { id, agreed: await allAgreed(world, who, id) });
}
