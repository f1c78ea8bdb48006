import { turned } from '../../../../tests/records.ts';
import { describe, expect, it } from 'vitest';
import {
  invented,
  inventedFilm,
  inventedPainting,
  inventedPaper,
  inventedSound,
  inventedTombstone,
  inventedWeb,
} from '../../../../tests/public-records.ts';
import { signals } from '../rights/signals.ts';
import { dataBlock, recordJsonLd } from './json-ld.ts';
import { digitalSource } from './json-ld-terms.ts';

const publisher = {
  '@type': 'Organization',
  name: 'Workshop on Wit & Machines',
  url: 'https://salon.example/2024/',
};
const about = { '@id': 'https://salon.example/2024/#event' };
const works = {
  '@type': 'Collection',
  '@id': 'https://salon.example/2024/works',
  name: 'Works, Workshop on Wit & Machines',
  url: 'https://salon.example/2024/works',
  about,
};
const sha256 = 'ab'.repeat(32);

describe('a record in the words of schema.org', () => {
  it('is a scholarly article with its authors in order, and says that it is not archival', () => {
    expect(recordJsonLd(inventedPaper, invented)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ScholarlyArticle',
      '@id': 'https://salon.example/2024/papers/wit-costs-40',
      url: 'https://salon.example/2024/papers/wit-costs-40',
      name: inventedPaper.title,
      headline: inventedPaper.title,
      inLanguage: 'en',
      isPartOf: {
        '@type': 'Collection',
        '@id': 'https://salon.example/2024/papers',
        name: 'Papers, Workshop on Wit & Machines',
        url: 'https://salon.example/2024/papers',
        about,
      },
      publisher,
      dateModified: '2024-11-21T08:30:00.000Z',
      datePublished: '2024-11-20',
      author: [
        {
          '@type': 'Person',
          '@id': 'https://orcid.org/0000-0002-1825-0097',
          name: 'Zoë Ångström',
          affiliation: { '@type': 'Organization', name: 'University of Nowhere' },
        },
        { '@type': 'Person', name: 'Ali Invented, Jr.' },
      ],
      abstract: inventedPaper.summary,
      creativeWorkStatus: 'Non-archival; no official proceedings',
      keywords: ['humour', 'risk & return'],
      license: 'https://creativecommons.org/licenses/by/4.0/',
      copyrightNotice: '© 2024 the authors',
      creditText: '© 2024 the authors',
      usageInfo: signals('no-training').usageInfo,
      encoding: [
        {
          '@type': 'MediaObject',
          name: 'Paper',
          contentUrl: 'https://salon.example/2024/papers/wit-costs-40.pdf',
          encodingFormat: 'application/pdf',
          sha256,
        },
        {
          '@type': 'MediaObject',
          name: 'Poster',
          contentUrl: 'https://salon.example/2024/papers/wit-costs-40/poster.pdf',
          encodingFormat: 'application/pdf',
          sha256,
        },
      ],
    });
  });

  it('names a 3D model as one, with its sides as pictures, because the model is not handed out', () => {
    const record = { ...inventedPainting, files: [turned()] };
    const at = (name: string) => `https://salon.example/2024/works/low-tide/main-${name}.jpg`;
    expect(recordJsonLd(record, invented).associatedMedia).toEqual([
      {
        '@type': '3DModel',
        name: 'Main work',
        description: 'A picture, 960 by 720, invented.',
        image: ['960', 'view-07', 'view-13', 'view-19', 'view-25', 'view-26'].map(at),
      },
    ]);
  });

  it('is an artwork with medium, size, edition, award, and how it was made', () => {
    const picture = 'https://salon.example/2024/works/low-tide/main-960.jpg';
    expect(recordJsonLd(inventedPainting, invented)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'VisualArtwork',
      '@id': 'https://salon.example/2024/works/low-tide',
      url: 'https://salon.example/2024/works/low-tide',
      name: 'جزر منخفض',
      inLanguage: 'ar',
      isPartOf: works,
      publisher,
      dateModified: '2024-11-21T08:30:00.000Z',
      datePublished: '2024-11-20',
      creator: [{ '@type': 'Role', roleName: 'Artist', creator: { '@type': 'Person', name: 'Mina Okafor' } }],
      description: 'ماء ينسحب.',
      genre: ['Image'],
      artform: 'Image',
      artMedium: 'oil on canvas',
      artEdition: '1 of 3',
      size: '60 × 40 cm',
      dateCreated: '2023',
      digitalSourceType: 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource',
      accessibilityFeature: ['alternativeText', 'longDescription'],
      accessibilitySummary: 'A description of the image in words',
      copyrightNotice: '© 2023 Mina Okafor',
      creditText: '© 2023 Mina Okafor',
      usageInfo: signals('reserve-all').usageInfo,
      award: 'Prize of the house',
      thumbnailUrl: picture,
      image: picture,
      associatedMedia: [
        {
          '@type': 'ImageObject',
          name: 'Main work',
          contentUrl: 'https://salon.example/2024/works/low-tide/main-1600.jpg',
          encodingFormat: 'image/jpeg',
          description: 'A grey beach at dusk.',
          width: 1600,
          height: 800,
          sha256,
        },
      ],
    });
  });

  it('is a film with its file, still, length, captions and what may flash', () => {
    const { isPartOf: _, publisher: __, ...film } = recordJsonLd(inventedFilm, invented);
    const still = 'https://salon.example/2024/works/four-minutes/main-still.jpg';
    expect(film).toEqual({
      '@context': 'https://schema.org',
      '@type': 'VideoObject',
      '@id': 'https://salon.example/2024/works/four-minutes',
      url: 'https://salon.example/2024/works/four-minutes',
      name: 'Four Minutes',
      inLanguage: 'en',
      dateModified: '2024-11-21T08:30:00.000Z',
      datePublished: '2024-11-20',
      uploadDate: '2024-11-20',
      creator: [
        {
          '@type': 'Role',
          roleName: 'Director',
          creator: {
            '@type': 'Person',
            '@id': 'https://orcid.org/0000-0001-5109-3700',
            name: 'Dara Director',
          },
        },
        {
          '@type': 'Role',
          roleName: 'Producer',
          creator: { '@type': 'Organization', name: 'The Tin & Wire Collective' },
        },
      ],
      description: inventedFilm.summary,
      genre: ['Film'],
      duration: 'PT4M10S',
      accessibilityFeature: ['captions'],
      accessibilityHazard: ['flashing'],
      contentRating: 'Content notes: Flashing light',
      copyrightNotice: '© 2023 Mina Okafor',
      creditText: '© 2023 Mina Okafor',
      usageInfo: signals('reserve-all').usageInfo,
      thumbnailUrl: still,
      image: still,
      contentUrl: 'https://salon.example/2024/works/four-minutes/main.mp4',
      encodingFormat: 'video/mp4',
    });
  });

  it('hands out no picture of a work whose content note would be looked past', () => {
    const sound = recordJsonLd(inventedSound, invented);
    expect([
      sound['@type'],
      sound.contentUrl,
      sound.duration,
      sound.contentRating,
      sound.accessibilityFeature,
      sound.accessibilityHazard,
      sound.thumbnailUrl,
      sound.image,
    ]).toEqual([
      'AudioObject',
      'https://salon.example/2024/works/a-room/main.m4a',
      'PT1H5S',
      'Content notes: Violence, Loud or sudden sound',
      ['alternativeText', 'transcript'],
      ['sound'],
      undefined,
      undefined,
    ]);
  });

  it('says how long a piece takes that is not played, as schema.org has it', () => {
    const game = {
      ...inventedSound,
      work: { ...inventedSound.work!, forms: [{ key: 'game', label: 'Game' }] },
    };
    const { '@type': type, duration, timeRequired } = recordJsonLd(game, invented);
    expect([type, duration, timeRequired]).toEqual(['VideoGame', undefined, 'PT1H5S']);
  });

  it('of a work that was taken down says that alone', () => {
    expect(recordJsonLd(inventedTombstone, invented)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'CreativeWork',
      '@id': 'https://salon.example/2024/works/gone',
      url: 'https://salon.example/2024/works/gone',
      name: 'Gone',
      inLanguage: 'en',
      isPartOf: works,
      publisher,
      dateModified: '2024-11-21T08:30:00.000Z',
      creativeWorkStatus: 'Withdrawn',
      description: 'Taken down at the wish of its creator on 10 January 2025.',
    });
  });

  it('stays data inside a page, whatever a title says', () => {
    const block = dataBlock(recordJsonLd(inventedWeb, invented));
    expect([
      /[<>&\u2028\u2029]/.test(block),
      (JSON.parse(block) as { name: string }).name,
      dataBlock('</script>&\u2028<!--'),
    ]).toEqual([false, 'Press Here </script>', String.raw`"\u003c/script\u003e\u0026\u2028\u003c!--"`]);
  });

  it('says how a work was made only where schema.org has the word', () => {
    expect(
      [
        'trainedAlgorithmicMedia',
        'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia',
        'digitalCreation',
        'computationalCapture',
        'humanEdits',
        '',
      ].map(digitalSource),
    ).toEqual([
      'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
      'https://schema.org/AlgorithmicMediaDigitalSource',
      'https://schema.org/DigitalArtDigitalSource',
      'https://schema.org/MultiFrameComputationalCaptureDigitalSource',
      '',
      '',
    ]);
  });
});
