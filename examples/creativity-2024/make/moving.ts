/** Writes the moving works, frame by frame, through ffmpeg: `node moving.ts`. Needed for making only. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clamp, mix, noise, pixels, ramp, rgb, type Rgb } from './ink.ts';
import { look, palace } from './solids.ts';

const works = join(import.meta.dirname, '..', 'files', 'works');

type Clip = {
  file: string;
  size: [number, number];
  show?: [number, number];
  rate: number;
  seconds: number;
  quality: number;
  sound?: string;
  frame: (seconds: number) => (u: number, w: number) => Rgb;
};

/** Seventy seconds in which a gaze slowly gives up: two lids over a low sun. */
const lookingAway: Clip = {
  file: 'looking-away/LookingAway_main_v3.mp4',
  size: [320, 180],
  show: [640, 360],
  rate: 10,
  seconds: 70,
  quality: 31,
  sound: 'sine=frequency=92:duration=70,volume=0.25,tremolo=f=0.2:d=0.8,afade=t=in:d=6,afade=t=out:st=62:d=8',
  frame: (s) => {
    const field = noise(4);
    const open = clamp(1.15 - s / 66) * (0.82 + 0.18 * Math.cos(s * 0.9)) * (s % 11 < 0.3 ? 0.25 : 1);
    return (u, w) => {
      const x = u * 2 - 1;
      const lid = 0.42 * open * (1 - x * x * 0.72) + 0.02 * (field(u * 5, s * 0.2) - 0.5);
      const edge = clamp((lid - Math.abs(w - 0.5)) * 34);
      const sun = clamp(1 - Math.hypot(x * 1.78 - 0.25 * Math.sin(s / 17), (w - 0.62) * 2 + s * 0.004) * 1.9);
      const sea = w > 0.62 ? field(u * 9 + s * 0.12, w * 46 - s * 0.3) * 0.5 : 0;
      const inside = ramp(
        ['#16202e', '#5b3a4a', '#d9794f', '#fbe3b3'],
        clamp(0.18 + sun * 0.95 + sea * sun + 0.1 * w),
      );
      const lash = ramp(
        ['#070608', '#2b1716'],
        field(u * 30, w * 4) * clamp(1 - (Math.abs(w - 0.5) - lid) * 3),
      );
      return [0, 1, 2].map((k) => mix(lash[k] ?? 0, inside[k] ?? 0, edge)) as Rgb;
    };
  },
};

/** Upright for a phone: rings that beat against each other like two rooms with the same song. */
const verticalHold: Clip = {
  file: 'vertical-hold/vertical hold (9x16).mp4',
  size: [270, 480],
  show: [540, 960],
  rate: 15,
  seconds: 12,
  quality: 39,
  frame: (s) => (u, w) => {
    const turn = (s / 12) * Math.PI * 2;
    const a = Math.hypot(u - 0.5 - 0.12 * Math.cos(turn), (w - 0.42) * 1.78 - 0.1 * Math.sin(turn));
    const b = Math.hypot(u - 0.5 + 0.12 * Math.cos(turn), (w - 0.58) * 1.78 + 0.1 * Math.sin(turn));
    const beat = Math.sin(a * 46 - turn * 2) * Math.sin(b * 46 + turn);
    const t = clamp(0.5 + 0.5 * Math.tanh(beat * 3));
    return ramp(['#12355b', '#12355b', '#d72638', '#f4d58d', '#f4efe6'], t * clamp(1.15 - a * 0.55));
  },
};

/** A player and, two beats late, the machine that prompts from the wings. */
const promptStand: Clip = {
  file: 'prompt-stand/IMG_4410.mp4',
  size: [320, 180],
  show: [640, 360],
  rate: 10,
  seconds: 64,
  quality: 31,
  sound: 'anoisesrc=color=brown:duration=64:amplitude=0.05,tremolo=f=0.5:d=0.5',
  frame: (s) => (u, w) => {
    const [x, y] = [(u * 2 - 1) * 1.78, 1 - w * 2];
    const player = figure(x + 0.55, y, s);
    const echo = figure(-(x - 0.55), y, s - 1.6);
    const cone = (at: number) =>
      clamp(1 - Math.abs(x - at * (1 - (1.2 - y) * 0.12)) / (0.14 + (1.1 - y) * 0.26));
    const floor = y < -0.72 ? 0.5 : 0.12;
    const warm = cone(-0.55) * (0.35 + floor);
    const cold = cone(0.55) * (0.2 + floor) * (0.6 + 0.4 * Math.sin(s * 2.1));
    const shade: Rgb = [
      14 + warm * 230 + cold * 60,
      12 + warm * 170 + cold * 130,
      20 + warm * 90 + cold * 220,
    ];
    const rim = clamp(1.2 - Math.abs(echo - 0.006) * 70);
    const [dark, body] = [clamp(0.5 - player * 70), clamp(0.5 - echo * 70)];
    const [near, edge]: [Rgb, Rgb] = [
      [22, 14, 16],
      [120, 190, 240],
    ];
    return [0, 1, 2].map((k) => {
      const behind = mix(shade[k] ?? 0, 16 + 8 * k, body);
      return mix(mix(behind, edge[k] ?? 0, rim), near[k] ?? 0, dark);
    }) as Rgb;
  },
};

