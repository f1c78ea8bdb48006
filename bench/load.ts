/** Asks a server for the same thing again and again, and reads from the server itself what that cost it. */
import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

export function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((answered, failed) => {
    request(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => answered({ status: response.statusCode!, body: Buffer.concat(chunks) }));
      response.on('error', failed);
    })
      .on('error', failed)
      .end();
  });
}

export interface Cost {
  /** Microseconds of CPU time of the server's process, all threads. */
  cpu: number;
  statements: number;
  rss: number;
}

/** What the server has spent so far; both servers of the bench answer at `/cost`. */
export async function costOf(base: string): Promise<Cost> {
  return JSON.parse((await get(`${base}/cost`)).body.toString()) as Cost;
}

/** CPU time and statements for each of `count` requests, four at a time; the answers before count as warm-up. */
export async function perRequest(
  base: string,
  path: string,
  { count, headers = {} }: { count: number; headers?: Record<string, string> },
): Promise<{ cpu: number; statements: number; answer: Answer }> {
  const work = async (total: number) => {
    let left = total;
    const one = async () => {
      while (left-- > 0) await get(`${base}${path}`, headers);
    };
    await Promise.all([one(), one(), one(), one()]);
  };
  await work(Math.ceil(count / 2));
  const before = await costOf(base);
  await work(count);
  const after = await costOf(base);
  return {
    cpu: (after.cpu - before.cpu) / count,
    statements: (after.statements - before.statements) / count,
    answer: await get(`${base}${path}`, headers),
  };
}
