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

  const hall = {
    alt: 'The hall',
    what: 'Picture:',
    credit: 'A & B',
    licence: '',
    link: 'https://example.org/?a="',
    sets: { avif: [], webp: [], jpeg: [{ link: 'hall.jpg', width: 480, height: 320 }] },
  };
  const drawn = (text: string) =>
    markdown(
      text,
      2,
      (href) => href,
      (key) => (key === 'hall' ? hall : undefined),
    );
  const image = (alt: string) =>
    `<picture><img src="hall.jpg" srcset="hall.jpg 480w" sizes="min(100vw, 40rem)" width="480" height="320" alt="${alt}" loading="lazy" decoding="async"></picture>`;
  const credit = 'Picture: <a href="https://example.org/?a=&quot;">A &amp; B</a>';

  it('shows a picture of the page as a figure where it stands alone, with other words where they are given', () => {
    expect(drawn('![](picture:hall)\n![A "quiet" <hall>](picture:hall)')).toEqual(
      `<figure class="picture">${image('The hall')}<figcaption>${credit}</figcaption></figure>\n` +
        `<figure class="picture">${image('A &quot;quiet&quot; &lt;hall&gt;')}<figcaption>${credit}</figcaption></figure>`,
    );
  });

  it('shows a picture within a sentence, and none that the page has not', () => {
    expect(drawn('Here ![](picture:hall) and ![nothing](picture:other).')).toEqual(
      `<p dir="auto">Here <span class="picture">${image('The hall')} <small>${credit}</small></span> and .</p>\n`,
    );
  });

  it('makes no link of a picture’s name, and no picture of what lies elsewhere', () => {
    expect(drawn('[x](picture:hall) ![x](https://elsewhere.test/a.png) ![](//elsewhere.test)')).toEqual(
      '<p dir="auto">[x](picture:hall) !<a href="https://elsewhere.test/a.png">x</a> </p>\n',
    );
  });
});
