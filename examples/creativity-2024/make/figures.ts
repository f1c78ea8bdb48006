/** The figures of the invented papers, drawn by TeX: bars, two curves, a row of boxes, a table of shades. */
import { chance } from './ink.ts';
import { inTex } from './tex.ts';

export type Figure = {
  kind: 'bars' | 'curve' | 'flow' | 'matrix';
  labels: string[];
  values?: number[];
  second?: number[];
  size?: number;
  caption: string;
};

export function figure(f: Figure, scale: number): string {
  const draw = { bars, curve, flow, matrix }[f.kind](f);
  return [
    '\\begin{figure}[h!]\\centering',
    `\\begin{tikzpicture}[scale=${scale},font=\\small,line cap=round]`,
    '\\definecolor{one}{HTML}{1b4965}\\definecolor{two}{HTML}{c8553d}\\definecolor{pale}{HTML}{e9e2d4}',
    ...draw,
    '\\end{tikzpicture}',
    `\\caption{${inTex(f.caption)}}\\end{figure}`,
  ].join('\n');
}

function bars(f: Figure): string[] {
  const most = Math.max(...(f.values ?? [1]));
  return f.labels.flatMap((label, i) => {
    const value = f.values?.[i] ?? 0;
    const [x, y] = [(value / most) * 7.4, -i * 0.62];
    return [
      `\\fill[pale] (0,${y - 0.2}) rectangle (7.4,${y + 0.2});`,
      `\\fill[${i % 2 ? 'two' : 'one'}] (0,${y - 0.2}) rectangle (${x.toFixed(2)},${y + 0.2});`,
      `\\node[anchor=east] at (-0.1,${y}) {${inTex(label)}};`,
      `\\node[anchor=west] at (7.5,${y}) {${value}};`,
    ];
  });
}

function curve(f: Figure): string[] {
  const all = [...(f.values ?? []), ...(f.second ?? [])];
  const most = Math.max(...all, 1);
  const path = (values: number[]) =>
    values.map((v, i) => `(${((i * 8) / (values.length - 1)).toFixed(2)},${((v / most) * 2.7).toFixed(2)})`);
  const end = (values: number[] = []) => ((values.at(-1) ?? 0) / most) * 2.7;
  const apart = Math.abs(end(f.values) - end(f.second)) < 0.4 ? 0.22 : 0;
  return [
    ...[0, 0.5, 1].map(
      (t) =>
        `\\draw[pale] (0,${2.7 * t}) -- (8,${2.7 * t}); \\node[anchor=east] at (-0.1,${2.7 * t}) {${Math.round(most * t)}};`,
    ),
    `\\draw[one,line width=1.3pt] ${path(f.values ?? []).join(' -- ')};`,
    `\\draw[two,line width=1.3pt,dashed] ${path(f.second ?? []).join(' -- ')};`,
    `\\node[anchor=west,one] at (8.1,${(end(f.values) + apart).toFixed(2)}) {${inTex(f.labels[0] ?? '')}};`,
    `\\node[anchor=west,two] at (8.1,${(end(f.second) - apart).toFixed(2)}) {${inTex(f.labels[1] ?? '')}};`,
  ];
}

function flow(f: Figure): string[] {
  const step = 11.2 / f.labels.length;
  return f.labels.flatMap((label, i) => [
    `\\node[draw=one,rounded corners=2pt,minimum height=0.8cm,minimum width=1.6cm] (n${i}) at (${(i * step).toFixed(2)},0) {${inTex(label)}};`,
    ...(i ? [`\\draw[->,two,line width=0.9pt] (n${i - 1}) -- (n${i});`] : []),
  ]);
}

function matrix(f: Figure): string[] {
  const size = f.size ?? 5;
  const random = chance(size * 31 + f.caption.length);
  const cell = 2.9 / f.labels.length;
  return f.labels.flatMap((label, row) => [
    `\\node[anchor=east] at (-0.1,${(-(row + 0.5) * cell).toFixed(2)}) {${inTex(label)}};`,
    ...Array.from({ length: size }, (_, column) => {
      const shade =
        size === 8 ? ((column + row * 3) % 8 < 4 ? 90 : 8) : Math.round(8 + 88 * random() ** (1 + row * 0.5));
      const [x, y] = [column * cell * 1.6, -row * cell];
      return `\\fill[one!${shade}] (${x.toFixed(2)},${y.toFixed(2)}) rectangle (${(x + cell * 1.52).toFixed(2)},${(y - cell * 0.95).toFixed(2)});`;
    }),
  ]);
}
