/** Owns the hand-ins of the manifest that are files beside each other, as artists name them. */
import { gif, jpeg, png } from '#app/preflight/corpus/images.ts';
import { film, wav } from '#app/preflight/corpus/media.ts';
import { madePdf } from '#app/preflight/corpus/pdfs.ts';
import { text, work, type Case } from './case.ts';

const pdf = madePdf(['About the sea.']);
const mp4 = await film({ seconds: 4, sound: true });
const long = await film({ seconds: 75 });
const picture = png(9, 9);
const html = text('<!DOCTYPE html><html><body>sea</body></html>');

const complete: Case[] = [
  ...(
    [
      ['Sea_main.png', picture],
      ['Sea_main.jpg', jpeg()],
      ['Sea_main.gif', gif(3)],
      ['Sea_main.wav', wav(0.5)],
      ['Sea_main.mp4', mp4],
      ['Sea_video.mp4', mp4],
      ['Sea_main.txt', text('a poem about the sea')],
      ['Sea_main.md', text('# Sea\n\na poem')],
    ] as [string, Uint8Array][]
  ).map(([name, bytes]) =>
    work(
      `${name} with its description`,
      [
        { name, bytes },
        { name: 'Sea_description.pdf', bytes: pdf },
      ],
      'accept',
    ),
  ),
  work(
    'a film as the main work may be long',
    [
      { name: 'Sea_main.mp4', bytes: long },
      { name: 'Sea_description.pdf', bytes: pdf },
    ],
    'accept',
  ),
  work(
    'main and video',
    [
      { name: 'Sea_main.png', bytes: picture },
      { name: 'Sea_video.mp4', bytes: mp4 },
      { name: 'Sea_description.pdf', bytes: pdf },
    ],
    'accept',
  ),
  ...[
    'Sea_supplementary_1.txt',
    'Sea_supp.txt',
    'Sea_supplementary.txt',
    'Sea supplement 2.txt',
    'supplementary/notes.txt',
  ].map((name) =>
    work(
      `a supplement called ${name}`,
      [
        { name: 'Sea_main.png', bytes: picture },
        { name: 'Sea_description.pdf', bytes: pdf },
        { name, bytes: text('notes') },
      ],
      'accept',
    ),
  ),
  ...[
    'Sea.png',
    'IMG_2031.PNG',
    'domain.png',
    'final FINAL v2.png',
    'Bildschirmfoto 2024-10-01 um 12.00.01.png',
    '无题.png',
  ].map((name) =>
    work(
      `a picture called ${name} beside a named description`,
      [
        { name, bytes: picture },
        { name: 'Sea_description.pdf', bytes: pdf },
      ],
      'accept',
      'layout.suffix-missing',
    ),
  ),
  work(
    'neither is named',
    [
      { name: 'Sea.png', bytes: picture },
      { name: 'About.pdf', bytes: pdf },
    ],
    'accept-with-warning',
    'layout.suffix-missing',
  ),
];

