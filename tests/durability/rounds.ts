/** Rounds of writing and killing: what was acknowledged is compared with what is there after the next start. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAll, startSalon, type Started } from './salon.ts';
import { ask, nothingYet, writeOn, type Acknowledged } from './writer.ts';

export interface Outcome {
  rounds: number;
  acknowledged: { drafts: number; files: number; receipts: number };
  /** What was acknowledged and is not there, or there by half. */
  lost: string[];
}

interface Kept {
  versions: {
    receipt: string;
    title: string;
    files: { sha256: string }[];
    letters: number;
    entries: number;
  }[];
  drafts: { id: string; title: string; files: string[] }[];
  broken: string[];
}

export async function killInRounds(
  rounds: number,
  { writers = 4, say = () => undefined }: { writers?: number; say?: (line: string) => void } = {},
): Promise<Outcome> {
  const dataDir = await mkdtemp(join(tmpdir(), 'salon-kill-'));
  const acknowledged = nothingYet();
  const lost = new Set<string>();
  const paper = readFileSync('examples/creativity-2024/files/papers/first-job.pdf');
  let salon = await startSalon(dataDir, { writers });
  try {
    for (let round = 1; round <= rounds; round++) {
      let dead = false;
      const writing = salon.writers.map((secret) =>
        writeOn({ ...salon, secret, paper }, acknowledged, () => dead),
      );
      // Counted in acknowledgements, so that a busy machine is killed as deep in its work as a quiet one.
      const until = total(acknowledged) + 1 + Math.floor(Math.random() * 60);
      while (total(acknowledged) < until)
        await new Promise((passed) => setTimeout(passed, Math.random() * 20));
      await killAll(salon, dataDir);
      dead = true;
      await Promise.all(writing);
      salon = await startSalon(dataDir);
      for (const line of await compare(salon, acknowledged, dataDir)) lost.add(line);
      say(
        `${new Date().toISOString()} round ${round}: ${acknowledged.receipts.length} receipts, ${lost.size} losses`,
      );
    }
  } finally {
    await killAll(salon, dataDir);
    await rm(dataDir, { recursive: true, force: true });
  }
  const { drafts, files, receipts } = acknowledged;
  const counts = { drafts: drafts.size, files: files.length, receipts: receipts.length };
  return { rounds, acknowledged: counts, lost: [...lost] };
}

const total = ({ drafts, files, receipts }: Acknowledged) => drafts.size + files.length + receipts.length;

async function compare(salon: Started, acknowledged: Acknowledged, dataDir: string): Promise<string[]> {
  const kept = await ask<Kept>({ base: salon.base, secret: salon.writers[0]! }, 'kept', {});
  const versions = new Map(kept.versions.map((version) => [version.receipt, version]));
  const drafts = new Map(kept.drafts.map((draft) => [draft.id, draft]));
  const lost = [...kept.broken];
  for (const { receipt, title, files } of acknowledged.receipts) {
    const version = versions.get(receipt);
    if (!version || version.title !== title) lost.push(`receipt ${receipt} is gone`);
    else if (String(version.files.map(({ sha256 }) => sha256)) !== String(files))
      lost.push(`receipt ${receipt} names other files`);
  }
  for (const [id, title] of acknowledged.drafts) {
    const draft = drafts.get(id);
    // A save that was under way when the power went may have come through.
    if (!draft || (title !== '' && draft.title !== title)) lost.push(`draft ${id} is gone`);
  }
  for (const { submission, sha256 } of acknowledged.files) {
    if (!drafts.get(submission)?.files.includes(sha256)) lost.push(`file ${sha256} is not listed`);
    if (hashOnDisk(dataDir, sha256) !== sha256) lost.push(`file ${sha256} is not on the disk`);
  }
  // Acknowledged or not, a submission is there with its letter and its entry in the history, or not at all.
  for (const { receipt, letters, entries } of kept.versions)
    if (letters !== 1 || entries !== 1) lost.push(`receipt ${receipt} is there by half`);
  return lost;
}

function hashOnDisk(dataDir: string, sha256: string): string | null {
  const path = join(dataDir, 'files/blobs', sha256.slice(0, 2), sha256);
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null;
}
