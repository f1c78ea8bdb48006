/**
 * Owns the sounds of the manifest: a second of one tone in the formats that people export, made by ffmpeg and committed
 * (`sounds/`), whole and cut. MP3 and ADTS state no length, so that a cut between two frames goes unseen.
 */
import { readFileSync } from 'node:fs';
import { u32be } from '#app/preflight/bytes.ts';
import type { Code } from '#app/preflight/findings.ts';
import type { Verdict } from '#app/preflight/report.ts';
import { work, type Case } from './case.ts';

const made = (name: string) => new Uint8Array(readFileSync(new URL(`sounds/${name}`, import.meta.url)));
const names = [
  'waves.flac',
  'waves.ogg',
  'waves.opus',
  'waves.mp3',
  'stream.mp3',
  'waves.aac',
  'waves-ima4.mov',
];
const cutAt = (name: string, share: number, verdict: Verdict, ...codes: Code[]): Case => {
  const bytes = made(name);
  const file = { name, bytes: bytes.slice(0, Math.floor(bytes.length * share)) };
  return work(`${name} cut at ${share}`, [file], verdict, ...codes);
};

/** As QuickTime wrote it in its first years: each moment a sample of one byte, though 64 of them take 34 bytes. */
function inMoments(movie: Uint8Array): Uint8Array {
  const old = movie.slice();
  const view = new DataView(old.buffer);
  const after = (type: string) => Buffer.from(old).indexOf(type) + 4;
  const moments = u32be(old, after('stsz') + 8) * 64;
  view.setUint32(after('stsz') + 4, 1);
  view.setUint32(after('stsz') + 8, moments);
  view.setUint32(after('stts') + 8, moments);
  view.setUint32(after('stts') + 12, 1);
  view.setUint32(after('stsc') + 12, moments);
  return old;
}

export const sounds: Case[] = [
  ...names.map((name) => work(`${name} whole`, [{ name, bytes: made(name) }], 'accept')),
  ...['waves.flac', 'waves.ogg', 'waves.opus', 'waves-ima4.mov'].flatMap((name) =>
    [0.3, 0.9].map((share) => cutAt(name, share, 'reject', 'video.corrupt')),
  ),
  ...['stream.mp3', 'waves.mp3', 'waves.aac'].map((name) =>
    cutAt(name, 0.72, 'accept-with-warning', 'video.corrupt'),
  ),
  work(
    'a flac whose first frame is gone',
    [{ name: 'waves.flac', bytes: made('waves.flac').fill(0, 8256, 8270) }],
    'accept-with-warning',
    'video.corrupt',
  ),
  work(
    'a sound of old QuickTime with more moments than bytes',
    [{ name: 'waves.mov', bytes: inMoments(made('waves-ima4.mov')) }],
    'accept',
  ),
];
