import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf, typeset } from '#app/features/submissions/files/typeset.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { openPdf } from '#app/preflight/pdf/open-pdf.ts';
import { blob, credit, facts, secrets, source, tellingPhotograph } from '../../../../tests/renditions.ts';
import { openWorld, whileOpen, type World } from '../../../../tests/world.ts';
import { made } from './making.server.ts';
import { blanked } from './pdf-blanking.server.ts';
import { toolsHere } from './tools.server.ts';
import type { MadeRendition } from './rendering.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const [secret = ''] = secrets;
const bytesOf = ({ sha256 }: MadeRendition) => readFile(resources().files.localPath(sha256));

async function shown(
  bytes: Uint8Array,
  about: { kind: string; name: string; role?: string },
  of: 'work' | 'paper' = 'work',
) {
  const file = { ...source, mime: '', alt: '', ...about, ...(await blob(bytes)) };
  return made(facts({ kind: of, files: [file] }), file, 'main');
}

/** What a reader of PDFs finds written about it. */
async function told(bytes: Uint8Array): Promise<{ pages: number; words: string }> {
  const opened = await openPdf(new Uint8Array(bytes));
  if ('fault' in opened) throw new Error(opened.fault);
  const { info, metadata } = await opened.pdf.getMetadata();
  const words = JSON.stringify([info, metadata?.getRaw() ?? '']);
  const { numPages } = opened.pdf;
  await opened.pdf.loadingTask.destroy();
  return { pages: numPages, words };
}

async function tellingPdf(): Promise<Buffer> {
  const page = await typeset([{ kind: 'text', text: 'A poem about the tide, invented' }]);
  return Buffer.from(await pdfOf(page, { title: secret, now: whileOpen }));
}

/** Two revisions of a PDF whose Info dictionary lies in a compressed stream of objects. */
function packedPdf(): Buffer {
  const inside = `<< /Author (${secret}) /Title (x) >> << /Type /Catalog /Pages 3 0 R >>`;
  const second = inside.indexOf('<< /Type');
  const heads = `1 0 2 ${second} `;
  const packed = deflateSync(Buffer.from(heads + inside), { level: 1 });
  const parts = [
    Buffer.from('%PDF-1.5\n'),
    Buffer.from(
      `4 0 obj\n<< /Type /ObjStm /N 2 /First ${heads.length} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n3 0 obj\n<< /Type /Pages /Kids [5 0 R] /Count 1 >>\nendobj\n'),
    Buffer.from('5 0 obj\n<< /Type /Page /Parent 3 0 R /MediaBox [0 0 99 99] >>\nendobj\n'),
  ];
  const at = (mark: string) => Buffer.concat(parts).indexOf(mark);
  const rows = [
    [0, 0, 255],
    [2, 4, 0],
    [2, 4, 1],
    [1, at('3 0 obj'), 0],
    [1, at('4 0 obj'), 0],
    [1, at('5 0 obj'), 0],
  ];
  const start = Buffer.concat(parts).length;
  rows.push([1, start, 0]);
  const table = deflateSync(
    Buffer.from(rows.flatMap(([type, place, more]) => [type!, place! >> 8, place! & 255, more!])),
  );
  const head = `6 0 obj\n<< /Type /XRef /Size 7 /W [1 2 1] /Root 2 0 R /Info 1 0 R /Filter /FlateDecode /Length ${table.length} >>\nstream\n`;
  return Buffer.concat([
    ...parts,
    Buffer.from(head),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`),
  ]);
}

