import { describe, expect, it } from 'vitest';
import { markdown } from './markdown.ts';

describe('Markdown from people', () => {
  it('becomes headings under the page’s own, lists and links', () => {
    expect(markdown('# Access\n\n- one\n- [us](https://example.org)')).toEqual(
      '<h2>Access</h2>\n<ul>\n<li><p dir="auto">one</p></li>\n<li><p dir="auto"><a href="https://example.org">us</a></p></li>\n</ul>\n'.replace(
        /<p dir="auto">|<\/p>/g,
        '',
      ),
    );
  });

  it('skips no level where people begin with a smaller heading', () => {
    expect(markdown('## Real\n\n### Names')).toEqual('<h2>Real</h2>\n<h3>Names</h3>\n');
  });

  it.each([
    ['<script>alert(1)</script>', '<p dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;</p>\n'],
    ['[x](javascript:alert(1))', '<p dir="auto">[x](javascript:alert(1))</p>\n'],
    ['[x](//elsewhere.test)', '<p dir="auto">[x](//elsewhere.test)</p>\n'],
    ['<img src=x onerror=y>', '<p dir="auto">&lt;img src=x onerror=y&gt;</p>\n'],
  ])('does no harm: %s', (hostile, harmless) => {
    expect(markdown(hostile)).toEqual(harmless);
  });
});
