/** The bundle that draws pages (vite.site.config.ts), with the stylesheet, fonts and scripts that pages link to. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { themeCss } from '#app/ui/accent.ts';
import type { Linked } from '../../rendering/draw.ts';
import type { Page } from './page.ts';

export interface Drawer {
  draw(page: Page, linked: Linked): string;
  /** Changes whenever the same file might be made differently. */
  version: string;
  /** The stylesheet without any edition's colour; fonts are named beside it. */
  css: string;
  /** What is linked to, by its name without a hash: `gallery.js`, and fonts by their own names. */
  assets: Map<string, Asset>;
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

/** The stylesheet of an edition: everybody's, then its own colour. */
export function stylesheetOf(drawer: Drawer, slug: string, accent: string): Asset {
  const bytes = Buffer.from(`${drawer.css}\n${themeCss(accent)}`);
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
    if (name.endsWith('.css')) css += bytes.toString().replaceAll(/url\((["']?)\/?assets\//g, 'url($1');
    else assets.set(plainName(name), { address: `assets/${name}`, bytes, type: types[extname(name)]! });
  }
  const scripts = join(process.cwd(), 'src/features/site/scripts');
  for (const name of (await readdir(scripts)).filter((one) => one.endsWith('.js')).sort()) {
    const bytes = await readFile(join(scripts, name));
    const address = `assets/${name.slice(0, -3)}.${short(bytes)}.js`;
    assets.set(name, { address, bytes, type: types['.js']! });
  }
  const icon = await readFile(join(process.cwd(), 'static/icon.svg'));
  assets.set('icon.svg', { address: 'assets/icon.svg', bytes: icon, type: types['.svg']! });
  const version = short(Buffer.from([madeBy, ...[...assets.values()].map(({ address }) => address)].join()));
  return { draw: drawPage, version, css, assets };
}

/** A script of the bundle by the name that pages ask for; fonts keep their own. */
const plainName = (name: string) => name.replace(/^([\w-]+)\.[\w-]+\.js$/, '$1.js');

const short = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex').slice(0, 10);

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
