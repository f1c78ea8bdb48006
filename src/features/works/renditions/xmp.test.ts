import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { signals } from '#app/features/works/rights/signals.ts';
import { facts } from '../../../../tests/renditions.ts';
import { xmpPacket, type Said } from './xmp.ts';

const said: Said = {
  ...facts(),
  licence: { label: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  alt: 'A grey sea',
  description: 'A measuring pole stands in it.',
  signals: signals('reserve-all').xmp,
};

/** What a strict reader of XML takes from it: every property with its values; it refuses what is no XML. */
async function read(packet: string): Promise<Record<string, string[]>> {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><metadata>${packet.replace(/<\?xpacket[^>]*\?>/g, '')}</metadata></svg>`;
  await sharp(Buffer.from(drawn)).png().toBuffer();
  const [, inside = ''] = /<rdf:Description[^>]*>([\s\S]*)<\/rdf:Description>/.exec(packet) ?? [];
  const properties = inside.matchAll(/<([\w]+:\w+)(?: rdf:resource="([^"]*)"\/>|>([\s\S]*?)<\/\1>)/g);
  return Object.fromEntries(
    [...properties].map(([, name, resource, body = '']) => {
      const items = [...body.matchAll(/<rdf:li(?: xml:lang="([^"]*)")?>([\s\S]*?)<\/rdf:li>/g)];
      const values = items.map(([, language, value]) => (language ? `${language}: ${value}` : value!));
      return [name!, (resource ? [resource] : values.length > 0 ? values : [body]).map(plain)];
    }),
  );
}

const plain = (text: string) =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_all, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]!,
  );

describe('the packet inside of a rendition', () => {
  it('says who made it, what is allowed, and what it shows', async () => {
    const { 'plus:OtherConstraints': words, ...rest } = await read(xmpPacket(said));
    expect(words![0]!.startsWith('x-default: ')).toBe(true);
    expect(rest).toEqual({
      'dc:title': ['x-default: Tide Tables for a Dry Sea', 'en: Tide Tables for a Dry Sea'],
      'dc:creator': ['Mina Okafor'],
      'dc:rights': ['x-default: © 2024 Mina Okafor (invented)'],
      'photoshop:Credit': ['© 2024 Mina Okafor (invented)'],
      'xmpRights:Marked': ['True'],
      'xmpRights:WebStatement': ['https://workshop.example.org/2024/works/tide-tables'],
      'xmpRights:UsageTerms': ['x-default: CC BY 4.0'],
      'cc:license': ['https://creativecommons.org/licenses/by/4.0/'],
      'Iptc4xmpExt:DigitalSourceType': ['http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture'],
      'Iptc4xmpCore:AltTextAccessibility': ['x-default: A grey sea', 'en: A grey sea'],
      'Iptc4xmpCore:ExtDescrAccessibility': [
        'x-default: A measuring pole stands in it.',
        'en: A measuring pole stands in it.',
      ],
      'plus:DataMining': ['http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING'],
      'tdm:reservation': ['1'],
    });
  });

  it('says of each preference what the other channels say, and is silent where nothing is known', async () => {
    const of = async (preference: 'no-training' | 'allow') => {
      const found = await read(xmpPacket({ ...said, signals: signals(preference).xmp }));
      return [found['plus:DataMining'], found['tdm:reservation']];
    };
    expect(await of('no-training')).toEqual([
      ['http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING'],
      ['1'],
    ]);
    expect(await of('allow')).toEqual([['http://ns.useplus.org/ldf/vocab/DMI-ALLOWED'], ['0']]);
    const bare = { ...said, creators: [], sourceType: '', page: '', alt: '', description: '', signals: [] };
    expect(
      Object.keys(await read(xmpPacket({ ...bare, licence: { label: 'All rights reserved', url: '' } }))),
    ).toEqual(['dc:title', 'dc:rights', 'photoshop:Credit', 'xmpRights:Marked', 'xmpRights:UsageTerms']);
  });

  it('stays XML whatever people write, and small enough for a JPEG', async () => {
    const wild = `</dc:title><x a="1" b='2'>&amp; ]]> <?xpacket end="w"?> \0\u0007\uFFFE ${'\uD800'} \u{1F30A}`;
    const packet = xmpPacket({
      ...said,
      title: wild,
      credit: wild,
      creators: [wild],
      alt: wild,
      language: '"><x',
    });
    const found = await read(packet);
    const kept = wild
      .toWellFormed()
      .replace(/[\0\u0007\uFFFE]/g, '')
      .trim();
    expect([found['dc:title'], found['dc:creator']]).toEqual([[`x-default: ${kept}`], [kept]]);
    const long = '\u{1F30A}&'.repeat(5_000);
    const most = { title: long, credit: long, alt: long, description: long, creators: Array(99).fill(long) };
    expect(Buffer.byteLength(xmpPacket({ ...said, ...most })) <= 65_000).toBe(true);
  });
});
