/**
 * Owns the size of fonts whose letters are small drawings (Type 3): their numbers say nothing of a size, so it
 * is told from the width of their letters.
 */
import type { FontFace, Glyph } from './pen.ts';

/** A small letter of running text is this wide on average, in sizes of its font: Times 0.41, Computer Modern 0.46, Helvetica 0.48. */
const usualWidth = 0.45;

/** Collects the letters seen in one font; afterwards `of` gives the size of its text. */
export class DrawnEm {
  private widths = 0;
  private letters = 0;

  see(glyph: Glyph, unit: number): void {
    if (!/^\p{Ll}$/u.test(glyph.unicode ?? '') || !glyph.width) return;
    this.widths += glyph.width * unit;
    this.letters += 1;
  }

  /** `scale` is what one unit of text measures on the page, in points; `otherwise` where too few letters were seen. */
  of(scale: number, otherwise: number): number {
    if (this.letters < 6) return otherwise;
    return Math.round((this.widths / this.letters / usualWidth) * scale * 2) / 2;
  }
}

/** The height of the box around all letters of a drawn font, in units of text. */
export function boxHeight(face: FontFace): number {
  if (!face.bbox) return 1;
  return Math.abs((face.bbox[3]! - face.bbox[1]!) * (face.fontMatrix?.[3] ?? 0.001)) || 1;
}
