/**
 * Markdown as people write it, into markup that can do no harm: no HTML of theirs passes, links only to web and
 * mail, no pictures from elsewhere. Headings begin under the page's own.
 */
import MarkdownIt from 'markdown-it';

const parser = new MarkdownIt({ html: false, linkify: true, typographer: true });
parser.disable('image');
parser.validateLink = (address) => /^(https?:|mailto:|\/(?!\/)|#)/i.test(address.trim());

/** `top` is the level of the text's highest heading, whether people began with `#` or `##`: no level is skipped. `led` says where a link leads from this page. */
export function markdown(text: string, top = 2, led = (href: string) => href): string {
  const tokens = parser.parse(text, {});
  const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close');
  const highest = Math.min(...headings.map(({ tag }) => Number(tag.slice(1))));
  for (const token of headings) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) - highest + top)}`;
  for (const token of tokens) {
    if (token.type === 'paragraph_open') token.attrSet('dir', 'auto');
  }
  for (const { children } of tokens)
    for (const token of children ?? [])
      if (token.type === 'link_open') token.attrSet('href', led(String(token.attrGet('href') ?? '')));
  return parser.renderer.render(tokens, parser.options, {});
}
