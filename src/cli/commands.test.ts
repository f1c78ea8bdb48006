/** The commands as a person runs them: `bin/salon` as a program, on a data folder of its own. */
import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { create, exportFile } from '#app/features/calls/edition-operations.server.ts';
import { readSettingsFile } from '#app/features/calls/settings-file.ts';
import { resources } from '#app/platform/resources.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { openSalon } from './open.server.ts';

// Each command opens the database anew; a busy machine takes its time for that.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'salon-commands-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const bin = resolve(import.meta.dirname, '../../bin/salon');

const salon = (...args: string[]) => salonWith({}, ...args);

function salonWith(
  more: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; printed: string; said: string }> {
  const env = {
    ...process.env,
    SALON_DATA: join(folder, 'data'),
    SALON_URL: 'http://salon.test',
    DATABASE_URL: '',
    SMTP_URL: '',
    ...more,
  };
  return new Promise((done) =>
    execFile(bin, args, { env }, (problem, printed, said) =>
      done({ code: problem ? Number(problem.code) : 0, printed, said }),
    ),
  );
}

describe('help', () => {
  it('lists every command, and each has a page of its own that begins with how it is called', async () => {
    const { code, printed, said } = await salon('--help');
    const named = [...printed.matchAll(/^ {2}(\w+) +\S/gm)].map((match) => match[1]!);
    expect({ code, said, named }).toEqual({
      code: 0,
      said: '',
      named: [
        'demo',
        'start',
        'check',
        'pack',
        'doctor',
        'backup',
        'restore',
        'user',
        'link',
        'export',
        'import',
        'verify',
        'match',
      ],
    });
    const pages = await Promise.all(named.map((name) => salon(name, '--help')));
    const begun = pages.map((page) => [
      page.code,
      page.printed.split('\n')[0]!.split(' ').slice(0, 2).join(' '),
    ]);
    expect(begun).toEqual(named.map((name) => [0, `salon ${name}`]));
  });

  it('comes by itself for a command that nobody knows and for a wrong use, with another exit status', async () => {
    const [unknown, wrong] = await Promise.all([salon('dance'), salon('user', 'dance')]);
    expect([unknown.code, unknown.printed, unknown.said.split('\n')[0]]).toEqual([
      2,
      '',
      'salon COMMAND [--help]',
    ]);
    expect([wrong.code, wrong.printed, wrong.said.split('\n')[0]]).toEqual([
      2,
      '',
      'Say what to do: list, find or operator.',
    ]);
    expect(wrong.said).toContain('salon user find WORDS');
  });
});

