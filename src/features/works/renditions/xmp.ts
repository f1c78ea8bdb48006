/**
 * The XMP packet of a rendition: credit, rights, what machines are asked not to do, what a picture shows. It is all
 * that travels inside of one. Sources: IPTC Photo Metadata 2025.1, PLUS, TDMRep, XMP part 1.
 */
import type { XmpField } from '#app/features/works/rights/signals.ts';
import type { Facts } from './facts.ts';

export type Said = Pick<
  Facts,
  'title' | 'language' | 'creators' | 'credit' | 'licence' | 'sourceType' | 'page'
> & { alt: string; description: string; signals: XmpField[] };

/** A JPEG holds no more than 65,502 bytes of it; these cuts leave half of that, whatever the script. */
const longest = { line: 300, names: 20, name: 120, words: 1_200 };

export function xmpPacket(said: Said): string {
  const { language, licence, sourceType, page, signals } = said;
  const spaces = new Map([...ours, ...signals.map(({ prefix, namespace }) => [prefix, namespace] as const)]);
  const declared = [...spaces].map(([prefix, namespace]) => ` xmlns:${prefix}="${escaped(namespace)}"`);
  const title = cut(said.title, longest.line);
  const credit = cut(said.credit, longest.line);
  const creators = said.creators.slice(0, longest.names).map((name) => cut(name, longest.name));
  const fields = [
    alternatives('dc:title', title, language),
    creators.length > 0 &&
      element('dc:creator', element('rdf:Seq', creators.map((name) => item(name)).join(''))),
    alternatives('dc:rights', credit),
    plain('photoshop:Credit', credit),
    plain('xmpRights:Marked', 'True'),
    plain('xmpRights:WebStatement', page),
    alternatives('xmpRights:UsageTerms', cut(licence.label, longest.line)),
    licence.url !== '' && `<cc:license rdf:resource="${escaped(licence.url)}"/>`,
    plain('Iptc4xmpExt:DigitalSourceType', sourceType && `${sourceTypes}${sourceType}`),
    alternatives('Iptc4xmpCore:AltTextAccessibility', cut(said.alt, longest.words), language),
    alternatives('Iptc4xmpCore:ExtDescrAccessibility', cut(said.description, longest.words), language),
    ...signals.map(signal),
  ];
  const description = `<rdf:Description rdf:about=""${declared.join('')}>${fields.filter(Boolean).join('')}</rdf:Description>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}

const sourceTypes = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

const ours = [
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['xmpRights', 'http://ns.adobe.com/xap/1.0/rights/'],
  ['photoshop', 'http://ns.adobe.com/photoshop/1.0/'],
  ['cc', 'http://creativecommons.org/ns#'],
  ['Iptc4xmpCore', 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'],
  ['Iptc4xmpExt', 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/'],
] as const;

function signal({ prefix, name, kind, value }: XmpField): string {
  const full = `${prefix}:${name}`;
  if (kind === 'language') return alternatives(full, cut(value, longest.words));
  return kind === 'resource' ? `<${full} rdf:resource="${escaped(value)}"/>` : plain(full, value);
}

const plain = (name: string, value: string) => (value === '' ? '' : element(name, escaped(value)));

/** A text with its language, and for readers that ask for none. */
function alternatives(name: string, value: string, language = ''): string {
  if (value === '') return '';
  const tag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) ? language : '';
  const all = tag === '' ? ['x-default'] : ['x-default', tag];
  return element(name, element('rdf:Alt', all.map((one) => item(value, ` xml:lang="${one}"`)).join('')));
}

const item = (value: string, attributes = '') => `<rdf:li${attributes}>${escaped(value)}</rdf:li>`;

const element = (name: string, inside: string) => `<${name}>${inside}</${name}>`;

const cut = (text: string, most: number) => {
  const signs = [...text.trim()];
  return signs.length <= most ? text.trim() : `${signs.slice(0, most - 1).join('')}…`;
};

/** Signs that no XML may hold are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => entities[sign]!);
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
