import { readdirSync, readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { expect, test } from 'vitest';
import { faceFiles, facesCss, facesRule, headingFaces, rangeOf, textFaces, usualFaces } from './faces.ts';

const folder = new URL('./fonts/', import.meta.url);
const every = headingFaces.flatMap((heading) => textFaces.map((text) => ({ heading, text })));
const shipped = [...new Map(every.flatMap(faceFiles).map((file) => [file.name, file])).values()];

test('each slice of a face has exactly the letters for which a page asks it', () => {
  const inFile = (name: string) => {
    const font = fontkit.create(readFileSync(new URL(`${name}.woff2`, folder))) as fontkit.Font;
    // The reader counts the end of the table as a letter.
    return rangeOf(String.fromCodePoint(...font.characterSet.filter((code) => code !== 0xffff)));
  };
  expect(shipped.map(({ name }) => [name, inFile(name)])).toEqual(
    shipped.map(({ name, letters }) => [name, rangeOf(letters)]),
  );
});

test('every file of a face is used by one, and each face’s licence lies beside it', () => {
  const files = readdirSync(folder);
  expect(files.filter((name) => name.endsWith('.woff2')).sort()).toEqual(
    shipped.map(({ name }) => `${name}.woff2`).sort(),
  );
  expect(files.filter((name) => name.startsWith('LICENSE')).sort()).toEqual([
    'LICENSE-newsreader.txt',
    'LICENSE-source-sans-3.txt',
    'LICENSE-space-grotesk.txt',
  ]);
});

test('what English or French needs of both usual faces is 14 kB, and strong words are 5 kB more', () => {
  const needed = ['text', 'display', 'text-strong'].map(
    (name) => readFileSync(new URL(`${name}.woff2`, folder)).length,
  );
  expect(needed.map((bytes) => Math.floor(bytes / 100) / 10)).toEqual([7.8, 6.4, 5.1]);
});

test('the desk’s stylesheet loads the faces that are shipped', () => {
  const all = headingFaces.map((heading, at) => ({ heading, text: textFaces[at] ?? usualFaces.text }));
  const said = readFileSync(new URL('./fonts.css', import.meta.url), 'utf8').replace(/^\/\*.*\*\/\n/, '');
  expect(plain(said)).toEqual(plain(facesCss(all, (file) => `./fonts/${file}`)));
});

test('only the chosen faces are loaded, and faces of the reader’s device load nothing', () => {
  const linked = (heading: (typeof headingFaces)[number], text: (typeof textFaces)[number]) =>
    [...facesCss([{ heading, text }], (file) => file).matchAll(/url\((.*?)\)/g)].map(([, file]) => file);
  expect(linked('space-grotesk', 'sans')).toEqual(['grotesk-rest.woff2', 'grotesk.woff2']);
  expect(linked('serif', 'sans')).toEqual([]);
  expect(linked('source-sans', 'serif').filter((file) => !file?.includes('rest'))).toEqual([
    'text.woff2',
    'text-strong.woff2',
  ]);
  expect(facesRule(usualFaces)).toEqual('');
  expect(facesRule({ heading: 'sans', text: 'source-sans' })).toEqual(
    ":root:root{--display:system-ui,'Noto Sans',sans-serif;--display-weight:600}\n",
  );
});

/** Without what a formatter of stylesheets may change. */
const plain = (css: string) =>
  css
    .replaceAll(/\s+/g, '')
    .replaceAll(';}', '}')
    .replaceAll('"', "'")
    .replaceAll(/url\('?(.*?)'?\)/g, 'url($1)')
    .toLowerCase();