describe('a Salon in its folder', () => {
  it('is not made by asking who is there', async () => {
    expect(await salon('user', 'list')).toEqual({
      code: expect.any(Number),
      printed: '',
      said: `There is no Salon in ${join(folder, 'data')}. Name its folder in SALON_DATA.\n`,
    });
  });

  it('gets the link that sets it up, then somebody who runs it, and no such link after that', async () => {
    const first = await salon('link');
    expect([first.code, first.said]).toEqual([0, '']);
    expect(first.printed).toMatch(/^http:\/\/salon\.test\/set-up\?key=[\w-]{20,}\n$/);
    expect(await salon('user', 'operator', 'frida@example.org')).toEqual({
      code: expect.any(Number),
      printed: '',
      said: 'Nobody has the address frida@example.org yet. Give a name with it, and they are made: --name NAME.\n',
    });
    expect(await salon('user', 'operator', 'frida@example.org', '--name', 'Frida First')).toEqual({
      code: 0,
      printed: 'Frida First runs this Salon now.\n',
      said: '',
    });
    expect(await salon('link')).toEqual({
      code: 1,
      printed: '',
      said: 'This Salon is set up already. Name an address: salon link MAIL.\n',
    });
  });

  it('tells who is here, as lines and as JSON, and who is not', async () => {
    const [line] = (await salon('user', 'list')).printed.trimEnd().split('\t');
    expect(await salon('user', 'find', 'frida')).toEqual({
      code: 0,
      printed: `${line}\tFrida First\tfrida@example.org\toperator\n`,
      said: '',
    });
    const { printed } = await salon('user', 'list', '--json');
    expect(JSON.parse(printed)).toEqual({
      id: line,
      name: 'Frida First',
      addresses: ['frida@example.org'],
      operator: true,
      roles: [],
    });
    expect(await salon('user', 'find', 'nobody')).toEqual({
      code: 1,
      printed: '',
      said: 'Nobody fits “nobody”.\n',
    });
  });

  it('makes a link that signs somebody in, for as long as was said', async () => {
    const { code, printed } = await salon('link', 'frida@example.org', '--minutes', '5', '--next', '/desk');
    expect([code, /^http:\/\/salon\.test\/sign-in\/link\/[\w-]{20,}\n$/.test(printed)]).toEqual([0, true]);
    const long = await salon('link', 'frida@example.org', '--minutes', 'ever');
    expect([long.code, long.said.split('\n')[0]]).toEqual([
      2,
      '--minutes is a whole number from 1 to 10080, which is a week.',
    ]);
  });

  it('prints the settings of an edition and of a call, and names what there is', async () => {
    expect(await salon('export', 'settings', '2026')).toEqual({
      code: expect.any(Number),
      printed: '',
      said: 'There is no edition “2026” here. There is: none yet.\n',
    });
    const text = await makeEdition();
    expect(await salon('export', 'settings', '2026')).toEqual({ code: 0, printed: text, said: '' });
    const call = await salon('export', 'call', '2026', 'papers');
    const [whole] = readSettingsFile(text).calls;
    expect([call.code, JSON.parse(call.printed)]).toEqual([0, { call: whole }]);
    expect(await salon('export', 'call', '2026', 'dances')).toMatchObject({
      printed: '',
      said: 'Edition 2026 has no call “dances”. It has: papers.\n',
    });
  });

  it('writes an archive of an edition, proves it without a database, brings it back elsewhere; says what was changed', async () => {
    const path = join(folder, 'archive');
    const made = await salon('export', 'archive', path);
    expect([made.code, made.printed, made.said.split(', ').slice(1)]).toEqual([
      0,
      '',
      ['0 papers and works', `0 originals. Prove it with: salon verify ${path}\n`],
    ]);
    const nowhere = { SALON_DATA: join(folder, 'nowhere'), DATABASE_URL: 'postgresql://nobody.invalid/none' };
    const whole = await salonWith(nowhere, 'verify', path);
    expect([whole.code, whole.said]).toEqual([0, '']);
    expect(whole.printed).toMatch(
      / is whole: \d+ files, \d+ bytes, each as its SHA-256 and SHA-512 says\.\n$/,
    );
    const second = { SALON_DATA: join(folder, 'second') };
    expect(await salonWith(second, 'import', 'archive', path)).toMatchObject({
      code: 0,
      printed: 'Edition 2026 is back, with 0 papers and works.\n',
    });
    expect(await salonWith(second, 'import', 'archive', path)).toMatchObject({
      printed: '',
      said: 'There is an edition “2026” here already, and an archive overwrites nothing.\n',
    });
    await appendFile(join(path, 'data/site/index.html'), ' ');
    expect(await salonWith(nowhere, 'verify', path)).toEqual({
      code: 1,
      printed: expect.stringMatching(/^data\/site\/index\.html is changed: its SHA256 is another\.\n/),
      said: `${path} is not whole: 3 things do not agree.\n`,
    });
    expect(await salon('export', 'archive', path)).toEqual({
      code: expect.any(Number),
      printed: '',
      said: `The folder ${path} holds something, and an archive overwrites nothing. Name a new one.\n`,
    });
    expect(await salon('export', 'archive', join(folder, 'other'), '--edition', '1999')).toMatchObject({
      printed: '',
      said: 'There is no edition “1999” here. There is: 2026.\n',
    });
  });
});

async function makeEdition(): Promise<string> {
  const opened = await openSalon(readSettings({ SALON_DATA: join(folder, 'data') }));
  try {
    const context = { viewer: systemViewer('test'), now: resources().clock.now() };
    await create(context, {
      about: {
        slug: '2026',
        name: 'The Workshop at the Terminal (invented)',
        zone: 'Europe/Lisbon',
        days: ['2026-12-12'],
        contactEmail: 'organizers@example.org',
      },
      from: { template: 'papers', deadline: { date: '2026-09-10', time: '23:59', zone: 'AoE' } },
    });
    return (await exportFile(context, { slug: '2026' })).text;
  } finally {
    await opened.close();
  }
}
