/** What the page of a record and its files are answered with: what creators want of machines, and where they may run. */
import { pageOf, paperDocument, type CitedIn } from '#app/features/works/citing/addresses.ts';
import { linkHeader, pageLinks, type TypedLink } from '#app/features/works/citing/signposting.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { labels } from '#app/features/works/rights/signal-labels.ts';
import { signals } from '#app/features/works/rights/signals.ts';
import type { HeaderRule } from './headers.ts';
import { licenceAddress, policyAddress } from './tdm.ts';

export function mediaHeaders(record: PublicRecord, at: CitedIn): HeaderRule[] {
  const path = new URL(pageOf(record, at)).pathname;
  const { headers, tdmReservation } = signals(record.rights.preference);
  const reserved = {
    ...headers,
    ...(tdmReservation === 1 && { [labels.tdm.policy]: policyAddress(at.base) }),
  };
  const licence: TypedLink = {
    anchor: pageOf(record, at),
    rel: 'license',
    href: licenceAddress(at.base),
    type: labels.rsl.type,
  };
  const page = {
    Link: linkHeader([...pageLinks(record, at), licence]),
    ...(record.tombstone ? {} : reserved),
  };
  const back = {
    Link: linkHeader([{ ...licence, rel: 'collection', href: pageOf(record, at), type: 'text/html' }]),
  };
  const media = { ...reserved, 'X-Content-Type-Options': 'nosniff' };
  return [
    { path, headers: page },
    { path: `${path}.html`, headers: page },
    ...(record.tombstone ? [] : [{ path: `${path}/*`, headers: { ...media, ...reach(record) } }]),
    ...(paperDocument(record) ? [{ path: `${path}.pdf`, headers: { ...media, ...back } }] : []),
    ...webFolders(record).map((folder) => ({
      path: `${path}/${folder}/*`,
      headers: { 'Content-Security-Policy': sandbox },
    })),
  ];
}

/** A web piece runs as nobody's: not as ours, and without a way out. */
const sandbox =
  "sandbox allow-scripts; default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; form-action 'none'";

/** Tiles are made to be opened in other people's viewers; everything else stays with its page. */
function reach({ files }: PublicRecord): Record<string, string> {
  const tiled = files.some(({ renditions }) => renditions.some(({ use }) => use === 'info'));
  return tiled
    ? { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' }
    : { 'Cross-Origin-Resource-Policy': 'same-site' };
}

const webFolders = ({ files, tombstone }: PublicRecord): string[] =>
  tombstone
    ? []
    : [
        ...new Set(
          files
            .flatMap(({ renditions }) => renditions.filter(({ use }) => use === 'web'))
            .map(({ name }) => name.split('/').slice(0, -1).join('/'))
            .filter(Boolean),
        ),
      ];
