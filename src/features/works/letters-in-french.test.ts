/** Somebody who chose French, on a paper of an edition in English: every letter to them, and none to anybody else. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { after, edition } from '../../../tests/accepted.ts';
import { askForFinals, finalsDue } from '../../../tests/finals.ts';
import { englishIn } from '../../../tests/french.ts';
import { allAgreed, completePaper } from '../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import { extend } from '../calls/operations.server.ts';
import { chooseLanguage } from '../people/operations.server.ts';
import {
  addContributor,
  extendPersonally,
  inviteContributor,
  open,
  writeMessage,
  submit,
  withdraw,
} from '../submissions/operations.server.ts';
import { jobs as submissionJobs } from '../submissions/jobs.server.ts';
import { jobs } from './finishing/jobs.server.ts';
import { accept } from './operations.server.ts';

let world: World;
let id: string;
beforeAll(async () => {
  world = await openWorld();
  await chooseLanguage(world.as('benno'), { language: 'fr' });
});
afterAll(() => world.close());

/** Ada's paper with Benno, who reads French. */
beforeEach(async () => {
  for (const table of ['public_slug', 'submission', 'letter', 'call_extension'])
    await sql`delete from ${sql.table(table)}`.execute(world.db);
  world.at(whileOpen);
  id = await completePaper(world);
});

interface Letter {
  to: string;
  subject: string;
  body: string;
}
const letters = async () =>
  (
    await sql<Letter>`select to_address as "to", subject, body from letter order by queued_at, to_address`.execute(
      world.db,
    )
  ).rows;
const to = async (name: string) => (await letters()).filter((letter) => letter.to === `${name}@example.org`);

/** What people wrote, the call brought, and addresses, none of which is ours. */
const brought =
  /http:\/\/\S+|\S+@example\.org|On Looking Twice|Ada Author|Benno Co-Author|Olga Organizer|At least one author [^\n]*|^> .*$|looking\.pdf|America\/Vancouver|Because\./gm;
const left = (all: Letter[]) =>
  all.flatMap(({ subject, body }) => englishIn(`${subject}\n${body}`.replaceAll(brought, '§')));

const submitted = async () => submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });

it('the receipt comes in French to who chose it, with dates and numbers as French writes them, and in English to others', async () => {
  const { receipt } = await submitted();
  const { submission } = await open(world.as('ada'), { id });
  const [file] = submission.files;
  const [benno] = await to('benno');
  expect((await to('ada')).map(({ subject }) => subject)).toEqual(['Received: On Looking Twice']);
  expect(benno!.subject).toEqual('Bien reçu\u00a0: On Looking Twice');
  expect(benno!.body.split('\n').filter((line) => line !== '' && !line.includes('SHA-256'))).toEqual([
    'Nous avons bien reçu «\u00a0On Looking Twice\u00a0». Cette lettre est votre accusé de réception\u202f; gardez-la.',
    `Accusé de réception ${receipt}`,
    'The Small Workshop (invented)',
    'Call for papers',
    'Titre\u00a0: On Looking Twice',
    'Personnes qui signent\u00a0: Ada Author; Benno Co-Author',
    'Version\u00a0: 1',
    'Reçu\u00a0: 2024-08-20 10:00:00 UTC',
    '       2024-08-20 03:00:00 America/Vancouver',
    'Fichiers',
    `  looking.pdf (article), ${file!.bytes.toLocaleString('fr')} octets`,
    'Accepté',
    '  At least one author will register for and attend the workshop if this is accepted.',
    'Le comité d’organisation peut retrouver cet accusé de réception par son numéro.',
    '  sha256sum, shasum -a 256 ou certutil -hashfile.',
    'Vous pouvez modifier ce dépôt jusqu’à la date limite, ou le retirer\u00a0:',
    `http://salon.test/my/submissions/${id}`,
  ]);
  expect(left([benno!])).toEqual([]);
});

it('reminders, messages, more time and a withdrawal come in French, whoever caused them', async () => {
  await submissionJobs['submissions.remind']!({});
  world.at('2024-09-12T12:00:00.000Z');
  await submissionJobs['submissions.remind']!({});
  world.at(whileOpen);
  await writeMessage(world.as('olga'), { id, words: 'Because.' });
  await extendPersonally(world.as('olga'), {
    id,
    deadline: new Date('2024-09-20T12:00:00Z'),
    reason: 'Because.',
  });
  const until = { date: '2024-09-15', time: '23:59', zone: 'AoE' };
  await extend(world.as('olga'), { slug: edition, call: 'papers', to: until, reason: 'Because.' });
  await submitted();
  await withdraw(world.as('ada'), { id, reason: '' });
  const benno = await to('benno');
  expect(benno.map(({ subject }) => subject).sort()).toEqual([
    'Bien reçu\u00a0: On Looking Twice',
    'Pas encore déposé\u00a0: «\u00a0On Looking Twice\u00a0»',
    'Plus de temps\u00a0: Call for papers, The Small Workshop (invented)',
    'Retiré\u00a0: On Looking Twice',
    'Un délai pour «\u00a0On Looking Twice\u00a0»',
    'Un message à propos de «\u00a0On Looking Twice\u00a0»',
  ]);
  expect(benno.find(({ subject }) => subject.startsWith('Plus'))!.body).toContain(
    'Nouvelle date limite\u00a0: 15 septembre 2024 à 23\u00a0h\u00a059 AoE\n(en UTC\u00a0: 16 septembre 2024 à 11\u00a0h\u00a059 UTC)',
  );
  expect(left(benno)).toEqual([]);
  const others = (await to('ada')).map(({ subject }) => subject);
  expect(others.filter((subject) => /[éèà«]/.test(subject))).toEqual([]);
});

it('acceptance and what is still to do come in French, with links that open pages in French without an account', async () => {
  await askForFinals(world, {});
  const { receipt } = await submitted();
  await accept(world.as('olga', after(1)), { edition, chosen: [{ id, receipt }] });
  world.at(new Date(finalsDue.getTime() - 24 * 3_600_000));
  await jobs['finishing.remind']!({});
  const benno = (await to('benno')).slice(1);
  expect(benno.map(({ subject }) => subject)).toEqual([
    'C’est retenu\u00a0: On Looking Twice',
    'Encore à faire\u00a0: la version définitive, ce qui peut être montré, votre nom, pour On Looking Twice',
  ]);
  expect(left(benno)).toEqual([]);
});

it('who is named and has no account is written to in the language of the edition, and by their account once they have chosen', async () => {
  await addContributor(world.as('benno'), { id, name: 'Nour (invented)', email: 'nour@example.org' });
  await addContributor(world.as('ada'), { id, name: 'Rana', email: 'rana@example.org' });
  await chooseLanguage(world.as('rana'), { language: 'fr' });
  const { submission } = await open(world.as('ada'), { id });
  for (const { id: contributor } of submission.contributors.slice(2))
    await inviteContributor(world.as('ada'), { id, contributor });
  expect((await to('nour'))[0]!.subject).toEqual('You are named as author of “On Looking Twice”');
  const [rana] = await to('rana');
  expect(rana!.subject).toEqual('Votre nom figure dans «\u00a0On Looking Twice\u00a0»');
  expect(rana!.body).toMatch(/^http:\/\/salon\.test\/invitation\/[\w-]+\?lang=fr$/m);
});
