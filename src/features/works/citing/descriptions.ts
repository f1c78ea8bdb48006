/** The descriptions that lie beside a record's page, by name and type: what pages link to and what is written. */
import type { PublicRecord } from '../record.ts';

export interface Description {
  /** Of the file in the record's own folder. */
  name: string;
  label: string;
  type: string;
  profile?: string;
}

/** A tombstone is not cited as a work: it keeps what tells that it was there. */
export const descriptions = ({ tombstone }: PublicRecord): Description[] => {
  const described: Description[] = [
    { name: 'record.jsonld', label: 'JSON-LD', type: 'application/ld+json' },
    {
      name: 'datacite.xml',
      label: 'DataCite',
      type: 'application/vnd.datacite.datacite+xml',
      profile: 'http://datacite.org/schema/kernel-4',
    },
    {
      name: 'dublin-core.xml',
      label: 'Dublin Core',
      type: 'application/xml',
      profile: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    },
  ];
  return tombstone ? described : [...citationFiles, ...described];
};

/** What people copy into their own lists; the first is printed on the page. */
export const citationFiles: Description[] = [
  { name: 'cite.bib', label: 'BibTeX', type: 'application/x-bibtex' },
  { name: 'cite.ris', label: 'RIS', type: 'application/x-research-info-systems' },
  { name: 'cite.json', label: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
];
