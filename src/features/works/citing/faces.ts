/** Every machine-readable file that lies beside a record's page, as text: one list to publish, serve and export. */
import type { PublicRecord } from '../record.ts';
import { pageOf, type CitedIn } from './addresses.ts';
import { bibTeX } from './bibtex.ts';
import { cslJson } from './csl.ts';
import { dataCiteXml } from './datacite.ts';
import { descriptions } from './descriptions.ts';
import { dublinCoreXml } from './dublin-core.ts';
import { recordJsonLd } from './json-ld.ts';
import { oEmbed } from './oembed.ts';
import { ris } from './ris.ts';
import { linkSet, signposts } from './signposting.ts';

export interface Face {
  /** As the site names its files: without a slash before it. */
  address: string;
  type: string;
  text: string;
}

export function facesOf(record: PublicRecord, at: CitedIn): Face[] {
  const folder = pageOf(record, at).slice(at.base.length + 1);
  return faceNames(record).map(({ name, type }) => ({
    address: `${folder}/${name}`,
    type,
    text: writers[name]!(record, at),
  }));
}

/** Which there are, before any is written. */
export const faceNames = (record: PublicRecord): { name: string; type: string }[] => [
  ...descriptions(record),
  { name: 'linkset.json', type: 'application/linkset+json' },
  { name: 'oembed.json', type: 'application/json' },
];

const json = (data: unknown) => `${JSON.stringify(data, null, 2)}\n`;

const writers: Record<string, (record: PublicRecord, at: CitedIn) => string> = {
  'cite.bib': bibTeX,
  'cite.ris': ris,
  'cite.json': (record, at) => json(cslJson(record, at)),
  'record.jsonld': (record, at) => json(recordJsonLd(record, at)),
  'datacite.xml': (record, at) => dataCiteXml(record, at),
  'dublin-core.xml': dublinCoreXml,
  'linkset.json': (record, at) => json(linkSet(signposts(record, at))),
  'oembed.json': (record, at) => json(oEmbed(record, at)),
};
