import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import { gif, jpeg, png } from './corpus/images.ts';
import { film, wav } from './corpus/media.ts';
import { madePdf } from './corpus/pdfs.ts';
import { paper } from './corpus/papers.ts';
import { zipOf } from './corpus/zips.ts';
import { checkAndPack, unpackWork } from './pack.ts';
import { paperRules2024, workRules2024 } from './profiles.ts';
import { fromBytes } from './sources.ts';

const titles = fc
  .stringMatching(/^[A-Za-zÀ-ÿ一-龯][A-Za-z0-9À-ÿ一-龯 ]{0,20}$/u)
  .filter((title) => title.trim() !== '');
const extras = fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { maxLength: 4 });

test('any well-formed work survives packing, checking and unpacking, bytes, roles and names alike', async () => {
  await fc.assert(
    fc.asyncProperty(
      titles,
      fc.integer({ min: 1, max: 60 }),
      extras,
      fc.boolean(),
      async (title, width, supplements, zipped) => {
        const files = [
          { name: `${title}_main.png`, bytes: png(width, 7) },
          { name: `${title}_description.pdf`, bytes: madePdf([title.replace(/[^ -~]/g, '?')]) },
          ...supplements.map((bytes, i) => ({ name: `${title}_supplementary_${i + 1}.dat`, bytes })),
        ];
        const loose = files.map(({ name, bytes }) => ({ name, blob: fromBytes(bytes) }));
        const handIn = zipped
          ? [{ name: 'work.zip', blob: fromBytes(zipOf(files.map((file) => ({ ...file, method: 8 })))) }]
          : loose;
        const { report, zip } = await checkAndPack(handIn, workRules2024, title);
        expect(report.verdict).not.toBe('reject');
        const again = await check([{ name: 'work.zip', blob: fromBytes(zip!) }], workRules2024);
        expect(again.files.map((file) => file.role)).toEqual(report.files.map((file) => file.role));
        const unpacked = await unpackWork(fromBytes(zip!));
        expect(unpacked.map((file) => file.name)).toEqual(report.files.map((file) => file.canonical));
        expect(unpacked.map((file) => Buffer.from(file.bytes).toString('hex'))).toEqual(
          files.map((file) => Buffer.from(file.bytes).toString('hex')),
        );
      },
    ),
    { numRuns: 25, seed: 2024 },
  );
});

test('packing the same work twice gives the same bytes', async () => {
  const files = [
    { name: 'Sea_main.png', blob: fromBytes(png(8, 8)) },
    { name: 'Sea_description.pdf', blob: fromBytes(madePdf(['x'])) },
  ];
  const [first, second] = [
    await checkAndPack(files, workRules2024, 'Sea'),
    await checkAndPack([...files].reverse(), workRules2024, 'Sea'),
  ];
  expect(first.zip).toEqual(second.zip);
});

test('no change of any byte makes the check fail, or take long', async () => {
  const work = [
    { name: 'Sea_main.png', bytes: png(20, 20), method: 8 },
    { name: 'Sea_description.pdf', bytes: madePdf(['A poem.']) },
  ];
  const subjects = [
    { name: 'Sea.zip', bytes: zipOf(work), rules: workRules2024 },
    {
      name: 'paper.pdf',
      bytes: paper([{ heading: '1 Introduction' }, { text: 30 }, { heading: 'References' }, { entries: 4 }]),
      rules: paperRules2024,
    },
    { name: 'Sea_main.png', bytes: png(40, 40), rules: workRules2024 },
    { name: 'Sea_main.jpg', bytes: jpeg(), rules: workRules2024 },
    { name: 'Sea_main.gif', bytes: gif(3), rules: workRules2024 },
    { name: 'Sea_main.wav', bytes: wav(0.2), rules: workRules2024 },
    { name: 'Sea_video.mp4', bytes: await film({ seconds: 4, sound: true }), rules: workRules2024 },
  ];
  const accidents: string[] = [];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...subjects), mutations, async ({ name, bytes, rules }, changes) => {
      const accident = ({ cause }: { cause: unknown }) =>
        accidents.push(String(cause instanceof Error ? cause.stack : cause));
      const report = await check([{ name, blob: fromBytes(mutated(bytes, changes)) }], rules, { accident });
      expect(['accept', 'accept-with-warning', 'reject']).toContain(report.verdict);
      expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
    }),
    {
      numRuns: Number(process.env.FUZZ_RUNS ?? 250),
      seed: Number(process.env.FUZZ_SEED ?? 7),
      endOnFailure: true,
    },
  );
  expect(accidents).toEqual([]);
}, 3_600_000);

type Change = { at: number; byte: number; kind: 'set' | 'cut' | 'insert' | 'repeat' };
const mutations = fc.array(
  fc.record({
    at: fc.nat(),
    byte: fc.nat(255),
    kind: fc.constantFrom<Change['kind']>('set', 'set', 'set', 'cut', 'insert', 'repeat'),
  }),
  { minLength: 1, maxLength: 6 },
);

function mutated(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  let now = bytes.slice();
  for (const { at, byte, kind } of changes) {
    const place = now.length === 0 ? 0 : at % now.length;
    if (kind === 'set') now[place] = byte;
    else if (kind === 'cut')
      now =
        at % 3 === 0
          ? now.slice(0, place)
          : Uint8Array.from([...now.subarray(0, place), ...now.subarray(place + (byte % 16))]);
    else if (kind === 'insert')
      now = Uint8Array.from([...now.subarray(0, place), byte, ...now.subarray(place)]);
    else
      now = Uint8Array.from([
        ...now.subarray(0, place),
        ...now.subarray(Math.max(0, place - byte), place),
        ...now.subarray(place),
      ]);
  }
  return now;
}
