/** The scripts that a person types, on a machine that will not do, and from the first word to Ctrl-C. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const patience = { timeout: 300_000 };
const folder = mkdtempSync(join(tmpdir(), 'salon-machine-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run demo', () => {
  it.each([
    [
      'an old Node',
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`,
      'Salon needs Node 20 or newer and this is 18.20.4; install one from https://nodejs.org, then try again.',
    ],
    [
      'an unknown system',
      `Object.defineProperty(process, 'platform', { value: 'freebsd' })`,
      `Salon runs on Linux and macOS, on x64 and arm64, not on freebsd-${process.arch}; on Windows use its Linux subsystem (WSL).`,
    ],
    [
      'an unknown processor',
      `Object.defineProperty(process, 'arch', { value: 'mips' })`,
      `Salon runs on Linux and macOS, on x64 and arm64, not on ${process.platform}-mips; on Windows use its Linux subsystem (WSL).`,
    ],
  ])('says one sentence on %s, and touches nothing', (what, pretence, sentence) => {
    const preload = join(folder, 'pretend.cjs');
    writeFileSync(preload, pretence);
    const told = spawnSync(process.execPath, ['-r', preload, 'bin/setup.mjs', 'demo'], { encoding: 'utf8' });
    expect({ what, status: told.status, out: told.stdout, err: told.stderr }).toEqual({
      what,
      status: 1,
      out: '',
      err: `${sentence}\n`,
    });
  });
});

describe('npm start', () => {
  it('prints a link that opens, and Ctrl-C leaves no process and no database behind', patience, async () => {
    await prepared();
    const data = join(folder, 'data');
    // A terminal sends Ctrl-C to the whole group: npm, its shell, our scripts, Salon and its database alike.
    const npm = spawn('npm', ['start', '--silent'], {
      detached: true,
      env: { ...process.env, PORT: '0', SALON_DATA: data, SALON_URL: '', DATABASE_URL: '', SMTP_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((closed) => npm.once('close', closed));
    const link = await heard(npm, /http:\/\/localhost:\d+\/set-up\?key=\S+/);
    const page = await fetch(link);
    expect({ status: page.status, form: /<form[^>]*method="post"/.test(await page.text()) }).toEqual({
      status: 200,
      form: true,
    });
    expect(existsSync(join(data, 'database/cluster/postmaster.pid'))).toEqual(true);
    process.kill(-npm.pid!, 'SIGINT');
    const status = await ended;
    expect({
      status,
      left: processesOf(data, npm.pid!),
      lock: existsSync(join(data, 'database/cluster/postmaster.pid')),
    }).toEqual({
      status: 0,
      left: [],
      lock: false,
    });
  });
});

/** Whoever runs this has packages and pages, by whichever way: the scripts have nothing left to prepare. */
async function prepared(): Promise<void> {
  const script = (name: string) => import(new URL(`../../bin/${name}`, import.meta.url).href);
  (await script('install.mjs')).rememberInstalled();
  (await script('build.mjs')).rememberBuilt();
}

function heard(child: ReturnType<typeof spawn>, sign: RegExp): Promise<string> {
  let said = '';
  return new Promise((found, failed) => {
    const hear = (words: Buffer) => {
      said += words;
      const match = sign.exec(said);
      if (match) found(match[0]);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('close', () => failed(new Error(`Salon did not start:\n${said}`)));
  });
}

/** Processes of the group, and whatever names the folder. */
function processesOf(data: string, group: number): string[] {
  return execFileSync('ps', ['-A', '-o', 'pgid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => (line.startsWith(`${group} `) || line.includes(data)) && !/^\d+ Z/.test(line));
}
