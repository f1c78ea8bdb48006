/** In which language the running application answers whoever reads the public site, signs in, or gets a letter. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { insertEdition, insertSection } from '#app/features/editions/queries.server.ts';
import { editionSettingsSchema, sections, type SectionName } from '#app/features/editions/settings.ts';
import { chooseLanguage } from '#app/features/people/operations.server.ts';
import { letterTables } from '#app/platform/letters.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { englishIn, languageOf } from '../french.ts';
import { servePages, type Asked } from '../server.ts';
import { smallEdition } from '../small-edition.ts';
import { openWorld, whileOpen, type World } from '../world.ts';

const patience = { timeout: 120_000 };

let world: World;
let server: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  world = await openWorld();
  await edition('2025', { language: 'fr' });
  await edition('2026', { language: 'en', otherLanguages: ['fr'] });
  server = await servePages();
}, 120_000);
afterAll(async () => {
  await server.stop();
  await world.close();
});

async function edition(slug: string, language: { language: string; otherLanguages?: string[] }) {
  const id = randomId();
  const about = { ...smallEdition.about, slug, name: `§ ${slug}`, ...language };
  const settings = v.parse(editionSettingsSchema, { ...smallEdition, about });
  await insertEdition(world.db, { id, slug, at: whileOpen, by: null });
  for (const name of Object.keys(sections) as SectionName[]) {
    const section = { editionId: id, name, body: settings[name], at: whileOpen, by: null, reason: '' };
    await insertSection(world.db, section);
  }
}

/** As a browser asks: for a page, also where it sends a form. */
const page = ({ headers, ...asked }: Asked) =>
  server.ask({ ...asked, headers: { accept: 'text/html', ...headers } });

