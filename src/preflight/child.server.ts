/**
 * Owns the inside of the capped child process: one line of JSON in for each hand-in, one line out. It can read
 * files and nothing else: no network, no writing, no other process (see caps.server.ts for the outside).
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { check, type About } from './check.ts';
import type { Report } from './report.ts';
import type { CheckRules } from './rules.ts';
import { fromPath, nodeEngine } from './sources.server.ts';

export type Job = {
  id: number;
  files: { name: string; path: string }[];
  rules: CheckRules;
  about?: About;
  /** Hashes of files on which a child was lost. */
  lost?: string[];
};
export type Accident = { name: string; sha256: string; cause: string };
export type Answer = { id: number; report: Report; accidents: Accident[] };
/** The file that is open now; null when it is closed again. */
export type Reading = { name: string; sha256: string } | null;
export type Said = { ready: true } | { reading: Reading } | { answer: Answer };

cutTheNetwork();
// Loaded ahead, so that the first hand-in does not wait for it.
await Promise.all([
  import('./pdf/inspect-pdf.ts'),
  import('./image/inspect-image.ts'),
  import('unpdf/pdfjs'),
]);

// The reader of PDFs leaves promises behind when a damaged file falls out of its hands; the report has said so.
process.on('unhandledRejection', () => {});
say({ ready: true });
for await (const line of createInterface({ input: process.stdin }))
  say({ answer: await answered(JSON.parse(line) as Job) });
process.exit(0);

function say(what: Said): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

async function answered({ id, files, rules, about, lost }: Job): Promise<Answer> {
  const accidents: Accident[] = [];
  const opened = await Promise.all(
    files.map(async ({ name, path }) => ({ name, blob: await fromPath(path) })),
  );
  try {
    const report = await check(opened, rules, {
      about,
      lost,
      reading: (reading) => say({ reading }),
      engine: nodeEngine,
      accident: ({ name, sha256, cause }) => {
        accidents.push({
          name,
          sha256,
          cause: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
        });
      },
    });
    return { id, report, accidents };
  } finally {
    await Promise.all(opened.map(({ blob }) => blob.close()));
  }
}

/** The second fence, for machines where the process cannot be given a network of its own. */
function cutTheNetwork(): void {
  const refuse = () => {
    throw new Error('the file check has no network');
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.Socket.prototype.send = refuse;
  dns.lookup = refuse as unknown as typeof dns.lookup;
  globalThis.fetch = refuse;
  Reflect.deleteProperty(globalThis, 'WebSocket');
}
