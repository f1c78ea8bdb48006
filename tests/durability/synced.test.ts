/** `kill -9` leaves what the system still holds in memory, so here the calls themselves are read. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  id?: string;
  args: { path?: string };
}

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'salon-synced-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a file that is acknowledged', () => {
  it('was synced before it got its name, and its folders after that', async () => {
    const said = await traced(join(folder, 'files'));
    const opening = ['sync files', 'sync folder above'];
    const keeping = ['sync incoming', 'rename', 'sync blobs/..', 'sync blobs', 'acknowledged'];
    expect(said).toEqual([...opening, ...keeping, ...keeping]);
  });
});

/** What the program asked of the system, in order, as far as it is about being kept. */
async function traced(store: string): Promise<string[]> {
  const log = join(folder, 'trace.json');
  const tracing = [
    '--trace-event-categories',
    'node.fs.async,node.fs.sync',
    '--trace-event-file-pattern',
    log,
  ];
  const program = join(import.meta.dirname, 'keeping.ts');
  await promisify(execFile)(process.execPath, [
    ...tracing,
    '--disable-warning=ExperimentalWarning',
    program,
    store,
  ]);
  const { traceEvents } = JSON.parse(await readFile(log, 'utf8')) as { traceEvents: TraceEvent[] };
  // The system's numbers for calls are used again, so beginning and end are matched in order.
  const begun = new Map<string, TraceEvent>();
  let opened = '';
  return traceEvents
    .toSorted((a, b) => a.ts - b.ts)
    .flatMap((event) => {
      if (event.ph === 'b') begun.set(event.id!, event);
      if (event.ph === 'B' && event.name === 'fs.sync.write') return ['acknowledged'];
      if (event.ph !== 'e') return [];
      const path = begun.get(event.id!)?.args.path;
      if (event.name === 'open' && path) opened = placeIn(store, path);
      if (event.name === 'fsync') return [`sync ${opened}`];
      return event.name === 'rename' ? ['rename'] : [];
    });
}

function placeIn(store: string, path: string): string {
  if (path === store) return 'files';
  if (!path.startsWith(`${store}/`)) return 'folder above';
  const inner = path.slice(store.length + 1);
  return inner.startsWith('incoming/') ? 'incoming' : inner.replace(/^blobs\/.+$/, 'blobs/..');
}
