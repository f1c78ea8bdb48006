/** The still works: each function draws one picture from nothing but arithmetic and a seed. */
import { chance, clamp, css, line, mix, noise, ramp, sheet } from './ink.ts';

/** Lines of a beach at low tide, each a little mistaken about the one before. */
export function lowTide(): string {
  const [width, height] = [1200, 1500];
  const field = noise(7);
  const random = chance(11);
  const marks = [
    `<circle cx="${width * 0.64}" cy="330" r="150" fill="#e9b872"/>`,
    `<circle cx="${width * 0.64}" cy="330" r="150" fill="none" stroke="#f6e7cb" stroke-width="1.5" opacity=".6"/>`,
  ];
  for (let row = 0; row < 150; row++) {
    const t = row / 149;
    const base = mix(300, height + 90, t ** 1.25);
    const swell = mix(6, 150, t);
    const points: [number, number][] = [];
    for (let x = -10; x <= width + 10; x += 8) {
      const lift = (field(x / mix(90, 420, t) + row * 0.021, row * 0.055) - 0.5) * swell;
      points.push([x, base + lift + (random() - 0.5) * mix(0.2, 1.6, t)]);
    }
    const ink = css(ramp(['#f3dfc1', '#c8936a', '#5f7f86', '#1f4b5f', '#0c2636'], t ** 0.8));
    const fill = css(ramp(['#e8c9a0', '#a9826a', '#3b6470', '#153c50', '#081c2a'], t ** 0.8));
    marks.push(
      `<path d="${line(points)}L${width + 10} ${height}L-10 ${height}Z" fill="${fill}" fill-opacity=".16"/>`,
      `<path d="${line(points)}" fill="none" stroke="${ink}" stroke-width="${mix(0.7, 2.2, t).toFixed(2)}"/>`,
    );
  }
  return sheet(width, height, '#f4e6d0', marks);
}

/** A plotter drawing: pens follow a field of directions until they meet a line already there. */
export function latentWalk(seed: number, inks: string[], paper: string): string {
  const [width, height, margin] = [1200, 1500, 110];
  const field = noise(seed);
  const random = chance(seed);
  const taken = new Set<number>();
  const cell = (x: number, y: number) => Math.floor(x / 7) * 1000 + Math.floor(y / 7);
  const marks: string[] = [];
  for (let pen = 0; pen < 5200; pen++) {
    let x = mix(margin, width - margin, random());
    let y = mix(margin, height - margin, random());
    const points: [number, number][] = [];
    const mine = new Set<number>();
    for (let step = 0; step < 150; step++) {
      const here = cell(x, y);
      const outside = x < margin || x > width - margin || y < margin || y > height - margin;
      if (outside || (taken.has(here) && !mine.has(here))) break;
      mine.add(here);
      points.push([x, y]);
      const dx = x - width * 0.52;
      const dy = y - height * 0.44;
      const turn = Math.atan2(dy, dx) + Math.PI / 2;
      const angle = turn + (field(x / 330, y / 330) - 0.5) * 5.2;
      x += Math.cos(angle) * 3;
      y += Math.sin(angle) * 3;
    }
    if (points.length < 9) continue;
    for (const place of mine) taken.add(place);
    const [px, py] = points[0] ?? [0, 0];
    const pick = field(px / 240 + 9, py / 240 + 4) * inks.length * 1.3 - inks.length * 0.15;
    const ink = inks[clamp(Math.floor(pick), 0, inks.length - 1)] ?? '#000000';
    const wide = (1.1 + random() * 2.4).toFixed(2);
    marks.push(`<path d="${line(points)}" stroke="${ink}" stroke-width="${wide}"/>`);
  }
  return sheet(width, height, paper, ['<g fill="none" stroke-linecap="round">', ...marks, '</g>']);
}

type Circle = { k: number; x: number; y: number };

/** The gasket of curvatures -1, 2, 2, 3: every circle kisses its neighbours, and every curvature is an integer. */
export function gasket(): string {
  const size = 1200;
  const circles: Circle[] = [
    { k: -1, x: 0, y: 0 },
    { k: 2, x: -0.5, y: 0 },
    { k: 2, x: 0.5, y: 0 },
    { k: 3, x: 0, y: 2 / 3 },
  ];
  const [outer, left, right, top] = circles as [Circle, Circle, Circle, Circle];
  const grow = (a: Circle, b: Circle, c: Circle, old: Circle) => {
    // Descartes: with three circles fixed, the fourth has two solutions whose sum is linear.
    const k = 2 * (a.k + b.k + c.k) - old.k;
    if (k > 420) return;
    const centre = (axis: 'x' | 'y') =>
      (2 * (a.k * a[axis] + b.k * b[axis] + c.k * c[axis]) - old.k * old[axis]) / k;
    const next = { k, x: centre('x'), y: centre('y') };
    circles.push(next);
    grow(a, b, next, c);
    grow(a, c, next, b);
    grow(b, c, next, a);
  };
  grow(outer, left, top, right);
  grow(outer, right, top, left);
  grow(left, right, top, outer);
  grow(outer, left, right, top);
  const colours = ['#f2c14e', '#f78154', '#b4436c', '#5c3c92', '#2d6a8e', '#4d9078', '#d8e2dc'];
  const scale = size * 0.46;
  const marks = circles.map(({ k, x, y }) => {
    const radius = Math.abs(scale / k);
    const fill = k < 0 ? '#171226' : (colours[(k * 5) % colours.length] ?? '#ffffff');
    const place = `cx="${(size / 2 + x * scale).toFixed(2)}" cy="${(size / 2 - y * scale).toFixed(2)}"`;
    const ring = k > 0 && k < 60 ? ` stroke="#171226" stroke-width="${(radius * 0.02).toFixed(2)}"` : '';
    const label =
      k > 1 && radius > 13
        ? `<text x="${(size / 2 + x * scale).toFixed(1)}" y="${(size / 2 - y * scale + radius * 0.17).toFixed(1)}" ` +
          `font-size="${(radius * 0.5).toFixed(1)}" text-anchor="middle" font-family="serif" fill="#171226" opacity=".75">${k}</text>`
        : '';
    return `<circle ${place} r="${(radius * (k < 0 ? 1.012 : 0.985)).toFixed(2)}" fill="${fill}"${ring}/>${label}`;
  });
  return sheet(size, size, '#f7f1e5', marks);
}

