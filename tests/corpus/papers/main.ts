/**
 * Typesets papers with LaTeX, where it is present, and asks the checker about each; prints where it errs.
 * usage: npm run corpus -- [--from N] [--count N] [--keep FOLDER]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { paperCase } from './cases.ts';
import { expected, judged } from './judge.ts';
import { typeset } from './typeset.ts';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '100' },
    keep: { type: 'string' },
  },
});
const from = Number(values.from);
const right = {
  bodyPages: 0,
  referencesPage: 0,
  appendixPage: 0,
  title: 0,
  authors: 0,
  format: 0,
  refused: 0,
};
const keys = Object.keys(right) as (keyof typeof right)[];
if (values.keep) await mkdir(values.keep, { recursive: true });
for (let number = from; number < from + Number(values.count); number++) {
  const one = paperCase(number);
  const { bytes, truth } = await typeset(one);
  const [want, seen] = [expected(one, truth), await judged(bytes)];
  for (const key of keys) {
    if (isDeepStrictEqual(seen[key], want[key])) right[key] += 1;
    else
      console.log(
        `${one.name}: ${key} is ${JSON.stringify(seen[key])}, in truth ${JSON.stringify(want[key])}`,
      );
  }
  if (values.keep) {
    await writeFile(join(values.keep, `${one.name}.pdf`), bytes);
    await writeFile(join(values.keep, `${one.name}.json`), JSON.stringify(want));
  }
}
console.log(
  `of ${values.count} papers these were exact: ${keys.map((key) => `${key} ${right[key]}`).join(', ')}`,
);
