/** The two encodings that browsers ask for, made once, on other threads than ours. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];

/** Slower to pack and a twentieth smaller: what every page loads, and long lists; not thousands of pages. */
const isDear = (type: string, { length }: Buffer) =>
  length < 100_000 && (/css|javascript/.test(type) || length > 20_000);

/** Null where an encoding would not be smaller: pictures, fonts, a few words. */
export async function encoded(
  type: string,
  plain: Buffer,
): Promise<{ gzip: Buffer | null; brotli: Buffer | null }> {
  if (!/^text\/|json|xml|javascript/.test(type) || plain.length < 200) return { gzip: null, brotli: null };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: isDear(type, plain) ? 11 : 9,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  const [small, smaller] = await Promise.all([gzipped(plain, { level: 9 }), brotli(plain, { params })]);
  const worth = (one: Buffer) => (one.length < plain.length ? one : null);
  return { gzip: worth(small), brotli: worth(smaller) };
}
