/** oEmbed 1.0: what another site shows when somebody pastes the address of a record. Carries no script and no frame. */
import type { PublicRecord } from '../record.ts';
import { homeOf, pageOf, renditionOf, type CitedIn } from './addresses.ts';
import { filled, type JsonLd } from './json-ld.ts';
import { genreOf, kindOf } from './kind.ts';
import { preview } from './media.ts';
import { escapedXml } from './xml.ts';

export interface OEmbedLimits {
  maxWidth?: number;
  maxHeight?: number;
  /** A page that may stand in a frame on other sites; without one a film is a card with its still. */
  player?: { url: string; width: number; height: number } | null;
}

export function oEmbed(record: PublicRecord, at: CitedIn, limits: OEmbedLimits = {}): JsonLd {
  const { maxWidth = Infinity, maxHeight = Infinity, player = null } = limits;
  const people = record.people.map(({ name }) => name).join(', ');
  const thumbnail = preview(record, Math.min(480, maxWidth), maxHeight);
  const common = filled({
    version: '1.0',
    title: record.title,
    author_name: people,
    author_url: people && pageOf(record, at),
    provider_name: at.settings.about.name,
    provider_url: homeOf(at),
    cache_age: 86_400,
    ...(thumbnail?.rendition.width && thumbnail.rendition.height
      ? {
          thumbnail_url: renditionOf(record, thumbnail.rendition, at),
          thumbnail_width: thumbnail.rendition.width,
          thumbnail_height: thumbnail.rendition.height,
        }
      : {}),
  });
  if (record.tombstone || record.kind === 'paper') return { type: 'link', ...common };
  const kind = kindOf(record);
  const picture = preview(record, Math.min(1600, maxWidth), maxHeight)?.rendition;
  if (kind.types.includes('VisualArtwork') && picture?.width && picture.height) {
    const { width, height } = picture;
    return { type: 'photo', ...common, url: renditionOf(record, picture, at), width, height };
  }
  if (player) {
    const scale = Math.min(1, maxWidth / player.width, maxHeight / player.height);
    const [width, height] = [Math.round(player.width * scale), Math.round(player.height * scale)];
    const type = kind.types.includes('VideoObject') ? 'video' : 'rich';
    return { type, ...common, html: frame(player.url, record.title, width, height), width, height };
  }
  const width = Math.min(600, maxWidth);
  return { type: 'rich', ...common, html: card(record, people, at), width, height: Math.min(200, maxHeight) };
}

/** For the head of the page: the description lies beside it, so that it is found without the application too. */
export const oEmbedLink = (record: PublicRecord, at: CitedIn) => ({
  rel: 'alternate',
  type: 'application/json+oembed',
  href: `${pageOf(record, at)}/oembed.json`,
  title: record.title,
});

const frame = (url: string, title: string, width: number, height: number) =>
  `<iframe src="${escapedXml(url)}" title="${escapedXml(title)}" width="${width}" height="${height}" sandbox="allow-scripts" loading="lazy"></iframe>`;

function card(record: PublicRecord, people: string, at: CitedIn): string {
  const link = `<a href="${escapedXml(pageOf(record, at))}">${escapedXml(record.title)}</a>`;
  const line = [people, genreOf(record), at.settings.about.name].filter(Boolean).join(' · ');
  return `<blockquote lang="${escapedXml(record.language)}"><p>${link}</p><p>${escapedXml(line)}</p></blockquote>`;
}
