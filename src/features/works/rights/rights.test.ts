import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submit, withdraw } from '#app/features/submissions/operations.server.ts';
import { letterTables } from '#app/platform/letters.server.ts';
import { told } from '../../../../tests/refusal.ts';
import { allAgreed, completePaper, completeWork, putFile } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type CastName, type World } from '../../../../tests/world.ts';
import { standing, type Scope } from './ledger.ts';
import {
  choose,
  endUses,
  grant,
  inspect,
  liftEmbargo,
  open,
  receipt,
  sayPictures,
  setEmbargo,
  takeDown,
} from './operations.server.ts';
import { loadLedger, loadLedgers } from './queries.server.ts';
import { hashOf, textFor, wholeText } from './texts.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const after = (hours: number) => new Date(whileOpen.getTime() + hours * 3_600_000);
const words = (kind: 'paper' | 'work', id: string, uses: Scope[]) => ({
  id,
  uses,
  capacity: 'author' as const,
  text: hashOf(textFor(kind)),
  agreed: true as const,
});

async function submittedWork(who: CastName = 'chiara'): Promise<string> {
  const id = await completeWork(world, who);
  await submit(world.as(who), { id, agreed: await allAgreed(world, who, id) });
  return id;
}

async function submittedPaper(): Promise<string> {
  const id = await completePaper(world);
  await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
  return id;
}

const mayAt = async (id: string, at: Date) => [...standing(await loadLedger(world.db, id), at).may];

