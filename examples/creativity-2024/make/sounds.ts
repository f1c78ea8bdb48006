/** Writes the works that are heard: `node sounds.ts`. The mp3 needs ffmpeg, for making only. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chance, clamp, mix, noise } from './ink.ts';

const works = join(import.meta.dirname, '..', 'files', 'works');

/** Plucked strings at the pace of a loom: each string is a delay line that forgets a little each time round. */
function loom(rate: number, seconds: number): Float32Array {
  const out = new Float32Array(rate * seconds);
  const random = chance(9);
  const scale = [0, 3, 5, 7, 10, 12, 15, 17, 19, 22];
  let at = 0;
  let place = 4;
  while (at < seconds - 4) {
    place = clamp(place + Math.floor(random() * 5) - 2, 0, scale.length - 1);
    pluck(out, rate, at, 146.83 * 2 ** ((scale[place] ?? 0) / 12), 0.32 + random() * 0.2, random);
    if (random() < 0.3) pluck(out, rate, at + 0.02, 73.42, 0.3, random);
    at += [0.3, 0.3, 0.6, 0.9][Math.floor(random() * 4)] ?? 0.3;
  }
  for (let i = 0; i < out.length; i++) {
    const t = i / rate;
    const pad =
      Math.sin(t * 2 * Math.PI * 73.42) +
      0.6 * Math.sin(t * 2 * Math.PI * 110.2) +
      0.4 * Math.sin(t * 2 * Math.PI * 146.5);
    const swell = 0.045 * (1 + Math.sin(t * 0.7));
    out[i] = ((out[i] ?? 0) + pad * swell) * clamp(t / 1.5) * clamp((seconds - t) / 4);
  }
  return out;
}

function pluck(
  out: Float32Array,
  rate: number,
  at: number,
  pitch: number,
  force: number,
  random: () => number,
) {
  const period = Math.round(rate / pitch);
  const string = Float32Array.from({ length: period }, () => random() * 2 - 1);
  for (let i = 0; i < rate * 3.5 && Math.floor(at * rate) + i < out.length; i++) {
    const here = i % period;
    const next = ((string[here] ?? 0) + (string[(here + 1) % period] ?? 0)) * 0.4985;
    const start = Math.floor(at * rate) + i;
    out[start] = (out[start] ?? 0) + (string[here] ?? 0) * force;
    string[here] = next;
  }
}

/** A room after its files are gone: air, mains hum, and a drive that still looks for them. */
function room(rate: number, seconds: number): Float32Array {
  const random = chance(3);
  const drift = noise(12);
  let air = 0;
  return Float32Array.from({ length: rate * seconds }, (_, i) => {
    const t = i / rate;
    air = air * 0.985 + (random() * 2 - 1) * 0.06;
    const hum = 0.05 * Math.sin(t * 314.159) * mix(0.4, 1, drift(t * 0.5, 0));
    const seek =
      (t * 0.75) % 1 < 0.09
        ? Math.sin(t * 2 * Math.PI * (520 + 300 * drift(t * 3, 5))) * 0.1 * drift(t * 9, 2)
        : 0;
    return (air * mix(0.4, 1.1, drift(t * 0.3, 8)) + hum + seek) * clamp(t) * clamp(seconds - t);
  });
}

function wav(samples: Float32Array, rate: number): Buffer {
  const data = Buffer.alloc(44 + samples.length * 2);
  data.write('RIFF', 0);
  data.writeUInt32LE(36 + samples.length * 2, 4);
  data.write('WAVEfmt ', 8);
  data.writeUInt32LE(16, 16);
  data.writeUInt16LE(1, 20);
  data.writeUInt16LE(1, 22);
  data.writeUInt32LE(rate, 24);
  data.writeUInt32LE(rate * 2, 28);
  data.writeUInt16LE(2, 32);
  data.writeUInt16LE(16, 34);
  data.write('data', 36);
  data.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((value, i) => data.writeInt16LE(Math.round(clamp(value, -1, 1) * 32000), 44 + i * 2));
  return data;
}

mkdirSync(join(works, 'unplugged-loom'), { recursive: true });
mkdirSync(join(works, 'deleted-folder'), { recursive: true });
writeFileSync(join(works, 'deleted-folder', 'roomtone_MASTER.wav'), wav(room(16_000, 14), 16_000));
const draft = join(works, 'unplugged-loom', 'draft.wav');
writeFileSync(draft, wav(loom(32_000, 48), 32_000));
const song = join(works, 'unplugged-loom', 'Nocturne for an Unplugged Loom.mp3');
execFileSync('ffmpeg', [
  '-y',
  '-loglevel',
  'error',
  '-i',
  draft,
  '-b:a',
  '56k',
  '-map_metadata',
  '-1',
  '-fflags',
  '+bitexact',
  song,
]);
rmSync(draft);
