import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codes, urls, whoMay } from './generated.ts';

const kept = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

describe('the generated docs', () => {
  it('say who may, as the code does (else: npm run docs)', async () => {
    expect(kept('docs/who-may.md')).toEqual(await whoMay());
  });

  it('list every address (else: npm run docs)', () => {
    expect(kept('docs/urls.md')).toEqual(urls());
  });

  it('list every finding with its made files (else: npm run docs)', () => {
    expect(kept('docs/findings.md')).toEqual(codes());
  });
});
