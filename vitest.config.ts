import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'examples/**/*.test.ts'],
    globalSetup: ['tests/database.setup.ts'],
    // The built pages are run as they are, not compiled a second time.
    server: { deps: { external: [/\/build\//] } },
    pool: 'forks',
    maxWorkers: 2,
    // Where the whole is judged on a strange machine, what fails is tried once more, and tests/tried-again.ts says so.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A busy machine is slow, not wrong: what is waited for may take its time.
    expect: { poll: { timeout: 60_000 } },
  },
});
