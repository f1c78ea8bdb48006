/**
 * Every file of the public site that is written for machines alone and tells of more than one record. What lies beside
 * a record is in `faces.ts`; what must be asked with a question (OAI-PMH) needs the running application.
 */
import type { CitedEdition } from '#app/features/works/citing/addresses.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import type { SitePicture } from '../pictures/picture.ts';
import { atomFeed, newsItems, recordItems } from './atom.ts';
import { robotsTxt, type Robots } from './robots.ts';
import { securityTxt } from './security.ts';
import { sitemaps, type SitemapEntry, type TextFile } from './sitemap.ts';
import { licenceAddress, policyAddress, rslLicence, tdmPolicy, tdmrep } from './tdm.ts';

export interface MachineSite extends Omit<Robots, 'editions'> {
  editions: { at: CitedEdition; records: PublicRecord[]; pictures?: SitePicture[]; begunAt: string }[];
  pages: SitemapEntry[];
  /** Who answers for the installation: whom to ask for leave to mine. */
  contact: { name: string; email: string };
  /** Where to report a hole; the same address where nobody else is named. */
  security: string;
  now: Date;
}

export const feedAddress = (edition: string) => `${edition}/feed.atom`;

export function machineFiles(site: MachineSite): TextFile[] {
  const { base, editions, contact, security, now } = site;
  const json = (data: unknown) => `${JSON.stringify(data, null, 2)}\n`;
  const below = (address: string) => address.slice(base.length + 1);
  return [
    ...editions.map((edition) => feedOf(edition)),
    ...sitemaps(base, site.pages),
    {
      address: 'robots.txt',
      type: 'text/plain; charset=utf-8',
      text: robotsTxt(site),
    },
    { address: '.well-known/tdmrep.json', type: 'application/json', text: json(tdmrep(site)) },
    {
      address: below(policyAddress(base)),
      type: 'application/ld+json',
      text: json(tdmPolicy(base, contact)),
    },
    { address: below(licenceAddress(base)), type: 'application/rsl+xml', text: rslLicence(site) },
    {
      address: '.well-known/security.txt',
      type: 'text/plain; charset=utf-8',
      text: securityTxt({ base, contact: security, now }),
    },
  ];
}

function feedOf({ at, records, pictures, begunAt }: MachineSite['editions'][number]): TextFile {
  const address = feedAddress(at.slug);
  const items = [...newsItems(at, pictures), ...recordItems(records, at)];
  const text = atomFeed(at, { self: `${at.base}/${address}`, begunAt, items });
  return { address, type: 'application/atom+xml', text };
}
