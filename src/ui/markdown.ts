/**
 * Markdown as people write it, into markup that can do no harm: no HTML of theirs passes, links only to web and
 * mail, no pictures from elsewhere. Headings begin under the page's own.
 */
import MarkdownIt from 'markdown-it';

const parser = new MarkdownIt({ html: false, linkify: true, typographer: true });
parser.disable('image');
parser.validateLink = (address) => /^(https?:|mailto:|\/(?!\/)|#)/i.test(address.trim());

/** `top` is the level that a single `#` becomes. */
export function markdown(text: string, top = 2): string {
  const tokens = parser.parse(text, {});
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + top - 1)}`;
    }
    if (token.type === 'paragraph_open') token.attrSet('dir', 'auto');
  }
  return parser.renderer.render(tokens, parser.options, {});
}
