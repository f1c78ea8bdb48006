/** In which sizes a picture is shown: never enlarged, and never above what its creator allows. */

export const widths = [480, 960, 1600] as const;

/** No more than a creator could choose (`rights/forms.ts`), where they leave it to the workshop; and the most ever. */
export const zoomAtMost = { byDefault: 2400, ever: 8192, pixels: 32_000_000 };

/** A very tall picture stays a picture: encoders and browsers have limits of their own. */
const tallest = 4096;

export interface Size {
  width: number;
  height: number;
}

/** The largest that fits: the longer side of neither is above the cap. */
export function within({ width, height }: Size, most: Size): Size {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: atLeastOne(width * scale), height: atLeastOne(height * scale) };
}

/** The widths it gets, the largest last. */
export function pictureSizes(original: Size, maxPixels: number | null): Size[] {
  const largest = within(original, largestOf(maxPixels));
  const narrower = widths.filter((width) => width < largest.width);
  return [...narrower.map((width) => scaledTo(largest, width)), largest];
}

/** Bounds of every picture; what is shown in tiles has bounds of its own. */
export const largestOf = (maxPixels: number | null): Size => ({
  width: Math.min(widths.at(-1)!, maxPixels ?? Infinity),
  height: Math.min(tallest, maxPixels ?? Infinity),
});

/** The size it is shown in tiles, where that is larger than its largest picture; otherwise null. */
export function zoomSize(original: Size, maxPixels: number | null): Size | null {
  const longest = Math.min(maxPixels ?? zoomAtMost.byDefault, zoomAtMost.ever);
  const fits = within(original, { width: longest, height: longest });
  const fewer = Math.min(1, Math.sqrt(zoomAtMost.pixels / (fits.width * fits.height)));
  const size = { width: atLeastOne(fits.width * fewer), height: atLeastOne(fits.height * fewer) };
  const largest = within(original, largestOf(maxPixels));
  return size.width > largest.width || size.height > largest.height ? size : null;
}

const scaledTo = ({ width, height }: Size, to: number): Size => ({
  width: to,
  height: atLeastOne((height * to) / width),
});

const atLeastOne = (length: number) => Math.max(1, Math.round(length));
