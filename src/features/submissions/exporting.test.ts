import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../tests/world.ts';
import { allAgreed, completePaper, completeWork } from '../../../tests/submissions.ts';
import {
  addContributor,
  days,
  exportTable,
  list,
  needsOrganizer,
  open,
  saveDraft,
  submit,
  writeMessage,
} from './operations.server.ts';

let world: World;
let ids: { paper: string; work: string; olgas: string; withOlga: string };
const edition = '2024';

beforeAll(async () => {
  world = await openWorld();
  const paper = await completePaper(world);
  await submit(world.as('ada'), { id: paper, agreed: await allAgreed(world, 'ada', paper) });
  const work = await completeWork(world);
  const olgas = await completePaper(world, 'olga');
  await rename(olgas, 'olga', 'The Leak of Olga');
  const withOlga = await completePaper(world);
  await rename(withOlga, 'ada', 'A Second Leak');
  await addContributor(world.as('ada'), { id: withOlga, name: 'O. O.', email: 'Olga@example.org' });
  ids = { paper, work, olgas, withOlga };
});
afterAll(() => world.close());

async function rename(id: string, who: 'ada' | 'olga' | 'chiara', title: string) {
  const { submission } = await open(world.as(who), { id });
  const { revision: base, answers, topics, kinds, abstract } = submission;
  await saveDraft(world.as(who), { id, base, draft: { title, answers, topics, kinds, abstract } });
}

describe('the exported table', () => {
  it('holds what an organizer sees on the page, and no line of their own submissions', async () => {
    const { csv, rows } = await exportTable(world.as('olga'), { edition });
    expect(rows).toEqual(2);
    expect([csv.includes('On Looking Twice'), csv.includes('Leak'), csv.includes(ids.olgas)]).toEqual([
      true,
      false,
      false,
    ]);
    const others = await exportTable(world.as('oscar'), { edition });
    expect([others.rows, others.csv.match(/Leak/g)?.length]).toEqual([4, 2]);
  });

  it('gives nobody their own by ticking it, searching it, or filtering until it is alone', async () => {
    for (const wanted of [
      { ids: [ids.olgas, ids.withOlga] },
      { q: 'Leak' },
      { q: ids.olgas },
      { q: 'olga@' },
    ]) {
      const { rows, total } = await list(world.as('olga'), { edition, ...wanted });
      expect([rows, total]).toEqual([[], 0]);
      expect((await exportTable(world.as('olga'), { edition, ...wanted })).rows).toEqual(0);
    }
    expect((await list(world.as('oscar'), { edition, ids: [ids.olgas, ids.paper] })).total).toEqual(2);
  });

  it('keeps the words that were received, with each answer under its question', async () => {
    await rename(ids.paper, 'ada', '=HYPERLINK("http://example.org")');
    await rename(ids.work, 'chiara', '=1+1');
    const { csv } = await exportTable(world.as('oscar'), { edition });
    const [head, ...lines] = csv.split('\r\n');
    expect(head).toContain('Has this appeared before?');
    const paper = lines.find((line) => line.startsWith(ids.paper))!;
    expect(paper).toContain('Changed since submitted,On Looking Twice,Ada Author; Benno Co-Author');
    expect(paper).not.toContain('HYPERLINK');
    expect(lines.find((line) => line.startsWith(ids.work))).toContain(",'=1+1,");
  });

  it('counts days without the asking organizer’s own', async () => {
    const begun = async (who: 'olga' | 'oscar') =>
      (await days(world.as(who), { edition }))
        .flatMap(({ charts }) => charts[1]!.days)
        .reduce((sum, { count }) => sum + count, 0);
    expect([await begun('olga'), await begun('oscar')]).toEqual([2, 4]);
  });

  it('counts what waits for an organizer, but nothing of their own', async () => {
    await writeMessage(world.as('olga'), { id: ids.olgas, words: 'May it be a link?' });
    await writeMessage(world.as('chiara'), { id: ids.work, words: 'And mine?' });
    const needs = (who: 'olga' | 'oscar') => needsOrganizer(world.as(who), { edition });
    expect(await needs('oscar')).toEqual({ issues: 0, messages: 2, objections: 0 });
    expect(await needs('olga')).toEqual({ issues: 0, messages: 1, objections: 0 });
    expect((await list(world.as('olga'), { edition, waiting: true })).rows.map(({ id }) => id)).toEqual([
      ids.work,
    ]);
  });
});
