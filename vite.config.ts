import { sveltekit } from '@sveltejs/kit/vite';
import adapter from '@sveltejs/adapter-node';
import { defineConfig } from 'vite';

/** The framework's page announcer has a style attribute, which our policy refuses; src/ui/base.css styles it. */
const announcerWithoutStyle = {
  name: 'announcer-without-style',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.endsWith('/runtime/components/root.svelte')) return;
    return { code: code.replace(/(id="svelte-announcer"[^>]*?)\s+style="[^"]*"/, '$1'), map: null };
  },
};

export default defineConfig({
  // The checker's worker fetches its readers of PDF and media only when such a file comes.
  worker: { format: 'es' },
  plugins: [
    announcerWithoutStyle,
    sveltekit({
      adapter: adapter({ precompress: true }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'worker-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
});
