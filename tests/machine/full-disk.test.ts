/**
 * A disk that is full: Salon does not start, or goes on and refuses, and acknowledges nothing it could not keep.
 * The disk is a small one in memory. Only root may mount it; where that is not allowed there is nothing to fill,
 * and these tests have nothing to say.
 */
import { createHash, randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { killAll, startSalon } from '../durability/salon.ts';
import { ask, upload } from '../durability/writer.ts';

const patience = { timeout: 300_000 };
const disk = mkdtempSync(join(tmpdir(), 'salon-disk-'));

const run = (program: string, args: string[]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;
const mounted =
  process.platform === 'linux' && run('mount', ['-t', 'tmpfs', '-o', 'size=320m,mode=755', 'tmpfs', disk]);

afterAll(() => {
  if (mounted) run('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

describe('on a full disk', () => {
  afterEach(empty);

  it('Salon does not start, and says in one sentence why', patience, () => {
    if (!mounted) return;
    const data = join(disk, 'none');
    fill(64_000);
    const env = { ...process.env, PORT: '0', SALON_DATA: data, SALON_URL: '', DATABASE_URL: '' };
    const told = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'src/cli/main.ts', 'start'],
      { env, encoding: 'utf8' },
    );
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
      if (!mounted) return;
      const data = join(disk, 'data');
      mkdirSync(data);
      const salon = await startSalon(data, { writers: 1 });
      const writer = { base: salon.base, secret: salon.writers[0]! };
      try {
        const { id } = await ask<{ id: string }>(writer, 'submissions.begin', { call: salon.callId });
        const file = { submission: id, name: 'paper.pdf', bytes: randomBytes(3_000_000) };
        fill(1_000_000);
        const told = await upload(writer, file).then(
          () => 'acknowledged',
          ({ message }: Error) => message,
        );
        expect({ told, files: await filesOf(writer, id) }).toEqual({
          told: expect.stringContaining('There is no room left'),
          files: [],
        });
        expect(told).not.toMatch(/ENOSPC|at \S+ \(/);
        expect((await fetch(`${salon.base}/health`)).status).toEqual(200);
        empty();
        await upload(writer, file);
        expect(await filesOf(writer, id)).toEqual([createHash('sha256').update(file.bytes).digest('hex')]);
      } finally {
        await killAll(salon, data);
      }
    },
  );
});

async function filesOf(writer: { base: string; secret: string }, id: string): Promise<string[]> {
  const { drafts } = await ask<{ drafts: { id: string; files: string[] }[] }>(writer, 'kept', {});
  return drafts.find((draft) => draft.id === id)!.files;
}

/** Leaves so many bytes free. */
function fill(left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filling'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
}

function empty(): void {
  rmSync(join(disk, 'filling'), { force: true });
}
