/** The bundle that draws pages (vite.site.config.ts), with the stylesheet, fonts and scripts that pages link to. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { themeCss } from '#app/ui/accent.ts';
import { faceFiles, facesCss, facesRule, usualFaces, type Faces } from '#app/ui/faces.ts';
import { splitStyles } from '../../rendering/parts.ts';
import type { Linked } from '../../rendering/draw.ts';
import type { Page } from './page.ts';

export interface Drawer {
  draw(page: Page, linked: Linked): string;
  /** Changes whenever the same file might be made differently. */
  version: string;
  /** What every page needs of the stylesheet, without any edition's colour and faces. */
  css: string;
  /** What is linked to, by its name without a hash: `gallery.js`, `l.css` for the part that lists need. */
  assets: Map<string, Asset>;
  /** Slices of all faces, by the names of their files. */
  fonts: Map<string, Asset>;
}

export interface Asset {
  address: string;
  bytes: Buffer;
  type: string;
}

let loaded: Promise<Drawer> | undefined;

/** Read once: the bundle does not change while Salon runs. */
export function loadDrawer(): Promise<Drawer> {
  loaded ??= read().catch((problem: unknown) => {
    loaded = undefined;
    throw problem;
  });
  return loaded;
}

/** Only of the faces that some edition shows. */
export const fontsOf = (drawer: Drawer, looks: Look[]): Asset[] => {
  const names = new Set(looks.flatMap(({ faces }) => faceFiles(faces)).map(({ name }) => `${name}.woff2`));
  return [...drawer.fonts].filter(([name]) => names.has(name)).map(([, asset]) => asset);
};

/** How an edition looks. */
export interface Look {
  accent: string;
  faces: Faces;
}

export const lookOf = ({ about }: { about: { accent: string; faces?: Faces | undefined } }): Look => ({
  accent: about.accent,
  faces: about.faces ?? usualFaces,
});

/** The stylesheet of an edition: its faces, everybody's rules, then its own colour. */
export function stylesheetOf(drawer: Drawer, slug: string, { accent, faces }: Look): Asset {
  const link = (file: string) => drawer.fonts.get(file)!.address.slice('assets/'.length);
  const bytes = Buffer.from(
    `${facesCss([faces], link)}${drawer.css}\n${facesRule(faces)}${themeCss(accent)}`,
  );
  return { address: `assets/${slug}.${short(bytes)}.css`, bytes, type: types['.css']! };
}

async function read(): Promise<Drawer> {
  const built = join(process.cwd(), 'build/site');
  const bundle = join(built, 'draw.js');
  const { drawPage, madeBy } = (await import(
    pathToFileURL(bundle).href
  )) as typeof import('../../rendering/draw.ts');
  const assets = new Map<string, Asset>();
  let css = '';
  for (const name of (await readdir(join(built, 'assets'))).sort()) {
    const bytes = await readFile(join(built, 'assets', name));
    if (name.endsWith('.css')) css += bytes.toString();
    else assets.set(plainName(name), { address: `assets/${name}`, bytes, type: types[extname(name)]! });
  }
  const parts = splitStyles(css);
  for (const part of ['l', 'r', 'p'] as const) {
    const bytes = Buffer.from(parts[part]);
    const address = `assets/${part}.${short(bytes)}.css`;
    assets.set(`${part}.css`, { address, bytes, type: types['.css']! });
  }
  const shipped = join(process.cwd(), 'src/ui/fonts');
  const fonts = new Map<string, Asset>();
  for (const name of (await readdir(shipped)).filter((one) => one.endsWith('.woff2')).sort()) {
    const bytes = await readFile(join(shipped, name));
    const address = `assets/${name.slice(0, -6)}.${short(bytes)}.woff2`;
    fonts.set(name, { address, bytes, type: types['.woff2']! });
  }
  const scripts = join(process.cwd(), 'src/features/site/scripts');
  for (const name of (await readdir(scripts)).filter((one) => one.endsWith('.js')).sort()) {
    const bytes = Buffer.from(lean(await readFile(join(scripts, name), 'utf8')));
    const address = `assets/${name.slice(0, -3)}.${short(bytes)}.js`;
    assets.set(name, { address, bytes, type: types['.js']! });
  }
  const icon = await readFile(join(process.cwd(), 'static/icon.svg'));
  assets.set('icon.svg', { address: 'assets/icon.svg', bytes: icon, type: types['.svg']! });
  const version = short(Buffer.from([madeBy, ...[...assets.values()].map(({ address }) => address)].join()));
  return { draw: drawPage, version, css: parts.a, assets, fonts };
}

/** A script of the bundle by the name that pages ask for. */
const plainName = (name: string) => name.replace(/^([\w-]+)\.[\w-]+\.js$/, '$1.js');

/** Without comments on lines of their own, and without indentation; no text of our scripts runs over lines. */
const lean = (script: string) =>
  script.replaceAll(/^\s*(?:\/\*\*?[^]*?\*\/|\/\/.*)$/gm, '').replaceAll(/^\s+/gm, '');

const short = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex').slice(0, 10);

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
