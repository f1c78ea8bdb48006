/**
 * Markdown as people write it, into markup that can do no harm: no HTML of theirs passes, links only to web and
 * mail, no pictures from elsewhere: only those that the page has, by their short names. Headings begin under the
 * page's own.
 */
import MarkdownIt from 'markdown-it';
import { creditMarkup, pictureMarkup } from './drawn-picture.ts';
import type { Pictures } from './pictures.ts';

const parser = new MarkdownIt({ html: false, linkify: true, typographer: true });
parser.disable('image');
parser.validateLink = (address) => /^(https?:|mailto:|\/(?!\/)|#)/i.test(address.trim());

/** `![what it shows](picture:hall)` */
const picture = /!\[([^[\]]*)\]\(picture:([a-z0-9][a-z0-9-]{0,63})\)|!\[\]\([^)\n]*\)/y;
parser.inline.ruler.before('link', 'picture', (state, silent) => {
  picture.lastIndex = state.pos;
  const found = picture.exec(state.src);
  if (!found) return false;
  // What lies elsewhere and has no words is nothing at all; with words it is a link.
  if (!silent && found[2]) {
    const token = state.push('picture', '', 0);
    token.content = found[1]!.replace(/\s+/g, ' ').trim();
    token.info = found[2];
  }
  state.pos += found[0].length;
  return true;
});
parser.renderer.rules.picture = (tokens, at, _options, env) => {
  const { content, info, hidden } = tokens[at]!;
  const found = (env as { pictures: Pictures }).pictures(info);
  if (!found) return '';
  const markup = pictureMarkup(found, content || found.alt);
  return hidden
    ? `<figure class="picture">${markup}<figcaption>${creditMarkup(found)}</figcaption></figure>`
    : `<span class="picture">${markup} <small>${creditMarkup(found)}</small></span>`;
};

/** `top` is the level of the text's highest heading, whether people began with `#` or `##`: no level is skipped. `led` says where a link leads from this page. */
export function markdown(
  text: string,
  top = 2,
  led = (href: string) => href,
  pictures: Pictures = () => undefined,
): string {
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
  standAlone(tokens);
  return parser.renderer.render(tokens, parser.options, { pictures });
}

/** The words of a text without its marks and headings, on one line. */
export function plainWords(text: string): string {
  const tokens = parser.parse(text, {});
  const inline = tokens.filter(
    ({ type }, at) => type === 'inline' && tokens[at - 1]?.type !== 'heading_open',
  );
  const words = inline.map(({ children }) =>
    (children ?? [])
      .map(({ type, content }) => (type.endsWith('break') ? ' ' : type === 'picture' ? '' : content))
      .join(''),
  );
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** A paragraph that holds nothing but pictures is none: they are figures of their own. */
function standAlone(tokens: ReturnType<typeof parser.parse>): void {
  tokens.forEach(({ type, children }, at) => {
    if (type !== 'inline' || tokens[at - 1]?.type !== 'paragraph_open') return;
    const all = children ?? [];
    const shown = all.filter((one) => one.type === 'picture');
    const rest = all.filter((one) => one.type !== 'picture' && one.type !== 'softbreak');
    if (shown.length === 0 || rest.some(({ content }) => content.trim() !== '')) return;
    for (const one of [tokens[at - 1]!, ...shown, tokens[at + 1]!]) one.hidden = true;
  });
}

/** Every picture that a text asks for, whatever stands in its place: what it says of it, and where it should lie. */
export const askedPictures = (text: string): { alt: string; address: string }[] =>
  [...text.matchAll(/!\[([^[\]]*)\]\(\s*<?([^\s)>]*)/g)].map(([, alt, address]) => ({
    alt: alt!.trim(),
    address: address!,
  }));
