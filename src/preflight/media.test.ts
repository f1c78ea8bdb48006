import { expect, test } from 'vitest';
import { check } from './check.ts';
import { png } from './corpus/images.ts';
import { film, wav } from './corpus/media.ts';
import { madePdf } from './corpus/pdfs.ts';
import { workRules2024 } from './profiles.ts';
import { fromBytes } from './sources.ts';

async function checked(name: string, bytes: Uint8Array) {
  const report = await check([{ name, blob: fromBytes(bytes) }], workRules2024);
  return {
    verdict: report.verdict,
    codes: report.findings.map((one) => one.code),
    facts: report.files[0]?.facts,
  };
}

test('a video of sixty seconds and a tenth passes, one of sixty-one does not, and neither is refused', async () => {
  const limits: [number, string[]][] = [
    [60, []],
    [60.1, []],
    [60.2, ['video.too-long']],
    [61, ['video.too-long']],
  ];
  for (const [seconds, codes] of limits) {
    const seen = await checked('Sea_video.mp4', await film({ seconds, perSecond: 10 }));
    expect({ seconds, codes: seen.codes, duration: seen.facts?.duration }).toEqual({
      seconds,
      codes,
      duration: seconds,
    });
  }
});

test('a film as the main piece may be of any length', async () => {
  const seen = await checked('Sea_main.mp4', await film({ seconds: 900, perSecond: 1, sound: true }));
  expect(seen).toMatchObject({
    verdict: 'accept',
    facts: { mime: 'video/mp4', duration: 900, width: 64, height: 48, hasAudio: true, codec: 'avc' },
  });
});

test('what many browsers cannot play is said, not refused', async () => {
  expect(
    await checked('Sea_video.webm', await film({ seconds: 9, codec: 'vp9', container: 'webm' })),
  ).toMatchObject({ codes: ['layout.video-not-mp4'] });
  expect(await checked('Sea_video.mp4', await film({ seconds: 9, picture: false }))).toMatchObject({
    codes: ['video.no-picture'],
  });
  expect(await checked('Sea_main.mp4', await film({ seconds: 9, codec: 'av1' }))).toMatchObject({
    codes: ['video.codec'],
  });
  expect(await checked('Sea_video.mp4', await film({ seconds: 0.2, perSecond: 5 }))).toMatchObject({
    codes: ['video.too-short'],
  });
  expect(await checked('Sea_main.mp4', await film({ seconds: 9, size: [16_000, 16_000] }))).toMatchObject({
    codes: ['video.too-large-frame'],
  });
});

test('a film cut short is refused as the work', async () => {
  const whole = await film({ seconds: 20 });
  for (const kept of [40, 300, Math.floor(whole.length / 2), whole.length - 20]) {
    expect({ kept, verdict: (await checked('Sea_main.mp4', whole.subarray(0, kept))).verdict }).toEqual({
      kept,
      verdict: 'reject',
    });
  }
});

test('a film that points elsewhere for its pictures is noted', async () => {
  const bytes = (await film({ seconds: 5 })).slice();
  const text = new TextDecoder('latin1').decode(bytes);
  bytes[text.indexOf('url ') + 7] = 0;
  expect(await checked('Sea_main.mp4', bytes)).toMatchObject({ codes: ['video.external-reference'] });
});

test('sound stands alone as a work, with its length', async () => {
  expect(await checked('Sea.wav', wav(3))).toMatchObject({
    verdict: 'accept',
    facts: { duration: 3, hasAudio: true, channels: 1, sampleRate: 8000 },
  });
});

test('a whole work of film, video, words and extras passes loose', async () => {
  const files = [
    { name: 'Sea_main.wav', bytes: wav(2) },
    { name: 'Sea_video.mp4', bytes: await film({ seconds: 30 }) },
    { name: 'Sea_description.pdf', bytes: madePdf(['The sea.']) },
    { name: 'Sea_supplementary_1.png', bytes: png(20, 20) },
  ];
  const report = await check(
    files.map(({ name, bytes }) => ({ name, blob: fromBytes(bytes) })),
    workRules2024,
  );
  expect({
    verdict: report.verdict,
    roles: report.files.map((file) => file.role),
    findings: report.findings,
  }).toEqual({
    verdict: 'accept',
    roles: ['main', 'video', 'description', 'supplementary'],
    findings: [],
  });
});

test('a WebM film with a stretch of zeros inside is damaged, with zeros behind its end it is whole', async () => {
  const whole = await film({ seconds: 9, codec: 'vp9', container: 'webm' });
  const within = whole.slice();
  within.fill(0, whole.length - 120);
  const behind = new Uint8Array(whole.length + 4096);
  behind.set(whole);
  const [damaged, padded] = [await checked('Sea_main.webm', within), await checked('Sea_main.webm', behind)];
  const { duration } = (await checked('Sea_main.webm', whole)).facts!;
  expect([damaged.verdict, damaged.codes, padded.verdict, padded.facts?.duration]).toEqual([
    'reject',
    ['video.corrupt'],
    'accept',
    duration,
  ]);
});
