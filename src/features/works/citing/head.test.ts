import { describe, expect, it } from 'vitest';
import {
  invented,
  inventedFilm,
  inventedPainting,
  inventedPaper,
  inventedSound,
  inventedTombstone,
} from '../../../../tests/public-records.ts';
import { credit } from '../../../../tests/records.ts';
import { oEmbed } from './oembed.ts';
import { citationMeta, openGraph, opening } from './page-meta.ts';
import { linkHeader, linkSet, pageLinks, signposts } from './signposting.ts';

describe('the head of a page', () => {
  it('has the tags that indexers of papers read, each affiliation after its author', () => {
    expect([citationMeta(inventedPaper, invented), citationMeta(inventedPainting, invented)]).toEqual([
      [
        ['citation_title', 'Wit {costs} 40% & "more": Über C#_2 \\ <b>'],
        ['citation_author', 'Zoë Ångström'],
        ['citation_author_institution', 'University of Nowhere'],
        ['citation_author_orcid', 'https://orcid.org/0000-0002-1825-0097'],
        ['citation_author', 'Ali Invented, Jr.'],
        ['citation_publication_date', '2024/11/20'],
        ['citation_conference_title', 'Workshop on Wit & Machines'],
        ['citation_language', 'en'],
        ['citation_keywords', 'humour'],
        ['citation_keywords', 'risk & return'],
        ['citation_abstract_html_url', 'https://salon.example/2024/papers/wit-costs-40'],
        ['citation_pdf_url', 'https://salon.example/2024/papers/wit-costs-40.pdf'],
      ],
      [],
    ]);
  });

  it('shows with a shared link the picture and its description', () => {
    expect(openGraph(inventedPainting, invented)).toEqual([
      ['og:title', 'جزر منخفض'],
      ['og:type', 'website'],
      ['og:url', 'https://salon.example/2024/works/low-tide'],
      ['og:site_name', 'Workshop on Wit & Machines'],
      ['og:description', 'ماء ينسحب.'],
      ['og:locale', 'ar'],
      ['og:image', 'https://salon.example/2024/works/low-tide/main-960.jpg'],
      ['og:image:type', 'image/jpeg'],
      ['og:image:width', '960'],
      ['og:image:height', '480'],
      ['og:image:alt', 'A grey beach at dusk.'],
    ]);
  });

  it('shows no picture that its page covers until it is asked for, whatever the note is about', () => {
    const noted = [{ key: 'loud-sound', label: 'Loud or sudden sound' }];
    const covered = { ...inventedPainting, work: { ...inventedPainting.work!, contentNotes: noted } };
    expect(
      [inventedSound, covered].flatMap((record) =>
        openGraph(record, invented).filter(([name]) => name.startsWith('og:image')),
      ),
    ).toEqual([]);
  });

  it('cuts a description between words', () => {
    expect([opening('one two three', 9), opening('one\n\ntwo', 9), opening('onetwothreefour', 9)]).toEqual([
      'one two…',
      'one two',
      'onetwothr…',
    ]);
  });
});

