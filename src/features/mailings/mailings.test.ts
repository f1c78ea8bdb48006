import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterTables } from '#app/platform/letters.server.ts';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { completePaper, completeWork } from '../../../tests/submissions.ts';
import { addContributor, extendPersonally, list } from '../submissions/operations.server.ts';
import { audience, cancel, edit, mailings, send, show, write } from './mailing-operations.server.ts';
import { filled, unknownIn } from './template.ts';

let world: World;
let ids: { paper: string; second: string; work: string; olgas: string };
const edition = '2024';
const lettersOf = (mailing: string) =>
  letterTables(world.db)
    .selectFrom('letter')
    .select(['toAddress', 'subject', 'body'])
    .where('key', 'like', `announcement ${mailing} %`)
    .orderBy('toAddress')
    .execute();

beforeAll(async () => {
  world = await openWorld();
  ids = {
    paper: await completePaper(world),
    second: await completePaper(world),
    work: await completeWork(world),
    olgas: await completePaper(world, 'olga'),
  };
  await addContributor(world.as('chiara'), { id: ids.work, name: 'No Address' });
});
afterAll(() => world.close());

describe('a letter to many', () => {
  it('is held when written, and goes to each person once with what is theirs', async () => {
    const chosen = { edition, ids: [ids.paper, ids.second, ids.work] };
    expect(await audience(world.as('olga'), chosen)).toEqual({
      submissions: 3,
      people: 3,
      withoutAddress: ['No Address'],
    });
    await extendPersonally(world.as('olga'), {
      id: ids.work,
      deadline: new Date('2024-09-20T07:00:00Z'),
      reason: 'A flood.',
    });
    const words = {
      subject: 'About {{title}}',
      body: 'Dear {{name}},\n\nuntil {{ deadline }}\n\n{{link}}\n',
    };
    const { mailing } = await write(world.as('olga'), { ...chosen, ...words });
    expect(await lettersOf(mailing)).toEqual([]);
    const preview = await show(world.as('oscar'), { id: mailing });
    expect(await send(world.as('oscar'), { id: mailing })).toEqual({ people: 3 });
    const letters = await lettersOf(mailing);
    expect(letters).toEqual(
      preview.letters
        .map(({ address: toAddress, subject, body }) => ({ toAddress, subject, body }))
        .sort((a, b) => (a.toAddress < b.toAddress ? -1 : 1)),
    );
    expect(letters[2]).toEqual({
      toAddress: 'chiara@example.org',
      subject: 'About Tide Tables for a Dry Sea',
      body: `Dear Chiara Creator,\n\nuntil 19 September 2024, 23:59 Vancouver time\n\nhttp://salon.test/my/submissions/${ids.work}`,
    });
    expect(letters[0]!.body.match(/my\/submissions/g)?.length).toEqual(2);
    expect(letters[0]!.body).toContain('until 12 September 2024, 23:59 AoE');
    expect(await told(send(world.as('olga'), { id: mailing }))).toMatchObject({ kind: 'stale' });
    expect((await lettersOf(mailing)).length).toEqual(3);
  });

  it('can be changed and cancelled while it is held, and then never goes', async () => {
    const { mailing } = await write(world.as('olga'), {
      edition,
      ids: [ids.paper],
      subject: 'One',
      body: 'Two',
    });
    await edit(world.as('oscar'), { id: mailing, subject: 'Three', body: '{{name}}' });
    expect(
      (await show(world.as('olga'), { id: mailing })).letters.map(({ subject, body }) => [subject, body]),
    ).toEqual([
      ['Three', 'Ada Author'],
      ['Three', 'Benno Co-Author'],
    ]);
    await cancel(world.as('olga'), { id: mailing });
    const olga = world.as('olga');
    const acts = [
      () => send(olga, { id: mailing }),
      () => edit(olga, { id: mailing, subject: 'x', body: 'y' }),
    ];
    for (const act of acts) {
      expect(await told(act())).toMatchObject({
        kind: 'stale',
        message: 'This letter was cancelled already.',
      });
    }
    expect(await lettersOf(mailing)).toEqual([]);
  });

  it('names a placeholder nobody knows, and refuses to write to nobody', async () => {
    const wrong = { edition, ids: [ids.paper], subject: 'Hello {{nmae}}', body: 'Until {{deadline}' };
    expect(await told(write(world.as('olga'), wrong))).toMatchObject({
      kind: 'invalid',
      fields: {
        subject: 'There is no such placeholder: {{nmae}}. The list beside the letter says which there are.',
        body: 'There is no such placeholder: {{. The list beside the letter says which there are.',
      },
    });
    expect(
      await told(write(world.as('olga'), { edition, ids: ['x'], subject: 'a', body: 'b' })),
    ).toMatchObject({ kind: 'invalid' });
  });

  it('reaches nobody through a submission the organizer has a part in, and shows them no letter about it', async () => {
    const all = (await audience(world.as('olga'), { edition })).submissions;
    expect([all, (await list(world.as('oscar'), { edition, all: true })).total]).toEqual([3, 4]);
    const { mailing } = await write(world.as('oscar'), {
      edition,
      ids: [ids.olgas],
      subject: 'Only Olga’s',
      body: 'A secret.',
    });
    const nothing = await told(show(world.as('olga'), { id: 'nowhere' }));
    for (const act of [show, send, cancel])
      expect(await told(act(world.as('olga'), { id: mailing }))).toEqual(nothing);
    expect((await mailings(world.as('olga'), { edition })).map(({ subject }) => subject)).not.toContain(
      'Only Olga’s',
    );
    expect((await mailings(world.as('oscar'), { edition })).map(({ subject }) => subject)).toContain(
      'Only Olga’s',
    );
    for (const who of ['ada', 'rana', 'visitor'] as const) {
      expect(await told(show(world.as(who), { id: mailing }))).toEqual(nothing);
    }
  });
});

describe('a template', () => {
  const values = {
    name: '{{title}}',
    title: 'T',
    link: '',
    deadline: '',
    call: '',
    edition: '',
    contact: '',
  };

  it('fills in once, so that a name can hold no placeholder', () => {
    expect(filled('{{name}} {{ title }} {{constructor}}', values)).toEqual('{{title}} T {{constructor}}');
  });

  it('takes words of objects for unknown, and leaves single braces alone', () => {
    expect(unknownIn('{{constructor}} {a} {{name}}')).toEqual(['{{constructor}}']);
  });
});
