/** What a reader finds on the page of a work. All people and works are invented. */
import { describe, expect, it } from 'vitest';
import type { PublicRecord } from '#app/features/works/record.ts';
import { ai, file, picture, rendition, tiles, turned, vertical, work } from '../../../../tests/records.ts';
import { attribute, drawn, links, tags } from '../../../../tests/drawn.ts';
import { recordAddress } from '../record-address.ts';
import Awards from './Awards.svelte';
import Gallery from './Gallery.svelte';
import WorkPage from './WorkPage.svelte';
import { toBeRead } from './showing.ts';

const page = (record: PublicRecord, more: object = {}) =>
  drawn(WorkPage, recordAddress('2024', record), { record, ...more });

describe('the page of a work', () => {
  it('shows the work before anything else, in every format and width there is', () => {
    const { body } = page(work('low-tide', { files: [picture([4000, 3000])] }));
    expect(body.indexOf('<img')).toBeLessThan(body.indexOf('<h1'));
    expect(tags(body, 'source').map((one) => [attribute(one, 'type'), attribute(one, 'srcset')])).toEqual(
      ['avif', 'webp'].map((type) => [
        `image/${type}`,
        `low-tide/main-480.${type} 480w, low-tide/main-960.${type} 960w, low-tide/main-1600.${type} 1600w`,
      ]),
    );
    const [img] = tags(body, 'img');
    expect(['src', 'width', 'height', 'loading'].map((name) => attribute(img!, name))).toEqual([
      'low-tide/main-960.jpg',
      '1600',
      '1200',
      undefined,
    ]);
  });

  it('leads to the largest picture, and tells the lens where its tiles are', () => {
    const shown = picture([1200, 1500]);
    shown.renditions.push(...tiles('main', [1200, 1500]));
    const { body } = page(work('low-tide', { files: [shown] }));
    const link = tags(body, 'a').find((one) => one.includes('data-closer'))!;
    expect(
      ['href', 'data-tile', 'data-tile-size', 'data-width', 'data-height', 'data-factors'].map((name) =>
        attribute(link, name),
      ),
    ).toEqual([
      'low-tide/main-960.jpg',
      'low-tide/main/0%2C0%2C512%2C512/512%2C512/0/default.jpg',
      '512',
      '1200',
      '1500',
      '1 2 4',
    ]);
  });

  it('says who made it, of what, when and how large, how AI was used and how that is known', () => {
    const { words } = page(
      work('low-tide', {
        title: 'Low Tide',
        work: {
          ai,
          seconds: 250,
          size: '',
          edition: '2 of 5',
          access: [{ key: 'captions', label: 'Captions' }],
        },
        award: { name: 'Creative work prize', words: 'For its calm.' },
      }),
      { citation: [{ label: 'BibTeX', text: '@misc{low}', file: '2024/works/low-tide/cite.bib' }] },
    );
    for (const said of [
      'Low Tide Marama Fictus , artist Creative work prize',
      'Form Visual art Medium Ink on paper Year 2024 Length 4 min 10 s Edition 2 of 5',
      'Statement The first paragraph, invented. The second one, in two lines.',
      'People’s work with generated parts A tenth of the lines. Its part Drafting, then replaced Systems Imaginary Diffusion 3, Nowhere Labs : the sky',
      'The creator says so, and gave the organizers files that show how it was made: sketches, layers or sessions. No detector was asked.',
      'Access Captions',
      '© 2024 Marama Fictus All rights reserved',
      'For AI systems: Search engines may list it. No AI training, no answers made from it by AI, no text or data mining.',
      'These are notices, not walls',
      'Ask for a takedown',
      'For its calm.',
      '@misc{low}',
    ])
      expect(words).toContain(said);
  });

  it('covers what has a content note until somebody asks, by the browser’s own means', () => {
    const record = work('flash', { work: { contentNotes: [{ key: 'flashing', label: 'Flashing light' }] } });
    const { body } = page(record);
    expect(
      /<details[^>]*>\s*<summary[^]*?Flashing light[^]*?Show it[^]*?<\/summary>[^]*?<img[^]*?<\/details>/.test(
        body,
      ),
    ).toBe(true);
    expect(tags(body, 'details').filter((one) => / open/.test(one))).toEqual([]);
    expect(page(work('calm')).body).not.toContain('<details');
  });

  it('plays a film only when asked, with its captions, which can also be read', () => {
    const record = vertical();
    const captions = toBeRead(record)[0]!;
    const contents = {
      [captions.sha256]: 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Look &amp; see\n\nNOTE none\n',
    };
    const { body, words } = page(record, { contents });
    const [video] = tags(body, 'video');
    expect(
      ['preload', 'poster', 'width', 'height', 'autoplay', 'aria-label'].map((name) =>
        attribute(video!, name),
      ),
    ).toEqual(['none', 'vertical-hold/main-960.jpg', '1080', '1920', undefined, 'A film held upright.']);
    expect(tags(body, 'track').map((one) => [attribute(one, 'kind'), attribute(one, 'src')])).toEqual([
      ['captions', 'vertical-hold/main.vtt'],
    ]);
    expect(words).toContain('Captions to read 00:01 Look &amp; see');
  });

  it('draws a sound from its peaks and prints its transcript', () => {
    const peaks = rendition('peaks', 'main.json', 'application/json');
    const spoken = rendition('transcript', 'main.txt', 'text/plain');
    const sound = file({
      kind: 'audio',
      seconds: 194,
      renditions: [rendition('sound', 'main.mp3', 'audio/mpeg'), peaks, spoken],
    });
    const record = work('loom', { files: [sound] });
    expect(toBeRead(record)).toEqual([peaks, spoken]);
    const { body, words } = page(record, {
      contents: { [peaks.sha256]: '[0,0.5,1]', [spoken.sha256]: 'Somebody hums.' },
    });
    expect(body).toContain('<title>Loudness over time, 3 min 14 s</title>');
    expect(attribute(tags(body, 'audio')[0]!, 'preload')).toBe('none');
    expect(words).toContain('Transcript Somebody hums.');
  });

  it('runs a web piece behind a click, in a sandbox, and only from another host name', () => {
    const entry = rendition('web', 'piece/index.html', 'text/html');
    const record = work('room', { files: [file({ kind: 'web', renditions: [entry] })] });
    const address = 'https://elsewhere.example/piece/index.html';
    const { body, words } = page(record, { places: { [entry.sha256]: address } });
    const [frame] = tags(body, 'iframe');
    expect(['src', 'sandbox', 'allow', 'referrerpolicy'].map((name) => attribute(frame!, name))).toEqual([
      address,
      'allow-scripts',
      '',
      'no-referrer',
    ]);
    expect(body.indexOf('<details')).toBeLessThan(body.indexOf('<iframe'));
    expect(words).toContain('locked away from this site, fetched from elsewhere.example');
    const without = page(record);
    expect([
      tags(without.body, 'iframe'),
      links(without.body).filter((link) => link.includes('piece')),
    ]).toEqual([[], []]);
    expect(without.words).toContain('It is not played here');
  });

  it('says of a link when it was handed in, and that what is there may have changed since', () => {
    const links = [{ label: 'The piece', url: 'https://piece.example.org/', note: '', on: '2024-09-03' }];
    expect(page(work('far', { files: [], links })).words).toContain(
      'The piece leads to another site Handed in with the work on Tuesday 3 September 2024 . What is there may have changed since, or gone.',
    );
  });

  it('shows a 3D model by the names of its sides, with the views that a script may turn to', () => {
    const { body, words } = page(work('cube', { files: [turned()] }));
    expect(words).toContain(
      'from the front from the right from behind from the left from above from below A 3D model of 4,608 triangles, in pictures from all sides',
    );
    const sides = tags(body, 'a').filter((link) => link.includes('data-view'));
    expect(sides.map((link) => attribute(link, 'href'))).toEqual([
      'cube/main-480.jpg',
      ...['07', '13', '19', '25', '26'].map((view) => `cube/main-view-${view}.jpg`),
    ]);
    const [stage] = tags(body, 'div').filter((one) => one.includes('data-turn'));
    const said = attribute(stage!, 'data-turn')!.split('|');
    expect([said.length, said[0], said[6], said[25]]).toEqual([
      26,
      'View 1 of 24, from the front',
      'View 7 of 24, from the right',
      'from below',
    ]);
    expect(words).not.toContain('download');
  });

  it('lends a film, a sound or a web piece the picture that lies beside it', () => {
    const beside = picture([1280, 720], { stem: 'capture', role: 'capture', alt: 'The room, captured.' });
    const bare = { alt: 'The piece.', renditions: [] as ReturnType<typeof rendition>[] };
    const pieces = [
      file({ ...bare, kind: 'video', renditions: [rendition('film', 'main.mp4', 'video/mp4')] }),
      file({ ...bare, kind: 'audio', renditions: [rendition('sound', 'main.mp3', 'audio/mpeg')] }),
      file({ ...bare, kind: 'web', renditions: [rendition('web', 'piece/index.html', 'text/html')] }),
    ];
    for (const piece of pieces) {
      const record = work('room', { files: [piece, beside] });
      const { body, words } = page(record);
      expect(links(body)).toContain('room/capture-960.jpg');
      expect(words).not.toContain('More of this work');
      const gallery = drawn(Gallery, '2024/works', { records: [record] });
      expect(tags(gallery.body, 'img').map((img) => attribute(img, 'alt'))).toEqual(['The room, captured.']);
    }
  });

  it('hangs a series as one strip that a keyboard reaches', () => {
    const files = ['a', 'b', 'c'].map((stem, at) =>
      picture([900, 600], { stem, role: at === 0 ? 'main' : 'supplementary' }),
    );
    const { body, words } = page(work('series', { files }));
    expect(body).toContain('tabindex="0" role="region" aria-label="3 pictures, side by side"');
    expect(tags(body, 'img').map((one) => attribute(one, 'loading'))).toEqual([undefined, 'lazy', 'lazy']);
    expect(words).toContain('3 of 3');
  });

  it('prints a text to be read, lines and all', () => {
    const text = rendition('document', 'main.txt', 'text/plain; charset=utf-8');
    const record = work('poem', { language: 'ar', files: [file({ kind: 'text', renditions: [text] })] });
    expect(page(record).words).toContain('Read the text plain text, 48 kB');
    const { body } = page(record, { contents: { [text.sha256]: 'سألت جدتي\nعن الوصفة\n\nوسكتت' } });
    expect(body).toMatch(
      /lang="ar"[^>]*><p dir="auto"[^>]*>سألت جدتي\nعن الوصفة<\/p><p dir="auto"[^>]*>وسكتت<\/p>/,
    );
  });

  it('shows nothing of a work that was taken down, whatever the record still holds', () => {
    const gone = {
      ...work('low-tide', { award: { name: 'Creative work prize', words: 'For its calm.' } }),
      title: '',
      tombstone: { on: '2024-12-20', words: 'Its creator asked for it.' },
    };
    const { head, body, words } = page(gone, { citation: [{ label: 'BibTeX', text: '@x', file: 'x.bib' }] });
    expect(words).toBe(
      '← All accepted works This work is no longer shown Marama Fictus , artist Its creator asked for it. Taken down on Friday 20 December 2024 . The address stays, so that nobody looks for what is not lost but gone. Write to the organizers about it',
    );
    expect(links(body)).toEqual(['../works.html', '../contact.html?about=works/low-tide']);
    expect(head).toContain('noindex');
    const records = [gone, work('other')];
    const elsewhere = [Gallery, Awards].map((List) => drawn(List, '2024/works', { records }).body).join('');
    expect(elsewhere).not.toContain('low-tide');
  });
});
