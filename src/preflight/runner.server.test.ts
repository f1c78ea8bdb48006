import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caps, fence, startChild } from './caps.server.ts';
import { check } from './check.ts';
import { png } from './corpus/images.ts';
import { madePdf } from './corpus/pdfs.ts';
import { zipOf } from './corpus/zips.ts';
import { paperRules2024, workRules2024 } from './profiles.ts';
import { withoutTimings, type Report } from './report.ts';
import type { CheckRules } from './rules.ts';
import { checkFiles, stopRunner } from './runner.server.ts';
import { fromBlob } from './sources.ts';
import { serveChecks } from './worker.ts';
import type { FromWorker } from './worker-protocol.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preflight-'));
});
afterAll(async () => {
  stopRunner();
  await rm(folder, { recursive: true });
});

const cases: [string, string, Uint8Array, CheckRules][] = [
  [
    'a work',
    'Sea.zip',
    zipOf([
      { name: 'Sea_main.png', bytes: png(9, 9), method: 8 },
      { name: 'Sea_description.pdf', bytes: madePdf(['x']) },
    ]),
    workRules2024,
  ],
  ['a hostile archive', 'Sea.zip', zipOf([{ name: '../x.png', bytes: png(9, 9) }]), workRules2024],
  ['a paper', 'paper.pdf', madePdf(['A short paper.']), paperRules2024],
  ['half a paper', 'paper.pdf', madePdf(['A short paper.']).subarray(0, 300), paperRules2024],
  ['a picture', 'piece.png', png(30, 30), workRules2024],
];

test.each(cases)(
  'the browser, the server and the plain call give the same report: %s',
  async (_, name, bytes, rules) => {
    const blob = new Blob([bytes as Uint8Array<ArrayBuffer>]);
    const path = join(folder, 'stored');
    await writeFile(path, bytes);
    const plain = withoutTimings(await check([{ name, blob: fromBlob(blob) }], rules));
    expect(withoutTimings(await checkFiles([{ name, path }], rules))).toEqual(plain);
    expect(withoutTimings(await throughWorker(name, blob, rules))).toEqual(plain);
  },
);

test('a check in the browser can be cancelled', async () => {
  const { port1, port2 } = new MessageChannel();
  serveChecks(asPort(port2));
  const answered = new Promise<FromWorker>((resolve) => {
    port1.onmessage = ({ data }) => data.type !== 'progress' && resolve(data);
  });
  const big = zipOf([
    { name: 'Sea_main.png', bytes: png(2000, 2000) },
    { name: 'Sea_supp_1.wav', bytes: new Uint8Array(9_000_000) },
  ]);
  const files = [{ name: 'Sea.zip', blob: new Blob([big as Uint8Array<ArrayBuffer>]) }];
  port1.postMessage({ type: 'check', id: 7, files, rules: workRules2024 });
  port1.postMessage({ type: 'cancel', id: 7 });
  expect(await answered).toEqual({ type: 'cancelled', id: 7 });
  port1.close();
});

test('a file that is gone becomes a finding and a line for the log, never an error', async () => {
  const path = join(folder, 'kept');
  await writeFile(path, png(3, 3));
  const reports = await Promise.all(
    [1, 2, 3].map(() => checkFiles([{ name: 'a.png', path }], workRules2024)),
  );
  expect(reports.map((report) => report.verdict)).toEqual(['accept', 'accept', 'accept']);
});

test('a hand-in that waits too long for a free child gets a report that says so', async () => {
  const path = join(folder, 'queued');
  await writeFile(path, png(3, 3));
  const files = [{ name: 'a.png', path }];
  const busy = [checkFiles(files, workRules2024), checkFiles(files, workRules2024)];
  const causes: string[] = [];
  const accident = ({ cause }: { cause: string }) => void causes.push(cause);
  const late = await checkFiles(files, workRules2024, { patience: 0, accident });
  expect([late.findings.map(({ code }) => code), late.files, causes]).toEqual([
    ['file.unreadable'],
    [],
    ['no child was free in time'],
  ]);
  expect((await Promise.all(busy)).map(({ verdict }) => verdict)).toEqual(['accept', 'accept']);
});

test('a file that holds its reader is left out, the rest is told, and the log gets its hash', async () => {
  const stored = async (name: string, bytes: Uint8Array) => {
    await writeFile(join(folder, name), bytes);
    return { name, path: join(folder, name) };
  };
  const crowded = Array.from({ length: 20_000 }, () => ({ text: 'the sea', y: 700 }));
  const endless = madePdf(Array.from({ length: 10 }, () => crowded));
  const files = [
    await stored('Sea_main.png', png(9, 9)),
    await stored('Sea_description.pdf', endless),
    await stored('Sea_supplementary_1.txt', new TextEncoder().encode('notes')),
  ];
  const accidents: unknown[] = [];
  const report = await checkFiles(files, workRules2024, {
    within: { ...caps, fileCpuSeconds: 0.5 },
    accident: (what) => void accidents.push(what),
  });
  const sha256 = createHash('sha256').update(endless).digest('hex');
  expect({
    said: report.findings.map(({ code, where }) => [code, where?.file]),
    files: report.files.map(({ name, role }) => [name, role]),
    accidents,
  }).toEqual({
    said: [['file.unreadable', 'Sea_description.pdf']],
    files: [
      ['Sea_main.png', 'main'],
      ['Sea_description.pdf', 'description'],
      ['Sea_supplementary_1.txt', 'supplementary'],
    ],
    accidents: [{ name: 'Sea_description.pdf', sha256, cause: 'it needed more than 0.5 s' }],
  });
});

test('the system itself holds a child below the cap, however fast it grows', async () => {
  const child = startChild();
  try {
    await once(child.stdout, 'data');
    await fence(child);
    const [limits, status] = await Promise.all(
      ['limits', 'status'].map((name) => readFile(`/proc/${child.pid}/${name}`, 'latin1')),
    );
    const data = Number(/^Max data size\s+(\d+)/m.exec(limits!)![1]);
    const kibibytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status!)![1]);
    const mayGrow = data - kibibytes('VmData') * 1024;
    const fits = kibibytes('VmRSS') * 1024 + mayGrow < caps.rssBytes;
    expect({ fits, room: mayGrow > 300 * 1024 * 1024 }).toEqual({ fits: true, room: true });
    expect(/^Max cpu time\s+(\d+)/m.exec(limits!)![1]).toEqual('120');
  } finally {
    child.kill('SIGKILL');
  }
});

async function throughWorker(name: string, blob: Blob, rules: CheckRules): Promise<Report> {
  const { port1, port2 } = new MessageChannel();
  serveChecks(asPort(port2));
  const report = new Promise<Report>((resolve) => {
    port1.onmessage = ({ data }) => data.type === 'report' && resolve(data.report);
  });
  port1.postMessage({ type: 'check', id: 1, files: [{ name, blob }], rules });
  const answer = await report;
  port1.close();
  return answer;
}

function asPort(port: MessagePort): Parameters<typeof serveChecks>[0] {
  port.start();
  return {
    postMessage: (message) => port.postMessage(message),
    addEventListener: (type, listener) => port.addEventListener(type, listener as unknown as EventListener),
  };
}