/** A walk through rooms that someone else remembers. */
const palaceWalk: Clip = {
  file: 'memory-palace/Memory Palace capture 1.mp4',
  size: [320, 180],
  show: [640, 360],
  rate: 10,
  seconds: 12,
  quality: 28,
  frame: (s) => {
    const z = s * 1.1;
    const eye: [number, number, number] = [0.25 * Math.sin(s * 0.6), 0.05 + 0.03 * Math.sin(s * 5), z];
    return look(palace, eye, 0.22 * Math.sin(s * 0.5), 0.05, 1.78, [0.6, 2.6, z + 2.4], 46);
  },
};

/** A round of the game, played by somebody who almost repeats themselves. */
const guessMe: Clip = {
  file: 'guess-me/guess me trailer.mp4',
  size: [320, 180],
  show: [640, 360],
  rate: 10,
  seconds: 18,
  quality: 30,
  frame: (s) => {
    const step = Math.floor(s * 3);
    const trail = Array.from({ length: 26 }, (_, i) => place(step - i));
    return (u, w) => {
      const [x, y] = [(u - 0.5) * 16, (w - 0.5) * 9];
      const [i, j] = [Math.floor(x), Math.floor(y + 0.5)];
      const inside =
        Math.abs(x - i - 0.5) < 0.44 &&
        Math.abs(y + 0.5 - j - 0.5) < 0.44 &&
        Math.abs(i + 0.5) < 5 &&
        Math.abs(j) < 4;
      if (!inside) return rgb('#f3ead9');
      const age = trail.findIndex(([a, b]) => a === i && b === j);
      if (age === 0) return rgb('#c8553d');
      if (age < 0) return rgb('#e6d9c0');
      return ramp(['#1b2a49', '#e6d9c0'], age / 26 + ((step - age) % 4 === 0 ? 0 : 0.35));
    };
  },
};

function place(step: number): [number, number] {
  const t = Math.max(0, step) * 0.62;
  return [Math.round(3.4 * Math.sin(t * 0.71)), Math.round(2.6 * Math.sin(t * 1.13 + 0.4))];
}

/** Distance to a standing figure whose arms keep time. */
function figure(x: number, y: number, s: number): number {
  const swing = Math.sin(s * 1.3) * 0.9 + Math.sin(s * 0.37) * 0.5;
  const limb = (ax: number, ay: number, bx: number, by: number, wide: number) => {
    const [px, py, dx, dy] = [x - ax, y - ay, bx - ax, by - ay];
    const t = clamp((px * dx + py * dy) / (dx * dx + dy * dy));
    return Math.hypot(px - dx * t, py - dy * t) - wide;
  };
  return Math.min(
    Math.hypot(x, y - 0.34) - 0.105,
    limb(0, 0.16, 0, -0.3, 0.1),
    limb(0, -0.3, 0.11, -0.84, 0.05),
    limb(0, -0.3, -0.11, -0.84, 0.05),
    limb(0.07, 0.15, 0.07 + 0.4 * Math.cos(swing), 0.15 + 0.4 * Math.sin(swing), 0.036),
    limb(
      -0.07,
      0.15,
      -0.07 - 0.4 * Math.cos(swing * 0.6),
      0.15 - 0.4 * Math.abs(Math.sin(swing * 0.6)),
      0.036,
    ),
  );
}

const flags = (text: string) => text.split(' ').filter(Boolean);

async function film(clip: Clip) {
  const [width, height] = clip.size;
  const [wide, high] = clip.show ?? clip.size;
  const target = join(works, clip.file);
  mkdirSync(dirname(target), { recursive: true });
  const encoder = spawn(
    'ffmpeg',
    [
      ...flags(`-y -loglevel error -f rawvideo -pix_fmt rgb24 -s ${width}x${height} -r ${clip.rate} -i -`),
      ...(clip.sound ? ['-f', 'lavfi', '-i', clip.sound] : []),
      ...flags(
        `-vf scale=${wide}:${high}:flags=lanczos -pix_fmt yuv420p -c:v libx264 -preset slow -crf ${clip.quality}`,
      ),
      ...flags(clip.sound ? '-c:a aac -b:a 32k -ac 1' : ''),
      ...flags(`-movflags +faststart -map_metadata -1 -fflags +bitexact -t ${clip.seconds}`),
      target,
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  for (let i = 0; i < clip.seconds * clip.rate; i++) {
    const ready = encoder.stdin.write(pixels(width, height, clip.frame(i / clip.rate)));
    if (!ready) await new Promise((resolve) => encoder.stdin.once('drain', resolve));
  }
  encoder.stdin.end();
  await new Promise((resolve) => encoder.once('close', resolve));
}

const only = process.argv[2];
for (const clip of [lookingAway, verticalHold, promptStand, guessMe, palaceWalk])
  if (!only || clip.file.startsWith(only)) await film(clip);