describe('a PDF', () => {
  it('can be read without what its program wrote about it, with a picture of its first page', async () => {
    const bytes = await tellingPdf();
    expect((await told(bytes)).words.includes(secret)).toBe(true);
    const { made: all, words } = await shown(bytes, { kind: 'pdf', name: 'poem.pdf' });
    const drawn = (await toolsHere()).includes('pdftoppm');
    const [document, ...pictures] = all;
    expect([document!.use, document!.name, document!.mime]).toEqual([
      'document',
      'main.pdf',
      'application/pdf',
    ]);
    expect(pictures.map(({ use, mime }) => [use, mime]).slice(0, 2)).toEqual(
      drawn
        ? [
            ['picture', 'image/avif'],
            ['picture', 'image/webp'],
          ]
        : [],
    );
    expect(words).toBe(drawn ? '' : 'No picture of its first page could be made.');
    const held = await bytesOf(document!);
    expect([held.length, held.equals(bytes)]).toEqual([bytes.length, false]);
    const after = await told(held);
    expect([after.pages, after.words.includes(secret), held.includes(secret)]).toEqual([1, false, false]);
  }, 300_000);

  it('is as clean where its description was packed, and where a photograph in it tells more', async () => {
    const packed = packedPdf();
    expect((await told(packed)).words.includes(secret)).toBe(true);
    const { bytes, clean } = blanked(packed, '<x/>');
    expect([clean, (await told(bytes)).words.includes(secret), bytes.length]).toEqual([
      true,
      false,
      packed.length,
    ]);
    const photo = await tellingPhotograph({ width: 60, height: 40 });
    const packet = `<?xpacket begin="" id="1"?>${' '.repeat(400)}${secret}<?xpacket end="w"?>`;
    const holding = Buffer.concat([Buffer.from('%PDF-1.4\n'), photo, Buffer.from(packet)]);
    const after = blanked(holding, '<ours/>').bytes;
    expect(secrets.filter((word) => after.includes(word))).toEqual([]);
    expect([after.includes('<ours/>'), after.length]).toEqual([true, holding.length]);
  });

  it('that cannot be freed of it is not shown of a work, and shown of a paper with a word about it', async () => {
    const locked = Buffer.concat([await tellingPdf(), Buffer.from('\n% /Encrypt\n')]);
    const work = await shown(locked, { kind: 'pdf', name: 'poem.pdf' });
    expect([work.made, work.words]).toEqual([
      [],
      'What its program wrote about it could not be taken out of the PDF, so it is not shown.',
    ]);
    const paper = await shown(locked, { kind: 'pdf', name: 'paper.pdf', role: 'paper' }, 'paper');
    expect([
      paper.made[0]!.name,
      paper.words.startsWith('What its program wrote about it could not'),
    ]).toEqual(['main.pdf', true]);
  }, 300_000);
});

describe('a text', () => {
  it('is shown as plain words in UTF-8, whatever it came in', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Ebbe und Flut\r\nñ', 'utf16le')]);
    const { made: all } = await shown(utf16, { kind: 'text', name: 'poem.txt' });
    const [one] = all;
    expect([one!.use, one!.name, one!.mime, (await bytesOf(one!)).toString()]).toEqual([
      'document',
      'main.txt',
      'text/plain; charset=utf-8',
      'Ebbe und Flut\nñ',
    ]);
    const script = await shown(Buffer.from('# Tide\n<script>alert(1)</script>'), {
      kind: 'markdown',
      name: 'a.md',
    });
    expect(script.made.map(({ name, mime }) => [name, mime])).toEqual([
      ['main.md', 'text/plain; charset=utf-8'],
    ]);
    const none = await shown(Buffer.from([0, 1, 2, 3]), { kind: 'text', name: 'a.txt' });
    expect([none.made, none.words]).toEqual([[], 'It could not be read as a text.']);
  });

  it('that holds captions becomes WebVTT with nothing but its cues', async () => {
    const srt = `1\r\n00:00:01,000 --> 00:00:02,500\r\nThe tide\r\ncomes in\r\n\r\n2\r\n0:00:03.000 --> broken\r\nnever\r\n`;
    const { made: all } = await shown(Buffer.from(srt), {
      kind: 'text',
      name: 'captions EN.srt',
      role: 'supplementary',
    });
    expect([all[0]!.use, all[0]!.name, (await bytesOf(all[0]!)).toString()]).toEqual([
      'captions',
      'main.vtt',
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nThe tide\ncomes in\n',
    ]);
    const vtt = `WEBVTT - made by ${secret}\n\nNOTE ${secret}\n\nintro\n00:01.000 --> 00:02.000 align:start\nHello\n`;
    const from = await shown(Buffer.from(vtt), { kind: 'text', name: 'c.vtt', role: 'supplementary' });
    expect((await bytesOf(from.made[0]!)).toString()).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000 align:start\nHello\n',
    );
  });
});

it('a torn model and data of no kind we know are not shown, and say why', async () => {
  const answers = await Promise.all(
    ['glb', 'unknown'].map(async (kind) => {
      const { made: all, words } = await shown(Buffer.from(credit), { kind, name: `x.${kind}` });
      return [all, words.length > 20];
    }),
  );
  expect(answers).toEqual(Array(2).fill([[], true]));
});
