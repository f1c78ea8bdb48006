/** Owns what is seen on a page: runs of text and boxes of graphics, in points, y counted down from the top. */

export type Run = {
  text: string;
  x0: number;
  x1: number;
  /** Baseline. */
  y: number;
  size: number;
  font: string;
  hidden: 'invisible' | 'white' | 'tiny' | null;
};

export type Box = { x0: number; y0: number; x1: number; y1: number; kind: 'image' | 'drawing' | 'sideways' };
/** A horizontal rule, as templates draw around titles and tables. */
export type Rule = { x0: number; x1: number; y: number };

export type Font = { name: string; type3: boolean; missing: boolean };

export type Page = {
  number: number;
  width: number;
  height: number;
  runs: Run[];
  boxes: Box[];
  rules: Rule[];
  fonts: Font[];
};
