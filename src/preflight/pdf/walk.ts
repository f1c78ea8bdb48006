/** Owns the walk through the drawing of a page, as the reader lists it. Nothing is rendered. */
import type { PDFPageProxy } from 'unpdf/pdfjs';
import { pdfLimits } from '../limits.ts';
import { identity, times, type Matrix } from './matrix.ts';
import type { Page } from './page.ts';
import { Pen, type Glyph } from './pen.ts';

/**
 * What is seen on a page, in points from its upper left corner. Throws where the page itself cannot be read.
 * `ops` are the reader's numbers of its instructions, by name.
 */
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
    step(pen, names.get(fnArray[i]!) ?? '', (argsArray[i] ?? []) as unknown[], names);
  return pen.page();
}

/** One drawing instruction, done to the pen; what is not listed here moves nothing that we measure. */
function step(pen: Pen, name: string, args: unknown[], names: Map<number, string>): void {
  const number = (i: number) => Number(args[i] ?? 0);
  const { state } = pen;
  switch (name) {
    case 'save':
      pen.stack.push({ ...state });
      return;
    case 'restore':
      if (pen.untouched) pen.image();
      pen.untouched = false;
      pen.state = pen.stack.pop() ?? state;
      return;
    case 'transform':
      state.ctm = times(state.ctm, matrixOf(args));
      pen.untouched = true;
      return;
    case 'paintFormXObjectBegin':
      pen.untouched = false;
      pen.stack.push({ ...state });
      if (args[0]) state.ctm = times(state.ctm, matrixOf([args[0]]));
      return;
    case 'paintFormXObjectEnd':
      pen.state = pen.stack.pop() ?? state;
      return;
    case 'paintImageXObject':
    case 'paintImageMaskXObject':
    case 'paintInlineImageXObject':
    case 'paintSolidColorImageMask':
    case 'shadingFill':
      pen.untouched = false;
      if (name !== 'shadingFill') pen.image();
      return;
    case 'constructPath':
      pen.untouched = false;
      pen.path(names.get(number(0)) ?? '', args[2] as ArrayLike<number> | null);
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
        if (key === 'Font') pen.setFont(value as [string, number]);
      return;
    case 'beginText':
      pen.untouched = false;
      pen.tm = pen.lineMatrix = identity;
      return;
    case 'setFont':
      pen.setFont(args as [string, number]);
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
      return pen.move(number(0), number(1));
    case 'moveText':
      return pen.move(number(0), number(1));
    case 'nextLine':
      return pen.move(0, state.leading);
    case 'setTextMatrix':
      pen.tm = pen.lineMatrix = matrixOf(args);
      return;
    case 'showText':
    case 'showSpacedText':
      return pen.show(args[0] as (Glyph | number)[]);
    case 'nextLineShowText':
      pen.move(0, state.leading);
      return pen.show(args[0] as (Glyph | number)[]);
    case 'nextLineSetSpacingShowText':
      state.wordSpacing = number(0);
      state.charSpacing = number(1);
      pen.move(0, state.leading);
      return pen.show(args[2] as (Glyph | number)[]);
  }
}

function matrixOf(args: unknown[]): Matrix {
  const list = (args.length >= 6 ? args : Array.from((args[0] as ArrayLike<number>) ?? [])) as number[];
  return list.length >= 6 && list.every((value) => Number.isFinite(value))
    ? (list.slice(0, 6) as unknown as Matrix)
    : identity;
}
