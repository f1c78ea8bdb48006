/** Forms in space, found by walking along each line of sight until something is near. */
import { clamp, mix, type Rgb } from './ink.ts';

type Vec = [number, number, number];
type Scene = {
  near: (p: Vec) => number;
  colour: (p: Vec, n: Vec, light: number, depth: number) => Rgb;
  sky: (d: Vec) => Rgb;
};

const add = (a: Vec, b: Vec, k = 1): Vec => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];
const dot = (a: Vec, b: Vec) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const length = (a: Vec) => Math.sqrt(dot(a, a));
const unit = (a: Vec): Vec => {
  const l = length(a) || 1;
  return [a[0] / l, a[1] / l, a[2] / l];
};

/** Looks into a scene from `eye` along `turn`; the answer paints one point of the picture. */
export function look(
  scene: Scene,
  eye: Vec,
  turn: number,
  tilt: number,
  ratio: number,
  lamp: Vec,
  far: number,
) {
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  return (u: number, w: number): Rgb => {
    const [x, y] = [(u * 2 - 1) * ratio, 1 - w * 2 + tilt];
    const ray = unit([x * c + 1.7 * s, y, 1.7 * c - x * s]);
    let depth = 0;
    for (let step = 0; step < 90 && depth < far; step++) {
      const gap = scene.near(add(eye, ray, depth));
      if (gap < 0.0015 * (1 + depth)) {
        const p = add(eye, ray, depth);
        const n = normal(scene, p);
        const toLamp = unit(add(lamp, p, -1));
        const shade = shadow(scene, add(p, n, 0.02), toLamp, length(add(lamp, p, -1)));
        const open = clamp(scene.near(add(p, n, 0.25)) / 0.25);
        return scene.colour(p, n, clamp(dot(n, toLamp)) * shade * mix(0.4, 1, open) + 0.25 * open, depth);
      }
      depth += gap * 0.9;
    }
    return scene.sky(ray);
  };
}

/** A folded weight on a plinth: a hollow of two surfaces that never quite touch. */
export const weights: Scene = {
  near: (p) => {
    const ball = length(add(p, [0, 0.55, 0], -1)) - 1;
    const [x, y, z] = [p[0] * 4.2, p[1] * 4.2, p[2] * 4.2];
    const gyroid = Math.sin(x) * Math.cos(y) + Math.sin(y) * Math.cos(z) + Math.sin(z) * Math.cos(x);
    const body = Math.max(ball, (Math.abs(gyroid) - 0.34) / 7.5);
    const plinth = box(add(p, [0, -1.35, 0], -1), [0.78, 0.9, 0.78]) - 0.01;
    return Math.min(body, plinth, p[1] + 2.25, 6.5 - Math.hypot(p[0], p[2]));
  },
  colour: (p, n, light, depth) => {
    if (p[1] < -0.42 || Math.hypot(p[0], p[2]) > 6) {
      const t = clamp(light * 0.9 + 0.12);
      return [mix(48, 226, t), mix(46, 221, t), mix(50, 212, t)];
    }
    const rim = (1 - Math.abs(n[2])) ** 3;
    const inner = clamp((length(add(p, [0, 0.55, 0], -1)) - 0.45) * 1.9);
    const t = clamp(light * 1.1 + rim * 0.12);
    return [
      mix(38, 244, t * mix(0.85, 1, inner)),
      mix(18, mix(120, 170, inner), t),
      mix(24, mix(60, 122, inner), t) + depth * 0.2,
    ];
  },
  sky: () => [210, 205, 196],
};

/** An endless row of arches, warm where somebody has lived. */
export const palace: Scene = {
  near: (p) => {
    const q: Vec = [p[0], p[1], wrap(p[2], 3)];
    const side = wrap(p[0], 4.4);
    const opening = Math.min(
      Math.max(Math.abs(side) - 1.35, p[1] - 0.9),
      Math.hypot(side, p[1] - 0.9) - 1.35,
    );
    const wall = Math.max(Math.abs(q[2]) - 0.22, -opening);
    const ball = length([wrap(p[0], 4.4), p[1] + 0.75, wrap(p[2] - 1.5, 6)]) - 0.28;
    return Math.min(wall, p[1] + 1.05, 3.6 - p[1], ball);
  },
  colour: (p, n, light, depth) => {
    const fog = 1 - Math.exp(-depth * 0.085);
    const tile = n[1] > 0.8 && (Math.floor(p[0] * 1.5) + Math.floor(p[2] * 1.5)) % 2 === 0 ? 0.72 : 1;
    const t = clamp(light * 1.5 + 0.06) * tile;
    const tone = 0.5 + 0.5 * Math.sin(Math.floor((p[2] + 1.5) / 3) * 1.7);
    const base: Rgb = [
      mix(30, mix(240, 205, tone), t),
      mix(20, mix(170, 190, tone), t),
      mix(44, mix(120, 196, tone), t),
    ];
    return [mix(base[0], 255, fog * 0.75), mix(base[1], 214, fog * 0.75), mix(base[2], 176, fog * 0.75)];
  },
  sky: () => [250, 211, 176],
};

function normal(scene: Scene, p: Vec): Vec {
  const e = 0.002;
  const d = scene.near(p);
  return unit([
    scene.near(add(p, [e, 0, 0])) - d,
    scene.near(add(p, [0, e, 0])) - d,
    scene.near(add(p, [0, 0, e])) - d,
  ]);
}

function shadow(scene: Scene, from: Vec, to: Vec, reach: number): number {
  let [open, t] = [1, 0.04];
  for (let step = 0; step < 28 && t < reach; step++) {
    const gap = scene.near(add(from, to, t));
    if (gap < 0.002) return 0;
    open = Math.min(open, (9 * gap) / t);
    t += Math.max(gap, 0.03);
  }
  return clamp(open);
}

function box(p: Vec, half: Vec): number {
  const q: Vec = [Math.abs(p[0]) - half[0], Math.abs(p[1]) - half[1], Math.abs(p[2]) - half[2]];
  return length([Math.max(q[0], 0), Math.max(q[1], 0), Math.max(q[2], 0)]) + Math.min(Math.max(...q), 0);
}

const wrap = (x: number, period: number) => ((((x + period / 2) % period) + period) % period) - period / 2;