describe('a record on another site', () => {
  it('is a photo no wider than was asked for', () => {
    expect(oEmbed(inventedPainting, invented, { maxWidth: 1000 })).toEqual({
      type: 'photo',
      version: '1.0',
      title: 'جزر منخفض',
      author_name: 'Mina Okafor',
      author_url: 'https://salon.example/2024/works/low-tide',
      provider_name: 'Workshop on Wit & Machines',
      provider_url: 'https://salon.example/2024/',
      cache_age: 86_400,
      thumbnail_url: 'https://salon.example/2024/works/low-tide/main-480.jpg',
      thumbnail_width: 480,
      thumbnail_height: 240,
      url: 'https://salon.example/2024/works/low-tide/main-960.jpg',
      width: 960,
      height: 480,
    });
  });

  it('is a card without script, or the player that was named, scaled', () => {
    const card = oEmbed({ ...inventedFilm, people: [credit('<b>')] }, invented);
    const player = { url: 'https://salon.example/2024/works/four-minutes/player', width: 1280, height: 720 };
    const film = oEmbed(inventedFilm, invented, { maxWidth: 640, player });
    expect([card.type, card.html, film.type, film.width, film.height, film.html]).toEqual([
      'rich',
      '<blockquote lang="en"><p><a href="https://salon.example/2024/works/four-minutes">Four Minutes</a></p><p>&lt;b&gt; · Film · Workshop on Wit &amp; Machines</p></blockquote>',
      'video',
      640,
      360,
      '<iframe src="https://salon.example/2024/works/four-minutes/player" title="Four Minutes" width="640" height="360" sandbox="allow-scripts" loading="lazy"></iframe>',
    ]);
  });

  it('is a bare link for a paper and for what was taken down', () => {
    expect([oEmbed(inventedPaper, invented).type, oEmbed(inventedTombstone, invented)]).toEqual([
      'link',
      {
        type: 'link',
        version: '1.0',
        title: 'Gone',
        provider_name: 'Workshop on Wit & Machines',
        provider_url: 'https://salon.example/2024/',
        cache_age: 86_400,
      },
    ]);
  });
});

describe('signposts', () => {
  const page = 'https://salon.example/2024/papers/wit-costs-40';

  it('lead from the page to what it is, who wrote it, its licence, files and descriptions', () => {
    expect(linkHeader(pageLinks(inventedPaper, invented)).split(', ')).toEqual([
      `<${page}>; rel="cite-as"`,
      '<https://schema.org/AboutPage>; rel="type"',
      '<https://schema.org/ScholarlyArticle>; rel="type"',
      '<https://orcid.org/0000-0002-1825-0097>; rel="author"',
      '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
      '<https://salon.example/2024/papers>; rel="collection"',
      `<${page}.pdf>; rel="item"; type="application/pdf"`,
      `<${page}/poster.pdf>; rel="item"; type="application/pdf"`,
      `<${page}/cite.bib>; rel="describedby"; type="application/x-bibtex"`,
      `<${page}/cite.ris>; rel="describedby"; type="application/x-research-info-systems"`,
      `<${page}/cite.json>; rel="describedby"; type="application/vnd.citationstyles.csl+json"`,
      `<${page}/record.jsonld>; rel="describedby"; type="application/ld+json"`,
      `<${page}/datacite.xml>; rel="describedby"; type="application/vnd.datacite.datacite+xml"; profile="http://datacite.org/schema/kernel-4"`,
      `<${page}/dublin-core.xml>; rel="describedby"; type="application/xml"; profile="http://www.openarchives.org/OAI/2.0/oai_dc/"`,
      `<${page}/linkset.json>; rel="linkset"; type="application/linkset+json"`,
    ]);
  });

  it('say the same as a link set, with the way back from every file', () => {
    const { linkset } = linkSet(signposts(inventedTombstone, invented));
    const gone = 'https://salon.example/2024/works/gone';
    const back = { describes: [{ href: gone, type: 'text/html' }] };
    expect(linkset).toEqual([
      {
        anchor: gone,
        'cite-as': [{ href: gone }],
        type: [{ href: 'https://schema.org/AboutPage' }],
        collection: [{ href: 'https://salon.example/2024/works' }],
        describedby: [
          { href: `${gone}/record.jsonld`, type: 'application/ld+json' },
          {
            href: `${gone}/datacite.xml`,
            type: 'application/vnd.datacite.datacite+xml',
            profile: 'http://datacite.org/schema/kernel-4',
          },
          {
            href: `${gone}/dublin-core.xml`,
            type: 'application/xml',
            profile: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
          },
        ],
      },
      { anchor: `${gone}/record.jsonld`, ...back },
      { anchor: `${gone}/datacite.xml`, ...back },
      { anchor: `${gone}/dublin-core.xml`, ...back },
    ]);
  });
});
