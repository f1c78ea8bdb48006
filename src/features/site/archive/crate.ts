/** The archive as an RO-Crate 1.2 (https://w3id.org/ro/crate/1.2): every file and what it is, in JSON-LD. */
import { sayDays } from '#app/features/calls/dates.ts';
import { pageOf } from '#app/features/works/citing/addresses.ts';
import { filled, recordJsonLd } from '#app/features/works/citing/json-ld.ts';
import type { EditionSite } from '../edition-pages.ts';
import { eventJsonLd, idOf } from '../formats/event.ts';
import { citedIn } from '../record-pages.ts';
import { documents, folders, recordDocument } from './archive.ts';
import { recordData, type Archived } from './documents.ts';
import { addFlat, type Entity } from './flat.ts';

export const crateName = 'ro-crate-metadata.json';
export const previewName = 'ro-crate-preview.html';

/** A file below the root of the crate. */
export interface CrateFile {
  path: string;
  type: string;
  bytes: number;
  sha256: string;
}

export function crateOf(site: EditionSite, archived: Archived[], files: CrateFile[], now: Date) {
  const at = { base: site.base, slug: site.slug, settings: site.settings };
  const { about } = site.settings;
  const entities = new Map<string, Entity>();
  const put = (entity: Entity) => void entities.set(entity['@id'], entity);
  put({
    '@id': crateName,
    '@type': 'CreativeWork',
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
    about: { '@id': './' },
  });
  put({
    '@id': './',
    '@type': 'Dataset',
    name: `${about.name}: the archive`,
    description: [
      `The public site, the accepted papers and works and their metadata, ${sayDays(about.days[0]!, about.days.at(-1)!)}.`,
      about.tagline,
      about.notice,
    ]
      .filter(Boolean)
      .join(' '),
    datePublished: now.toISOString(),
    license: { '@id': '#rights' },
    identifier: `${site.base}/${site.slug}/`,
    publisher: { '@id': '#workshop' },
    about: { '@id': idOf(at) },
    inLanguage: about.language,
    mainEntity: { '@id': `${folders.site}/index.html` },
    hasPart: [
      ...Object.values(folders).map((folder) => ({ '@id': `${folder}/` })),
      ...files.filter(({ path }) => !path.includes('/')).map(({ path }) => ({ '@id': idIn(path) })),
    ],
    mentions: archived.map(({ record }) => ({ '@id': pageOf(record, at) })),
  });
  put({
    '@id': '#rights',
    '@type': 'CreativeWork',
    name: 'Rights',
    description: `Each paper and work stands under the licence that is named with it. Where none is named, and for all words of the workshop, all rights are reserved. What was granted, and what machines are asked not to do, stands in ${documents.rights}.`,
  });
  put({ '@id': '#workshop', '@type': 'Organization', name: about.name, url: `${site.base}/${site.slug}/` });
  for (const folder of Object.values(folders)) put(folderOf(folder, files));
  for (const { path, type, bytes, sha256 } of files)
    put({
      '@id': idIn(path),
      '@type': 'File',
      name: path.slice(path.lastIndexOf('/') + 1),
      encodingFormat: type,
      contentSize: String(bytes),
      sha256,
    });
  addFlat(entities, eventJsonLd(at, site.records));
  for (const one of archived) addRecord(entities, one, site);
  return { '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': [...entities.values()] };
}

const folderWords: Record<string, [name: string, words: string]> = {
  [folders.site]: ['The public site', 'Opens from a disk: begin with index.html.'],
  [folders.originals]: [
    'Originals',
    'Files as they were handed in, of those who let the archive keep them. They hold what their programs and cameras wrote into them: keep them, and do not put them on the web.',
  ],
  [folders.metadata]: ['Metadata', 'Settings, calls, programme, records, rights and decisions as data.'],
};

function folderOf(folder: string, files: CrateFile[]): Entity {
  const [name, description] = folderWords[folder]!;
  const own = files.filter(({ path }) => path.startsWith(`${folder}/`));
  const hasPart = own.map(({ path }) => ({ '@id': idIn(path) }));
  return { '@id': `${folder}/`, '@type': 'Dataset', name, description, hasPart };
}

function addRecord(entities: Map<string, Entity>, archived: Archived, site: EditionSite): void {
  const { record, originals } = archived;
  const { page, media } = recordData(archived, site.slug);
  const { key: _key, label, url } = record.rights.licence;
  const told = filled(recordJsonLd(record, citedIn(site)));
  const licensed = !record.tombstone && url !== '';
  if (licensed) entities.set(url, { '@id': url, '@type': 'CreativeWork', name: label });
  addFlat(entities, {
    ...told,
    ...(licensed && { license: { '@id': url } }),
    ...(record.tombstone ? {} : { conditionsOfAccess: record.rights.licence.label }),
    mainEntityOfPage: { '@id': idIn(page) },
    subjectOf: { '@id': idIn(recordDocument(record)) },
    hasPart: [...media, ...originals.map(({ path }) => path)].map((path) => ({ '@id': idIn(path) })),
  });
}

/** A path as a relative reference. */
const idIn = (path: string) => path.split('/').map(encodeURIComponent).join('/');
