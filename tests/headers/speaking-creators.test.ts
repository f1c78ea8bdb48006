/** In which language creators and authors read their own pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseLanguage } from '#app/features/people/operations.server.ts';
import {
  addContributor,
  grantClearance,
  inviteContributor,
  open,
  submit,
  withdraw,
  writeMessage,
} from '#app/features/submissions/operations.server.ts';
import { letterTables } from '#app/platform/letters.server.ts';
import { englishIn, languageOf } from '../french.ts';
import { paperCall, workCall } from '../small-edition.ts';
import { servePages, type Asked } from '../server.ts';
import { allAgreed, completePaper, completeWork } from '../submissions.ts';
import { openWorld, whileOpen, type World } from '../world.ts';

const patience = { timeout: 120_000 };

let world: World;
let server: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  world = await openWorld();
  server = await servePages();
}, 120_000);
afterAll(async () => {
  await server.stop();
  await world.close();
});

/** As a browser asks: for a page, also where it sends a form. */
const page = ({ headers, ...asked }: Asked) =>
  server.ask({ ...asked, headers: { accept: 'text/html', ...headers } });

const letterTo = async (address: string) =>
  (await letterTables(world.db)
    .selectFrom('letter')
    .select('body')
    .where('toAddress', '=', address)
    .executeTakeFirst())!;

/** Questions, choices and texts of the calls, which organizers write. */
const theirs = [...JSON.stringify([paperCall, workCall]).matchAll(/"(?:label|help|text|title)":"([^"]*)"/g)]
  .map(([, words]) => words!)
  .concat('Abstract')
  .filter((words) => words.length > 2)
  .sort((a, b) => b.length - a.length);
const withoutCall = (html: string) => theirs.reduce((left, words) => left.replaceAll(words, '§'), html);

describe('whoever hands in', () => {
  it('reads their list, their thread, the way out and their account in French', patience, async () => {
    const id = await completePaper(world);
    const { ada } = world.people;
    await chooseLanguage(world.as('ada'), { language: 'fr' });
    await writeMessage(world.as('olga'), { id, words: '§' });
    await grantClearance(world.as('olga'), { id, rule: 'paper.over-length', reason: '§' });
    await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
    const paths = [
      '/my',
      '/account',
      '/account/letters',
      '/account/signing-in',
      '/account/data',
      '/sign-out',
      ...['answer', 'messages', 'withdraw'].map((place) => `/my/submissions/${id}/${place}`),
    ];
    for (const path of paths) {
      const { status, body } = await page({ path, secret: ada.secret });
      expect([path, status, languageOf(body), englishIn(body)]).toEqual([path, 200, 'fr ltr', []]);
    }
    const empty = { method: 'POST', path: `/my/submissions/${id}/messages?/write`, form: { words: '' } };
    const refused = await page({ ...empty, secret: ada.secret });
    expect([refused.body.includes('Écrivez d’abord quelques mots.'), englishIn(refused.body)]).toEqual([
      true,
      [],
    ]);
    await chooseLanguage(world.as('ada'), { language: '' });
  });

  it('writes a paper and a work in French, and reads what can no longer be changed', patience, async () => {
    await chooseLanguage(world.as('ada'), { language: 'fr' });
    await chooseLanguage(world.as('chiara'), { language: 'fr' });
    const paper = await completePaper(world);
    const work = await completeWork(world);
    const { ada, chiara } = world.people;
    const read = async (id: string, secret: string) => page({ path: `/my/submissions/${id}`, secret });
    const pages = [await read(paper, ada.secret), await read(work, chiara.secret)];
    const path = `/my/submissions/${await completePaper(world)}?/save`;
    const wrong = { base: '1', 'people.new.name': '§', 'people.new.email': 'no address' };
    pages.push(await page({ method: 'POST', path, form: wrong, secret: ada.secret }));
    await submit(world.as('ada'), { id: paper, agreed: await allAgreed(world, 'ada', paper) });
    pages.push(await read(paper, ada.secret));
    await withdraw(world.as('ada'), { id: paper, reason: '§' });
    pages.push(await read(paper, ada.secret));
    world.at('2024-10-01T10:00:00Z');
    pages.push(await read(paper, ada.secret), await read(work, chiara.secret));
    world.at(whileOpen);
    expect(pages.map(({ body }) => [languageOf(body), englishIn(withoutCall(body))])).toEqual(
      pages.map(() => ['fr ltr', []]),
    );
    expect(pages[2]!.body).toContain('Cela ne ressemble pas à une adresse électronique');
  });

  it('says yes or no to their name in French, by the link and without an account', patience, async () => {
    const id = await completePaper(world);
    await addContributor(world.as('ada'), { id, name: 'Jiro Juror', email: 'jiro@example.org' });
    await chooseLanguage(world.as('jiro'), { language: 'fr' });
    const { submission } = await open(world.as('ada'), { id });
    await inviteContributor(world.as('ada'), { id, contributor: submission.contributors[2]!.id });
    const path = /http:\/\/salon\.test(\/invitation\/\S+)/.exec(
      (await letterTo('jiro@example.org')).body,
    )![1]!;
    const post = (action: string, form: Record<string, string>) =>
      page({ method: 'POST', path: path.replace('?', `?/${action}&`), form });
    const told = [
      await page({ path }),
      await post('correct', { name: '', affiliation: '' }),
      await post('answer', { answer: 'confirmed', words: '§' }),
    ];
    expect(told[1]!.body).toContain('Donnez votre nom tel qu’il doit être imprimé.');
    expect(told[2]!.body).toContain('Votre réponse est notée.');
    expect(told.map(({ body }) => [languageOf(body), englishIn(body)])).toEqual(
      told.map(() => ['fr ltr', []]),
    );
  });

  it(
    'reads a page that is not translated yet in English from its first word to its last',
    patience,
    async () => {
      const id = await completePaper(world);
      await chooseLanguage(world.as('ada'), { language: 'fr' });
      const { body } = await page({ path: `/my/submissions/${id}/files`, secret: world.people.ada.secret });
      expect([languageOf(body), body.includes('dépôt'), body.includes('Words and people')]).toEqual([
        'en ltr',
        false,
        true,
      ]);
    },
  );
});
