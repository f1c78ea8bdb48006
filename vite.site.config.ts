/** The bundle that draws public pages, and the stylesheet and fonts they link to: build/site. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte({ configFile: false })],
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
