/** 100 MiB through the server by tus, against writing, hashing and syncing the same bytes without it. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Started } from '../tests/durability/salon.ts';
import { announce, ask, tusHeaders } from '../tests/durability/writer.ts';
import { mebibytes, median, round, type Row } from './row.ts';

const size = 100 * 2 ** 20;

/** `path` is a file of 100 MiB on the same disk as the data folder. */
export async function uploadRows(salon: Started, path: string, folder: string): Promise<Row[]> {
  const direct = [];
  const through = [];
  await sendOne(salon, path); // the first one loads code and warms the page cache
  writeFileSync(`/proc/${salon.process.pid}/clear_refs`, '5');
  const before = residentOf(salon.process.pid!);
  for (let round = 0; round < 3; round++) {
    direct.push(await seconds(() => keepDirectly(path, join(folder, 'direct'))));
    through.push(await seconds(() => sendOne(salon, path)));
  }
  const grown = residentOf(salon.process.pid!).peak - before.now;
  const [fast, slow] = [median(direct), median(through)];
  return [
    {
      what: 'upload of 100 MiB through the server',
      bar: '>= 0.5 x writing, hashing and syncing it directly',
      found: `${round(fast / slow, 2)} x (${round(100 / slow)} against ${round(100 / fast)} MiB/s)`,
      met: fast / slow >= 0.5,
    },
    {
      what: 'memory of the app while uploading',
      bar: 'grows by <= 40 MiB',
      found: `grew by ${mebibytes(Math.max(0, grown))}, to ${mebibytes(residentOf(salon.process.pid!).peak)}`,
      met: grown <= 40 * 2 ** 20,
    },
  ];
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

async function keepDirectly(from: string, to: string): Promise<void> {
  const hash = createHash('sha256');
  const tally = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(from), tally, createWriteStream(to, { flush: true }));
  await rm(to);
}

/** A new draft each time: a submission holds 100 MiB, not more. */
async function sendOne(salon: Started, path: string): Promise<void> {
  const { base } = salon;
  const secret = salon.writers[0]!;
  const { id } = await ask<{ id: string }>({ base, secret }, 'submissions.begin', { call: salon.callId });
  const place = await announce({ base, secret }, { submission: id, name: 'film.bin', length: size });
  await new Promise<void>((sent, failed) => {
    const outgoing = request(
      new URL(`/api/uploads/${place}`, base),
      {
        method: 'PATCH',
        headers: {
          ...tusHeaders({ base, secret }),
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
          'content-length': size,
        },
      },
      (response) =>
        response
          .resume()
          .on('end', () =>
            response.statusCode === 204 ? sent() : failed(new Error(`upload: ${response.statusCode}`)),
          ),
    );
    outgoing.on('error', failed);
    createReadStream(path, { highWaterMark: 2 ** 18 }).pipe(outgoing);
  });
}

/** Resident memory now and at its highest; the kernel keeps the peak, and forgets it when asked. */
function residentOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024;
  return { now: of('VmRSS'), peak: of('VmHWM') };
}