describe('granting', () => {
  it('allows what is ticked and nothing else, from that moment, each use until its own end', async () => {
    const id = await submittedWork();
    expect(await mayAt(id, after(1))).toEqual([]);
    const made = await grant(world.as('chiara', after(1)), words('work', id, ['website', 'catalogue']));
    const ledger = await loadLedger(world.db, id);
    expect(ledger.grants).toEqual([
      {
        id: made.grant,
        receipt: made.receipt,
        at: after(1),
        by: { personId: world.people.chiara.id, name: 'Chiara Creator' },
        capacity: 'author',
        text: { key: 'work-2', sha256: hashOf(textFor('work')) },
        credit: '',
        version: {
          receipt: expect.stringMatching(/^[\w-]{23}$/),
          files: [{ name: 'tide.mp4', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
        },
        scopes: [
          { scope: 'catalogue', expiresAt: new Date('2029-12-16T00:00:00Z'), ended: null },
          { scope: 'website', expiresAt: null, ended: null },
        ],
      },
    ]);
    expect([
      await mayAt(id, whileOpen),
      await mayAt(id, after(1)),
      await mayAt(id, new Date('2029-12-16T00:00:00Z')),
    ]).toEqual([[], ['website', 'catalogue'], ['website']]);
  });

  it('ends use by use, at once, and may be given again', async () => {
    const id = await submittedWork();
    await grant(world.as('chiara'), words('work', id, ['website', 'press', 'archive']));
    await endUses(world.as('chiara', after(1)), {
      id,
      uses: ['press', 'website'],
      reason: 'A gallery asked.',
    });
    expect(await mayAt(id, after(1))).toEqual(['archive']);
    expect(await told(endUses(world.as('chiara', after(2)), { id, uses: ['press'] }))).toEqual({
      kind: 'stale',
      message: 'Nothing of this is granted at this moment.',
      fields: {},
    });
    await grant(world.as('chiara', after(3)), words('work', id, ['website']));
    expect(await mayAt(id, after(3))).toEqual(['website', 'archive']);
    const { grants } = await open(world.as('chiara', after(4)), { id });
    expect(grants.map(({ at, ends }) => [at, ends.map(({ label, reason }) => [label, reason])])).toEqual([
      [after(3), []],
      [
        whileOpen,
        [
          ['For the press', 'A gallery asked.'],
          ['On the website', 'A gallery asked.'],
        ],
      ],
    ]);
  });

  it('names the very text that was read, and only uses that stand in it', async () => {
    const id = await submittedPaper();
    const refusals = [
      await told(grant(world.as('ada'), { ...words('work', id, ['website']) })),
      await told(grant(world.as('ada'), words('paper', id, ['catalogue']))),
      await told(grant(world.as('ada'), words('paper', id, []))),
      await told(grant(world.as('ada'), { ...words('paper', id, ['website']), agreed: false as never })),
    ];
    expect(refusals.map((refused) => (refused as { kind: string }).kind)).toEqual([
      'stale',
      'invalid',
      'invalid',
      'invalid',
    ]);
    expect((await loadLedger(world.db, id)).grants).toEqual([]);
  });

  it('is possible only of what was submitted and not withdrawn', async () => {
    const draft = await completeWork(world);
    const gone = await submittedWork();
    await withdraw(world.as('chiara'), { id: gone });
    expect([
      await told(grant(world.as('chiara'), words('work', draft, ['website']))),
      await told(grant(world.as('chiara'), words('work', gone, ['website']))),
    ]).toEqual([
      { kind: 'late', message: 'This work was not submitted yet; there is nothing to grant.', fields: {} },
      { kind: 'late', message: 'This work is withdrawn; bring it back first.', fields: {} },
    ]);
  });

  it('is for its people alone: organizers read what is granted, and nobody else learns that there is anything', async () => {
    const id = await submittedPaper();
    const { grant: made } = await grant(world.as('benno'), words('paper', id, ['website']));
    const nothing = await told(open(world.as('ada'), { id: 'nowhere' }));
    for (const who of ['visitor', 'chiara', 'rana', 'jiro', 'attila'] as const)
      expect([
        await told(open(world.as(who), { id })),
        await told(receipt(world.as(who), { id, grant: made })),
      ]).toEqual([nothing, nothing]);
    for (const who of ['visitor', 'chiara', 'rana', 'jiro', 'attila', 'olga'] as const)
      expect([
        await told(grant(world.as(who), words('paper', id, ['archive']))),
        await told(endUses(world.as(who), { id, uses: ['website'] })),
        await told(setEmbargo(world.as(who), { id, until: after(9) })),
      ]).toEqual([nothing, nothing, nothing]);
    for (const who of ['visitor', 'chiara', 'rana', 'jiro', 'attila', 'ada'] as const)
      expect(await told(inspect(world.as(who), { id }))).toEqual(nothing);
    expect(
      (await inspect(world.as('olga'), { id })).uses.map(({ scope, granted }) => [scope, granted?.by]),
    ).toEqual([
      ['website', 'Benno Co-Author'],
      ['archive', undefined],
      ['recording', undefined],
      ['social', undefined],
    ]);
    expect(await mayAt(id, after(1))).toEqual(['website']);
    const { maySpeak, asAuthor } = await open(world.as('olga'), { id });
    expect([maySpeak, asAuthor, (await open(world.as('ada'), { id })).maySpeak]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('keeps an organizer out of their own submission’s desk, and lets them speak as its creator', async () => {
    const id = await submittedWork('olga');
    expect(await told(inspect(world.as('olga'), { id }))).toMatchObject({ kind: 'missing' });
    await grant(world.as('olga'), words('work', id, ['website']));
    expect((await inspect(world.as('oscar'), { id })).receipts.map(({ by }) => by)).toEqual([
      'Olga Organizer',
    ]);
  });
});

describe('whatever changes in the ledger', () => {
  it('has the public site drawn anew in the same act', async () => {
    const id = await submittedWork();
    const drawing = sql`select task_identifier as name from graphile_worker.jobs where key = 'site.draw'`;
    await sql`select graphile_worker.remove_job('site.draw')`.execute(world.db);
    expect((await drawing.execute(world.db)).rows).toEqual([]);
    await grant(world.as('chiara'), words('work', id, ['website']));
    expect((await drawing.execute(world.db)).rows).toEqual([{ name: 'site.draw' }]);
    await sql`select graphile_worker.remove_job('site.draw')`.execute(world.db);
    await takeDown(world.as('chiara'), { id, scopes: ['page'] });
    expect((await drawing.execute(world.db)).rows).toEqual([{ name: 'site.draw' }]);
  });
});

describe('a receipt of rights', () => {
  it('has the same words on the page, in the letter and in the file', async () => {
    const id = await submittedWork();
    const made = await grant(world.as('chiara'), words('work', id, ['website', 'onsite']));
    const [onPage] = (await open(world.as('chiara', after(200)), { id })).grants;
    const file = await receipt(world.as('chiara', after(300)), { id, grant: made.grant });
    const letters = await letterTables(world.db)
      .selectFrom('letter')
      .select(['toAddress', 'body'])
      .where('key', 'like', `rights ${made.grant}%`)
      .execute();
    expect(file).toEqual({ receipt: made.receipt, text: onPage!.text });
    expect(letters.map(({ toAddress, body }) => [toAddress, body.includes(file.text.trimEnd())])).toEqual([
      ['chiara@example.org', true],
    ]);
    const text = textFor('work');
    for (const part of [
      made.receipt,
      'Title: Tide Tables for a Dry Sea',
      'Granted by: Chiara Creator, as its creator, for all its creators',
      'Granted: 2024-08-20 10:00:00 UTC',
      'Granted\n  On the website: until it is taken back\n  At the workshop: until 2025-12-16\n',
      'Not granted\n  In a catalogue\n  For the press\n',
      `SHA-256 of this text: ${hashOf(text)}`,
      '  tide.mp4\n  SHA-256: ',
    ])
      expect(file.text).toContain(part);
    expect(file.text.replaceAll('\n  ', '\n')).toContain(wholeText(text));
  });
});

describe('what is chosen beside', () => {
  it('is reserved until somebody chooses, and the newest choice counts', async () => {
    const id = await submittedWork();
    const other = await submittedWork();
    const first = { id, licence: 'cc-by-4.0', preference: 'allow' as const, maxPixels: null, credit: '' };
    await choose(world.as('chiara', after(1)), first);
    await choose(world.as('chiara', after(2)), {
      ...first,
      preference: 'no-training',
      maxPixels: 1200,
      credit: '© Chiara (invented)',
    });
    const ledgers = await loadLedgers(world.db, [id, other]);
    const chosen = [id, other].map((one) => {
      const { licence, preference, maxPixels, credit } = standing(ledgers.get(one)!, after(3));
      return { licence: licence.key, preference, maxPixels, credit };
    });
    expect(chosen).toEqual([
      { licence: 'cc-by-4.0', preference: 'no-training', maxPixels: 1200, credit: '© Chiara (invented)' },
      { licence: 'reserved', preference: 'reserve-all', maxPixels: null, credit: '' },
    ]);
  });

  it('holds everything back until a day, which can be moved and lifted', async () => {
    const id = await submittedWork();
    await grant(world.as('chiara'), words('work', id, ['website']));
    await setEmbargo(world.as('chiara', after(1)), { id, until: after(50), reason: 'A premiere elsewhere.' });
    expect([await mayAt(id, after(49)), await mayAt(id, after(50))]).toEqual([[], ['website']]);
    await setEmbargo(world.as('chiara', after(2)), { id, until: after(20) });
    expect([await mayAt(id, after(19)), await mayAt(id, after(20))]).toEqual([[], ['website']]);
    await liftEmbargo(world.as('chiara', after(3)), { id });
    expect(await mayAt(id, after(3))).toEqual(['website']);
    expect(await told(setEmbargo(world.as('chiara', after(9)), { id, until: after(8) }))).toMatchObject({
      kind: 'invalid',
      fields: { until: 'Give a later moment.' },
    });
  });

  it('says of each picture what it shows, or that it is decorative, and never both', async () => {
    const id = await completeWork(world);
    const { sha256 } = await putFile(world, id, { role: 'supplementary', name: 'still.png' });
    await submit(world.as('chiara'), { id, agreed: await allAgreed(world, 'chiara', id) });
    const alt = 'A dry sea bed with measuring rods (invented)';
    const say = (at: number, picture: { alt: string; decorative: boolean }) =>
      sayPictures(world.as('chiara', after(at)), { id, pictures: [{ sha256, ...picture }] });
    expect(await told(say(1, { alt, decorative: true }))).toMatchObject({ kind: 'invalid' });
    expect([
      await say(1, { alt, decorative: false }),
      await say(2, { alt, decorative: false }),
      await say(3, { alt: '', decorative: true }),
    ]).toEqual([{ changed: 1 }, { changed: 0 }, { changed: 1 }]);
    const { pictures } = await open(world.as('chiara', after(4)), { id });
    expect(pictures).toEqual([
      { id: expect.any(String), name: 'still.png', sha256, shown: false, alt: '', decorative: true },
    ]);
    const stranger = { sha256: '0'.repeat(64), alt: 'Something else', decorative: false };
    expect(await told(sayPictures(world.as('chiara'), { id, pictures: [stranger] }))).toMatchObject({
      kind: 'stale',
    });
  });
});
