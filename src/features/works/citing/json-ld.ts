/** A record in the words of schema.org. */
import type { PublicCredit, PublicRecord } from '../record.ts';
import { mainViews, viewNumber } from '../renditions/model/views.ts';
import { signals } from '../rights/signals.ts';
import { homeOf, listOf, pageOf, renditionOf, type CitedIn } from './addresses.ts';
import { nonArchival } from './citation.ts';
import { genreOf, kindOf } from './kind.ts';
import { access, digitalSource } from './json-ld-terms.ts';
import { preview, shown, type Shown } from './media.ts';
import { isoLength, yearOf } from './when.ts';

export type JsonLd = { [key: string]: unknown };

export function recordJsonLd(record: PublicRecord, at: CitedIn): JsonLd {
  const url = pageOf(record, at);
  const whole = {
    '@context': 'https://schema.org',
    '@id': url,
    url,
    name: record.title,
    inLanguage: record.language,
    isPartOf: collection(record, at),
    publisher: { '@type': 'Organization', name: at.settings.about.name, url: homeOf(at) },
    dateModified: record.changedAt,
  };
  if (record.tombstone)
    return filled({
      ...whole,
      '@type': 'CreativeWork',
      creativeWorkStatus: 'Withdrawn',
      description: record.tombstone.words,
    });
  const picture = preview(record);
  return filled({
    ...whole,
    '@type': oneOrMore(kindOf(record).types),
    ...(record.kind === 'paper' ? paperFacts(record) : workFacts(record)),
    keywords: record.topics,
    datePublished: record.publishedOn,
    license: record.rights.licence.url,
    copyrightNotice: record.rights.credit,
    creditText: record.rights.credit,
    usageInfo: signals(record.rights.preference).usageInfo,
    award: record.award?.name,
    thumbnailUrl: picture && renditionOf(record, picture.rendition, at),
    image: picture && renditionOf(record, picture.rendition, at),
    ...main(record, at),
  });
}

/** For a `<script type="application/ld+json">`, which is data and never run: nothing in it can end the script. */
export const dataBlock = (data: unknown): string =>
  // The signs of markup as escapes: the same bytes whether a template escapes them once more or not.
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const paperFacts = (record: PublicRecord): JsonLd => ({
  headline: record.title,
  author: record.people.map(agent),
  abstract: record.summary,
  creativeWorkStatus: nonArchival,
});

function workFacts(record: PublicRecord): JsonLd {
  const { work } = record;
  const artwork = kindOf(record).types.includes('VisualArtwork');
  const notes = (work?.contentNotes ?? []).map(({ label }) => label).join(', ');
  return {
    creator: record.people.map(credited),
    description: record.summary,
    genre: work?.forms.map(({ label }) => label) ?? [],
    ...(artwork
      ? { artform: genreOf(record), artMedium: work?.medium, artEdition: work?.edition }
      : { material: work?.medium, version: work?.edition }),
    size: work?.size,
    dateCreated: work?.year ? yearOf(record) : '',
    // Only what is played has a duration there; anything else has a time that it takes.
    [kindOf(record).types.some((type) => played.includes(type)) ? 'duration' : 'timeRequired']: work?.seconds
      ? isoLength(work.seconds)
      : '',
    digitalSourceType: digitalSource(work?.ai?.sourceType ?? ''),
    ...access(record),
    // schema.org has no word for a content note; this is the nearest that readers show as text.
    contentRating: notes && `Content notes: ${notes}`,
  };
}

const played = ['VideoObject', 'AudioObject', 'MusicRecording'];

/** Video and audio are the file itself; everything else has files. */
function main(record: PublicRecord, at: CitedIn): JsonLd {
  const media = shown(record).map((one) => mediaObject(one, record, at));
  const { types } = kindOf(record);
  const itself = types.some((type) => type === 'VideoObject' || type === 'AudioObject');
  const file = itself ? media.find((object) => types.includes(String(object['@type']))) : undefined;
  return {
    contentUrl: file?.contentUrl,
    encodingFormat: file?.encodingFormat,
    uploadDate: types.includes('VideoObject') ? record.publishedOn : '',
    [record.kind === 'paper' ? 'encoding' : 'associatedMedia']: media.filter((object) => object !== file),
  };
}

const mediaTypes: Record<string, string> = {
  image: 'ImageObject',
  video: 'VideoObject',
  audio: 'AudioObject',
};

function mediaObject({ file, rendition }: Shown, record: PublicRecord, at: CitedIn): JsonLd {
  if (file.kind === 'model' && rendition.use === 'picture')
    return modelObject({ file, rendition }, record, at);
  return filled({
    '@type': mediaTypes[rendition.mime.split('/')[0]!] ?? 'MediaObject',
    name: file.label,
    contentUrl: renditionOf(record, rendition, at),
    encodingFormat: rendition.mime,
    description: file.alt,
    width: rendition.width,
    height: rendition.height,
    duration: file.seconds ? isoLength(file.seconds) : '',
    sha256: rendition.sha256,
  });
}

/** The model itself is not handed out: what there is of it are pictures from its sides. */
function modelObject({ file, rendition }: Shown, record: PublicRecord, at: CitedIn): JsonLd {
  const views = file.renditions.filter(
    ({ use, mime, name }) =>
      use === 'view' && mime === 'image/jpeg' && mainViews.includes(viewNumber(name) ?? 0),
  );
  return filled({
    '@type': '3DModel',
    name: file.label,
    description: file.alt,
    image: [rendition, ...views].map((one) => renditionOf(record, one, at)),
  });
}

const collection = (record: PublicRecord, at: CitedIn): JsonLd => ({
  '@type': 'Collection',
  '@id': listOf(record.kind, at),
  name: `${record.kind === 'paper' ? 'Papers' : 'Works'}, ${at.settings.about.name}`,
  url: listOf(record.kind, at),
  about: { '@id': `${homeOf(at)}#event` },
});

/** Who did what: schema.org puts a role between the work and the person. */
const credited = (person: PublicCredit): JsonLd =>
  person.role ? { '@type': 'Role', roleName: person.role, creator: agent(person) } : agent(person);

export const agent = ({ kind, name, orcid, affiliation }: PublicCredit): JsonLd =>
  filled({
    '@type': kind === 'person' ? 'Person' : 'Organization',
    '@id': orcid && `https://orcid.org/${orcid}`,
    name,
    [kind === 'person' ? 'affiliation' : 'parentOrganization']: affiliation && {
      '@type': 'Organization',
      name: affiliation,
    },
  });

const oneOrMore = (types: string[]) => (types.length === 1 ? types[0] : types);

/** What is empty says nothing. */
export const filled = (data: JsonLd): JsonLd =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) =>
        value !== '' &&
        value !== null &&
        value !== undefined &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