const broken: Case[] = [
  work(
    'a picture alone in a folder of two',
    [
      { name: 'Sea_main.png', bytes: picture },
      { name: 'Sea_supplementary_1.txt', bytes: text('x') },
    ],
    'reject',
    'layout.no-description',
  ),
  work(
    'a description alone among supplements',
    [
      { name: 'Sea_description.pdf', bytes: pdf },
      { name: 'Sea_supplementary_1.txt', bytes: text('x') },
    ],
    'reject',
    'layout.no-main',
  ),
  work(
    'two mains',
    [
      { name: 'Sea_main.png', bytes: picture },
      { name: 'Sea_main.jpg', bytes: jpeg() },
      { name: 'Sea_description.pdf', bytes: pdf },
    ],
    'reject',
    'layout.two-mains',
  ),
  work(
    'a description in words',
    [
      { name: 'Sea_main.png', bytes: picture },
      { name: 'Sea_description.txt', bytes: text('the sea') },
    ],
    'reject',
    'layout.description-not-pdf',
  ),
  work(
    'a long video',
    [
      { name: 'Sea_main.png', bytes: picture },
      { name: 'Sea_video.mp4', bytes: long },
      { name: 'Sea_description.pdf', bytes: pdf },
    ],
    'accept-with-warning',
    'video.too-long',
  ),
  work(
    'a video that is no mp4',
    [
      { name: 'Sea_video.webm', bytes: await film({ seconds: 3, container: 'webm', codec: 'vp9' }) },
      { name: 'Sea_description.pdf', bytes: pdf },
    ],
    'accept-with-warning',
    'layout.video-not-mp4',
  ),
  work(
    'titles that differ',
    [
      { name: 'Sea_main.png', bytes: picture },
      { name: 'Sky_description.pdf', bytes: pdf },
    ],
    'accept',
    'layout.title-mismatch',
  ),
  work(
    'the title of the template',
    [
      { name: '<artwork name>_main.png', bytes: picture },
      { name: '<artwork name>_description.pdf', bytes: pdf },
    ],
    'accept-with-warning',
    'layout.placeholder-title',
    'name.suspicious',
  ),
  work(
    'a name without an ending',
    [
      { name: 'Sea_main', bytes: picture },
      { name: 'Sea_description.pdf', bytes: pdf },
    ],
    'accept-with-warning',
    'layout.no-extension',
  ),
  work(
    'two endings',
    [
      { name: 'Sea_main.png.jpg', bytes: jpeg() },
      { name: 'Sea_description.pdf', bytes: pdf },
    ],
    'accept-with-warning',
    'layout.double-extension',
    'layout.suffix-missing',
  ),
  work(
    'a web piece',
    [
      { name: 'index.html', bytes: html },
      { name: 'Sea_description.pdf', bytes: pdf },
    ],
    'accept-with-warning',
    'layout.suffix-missing',
    'type.active-content',
  ),
  work(
    'a program',
    [
      { name: 'Sea_main.exe', bytes: Uint8Array.from([0x4d, 0x5a, ...new Uint8Array(200)]) },
      { name: 'Sea_description.pdf', bytes: pdf },
    ],
    'accept-with-warning',
    'type.executable',
  ),
  work(
    'a program called png',
    [
      { name: 'Sea_main.png', bytes: Uint8Array.from([0x4d, 0x5a, ...new Uint8Array(200)]) },
      { name: 'Sea_description.pdf', bytes: pdf },
    ],
    'reject',
    'type.mismatch',
  ),
  work(
    'a link in place of a film',
    [
      { name: 'Sea_video.txt', bytes: text('https://example.org/film') },
      { name: 'Sea_main.png', bytes: picture },
      { name: 'Sea_description.pdf', bytes: pdf },
    ],
    'accept-with-warning',
    'layout.link',
    'layout.suffix-missing',
  ),
  work('a lone PDF', [{ name: 'Sea.pdf', bytes: pdf }], 'accept-with-warning', 'layout.lone-pdf'),
  work(
    'a lone description',
    [{ name: 'Sea_description.pdf', bytes: pdf }],
    'accept-with-warning',
    'layout.no-main',
  ),
  ...(['png', 'jpg', 'gif'] as const).map((ending) =>
    work(
      `a lone picture ${ending}`,
      [{ name: `Sea.${ending}`, bytes: { png: picture, jpg: jpeg(), gif: gif(2) }[ending] }],
      'accept',
    ),
  ),
  work('a lone film', [{ name: 'Sea.mp4', bytes: mp4 }], 'accept'),
  work('a lone long film', [{ name: 'Sea.mp4', bytes: long }], 'accept'),
  work('a lone sound', [{ name: 'Sea.wav', bytes: wav(0.4) }], 'accept'),
];

export const works: Case[] = [...complete, ...broken];
