/** The pages of accepted papers and works, and every file that lies beside them. */
import type { CitedIn } from '#app/features/works/citing/addresses.ts';
import { sharedPicture } from '#app/features/works/citing/page-meta.ts';
import type { PublicRecord, Rendition } from '#app/features/works/record.ts';
import type { CardWords } from './cards/card.ts';
import { descriptionsOf } from './descriptions.ts';
import type { EditionSite } from './edition-pages.ts';
import { preferencePairs } from './formats/tdm.ts';
import { oursAddress, oursIn, oursPage } from './ours.ts';
import type { Frame, Page } from './page.ts';
import { namesOf } from './pages/record-words.ts';
import { fileAddress, recordAddress } from './record-address.ts';
import { citationsOf, headOf } from './record-head.ts';
import { wordsIn } from './words/words.ts';

/** Bytes that lie in the store of files. */
export interface MediaFile {
  address: string;
  type: string;
  sha256: string;
  bytes: number;
}

/** An address that somebody may still know. */
export interface Former {
  address: string;
  leadsTo: string;
  title: string;
}

export function citedIn({ base, slug, settings }: EditionSite): CitedIn {
  const { name, days, host, language, contactEmail } = settings.about;
  return { base, slug, settings: { about: { name, days, host, language, contactEmail } } };
}

/** The lists first, as far as there is something in them, then each record in its order. */
export function recordPages(site: EditionSite, frame: Frame): Page[] {
  const { slug, records, contents, search } = site;
  const { titles } = wordsIn(frame.language);
  const told = descriptionsOf(site);
  const kinds = { paper: records.filter(isPaper), work: records.filter((one) => !isPaper(one)) };
  const list = (
    place: string,
    title: string,
    component: string,
    description: string,
    data: object,
  ): Page => ({
    address: `${slug}/${place}`,
    title,
    component,
    data: { title, index: search, ...data },
    frame,
    description,
    scripts: ['gallery.js'],
  });
  return [
    ...(kinds.paper.length > 0
      ? [list('papers', titles.papers, 'Papers', told.papers(kinds.paper), { records: kinds.paper })]
      : []),
    ...(kinds.work.length > 0
      ? [
          list('works', titles.works, 'Gallery', told.works(kinds.work), {
            records: [...kinds.work, ...kinds.paper],
            contents,
            labels: `${slug}/works/labels.pdf`,
            ours: oursPage(slug),
          }),
          oursOf(site, frame),
        ]
      : []),
    ...(records.some(({ award }) => award)
      ? [list('awards', titles.awards, 'Awards', told.awards(records), { records })]
      : []),
    ...records.map((record) => recordPage(site, record, frame, told)),
  ];
}

function oursOf({ slug, records }: EditionSite, frame: Frame): Page {
  const { title, description } = wordsIn(frame.language).ours;
  return {
    address: oursPage(slug),
    title,
    component: 'Ours',
    data: { title, list: oursAddress(slug, records), known: oursIn(slug, records).length },
    frame,
    description,
    scripts: ['ours.js'],
  };
}

function recordPage(
  site: EditionSite,
  record: PublicRecord,
  frame: Frame,
  told: ReturnType<typeof descriptionsOf>,
): Page {
  const at = citedIn(site);
  const hashes = record.files.flatMap(({ renditions }) => renditions.map(({ sha256 }) => sha256));
  const contents = Object.fromEntries(
    hashes.flatMap((one) => (site.contents[one] ? [[one, site.contents[one]]] : [])),
  );
  return {
    address: recordAddress(site.slug, record),
    title: record.title,
    component: isPaper(record) ? 'PaperPage' : 'WorkPage',
    of: [record, contents, at, site.elsewhere],
    get data() {
      const pairs = preferencePairs(record.rights.preference, site.base);
      const citation = citationsOf(record, at);
      const places = placesOf(site, record);
      return { record, contents, places, citation, head: headOf(record, at, { pairs }) };
    },
    frame,
    description: told.record(record),
    card: cardFor(site, record),
    scripts: isTurned(record) ? ['viewer.js', 'turn.js'] : ['viewer.js'],
  };
}

/** A picture that may be shown unasked stands for its record itself; of what was taken down, none says anything. */
function cardFor({ slug, settings }: EditionSite, record: PublicRecord): CardWords | null {
  if (record.tombstone) return { untitled: true };
  if (sharedPicture(record)) return null;
  return { foot: [namesOf(record, 6, settings.about.language)], folder: recordAddress(slug, record) };
}

const isTurned = ({ files }: PublicRecord) =>
  files.some(({ renditions }) => renditions.some(({ use }) => use === 'view'));

/** What may be public of their files. A record that was taken down has none. */
export function mediaOf(site: EditionSite): MediaFile[] {
  return site.records.flatMap((record) => {
    if (record.tombstone) return [];
    return record.files.flatMap((file) =>
      file.renditions.filter(isOurs).map((rendition) => ({
        address: fileAddress(site.slug, record, file, rendition),
        type: rendition.mime,
        sha256: rendition.sha256,
        bytes: rendition.bytes,
      })),
    );
  });
}

/** What runs in a browser is answered by the other host name, or by none. */
const isOurs = ({ use }: Rendition) => use !== 'web' && use !== 'part';

/** Where the pieces of a record run, by the hash of the page that opens them. */
function placesOf({ slug, elsewhere }: EditionSite, record: PublicRecord): Record<string, string> {
  if (!elsewhere) return {};
  const opens = record.files.flatMap((file) =>
    file.renditions.flatMap((rendition) => (rendition.use === 'web' ? [{ file, rendition }] : [])),
  );
  const address = ({ file, rendition }: (typeof opens)[number]) =>
    fileAddress(slug, record, file, rendition).split('/').map(encodeURIComponent).join('/');
  return Object.fromEntries(opens.map((one) => [one.rendition.sha256, `${elsewhere}/piece/${address(one)}`]));
}

/** Slugs are never used again, so each old one can lead on for ever. */
export const formersOf = ({ slug, records }: EditionSite): Former[] =>
  records.flatMap((record) =>
    record.formerSlugs.map((former) => ({
      address: recordAddress(slug, { kind: record.kind, slug: former }),
      leadsTo: recordAddress(slug, record),
      title: record.title,
    })),
  );

const isPaper = ({ kind }: PublicRecord) => kind === 'paper';
