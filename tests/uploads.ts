/** For tests: a server that takes uploads, and what browsers send to it, honest ones and others. */
import { readdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { sql } from 'kysely';
import { endpoints, endpointsWith } from '#app/features/submissions/files/endpoints.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { serve } from '#app/platform/serve.server.ts';
import type { CastName, World } from './world.ts';

type Headers = Record<string, string>;

/** Opened with how long a browser may stay silent, or with what holds otherwise; what is sent comes from Ada. */
export async function openUploads(world: World, patience?: { silence: number }) {
  const server = await serve(0, patience ? endpointsWith(patience) : endpoints, null);
  const origin = `http://localhost:${server.port}`;

  const headersOf = (who: CastName, more: Headers = {}): Headers => ({
    origin: 'http://salon.test',
    cookie: `salon_session=${world.people[who].secret}`,
    ...more,
  });
  const tus = (more: Headers = {}, who: CastName = 'ada') =>
    headersOf(who, { 'tus-resumable': '1.0.0', ...more });
  const piece = (offset: number) =>
    tus({ 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' });

  return {
    origin,
    headersOf,
    tus,
    piece,
    close: () => server.stop(),

    /** Announces a file of so many bytes. */
    announce(
      id: string,
      bytes: number,
      name: string,
      { who = 'ada' as CastName, more = {} as Headers } = {},
    ) {
      const encoded = (text: string) => Buffer.from(text).toString('base64');
      const metadata = `submission ${encoded(id)},name ${encoded(name)}`;
      const headers = tus({ 'upload-length': String(bytes), 'upload-metadata': metadata, ...more }, who);
      return fetch(`${origin}/api/uploads`, { method: 'POST', headers });
    },
    /** Where an announced file goes. */
    async placeFor(id: string, bytes: number, name: string): Promise<string> {
      const answer = await this.announce(id, bytes, name);
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
      return answer.headers.get('location')!;
    },
    /** How much of it has arrived, once nobody else is writing it. */
    async offsetOf(place: string): Promise<number> {
      for (;;) {
        const answer = await fetch(origin + place, { method: 'HEAD', headers: tus() });
        if (answer.status !== 423) return Number(answer.headers.get('upload-offset'));
      }
    },
    /** Sends the rest from `offset`: the status and the words of the answer. */
    async send(place: string, offset: number, bytes: Buffer): Promise<[status: number, words: string]> {
      const body = new Uint8Array(bytes.subarray(offset));
      const answer = await fetch(origin + place, { method: 'PATCH', headers: piece(offset), body });
      return [answer.status, await answer.text()];
    },
    /** Announces the whole rest, sends a part of it, and hangs up. */
    async sendAndCut(place: string, offset: number, bytes: Buffer, part: number) {
      const headers = { ...piece(offset), 'content-length': String(bytes.length - offset) };
      await this.byHand(`PATCH ${place}`, headers, (socket) =>
        socket.write(bytes.subarray(offset, offset + part), () => setTimeout(() => socket.destroy(), 5)),
      );
    },
    /** Announces all of it, sends a third, and says nothing more until the other side hangs up. */
    async sendAndStall(what: string, bytes: Buffer, headers: Headers) {
      await this.byHand(what, { ...headers, 'content-length': String(bytes.length) }, (socket) =>
        socket.write(bytes.subarray(0, bytes.length / 3)),
      );
    },
    /** A request whose framing may lie: what came back until the line was closed. */
    byHand(what: string, headers: Headers, body: (socket: Socket) => void): Promise<string> {
      const head = Object.entries({ host: `localhost:${server.port}`, ...headers });
      return new Promise((said) => {
        let text = '';
        const socket = connect(server.port, 'localhost', () => {
          socket.write(
            `${what} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
          );
          body(socket);
        });
        socket
          .on('data', (data) => (text += data))
          .on('error', () => undefined)
          .on('close', () => said(text));
      });
    },
  };
}

export type Uploads = Awaited<ReturnType<typeof openUploads>>;

/** The files that a submission has by its rows. */
export async function filesOf(world: World, id: string) {
  const { rows } = await sql<{ name: string; sha256: string; bytes: number }>`
    select name, sha256, bytes from submission_file where submission_id = ${id} order by uploaded_at, name`.execute(
    world.db,
  );
  return rows;
}

/** What forms left lying; uploads under way may lie there. */
export const leftovers = async () =>
  (await readdir(resources().files.incoming)).filter((name) => !/^[0-9a-z]{24}/.test(name));

/** The body of a form with files, its parts divided by `x`. */
export function multipart(parts: [name: string, bytes: Buffer][]): Buffer {
  return Buffer.concat([
    ...parts.flatMap(([name, bytes]) => [
      Buffer.from(`--x\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from('--x--\r\n'),
  ]);
}
