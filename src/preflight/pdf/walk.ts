/**
 * Owns the walk through the drawing of a page, as the reader lists it: where each run of text stands, in which
 * font and size, whether anybody can see it, and which boxes pictures and drawings fill. Nothing is rendered.
 */
import type { PDFPageProxy } from 'unpdf/pdfjs';
import { pdfLimits } from '../limits.ts';
import { boxed, identity, placed, times, type Matrix } from './matrix.ts';
import type { Box, Font, Page, Rule, Run } from './page.ts';

type Glyph = { unicode?: string; width?: number; isSpace?: boolean };
type FontFace = {
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

export async function walkedPage(page: PDFPageProxy, ops: Record<string, number>): Promise<Page> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const names = new Map(Object.entries(ops).map(([name, code]) => [code, name]));
  const pen = new Pen(page, viewport.transform as unknown as Matrix, {
    width: viewport.width,
    height: viewport.height,
  });
  const count = Math.min(fnArray.length, pdfLimits.itemsOnPage * 4);
  for (let i = 0; i < count; i++)
    pen.step(names.get(fnArray[i]!) ?? '', (argsArray[i] ?? []) as unknown[], names);
  return pen.page();
}

class Pen {
  readonly runs: Run[] = [];
  readonly boxes: Box[] = [];
  readonly rules: Rule[] = [];
  readonly painted: Painted[] = [];
  readonly fonts = new Map<string, Font>();
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

  step(name: string, args: unknown[], names: Map<number, string>): void {
    const number = (i: number) => Number(args[i] ?? 0);
    const state = this.state;
    switch (name) {
      case 'save':
        this.stack.push({ ...state });
        return;
      case 'restore':
        if (this.untouched) this.image();
        this.untouched = false;
        this.state = this.stack.pop() ?? state;
        return;
      case 'transform':
        state.ctm = times(state.ctm, matrixOf(args));
        this.untouched = true;
        return;
      case 'paintFormXObjectBegin':
        this.untouched = false;
        this.stack.push({ ...state });
        if (args[0]) state.ctm = times(state.ctm, matrixOf([args[0]]));
        return;
      case 'paintFormXObjectEnd':
        this.state = this.stack.pop() ?? state;
        return;
      case 'paintImageXObject':
      case 'paintImageMaskXObject':
      case 'paintInlineImageXObject':
      case 'paintSolidColorImageMask':
      case 'shadingFill':
        this.untouched = false;
        if (name !== 'shadingFill') this.image();
        return;
      case 'constructPath':
        this.untouched = false;
        this.path(names.get(number(0)) ?? '', args[2] as ArrayLike<number> | null);
        return;
      case 'setFillRGBColor':
        state.fill = typeof args[0] === 'string' ? args[0] : null;
        return;
      case 'setFillColorN':
      case 'setFillTransparent':
        state.fill = null;
        return;
      case 'setGState':
        for (const [key, value] of (args[0] as [string, unknown][]) ?? [])
          if (key === 'Font') this.setFont(value as [string, number]);
        return;
      case 'beginText':
        this.untouched = false;
        this.tm = this.lineMatrix = identity;
        return;
      case 'setFont':
        this.setFont(args as [string, number]);
        return;
      case 'setCharSpacing':
        state.charSpacing = number(0);
        return;
      case 'setWordSpacing':
        state.wordSpacing = number(0);
        return;
      case 'setHScale':
        state.hScale = number(0) / 100;
        return;
      case 'setLeading':
        state.leading = -number(0);
        return;
      case 'setTextRise':
        state.rise = number(0);
        return;
      case 'setTextRenderingMode':
        state.mode = number(0);
        return;
      case 'setLeadingMoveText':
        state.leading = number(1);
        return this.move(number(0), number(1));
      case 'moveText':
        return this.move(number(0), number(1));
      case 'nextLine':
        return this.move(0, state.leading);
      case 'setTextMatrix':
        this.tm = this.lineMatrix = matrixOf(args);
        return;
      case 'showText':
      case 'showSpacedText':
        return this.show(args[0] as (Glyph | number)[]);
      case 'nextLineShowText':
        this.move(0, state.leading);
        return this.show(args[0] as (Glyph | number)[]);
      case 'nextLineSetSpacingShowText':
        state.wordSpacing = number(0);
        state.charSpacing = number(1);
        this.move(0, state.leading);
        return this.show(args[2] as (Glyph | number)[]);
    }
  }

  page(): Page {
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

  private move(x: number, y: number): void {
    this.tm = this.lineMatrix = times(this.lineMatrix, [1, 0, 0, 1, x, y]);
  }

  private setFont([name, size]: [string, number]): void {
    this.state.font = name;
    this.state.size = size;
    if (this.faces.has(name)) return;
    const face = this.proxy.commonObjs.has(name) ? (this.proxy.commonObjs.get(name) as FontFace) : {};
    this.faces.set(name, face);
    const plain = (face.name ?? '').replace(/^[A-Z]{6}\+/, '');
    this.fonts.set(name, {
      name: plain,
      type3: face.isType3Font === true,
      missing: face.missingFile === true,
    });
  }

  private show(glyphs: (Glyph | number)[]): void {
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
    if (face.isType3Font && face.bbox)
      size *= Math.abs((face.bbox[3]! - face.bbox[1]!) * (face.fontMatrix?.[3] ?? 0.001)) || 1;
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
    const font = this.fonts.get(state.font)?.name ?? '';
    this.runs.push({ text, x0: Math.min(ax, bx), x1: Math.max(ax, bx), y: ay, size, font, hidden });
  }

  private image(): void {
    const box = boxed(this.state.ctm, 0, 0, 1, 1);
    if (box.x1 - box.x0 < 15 || box.y1 - box.y0 < 15) return;
    this.boxes.push({ ...box, kind: 'image' });
    this.painted.push(box);
  }

  private path(op: string, extent: ArrayLike<number> | null): void {
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

function matrixOf(args: unknown[]): Matrix {
  const list = (args.length >= 6 ? args : Array.from((args[0] as ArrayLike<number>) ?? [])) as number[];
  return list.length >= 6 && list.every((value) => Number.isFinite(value))
    ? (list.slice(0, 6) as unknown as Matrix)
    : identity;
}

function isWhite(fill: string | null): boolean {
  if (fill === null || !/^#[0-9a-f]{6}$/i.test(fill)) return false;
  return [1, 3, 5].every((at) => parseInt(fill.slice(at, at + 2), 16) >= 0xf7);
}
