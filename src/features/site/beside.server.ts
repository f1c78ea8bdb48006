/** What an edition holds beside its pages: media, old addresses, the search index, labels to print. */
import { createHash } from 'node:crypto';
import { linkBetween } from './addresses.ts';
import { faceNames, facesOf } from '#app/features/works/citing/faces.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { infosOf, manifestName, manifestOf } from '#app/features/works/renditions/iiif.ts';
import type { EditionSite } from './edition-pages.ts';
import { wallLabels } from './labels.server.ts';
import { oursAddress, oursIn, oursScript } from './ours.ts';
import { pictureAddress } from './pictures/picture.ts';
import { recordAddress } from './record-address.ts';
import { citedIn, formersOf, mediaOf, type MediaFile } from './record-pages.ts';
import { searchText } from './search-file.ts';
import type { Wanted } from './wanted.ts';

export function besidePages(site: EditionSite): Wanted[] {
  const { slug, records } = site;
  const works = records.filter(({ kind, tombstone }) => kind === 'work' && !tombstone);
  return [
    ...[...mediaOf(site), ...picturesOf(site)].map(({ address, type, sha256, bytes }) => ({
      address,
      type,
      headers: [],
      madeOf: `${sha256} ${type}`,
      leadsTo: null,
      make: () => Buffer.alloc(0),
      stored: { sha256, bytes },
    })),
    ...records.flatMap((record) => [...facesIn(site, record), ...imageFiles(site, record)]),
    ...formersOf(site).map(({ address, leadsTo, title }) => ({
      address,
      leadsTo,
      type: 'text/html; charset=utf-8',
      headers: [],
      madeOf: hash(JSON.stringify([leadsTo, title])),
      make: () => Buffer.from(movedPage(linkBetween(address, leadsTo), title)),
    })),
    ...(records.length > 0
      ? [textFile(site.search, 'text/javascript; charset=utf-8', searchText(records))]
      : []),
    ...(works.length > 0
      ? [
          textFile(
            oursAddress(slug, records),
            'text/javascript; charset=utf-8',
            oursScript(oursIn(slug, records)),
          ),
          {
            address: `${slug}/works/labels.pdf`,
            type: 'application/pdf',
            headers: [],
            leadsTo: null,
            madeOf: hash(JSON.stringify(['labels', site.base, works])),
            make: async () => Buffer.from(await wallLabels(works, `${site.base}/${slug}`)),
          } satisfies Wanted,
        ]
      : []),
  ];
}

/** Pictures of the organizers, in every width and format. */
const picturesOf = ({ slug, pictures }: EditionSite): MediaFile[] =>
  pictures.flatMap(({ key, files }) =>
    files.map((file) => ({
      address: pictureAddress(slug, key, file),
      type: file.mime,
      sha256: file.sha256,
      bytes: file.bytes,
    })),
  );

/** Written only when something of the record changed, all of them at once. */
function facesIn(site: EditionSite, record: PublicRecord): Wanted[] {
  const at = citedIn(site);
  const madeOf = hash(JSON.stringify(['faces', record, at]));
  const folder = recordAddress(site.slug, record);
  let texts: Map<string, string> | undefined;
  const read = (address: string) =>
    (texts ??= new Map(facesOf(record, at).map((face) => [face.address, face.text]))).get(address)!;
  return faceNames(record).map(({ name, type }) => {
    const address = `${folder}/${name}`;
    return {
      address,
      type,
      headers: [],
      leadsTo: null,
      madeOf: hash(`${madeOf} ${name}`),
      make: () => Buffer.from(read(address)),
    };
  });
}

/** What other people's viewers open: the manifest of a record, and of each picture in tiles its measures. */
function imageFiles(site: EditionSite, record: PublicRecord): Wanted[] {
  if (record.tombstone) return [];
  const folder = recordAddress(site.slug, record);
  const base = `${site.base}/${folder}`;
  const manifest = manifestOf(record, { base, page: base });
  const told = [...infosOf(record.files, base), ...(manifest ? [[manifestName, manifest] as const] : [])];
  return told.map(([name, data]) =>
    textFile(`${folder}/${name}`, 'application/ld+json', `${JSON.stringify(data)}\n`),
  );
}

/** A file whose words are known already. */
export const textFile = (address: string, type: string, text: string): Wanted => ({
  address,
  type,
  headers: [],
  leadsTo: null,
  madeOf: hash(text),
  make: () => Buffer.from(text),
});

/** For whoever has the site as files; Salon itself answers with the new address. */
const movedPage = (link: string, title: string) =>
  `<!doctype html>\n<meta charset="utf-8">\n<meta http-equiv="refresh" content="0; url=${link}">\n<title>Moved</title>\n<p>This is now at <a href="${link}">${escaped(title)}</a>.</p>\n`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const hash = (of: string) => createHash('sha256').update(of).digest('hex');
