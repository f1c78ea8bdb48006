import { describe, expect, it } from 'vitest';
import { source } from '../../../../tests/renditions.ts';
import type { SourceFile } from './facts.ts';
import { isSafePath, webType, withParts } from './web-files.ts';

const given = (role: string, name: string, kind: string, more: Partial<SourceFile> = {}): SourceFile => ({
  ...source,
  role,
  name,
  kind,
  from: 'archive',
  sha256: name,
  ...more,
});

describe('the names in a web piece', () => {
  it('are steps downwards that everybody writes the same, and nothing else', () => {
    const fine = ['index.html', 'js/main.js', 'Bilder/Été 1.png', 'a/b/c/d.css'];
    const hostile = [
      '',
      '/index.html',
      '../index.html',
      'js/../../secret.js',
      'js//main.js',
      './index.html',
      '.htaccess',
      'js/.git/config.js',
      'a\\b.js',
      'a%2f..%2fb.js',
      'a?b.js',
      'a#b.js',
      'https://elsewhere.example/a.js',
      'a\u0000.js',
      'a\u202Egpj.js',
      ' index.html',
      'con /index.html',
      'E\u0301te\u0301.png',
      `${'long/'.repeat(60)}a.js`,
    ];
    expect([fine.filter((name) => !isSafePath(name)), hostile.filter(isSafePath)]).toEqual([[], []]);
  });

  it('have types of ours, whatever was claimed, and those without one are left out', () => {
    expect(
      [
        'index.HTML',
        'main.mjs',
        'tide.wasm',
        'run.exe',
        'page.php',
        'film.mp4',
        'nothing',
        'x.constructor',
      ].map(webType),
    ).toEqual([
      'text/html; charset=utf-8',
      'text/javascript; charset=utf-8',
      'application/wasm',
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the files of a web piece', () => {
  it('hang on its page where they came in the same archive below it; a poster stays a file of its own as well', () => {
    const files = [
      given('main', 'room/index.html', 'html'),
      given('supplementary', 'room/js/main.js', 'text'),
      given('supplementary', 'room/poster.png', 'png'),
      given('supplementary', 'elsewhere.js', 'text'),
      given('supplementary', 'room/later.js', 'text', { from: null }),
      given('description', 'room/description.pdf', 'pdf'),
    ];
    expect(withParts(files).map(({ name, parts }) => [name, parts?.map(({ path }) => path)])).toEqual([
      ['room/index.html', ['js/main.js', 'poster.png']],
      ['room/poster.png', undefined],
      ['elsewhere.js', undefined],
      ['room/later.js', undefined],
      ['room/description.pdf', undefined],
    ]);
  });

  it('are only what no visitor looks at where everything came one by one', () => {
    const alone = { from: null };
    const files = [
      given('main', 'index.html', 'html', alone),
      given('supplementary', 'main.js', 'text', alone),
      given('supplementary', 'detail.jpg', 'jpeg', alone),
    ];
    expect(withParts(files).map(({ name, parts }) => [name, parts?.map(({ path }) => path)])).toEqual([
      ['index.html', ['main.js']],
      ['detail.jpg', undefined],
    ]);
    const picture = [given('main', 'tide.png', 'png'), given('supplementary', 'about.html', 'html')];
    expect(withParts(picture)).toEqual(picture);
  });
});
