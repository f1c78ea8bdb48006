/** The bundle that draws public pages, and the stylesheet and fonts they link to: build/site. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

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
  plugins: [svelte({ configFile: false })],
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