/** One frame of a city that was never there: ridges of towers in fog, a few windows lit. */
export function foggyCity(seed: number, width: number, height: number, tones: string[]): string {
  const random = chance(seed);
  const marks: string[] = [
    `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${css(ramp(tones, 0.72))}"/>`,
    `<stop offset="1" stop-color="${css(ramp(tones, 1))}"/></linearGradient></defs>`,
    `<rect width="${width}" height="${height}" fill="url(#s)"/>`,
  ];
  const moon = [
    width * mix(0.15, 0.85, random()),
    height * mix(0.14, 0.34, random()),
    height * mix(0.04, 0.1, random()),
  ];
  marks.push(`<circle cx="${moon[0]}" cy="${moon[1]}" r="${moon[2]}" fill="#ffffff" opacity=".75"/>`);
  for (let depth = 0; depth < 6; depth++) {
    const t = depth / 5;
    const tone = css(ramp(tones, mix(0.86, 0.04, t)));
    let x = -40 * random();
    while (x < width) {
      const wide = mix(10, 46, random()) * mix(0.6, 1.7, t) * (width / 600);
      const tall = height * mix(0.16, 0.5, random() ** 1.8) * mix(1.1, 0.8, t);
      const top = height * mix(0.72, 1.02, t) - tall;
      marks.push(
        `<rect x="${x.toFixed(1)}" y="${top.toFixed(1)}" width="${wide.toFixed(1)}" height="${height}" fill="${tone}"/>`,
      );
      if (random() < 0.18) {
        const mast = `x1="${(x + wide / 2).toFixed(1)}" x2="${(x + wide / 2).toFixed(1)}"`;
        marks.push(
          `<line ${mast} y1="${top.toFixed(1)}" y2="${(top - tall * 0.22).toFixed(1)}" stroke="${tone}" stroke-width="1.4"/>`,
        );
      }
      for (let lamp = 0; lamp < 3; lamp++)
        if (t > 0.3 && random() < 0.3) {
          const at = `x="${(x + wide * random() * 0.8).toFixed(1)}" y="${(top + tall * random() * 0.7 + 4).toFixed(1)}"`;
          marks.push(
            `<rect ${at} width="2.2" height="3" fill="#ffe9b0" opacity="${mix(0.4, 0.95, random()).toFixed(2)}"/>`,
          );
        }
      x += wide + mix(-2, 18, random()) * mix(1, 0.3, t);
    }
    const fog = css(ramp(tones, 0.95));
    marks.push(
      `<rect y="${(height * mix(0.5, 0.8, t)).toFixed(0)}" width="${width}" height="${height}" fill="${fog}" opacity=".13"/>`,
    );
  }
  return sheet(width, height, css(ramp(tones, 0.8)), marks);
}

/** The room of the interactive piece as its visitors leave it: words that fade with the distance of the memory. */
export function forgettingRoom(): string {
  const [width, height] = [1280, 800];
  const random = chance(5);
  const words =
    'kettle,the blue door,Tuesday,her coat,salt,stairs,a dog asleep,rain,spoon,who said that,garden,keys,the radio,oranges,I was nine,window,left,lamp,bread,a name'.split(
      ',',
    );
  const marks: string[] = [];
  for (let i = 0; i < 9; i++) {
    const t = i / 8;
    const [w, h] = [mix(width * 1.02, width * 0.16, t ** 0.7), mix(height * 1.02, height * 0.16, t ** 0.7)];
    const box = `x="${((width - w) / 2).toFixed(1)}" y="${((height - h) / 2 - 20 * t).toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}"`;
    marks.push(
      `<rect ${box} fill="${css(ramp(['#1d1b22', '#3b3440', '#8a6f63', '#f0d9b5'], t))}" fill-opacity=".55"/>`,
    );
  }
  for (let i = 0; i < 90; i++) {
    const far = random();
    const [x, y] = [mix(60, width - 60, random()), mix(60, height - 60, random())];
    const pull = mix(1, 0.35, far);
    const place = `x="${(width / 2 + (x - width / 2) * pull).toFixed(0)}" y="${(height / 2 + (y - height / 2) * pull).toFixed(0)}"`;
    const word = words[Math.floor(random() * words.length)] ?? '';
    marks.push(
      `<text ${place} font-family="serif" font-style="italic" font-size="${mix(34, 10, far).toFixed(0)}" ` +
        `fill="#f6e9d2" opacity="${(0.06 + 0.8 * random() ** 4).toFixed(2)}">${word}</text>`,
    );
  }
  return sheet(width, height, '#141218', marks);
}
