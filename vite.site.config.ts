/** The bundle that draws public pages, and the stylesheets and scripts they link to: build/site. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build, defineConfig, type Plugin } from 'vite';
import { partOf } from './src/rendering/parts.ts';

const scripts = 'src/features/site/scripts';

/** Scripts that share code with the server become classic ones too: a folder on disk hands out no modules. */
const classicScripts: Plugin = {
  name: 'classic-scripts',
  async buildStart() {
    for (const name of (await readdir(scripts)).filter(
      (one) => one.endsWith('.ts') && !one.includes('.test.'),
    )) {
      const made = await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: {
          write: false,
          rollupOptions: { input: `${scripts}/${name}`, output: { format: 'iife' } },
          modulePreload: false,
        },
      });
      const [chunk] = 'output' in made ? made.output : [];
      if (chunk?.type !== 'chunk') throw new Error(`${name} became no script.`);
      this.emitFile({ type: 'asset', name: name.replace(/ts$/, 'js'), source: chunk.code });
    }
  },
};

/** Citations, feeds and labels are written outside of the bundle; other code of theirs must write them anew as well. */
function sources(): string {
  const hash = createHash('sha256');
  const files = readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  for (const path of paths.filter((one) => !one.endsWith('.test.ts')).sort()) hash.update(readFileSync(path));
  return hash.digest('hex');
}

export default defineConfig({
  plugins: [
    svelte({
      configFile: false,
      // Short names, since pages repeat them; they begin with the part of the stylesheet that their rules belong to.
      compilerOptions: {
        cssHash: ({ hash, css, filename }) => `${partOf(filename ?? '')}-${hash(css).slice(0, 3)}`,
      },
    }),
    classicScripts,
  ],
  define: { __SOURCES__: JSON.stringify(sources()) },
  base: './',
  publicDir: false,
  ssr: { noExternal: /^svelte/ },
  build: {
    ssr: 'src/rendering/draw.ts',
    outDir: 'build/site',
    emptyOutDir: true,
    ssrEmitAssets: true,
    cssCodeSplit: false,
    cssMinify: true,
    assetsInlineLimit: 0,
    copyPublicDir: false,
    rollupOptions: { output: { assetFileNames: 'assets/[name].[hash][extname]' } },
  },
});
