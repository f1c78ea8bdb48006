/** Somebody who hands in one paper after the other over HTTP, and notes only what was acknowledged to them. */
import { createHash, randomBytes } from 'node:crypto';
import { sessionCookie } from '#app/platform/cookies.ts';
import type { Seeded } from './edition.ts';

export interface Acknowledged {
  /** Drafts begun, with the title that was saved last. */
  drafts: Map<string, string>;
  files: { submission: string; sha256: string }[];
  receipts: { receipt: string; title: string; files: string[] }[];
}

export const nothingYet = (): Acknowledged => ({ drafts: new Map(), files: [], receipts: [] });

type Place = Pick<Seeded, 'callId' | 'agreed'> & { base: string; secret: string; paper: Buffer };

/** Until the connection breaks or `stopped` says so. */
export async function writeOn(
  place: Place,
  acknowledged: Acknowledged,
  stopped: () => boolean,
): Promise<void> {
  while (!stopped()) {
    try {
      await handInOne(place, acknowledged);
    } catch (problem) {
      if (problem instanceof TypeError) return; // fetch lost its server: what we came to see
      throw problem;
    }
  }
}

export async function handInOne(place: Place, acknowledged: Acknowledged): Promise<void> {
  const { callId, agreed, paper } = place;
  const { id } = await ask<{ id: string }>(place, 'submissions.begin', { call: callId });
  acknowledged.drafts.set(id, '');
  const title = `Invented Paper ${randomBytes(4).toString('hex')}`;
  const words = {
    title,
    abstract: 'Invented.',
    topics: ['tools'],
    kinds: ['technical'],
    answers: { appeared: 'no' },
  };
  await ask(place, 'submissions.saveDraft', { id, base: 0, draft: words });
  acknowledged.drafts.set(id, title);
  const bytes = Buffer.concat([paper, Buffer.from(`\n% ${randomBytes(16).toString('hex')}\n`)]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const fileId = await upload(place, { submission: id, name: 'paper.pdf', bytes });
  acknowledged.files.push({ submission: id, sha256 });
  await ask(place, 'files.assignRole', { fileId, role: 'paper' });
  // What the checker will say costs more than all the rest, and is not what is killed here.
  await ask(place, 'looked', { id });
  const { receipt } = await ask<{ receipt: string }>(place, 'submissions.submitWithIssues', { id, agreed });
  acknowledged.receipts.push({ receipt, title, files: [sha256] });
}

export async function ask<R>(
  { base, secret }: { base: string; secret: string },
  name: string,
  input: unknown,
): Promise<R> {
  const response = await fetch(`${base}/door/${name}`, {
    method: 'POST',
    headers: { cookie: `${sessionCookie}=${secret}`, origin: base, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (response.status !== 200 || text.startsWith('{"refusal"'))
    throw new Error(`${name}: ${response.status} ${text}`);
  return JSON.parse(text) as R;
}

type Who = { base: string; secret: string };

/** By tus, in two requests as a browser would. Resolves to the file's id. */
export async function upload(
  who: Who,
  { submission, name, bytes }: { submission: string; name: string; bytes: Buffer },
): Promise<string> {
  const id = await announce(who, { submission, name, length: bytes.length });
  const sent = await fetch(`${who.base}/api/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...tusHeaders(who), 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  });
  if (sent.status !== 204) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
  return id;
}

/** Says that a file is coming; its bytes then go to `/api/uploads/{id}`. */
export async function announce(
  who: Who,
  { submission, name, length }: { submission: string; name: string; length: number },
): Promise<string> {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const made = await fetch(`${who.base}/api/uploads`, {
    method: 'POST',
    headers: {
      ...tusHeaders(who),
      'upload-length': String(length),
      'upload-metadata': `submission ${base64(submission)},name ${base64(name)}`,
    },
  });
  if (made.status !== 201) throw new Error(`upload: ${made.status} ${await made.text()}`);
  return made.headers.get('location')!.split('/').at(-1)!;
}

export const tusHeaders = ({ base, secret }: Who) => ({
  cookie: `${sessionCookie}=${secret}`,
  origin: base,
  'tus-resumable': '1.0.0',
});
