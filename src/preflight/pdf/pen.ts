/**
 * Owns the pen that goes over a page: where each run of text comes to stand, in which font and size, whether
 * anybody can see it, and which boxes pictures and drawings fill.
 */
import type { PDFPageProxy } from 'unpdf/pdfjs';
import { pdfLimits } from '../limits.ts';
import { boxHeight, DrawnEm } from './drawn-font.ts';
import { boxed, identity, placed, times, type Matrix } from './matrix.ts';
import type { Box, Font, Page, Rule, Run } from './page.ts';

export type Glyph = { unicode?: string; width?: number; isSpace?: boolean };
export type FontFace = {
  name?: string;
  isType3Font?: boolean;
  missingFile?: boolean;
  fontMatrix?: number[];
  bbox?: number[];
  vertical?: boolean;
};
type State = {
  ctm: Matrix;
  fill: string | null;
  font: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  hScale: number;
  leading: number;
  rise: number;
  mode: number;
};
/** A filled area, and what stood under white text: not paper, but colour. */
type Painted = { x0: number; y0: number; x1: number; y1: number };

export class Pen {
  readonly runs: Run[] = [];
  readonly boxes: Box[] = [];
  readonly rules: Rule[] = [];
  readonly painted: Painted[] = [];
  readonly fonts = new Map<string, Font>();
  readonly drawn: { run: Run; font: string; scale: number }[] = [];
  readonly ems = new Map<string, DrawnEm>();
  readonly faces = new Map<string, FontFace>();
  readonly proxy: PDFPageProxy;
  readonly size: { width: number; height: number };
  state: State;
  stack: State[] = [];
  tm: Matrix = identity;
  lineMatrix: Matrix = identity;
  /** Set by a transform, cleared by any painting: an image too large to decode leaves just this trace. */
  untouched = false;

  constructor(proxy: PDFPageProxy, base: Matrix, size: { width: number; height: number }) {
    this.proxy = proxy;
    this.size = size;
    this.state = {
      ctm: base,
      fill: '#000000',
      font: '',
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      hScale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    };
  }

  page(): Page {
    for (const { run, font, scale } of this.drawn) run.size = this.ems.get(font)!.of(scale, run.size);
    const runs = this.runs.map((run) =>
      run.hidden === 'white' && this.onColour(run) ? { ...run, hidden: null } : run,
    );
    return {
      number: this.proxy.pageNumber,
      ...this.size,
      runs,
      boxes: this.boxes,
      rules: this.rules,
      fonts: [...this.fonts.values()],
    };
  }

  move(x: number, y: number): void {
    this.tm = this.lineMatrix = times(this.lineMatrix, [1, 0, 0, 1, x, y]);
  }

  setFont([name, size]: [string, number]): void {
    this.state.font = name;
    this.state.size = size;
    if (this.faces.has(name)) return;
    const face = this.proxy.commonObjs.has(name) ? (this.proxy.commonObjs.get(name) as FontFace) : {};
    this.faces.set(name, face);
    if (face.isType3Font) this.ems.set(name, new DrawnEm());
    const plain = (face.name ?? '').replace(/^[A-Z]{6}\+/, '');
    this.fonts.set(name, {
      name: plain,
      type3: face.isType3Font === true,
      missing: face.missingFile === true,
    });
  }

  show(glyphs: (Glyph | number)[]): void {
    if (this.runs.length >= pdfLimits.itemsOnPage || !Array.isArray(glyphs)) return;
    const { state } = this;
    const face = this.faces.get(state.font) ?? {};
    const unit = face.fontMatrix?.[0] || 0.001;
    let x = 0;
    let text = '';
    let from = 0;
    const flush = () => {
      if (text.trim() !== '') this.add(text, from, x, face);
      text = '';
      from = x;
    };
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const gap = (-glyph / 1000) * state.size * state.hScale;
        // Typesetters write spaces as gaps; a wide one ends the run, and columns and tables with it.
        if (-glyph > 1_000) flush();
        else if (-glyph > 160 && !text.endsWith(' ')) text += ' ';
        x += gap;
        if (text === '') from = x;
        continue;
      }
      text += glyph.unicode ?? '';
      if (face.isType3Font) this.ems.get(state.font)!.see(glyph, unit);
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      x += ((glyph.width ?? 0) * unit * state.size + spacing) * state.hScale;
    }
    flush();
    this.tm = times(this.tm, [1, 0, 0, 1, x, 0]);
  }

  private add(text: string, from: number, to: number, face: FontFace): void {
    const { state } = this;
    const whole = times(state.ctm, this.tm);
    const [ax, ay] = placed(whole, from, state.rise);
    const [bx, by] = placed(whole, to, state.rise);
    let size = Math.hypot(whole[2], whole[3]) * Math.abs(state.size);
    const scale = size;
    if (face.isType3Font) size *= boxHeight(face);
    const sideways = Math.abs(by - ay) > Math.abs(bx - ax) * 0.2;
    if (sideways) {
      const half = size / 2;
      this.boxes.push({
        x0: Math.min(ax, bx) - half,
        x1: Math.max(ax, bx) + half,
        y0: Math.min(ay, by),
        y1: Math.max(ay, by),
        kind: 'sideways',
      });
      return;
    }
    const hidden =
      state.mode === 3 || state.mode === 7
        ? 'invisible'
        : isWhite(state.fill) && state.mode !== 1
          ? 'white'
          : size < 1.5
            ? 'tiny'
            : null;
    // Drawn fonts all have one name; the reader's own tells them apart.
    const font = (!face.isType3Font && this.fonts.get(state.font)?.name) || state.font;
    const run: Run = { text, x0: Math.min(ax, bx), x1: Math.max(ax, bx), y: ay, size, font, hidden };
    this.runs.push(run);
    if (face.isType3Font) this.drawn.push({ run, font: state.font, scale });
  }

  image(): void {
    const box = boxed(this.state.ctm, 0, 0, 1, 1);
    if (box.x1 - box.x0 < 15 || box.y1 - box.y0 < 15) return;
    this.boxes.push({ ...box, kind: 'image' });
    this.painted.push(box);
  }

  path(op: string, extent: ArrayLike<number> | null): void {
    if (!extent || !Number.isFinite(extent[0])) return;
    const strokes = /stroke/i.test(op);
    const fills = /fill/i.test(op);
    if (!strokes && !fills) return;
    const box = boxed(this.state.ctm, extent[0]!, extent[1]!, extent[2]!, extent[3]!);
    const width = box.x1 - box.x0;
    const height = box.y1 - box.y0;
    if (height <= 5 && width >= 60) this.rules.push({ x0: box.x0, x1: box.x1, y: (box.y0 + box.y1) / 2 });
    if (fills && !isWhite(this.state.fill) && height > 3) this.painted.push(box);
    if (fills && !strokes && isWhite(this.state.fill)) return;
    if (width >= 4 && height >= 4 && this.boxes.length < 20_000) this.boxes.push({ ...box, kind: 'drawing' });
  }

  private onColour(run: Run): boolean {
    const y = run.y - run.size * 0.3;
    const x = (run.x0 + run.x1) / 2;
    return this.painted.some((box) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1);
  }
}

function isWhite(fill: string | null): boolean {
  if (fill === null || !/^#[0-9a-f]{6}$/i.test(fill)) return false;
  return [1, 3, 5].every((at) => parseInt(fill.slice(at, at + 2), 16) >= 0xf7);
}
