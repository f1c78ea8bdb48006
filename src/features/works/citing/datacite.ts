/**
 * DataCite 4.6. Without a DOI the page's own address is the identifier, as a URL: the schema takes that, a registrar
 * asks for a DOI, and with one given it comes first and the address becomes the alternate.
 */
import type { PublicCredit, PublicRecord } from '../record.ts';
import { homeOf, listOf, pageOf, type CitedIn } from './addresses.ts';
import { citationOf } from './citation.ts';
import { element, xmlDocument, type Element } from './xml.ts';

export const dataCiteXml = (record: PublicRecord, at: CitedIn, doi = '') =>
  xmlDocument(dataCite(record, at, doi));

export function dataCite(record: PublicRecord, at: CitedIn, doi = ''): Element {
  const cited = citationOf(record, at);
  const page = pageOf(record, at);
  const rights = record.tombstone ? null : record.rights;
  const several = (name: string, ...children: (Element | false | '' | null)[]) => {
    const given = children.filter((child): child is Element => Boolean(child));
    return given.length > 0 && element(name, {}, ...given);
  };
  const people = cited.people.length > 0 ? cited.people : [unnamed];
  return element(
    'resource',
    {
      xmlns: 'http://datacite.org/schema/kernel-4',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.6/metadata.xsd',
    },
    element('identifier', { identifierType: doi ? 'DOI' : 'URL' }, doi || page),
    element('creators', {}, ...people.map((person) => creator(person))),
    element('titles', {}, element('title', { 'xml:lang': cited.language }, cited.title || unavailable)),
    element('publisher', {}, cited.event.name),
    element('publicationYear', {}, cited.publishedOn.slice(0, 4)),
    element('resourceType', { resourceTypeGeneral: cited.kind.dataCite }, cited.genre),
    several('subjects', ...cited.topics.map((topic) => element('subject', {}, topic))),
    several(
      'contributors',
      element(
        'contributor',
        { contributorType: 'HostingInstitution' },
        element('contributorName', { nameType: 'Organizational' }, cited.event.name),
      ),
      ...cited.people
        .filter(({ role }) => roleTypes[role.toLowerCase()])
        .map((person) => contributor(person)),
    ),
    several(
      'dates',
      element('date', { dateType: 'Accepted' }, record.acceptedOn),
      element('date', { dateType: 'Available' }, record.publishedOn),
      Boolean(record.work?.year) && element('date', { dateType: 'Created' }, cited.year),
      element('date', { dateType: 'Updated' }, record.changedAt),
      record.tombstone && element('date', { dateType: 'Withdrawn' }, record.tombstone.on),
    ),
    element('language', {}, cited.language),
    several(
      'alternateIdentifiers',
      element('alternateIdentifier', { alternateIdentifierType: 'Citation key' }, cited.key),
      doi && element('alternateIdentifier', { alternateIdentifierType: 'URL' }, page),
    ),
    element(
      'relatedIdentifiers',
      {},
      element(
        'relatedIdentifier',
        { relatedIdentifierType: 'URL', relationType: 'IsPartOf' },
        listOf(record.kind, at),
      ),
      element(
        'relatedIdentifier',
        { relatedIdentifierType: 'URL', relationType: 'IsPublishedIn' },
        homeOf(at),
      ),
    ),
    several('sizes', Boolean(record.work?.size) && element('size', {}, record.work!.size)),
    several('formats', ...mimesOf(record).map((mime) => element('format', {}, mime))),
    several(
      'rightsList',
      Boolean(rights?.licence.label) &&
        element('rights', { rightsURI: rights!.licence.url }, rights!.licence.label),
      Boolean(rights?.credit) && element('rights', {}, rights!.credit),
      cited.preference && element('rights', {}, cited.preference),
    ),
    several(
      'descriptions',
      cited.summary &&
        element(
          'description',
          { descriptionType: 'Abstract', 'xml:lang': cited.wordsLanguage },
          cited.summary,
        ),
      ...[credits(cited.people), ...cited.notes].map(
        (note) => note && element('description', { descriptionType: 'Other' }, note),
      ),
    ),
  );
}

/** What DataCite writes where a value may not be given. */
const unavailable = '(:unav)';
const unnamed: PublicCredit = {
  kind: 'person',
  name: unavailable,
  affiliation: '',
  orcid: '',
  pronouns: '',
  role: '',
};

const creator = (person: PublicCredit) =>
  element(
    'creator',
    {},
    element('creatorName', { nameType: nameType(person) }, person.name),
    ...about(person),
  );

/** Creators have no roles in DataCite. Those its list of contributors has a word for are told there too. */
const contributor = (person: PublicCredit) =>
  element(
    'contributor',
    { contributorType: roleTypes[person.role.toLowerCase()] },
    element('contributorName', { nameType: nameType(person) }, person.name),
    ...about(person),
  );

const roleTypes: Record<string, string> = {
  producer: 'Producer',
  editor: 'Editor',
  translator: 'Translator',
  researcher: 'Researcher',
};

/** In words, because an artist, a composer and a performer have no other place. */
const credits = (people: PublicCredit[]) =>
  people
    .filter(({ role }) => role)
    .map(({ name, role }) => `${role}: ${name}`)
    .join('; ');

const nameType = ({ kind, name }: PublicCredit) =>
  name === unavailable ? '' : kind === 'person' ? 'Personal' : 'Organizational';

const about = ({ orcid, affiliation }: PublicCredit) => [
  orcid &&
    element(
      'nameIdentifier',
      { nameIdentifierScheme: 'ORCID', schemeURI: 'https://orcid.org' },
      `https://orcid.org/${orcid}`,
    ),
  affiliation && element('affiliation', {}, affiliation),
];

const mimesOf = ({ files }: PublicRecord) => [
  ...new Set(
    files.flatMap(({ renditions }) =>
      renditions.filter(({ use }) => use !== 'tile' && use !== 'info').map(({ mime }) => mime),
    ),
  ),
];
