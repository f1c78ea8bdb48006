/**
 * A disk that is full: Salon does not start, or goes on and refuses, and acknowledges nothing it could not keep.
 * How the disk came about stands in `small-disk.ts`; a disk that was only pretended is named at the end of the run.
 */
import { createHash, randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionCookie } from '#app/platform/cookies.ts';
import { killAll, startSalon } from '../durability/salon.ts';
import { ask, upload } from '../durability/writer.ts';
import { openSmallDisk, type SmallDisk } from './small-disk.ts';

const patience = { timeout: 300_000 };
const program = join(import.meta.dirname, 'full-disk-server.ts');
const paper = readFileSync('examples/creativity-2024/files/papers/first-job.pdf');

let disk: SmallDisk;
beforeAll(async () => void (disk = await openSmallDisk()));
afterAll(() => disk.close());
beforeEach(({ task }) => {
  if (disk.how === 'pretended')
    Object.assign(task.meta, { weaker: 'this machine allows no small disk, it was pretended' });
});
afterEach(() => disk.empty());

describe('on a full disk', () => {
  it('Salon does not start, and says in one sentence why', patience, () => {
    disk.fill(64_000);
    const settings = { PORT: '0', SALON_DATA: join(disk.folder, 'none'), SALON_URL: '', DATABASE_URL: '' };
    const [first, ...rest] = [
      ...disk.through,
      process.execPath,
      '--disable-warning=ExperimentalWarning',
      'src/cli/main.ts',
      'start',
    ];
    const told = spawnSync(first!, rest, {
      env: { ...process.env, ...settings, ...disk.env },
      encoding: 'utf8',
    });
    const said = told.stderr
      .trim()
      .split('\n')
      .filter((line) => !/^ {2}|^Preparing|^Starting/.test(line));
    expect({ ended: told.status !== 0, said }).toEqual({
      ended: true,
      said: [expect.stringMatching(/^The disk of \S+ is full; make room/)],
    });
  });

  it(
    'an upload is refused and nothing acknowledged, and it goes through once there is room',
    patience,
    async () => {
      await withSalon('uploading', async ({ writer, id, kept }) => {
        const file = { submission: id, name: 'paper.pdf', bytes: randomBytes(3_000_000) };
        disk.fill(900_000);
        const told = await refusal(upload(writer, file));
        expect({ told, files: (await kept()).files }).toEqual({
          told: expect.stringContaining('There is no room left'),
          files: [],
        });
        expect(await byForm(writer, file)).toEqual('no-room');
        expect((await fetch(`${writer.base}/health`)).status).toEqual(200);
        disk.empty();
        await upload(writer, file);
        expect((await kept()).files).toEqual([createHash('sha256').update(file.bytes).digest('hex')]);
      });
    },
  );

  it(
    'a submission is refused and nothing acknowledged, and it goes through once there is room',
    patience,
    async () => {
      await withSalon('submitting', async ({ writer, id, agreed, kept }) => {
        const words = {
          title: 'An Invented Paper',
          abstract: 'Invented.',
          topics: ['tools'],
          kinds: ['technical'],
        };
        await ask(writer, 'submissions.saveDraft', {
          id,
          base: 0,
          draft: { ...words, answers: { appeared: 'no' } },
        });
        const fileId = await upload(writer, { submission: id, name: 'paper.pdf', bytes: paper });
        await ask(writer, 'files.assignRole', { fileId, role: 'paper' });
        await ask(writer, 'looked', { id });
        const submit = () => ask<{ receipt: string }>(writer, 'submissions.submitWithIssues', { id, agreed });
        disk.fill(0);
        const told = await refusal(submit());
        expect({ told, versions: (await kept()).versions }).toEqual({
          told: expect.stringContaining(
            'There is no room left on our side, so nothing was changed and nothing received.',
          ),
          versions: [],
        });
        disk.empty();
        const { receipt } = await submit();
        expect(await kept()).toEqual({
          files: [createHash('sha256').update(paper).digest('hex')],
          versions: [{ receipt, letters: 1, entries: 1 }],
          broken: [],
        });
      });
    },
  );
});

interface Place {
  writer: { base: string; secret: string };
  /** A draft that was begun while there was room. */
  id: string;
  agreed: string[];
  kept(): Promise<{ files: string[]; versions: unknown[]; broken: string[] }>;
}

async function withSalon(name: string, work: (place: Place) => Promise<void>): Promise<void> {
  const seen = join(disk.seen, name);
  mkdirSync(seen);
  const { through, env } = disk;
  const salon = await startSalon(join(disk.folder, name), { writers: 1, program, through, env });
  const writer = { base: salon.base, secret: salon.writers[0]! };
  try {
    const { id } = await ask<{ id: string }>(writer, 'submissions.begin', { call: salon.callId });
    const kept = async () => {
      const all = await ask<Kept>(writer, 'kept', {});
      const versions = all.versions.map(({ receipt, letters, entries }) => ({ receipt, letters, entries }));
      return { files: all.drafts.find((draft) => draft.id === id)!.files, versions, broken: all.broken };
    };
    await work({ writer, id, agreed: salon.agreed, kept });
  } finally {
    await killAll(salon, seen);
  }
}

/** As a browser without scripts sends it; what the page is told to say. */
async function byForm(
  { base, secret }: Place['writer'],
  { submission, name, bytes }: { submission: string; name: string; bytes: Buffer },
): Promise<string | null> {
  const body = new FormData();
  body.append('file', new File([new Uint8Array(bytes)], name));
  const answer = await fetch(`${base}/my/submissions/${submission}/files`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `${sessionCookie}=${secret}`, origin: base },
    body,
  });
  return new URL(answer.headers.get('location')!, base).searchParams.get('problem');
}

interface Kept {
  drafts: { id: string; files: string[] }[];
  versions: { receipt: string; letters: number; entries: number }[];
  broken: string[];
}

/** The words of a no, none of which are the system's; a yes is told as what it must not be. */
async function refusal(asked: Promise<unknown>): Promise<string> {
  const told = await asked.then(
    () => 'acknowledged',
    ({ message }: Error) => message,
  );
  expect(told).not.toMatch(/ENOSPC|No space left on device|at \S+ \(/);
  return told;
}
