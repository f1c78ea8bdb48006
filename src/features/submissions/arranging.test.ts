import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterTables } from '#app/platform/letters.server.ts';
import { told } from '../../../tests/refusal.ts';
import { completePaper, completeWork, workWords } from '../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import {
  begin,
  endClearance,
  grantClearance,
  open,
  saveDraft,
  thread,
  writeMessage,
} from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const lettersTo = (address: string, key: string) =>
  letterTables(world.db)
    .selectFrom('letter')
    .select(['subject', 'body'])
    .where('toAddress', '=', address)
    .where('key', 'like', `${key}%`)
    .execute();

describe('another arrangement', () => {
  it('is asked for in a thread, with a letter each way', async () => {
    const id = await completeWork(world);
    const { message } = await writeMessage(world.as('chiara'), { id, words: 'It runs on a server.' });
    const { message: answer } = await writeMessage(world.as('olga', new Date(whileOpen.getTime() + 1_000)), {
      id,
      words: 'A link will do.',
    });
    const { messages } = await thread(world.as('chiara'), { id });
    expect(messages.map(({ by, byOrganizer, words }) => ({ by, byOrganizer, words }))).toEqual([
      { by: 'Chiara Creator', byOrganizer: false, words: 'It runs on a server.' },
      { by: 'Olga Organizer', byOrganizer: true, words: 'A link will do.' },
    ]);
    expect((await lettersTo('organizers@example.org', `message ${message}`)).length).toEqual(1);
    expect((await lettersTo('chiara@example.org', `message ${answer}`)).length).toEqual(1);
  });

  it('cleared for a link takes the link in place of the file, and not after it ends', async () => {
    const { id } = await begin(world.as('chiara'), { call: world.callIds['creative-work'] });
    const link = { url: 'https://piece.example.org/', purpose: 'The piece itself' };
    await saveDraft(world.as('chiara'), { id, base: 0, draft: { ...workWords, link } });
    const { clearance } = await grantClearance(world.as('olga'), { id, rule: 'link', reason: 'Interactive' });
    const files = async () => (await open(world.as('chiara'), { id })).lacks.files;
    const during = await files();
    await endClearance(world.as('olga'), { id, clearance });
    expect([during, await files()]).toEqual([undefined, 'Add the work itself, or a video that shows it.']);
  });

  it('is granted by no author, attendee or reviewer, and by no organizer in what is their own', async () => {
    const id = await completeWork(world);
    const own = await completePaper(world, 'olga');
    const grant = (who: 'chiara' | 'attila' | 'rana' | 'olga', id: string) =>
      told(grantClearance(world.as(who), { id, rule: 'link', reason: 'because' }));
    const nothing = await grant('attila', 'nowhere');
    expect(
      await Promise.all([grant('chiara', id), grant('attila', id), grant('rana', id), grant('olga', own)]),
    ).toEqual([nothing, nothing, nothing, nothing]);
  });
});
