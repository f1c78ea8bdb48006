/** For tests: a world with papers and works that an archive may keep, made fit for the world, and published. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { draft, publish } from '#app/features/site/operations.server.ts';
import { pdfOf, typeset } from '#app/features/submissions/files/typeset.server.ts';
import {
  addContributor,
  answerNamed,
  begin,
  saveDraft,
  submit,
} from '#app/features/submissions/operations.server.ts';
import { accept } from '#app/features/works/operations.server.ts';
import { renderSubmission } from '#app/features/works/renditions/operations.server.ts';
import type { Scope } from '#app/features/works/rights/ledger.ts';
import { choose, grant } from '#app/features/works/rights/operations.server.ts';
import { hashOf, textFor } from '#app/features/works/rights/texts.ts';
import { wav } from '#app/preflight/corpus/media.ts';
import { after, edition } from './accepted.ts';
import { photograph } from './renditions.ts';
import { allAgreed, paperWords, putFile, workWords } from './submissions.ts';
import { whileOpen, type World } from './world.ts';

/** When everything here was said. */
export const settled = after(6);

interface Asked {
  title: string;
  file: { name: string; content: Buffer; kind: string };
  uses?: readonly Scope[];
}

/** Chiara's, handed in and accepted, with its uses granted; not published. */
export async function keptWork(
  world: World,
  { title, file, uses = ['website', 'archive'] }: Asked,
): Promise<string> {
  const { id } = await begin(world.as('chiara'), { call: world.callIds['creative-work'] });
  await saveDraft(world.as('chiara'), { id, base: 0, draft: { ...workWords, title } });
  await finished(world, { id, who: 'chiara', role: 'main', file, uses });
  return id;
}

/** Ada's, with Benno, who said yes. */
export async function keptPaper(
  world: World,
  { title, uses = ['website', 'archive'] }: Omit<Asked, 'file'>,
): Promise<string> {
  const { id } = await begin(world.as('ada'), { call: world.callIds.papers });
  await saveDraft(world.as('ada'), { id, base: 0, draft: { ...paperWords, title } });
  await addContributor(world.as('ada'), { id, name: 'Benno Co-Author', email: 'benno@example.org' });
  await answerNamed(world.as('benno'), { id, answer: 'confirmed' });
  const page = await typeset([{ kind: 'text', text: 'Looking twice, invented' }]);
  const content = Buffer.from(await pdfOf(page, { title: 'A paper (invented)', now: whileOpen }));
  await finished(world, {
    id,
    who: 'ada',
    role: 'paper',
    file: { name: 'looking.pdf', content, kind: 'pdf' },
    uses,
  });
  return id;
}

export const aPhotograph = async () => ({
  name: 'My private name for it.JPG',
  content: await photograph({ width: 700, height: 500 }).jpeg().toBuffer(),
  kind: 'jpeg',
});

export const aSound = () => ({ name: 'tone.wav', content: Buffer.from(wav(2)), kind: 'wav' });

interface Finishing {
  id: string;
  who: 'ada' | 'chiara';
  role: string;
  file: Asked['file'];
  uses: readonly Scope[];
}

async function finished(world: World, { id, who, role, file, uses }: Finishing): Promise<void> {
  await putFile(world, id, { role, name: file.name, content: file.content });
  await sql`update submission_file set report = jsonb_build_object('findings', '[]'::jsonb, 'facts',
    jsonb_build_object('kind', ${file.kind}::text)) where submission_id = ${id}`.execute(world.db);
  const { receipt } = await submit(world.as(who), { id, agreed: await allAgreed(world, who, id) });
  await accept(world.as('olga', after(1)), {
    edition,
    chosen: [{ id, receipt }],
    reason: 'REASON-CANARY of the organizers',
  });
  if (uses.length === 0) return;
  const text = hashOf(textFor(role === 'paper' ? 'paper' : 'work'));
  await grant(world.as(who, after(2)), { id, uses: [...uses], capacity: 'author', text, agreed: true });
  await choose(world.as(who, after(3)), {
    id,
    licence: 'cc-by-4.0',
    preference: 'no-training',
    maxPixels: 960,
    credit: '',
  });
  await renderSubmission(id, after(4));
}

export async function published(world: World, at = after(5)): Promise<void> {
  const { basis } = await draft(world.as('olga', at), { slug: edition });
  await publish(world.as('olga', at), { slug: edition, basis });
}

/** Of every file in a folder, from there. */
export const namesIn = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();

/** Of two folders, the files that are not the same in both. */
export async function different(one: string, other: string): Promise<string[]> {
  const names = [...new Set([...(await namesIn(one)), ...(await namesIn(other))])].sort();
  const found: string[] = [];
  for (const name of names) {
    const [a, b] = await Promise.all(
      [one, other].map((path) => readFile(join(path, name)).catch(() => null)),
    );
    if (!a || !b?.equals(a)) found.push(name);
  }
  return found;
}
