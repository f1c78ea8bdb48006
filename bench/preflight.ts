/** The check of files: a short paper against the time of `pdftotext`, 100 MiB of media against reading them once. */
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, createInflateRaw } from 'node:zlib';
import { png } from '#app/preflight/corpus/images.ts';
import { madePdf } from '#app/preflight/corpus/pdfs.ts';
import { zipOf } from '#app/preflight/corpus/zips.ts';
import { paperRules2024, workRules2024 } from '#app/preflight/profiles.ts';
import { checkFiles, stopRunner } from '#app/preflight/runner.server.ts';
import { median, round, type Row } from './row.ts';

const run = promisify(execFile);
const paper = 'examples/creativity-2024/files/papers/first-job.pdf';

export async function preflightRows(folder: string): Promise<Row[]> {
  try {
    return [await paperRow(), await archiveRow(folder), ...(await bundleRows())];
  } finally {
    stopRunner();
  }
}

async function paperRow(): Promise<Row> {
  const checked = await seconds(5, () => checkFiles([{ name: 'paper.pdf', path: paper }], paperRules2024));
  const text = await seconds(5, () => run('pdftotext', ['-layout', paper, '-'])).catch(() => null);
  const bar = Math.max(4 * (text ?? 0), 0.3);
  return {
    what: 'check of a 2-page paper, server, warm',
    bar: '<= 4 x pdftotext -layout or <= 300 ms, whichever is larger',
    found: `${round(checked * 1000)} ms${text === null ? '; pdftotext is not here' : `, pdftotext ${round(text * 1000)} ms`}`,
    met: checked <= bar,
  };
}

/** Deflated and stored entries, half and half; what one pass over them costs is measured with Node's own zlib. */
async function archiveRow(folder: string): Promise<Row> {
  const path = join(folder, 'media.zip');
  const entries = [
    { name: 'Sea_main.png', bytes: png(1200, 800), method: 8 },
    { name: 'Sea_description.pdf', bytes: madePdf(['The sea.']) },
    ...Array.from({ length: 10 }, (_, at) => ({
      name: `Sea_supplementary_${at + 1}.wav`,
      bytes: noisyWav(10 * 2 ** 20 - 4096),
      method: at % 2 === 0 ? 8 : 0,
    })),
  ];
  const zip = zipOf(entries);
  await writeFile(path, zip);
  const { size } = await stat(path);
  const rules = { ...workRules2024, maxBytes: 2 * size };
  const checked = await seconds(3, () => checkFiles([{ name: 'media.zip', path }], rules));
  const once = await seconds(3, () => readOnce(path));
  const hashed = await seconds(3, () => readOnce(path, true));
  return {
    what: `check of a ${round(size / 2 ** 20)} MiB zip of media`,
    bar: '>= 0.5 x inflating and CRC-checking it once',
    found: `${round(once / checked, 2)} x (${round(checked, 2)} s against ${round(once, 2)} s; with SHA-256, which the report needs, ${round(hashed, 2)} s)`,
    met: once / checked >= 0.5,
  };
}

/** Inflates every entry of a plain archive and sums it up, piece by piece, as the cheapest honest reader would. */
async function readOnce(path: string, hashing = false): Promise<void> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const header = Buffer.alloc(30);
    for (let at = 0; at < size; ) {
      await handle.read(header, 0, 30, at);
      if (header.readUInt32LE(0) !== 0x04034b50) return;
      const [method, packed] = [header.readUInt16LE(8), header.readUInt32LE(18)];
      const from = at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
      const stream = createReadStream(path, { start: from, end: from + packed - 1, highWaterMark: 2 ** 18 });
      const out = method === 8 ? stream.pipe(createInflateRaw({ chunkSize: 2 ** 18 })) : stream;
      const hash = createHash('sha256');
      let sum = 0;
      for await (const piece of out as AsyncIterable<Buffer>) {
        sum = crc32(piece, sum);
        if (hashing) hash.update(piece);
      }
      if (sum !== header.readUInt32LE(14)) throw new Error('the archive of the bench is damaged');
      at = from + packed;
    }
  } finally {
    await handle.close();
  }
}

/** Sound that packs a little, as real sound does. */
function noisyWav(bytes: number): Uint8Array {
  const samples = randomBytes(bytes);
  for (let at = 1; at < bytes; at += 2) samples[at] = samples[at]! & 0x0f;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(2, 22);
  head.writeUInt32LE(44_100, 24);
  head.writeUInt32LE(176_400, 28);
  head.writeUInt16LE(4, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return new Uint8Array(Buffer.concat([head, samples]));
}

/** As built and packed for the wire: what every chosen file loads first, and all of it. */
async function bundleRows(): Promise<Row[]> {
  const folder = 'build/client/_app/immutable/workers';
  const packed = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.br'));
  const sizes = await Promise.all(
    packed.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })),
  );
  const sum = (some: typeof sizes) => some.reduce((total, { bytes }) => total + bytes, 0) / 1000;
  const first = sum(sizes.filter(({ name }) => !name.includes('chunks')));
  return [
    {
      what: "the checker's script before the first finding on a zip",
      bar: '<= 60 kB compressed',
      found: `${round(first)} kB`,
      met: first <= 60,
    },
    {
      what: "the checker's scripts in all, loaded when a file is chosen",
      bar: '<= 600 kB compressed',
      found: `${round(sum(sizes))} kB`,
      met: sum(sizes) <= 600,
    },
  ];
}

/** The middle of several runs, after one that does not count. */
async function seconds(times: number, work: () => Promise<unknown>): Promise<number> {
  await work();
  const taken = [];
  for (let turn = 0; turn < times; turn++) {
    const begun = performance.now();
    await work();
    taken.push((performance.now() - begun) / 1000);
  }
  return median(taken);
}