/** The newest letter to an address. */
const letterTo = async (address: string) =>
  (await letterTables(world.db)
    .selectFrom('letter')
    .select(['subject', 'body'])
    .where('toAddress', '=', address)
    .orderBy('queuedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst())!;

const question = (email: string) => ({
  name: 'Piet (inventé)',
  email,
  topic: 'press',
  about: '',
  words: '§',
  website: '',
});
const wish = (email: string) => ({ email, name: '', topics: 'news', website: '' });

describe('a visitor of an edition in French', () => {
  it(
    'is answered in French at contact, gets a French letter, and reads the thread in French',
    patience,
    async () => {
      const path = '/2025/contact/send?lang=fr';
      const empty = await page({
        method: 'POST',
        path,
        form: { ...question('piet@example.org'), words: ' ' },
      });
      expect([languageOf(empty.body), empty.body.includes('Écrivez d’abord quelques mots.')]).toEqual([
        'fr ltr',
        true,
      ]);
      expect(englishIn(empty.body)).toEqual([]);

      const sent = await page({ method: 'POST', path, form: question('piet@example.org') });
      const told = await page({ path: sent.headers.location! });
      expect([sent.status, languageOf(told.body), englishIn(told.body)]).toEqual([303, 'fr ltr', []]);

      const { subject, body } = await letterTo('piet@example.org');
      expect(subject).toEqual('Vous avez écrit à § 2025');
      const link = /http:\/\/salon\.test(\S+)/.exec(body)![1]!;
      expect(body).toEqual(
        [
          'Votre message est parvenu au comité d’organisation de § 2025. Sujet\u00a0: Presse.',
          '> §',
          'La réponse vient par courrier électronique. Lisez tout le fil ici et écrivez à nouveau\u202f; ce lien suffit pour cela\u00a0:',
          `http://salon.test${link}`,
          'Si vous n’avez rien écrit, quelqu’un a donné votre adresse par erreur. Vous n’avez rien à faire.',
        ].join('\n\n'),
      );
      expect(link).toMatch(/^\/2025\/contact\/thread\/[\w-]+\?lang=fr$/);
      const thread = await page({ path: link });
      expect([languageOf(thread.body), englishIn(thread.body)]).toEqual(['fr ltr', []]);
    },
  );

  it('asks for a place on the list, confirms and leaves it, all in French', patience, async () => {
    const path = '/2025/interest';
    const refused = await page({ method: 'POST', path, form: { ...wish('x'), topics: 'no' } });
    expect([languageOf(refused.body), englishIn(refused.body)]).toEqual(['fr ltr', []]);
    const asked = await page({ method: 'POST', path, form: wish('ida@example.org') });
    const told = await page({ path: asked.headers.location! });
    const { subject, body } = await letterTo('ida@example.org');
    const [confirm, leave] = [...body.matchAll(/http:\/\/salon\.test(\S+)/g)].map(([, link]) => link!);
    const before = await page({ path: confirm! });
    const yes = await page({ method: 'POST', path: confirm!.replace('?', '?/yes&'), form: {} });
    const leaving = await page({ path: leave! });
    const left = await page({ method: 'POST', path: leave!.replace('?', '?/leave&'), form: {} });
    const gone = await page({ path: confirm! });
    expect(subject).toEqual('Voulez-vous recevoir des nouvelles de § 2025\u202f?');
    expect(yes.body).toContain('Vous êtes sur la liste');
    expect(left.body).toContain('Votre adresse est effacée.');
    const pages = [told, before, yes, leaving, left, gone];
    expect(pages.map(({ status, body: text }) => [status, languageOf(text), englishIn(text)])).toEqual(
      pages.map(() => [200, 'fr ltr', []]),
    );
  });

  it('is told in French what is not there, and that a call is not open', patience, async () => {
    const nothing = await page({ path: '/2025/no-such-page' });
    const noThread = await page({ path: `/2025/contact/thread/${'0'.repeat(24)}` });
    const noCall = await page({ method: 'POST', path: '/2025/calls/papers/begin', form: {} });
    for (const { status, body } of [nothing, noThread, noCall])
      expect([status, languageOf(body), englishIn(body)]).toEqual([404, 'fr ltr', []]);
  });
});

describe('the language of an answer', () => {
  const ask = async (path: string, headers: Record<string, string> = {}, secret?: string) =>
    languageOf((await page({ path, headers, ...(secret && { secret }) })).body);

  it(
    'is that of the page one came from, then what the browser says, as far as the edition has it',
    patience,
    async () => {
      const french = { 'accept-language': 'de, fr-CA;q=0.8, en;q=0.5' };
      expect({
        plain: await ask('/2026/interest'),
        asked: await ask('/2026/interest?lang=fr'),
        byCookie: await ask('/2026/interest', { cookie: 'salon_language=fr' }),
        accepted: await ask('/2026/interest', french),
        askedAgainst: await ask('/2026/interest?lang=en', french),
        unknown: await ask('/2026/interest?lang=de'),
        notTheEditions: await ask('/2024/interest?lang=fr', french),
        noEdition: await ask('/sign-in', french),
        nowhere: await ask('/nothing/here', french),
        nowhereInFrench: await ask('/2026/fr/no-such-page'),
        desk: await ask('/desk', french),
      }).toEqual({
        plain: 'en ltr',
        asked: 'fr ltr',
        byCookie: 'fr ltr',
        accepted: 'fr ltr',
        askedAgainst: 'en ltr',
        unknown: 'en ltr',
        notTheEditions: 'en ltr',
        noEdition: 'fr ltr',
        nowhere: 'fr ltr',
        nowhereInFrench: 'fr ltr',
        desk: 'en ltr',
      });
    },
  );

  it(
    'is remembered for the pages after it, by a cookie that reading the public site never sets',
    patience,
    async () => {
      const fixed = await page({ path: '/2026/fr/contact' });
      expect([fixed.status, fixed.headers['set-cookie']]).toEqual([200, undefined]);
      expect(fixed.body).toContain('contact/send.html?lang=fr');
      const live = await page({ path: '/2026/interest?lang=fr' });
      expect(live.headers['set-cookie']).toMatch(/^salon_language=fr; .*HttpOnly; SameSite=Lax/);
      expect((await page({ path: '/2026/interest?lang=xx' })).headers['set-cookie']).toBeUndefined();
    },
  );

  it('is one’s own choice first, everywhere, and in letters from an English edition', patience, async () => {
    const { rana } = world.people;
    await chooseLanguage(world.as('rana'), { language: 'fr' });
    expect([
      await ask('/2024/interest?lang=en', {}, rana.secret),
      await ask('/account', {}, rana.secret),
    ]).toEqual(['fr ltr', 'fr ltr']);
    const account = await page({ path: '/account', secret: rana.secret });
    expect(englishIn(account.body)).toEqual([]);
    await page({ method: 'POST', path: '/2024/contact/send', form: question(rana.email) });
    expect((await letterTo(rana.email)).subject).toEqual('Vous avez écrit à The Small Workshop (invented)');
  });

  it('tells nobody else what somebody chose', patience, async () => {
    await chooseLanguage(world.as('rana'), { language: 'fr' });
    const { olga, ada } = world.people;
    const seen = async (path: string, secret: string) => (await page({ path, secret })).body;
    const paths = ['/desk/2024', '/desk/2024/settings/roles', '/desk/2024/letters', '/my', '/account'];
    const shown = async () =>
      Promise.all(
        paths
          .flatMap((path) => [seen(path, olga.secret), seen(path, ada.secret)])
          .map(async (page) => (await page).replaceAll(/nonce="[^"]*"|nonce-[\w+/=]*/g, '')),
      );
    const before = await shown();
    await chooseLanguage(world.as('rana'), { language: '' });
    expect(await shown()).toEqual(before);
  });
});

describe('signing in', () => {
  it(
    'is in French from the page to the letter to the link, and the account keeps to it',
    patience,
    async () => {
      const first = await page({ path: '/sign-in?lang=fr' });
      const cookie = { cookie: 'salon_language=fr' };
      const form = { address: 'nouvelle@example.org', next: '' };
      const asked = await page({ method: 'POST', path: '/sign-in?/ask', form, headers: cookie });
      const { subject, body } = await letterTo(form.address);
      const link = /http:\/\/salon\.test(\S+)/.exec(body)![1]!;
      const opened = await page({ path: link });
      const nameless = await page({
        method: 'POST',
        path: link.replace('?', '?/enter&'),
        form: { name: '' },
      });
      expect(subject).toEqual('Votre lien pour vous connecter');
      expect(nameless.body).toContain('Donnez le nom que vous portez.');
      const pages = [first, asked, opened, nameless, await page({ path: '/sign-in/link/half?lang=fr' })];
      expect(pages.map(({ body: text }) => [languageOf(text), englishIn(text)])).toEqual(
        pages.map(() => ['fr ltr', []]),
      );

      await page({
        method: 'POST',
        path: link.replace('?', '?/enter&'),
        form: { name: 'Nouvelle (inventée)' },
      });
      await page({ method: 'POST', path: '/sign-in?/ask', form });
      expect((await letterTo(form.address)).subject).toEqual('Votre lien pour vous connecter');
    },
  );
});
