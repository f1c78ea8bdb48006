import { describe, expect, it } from 'vitest';
import { loadExample } from '../../../../examples/creativity-2024/load.ts';
import {
  invented,
  inventedEdition,
  inventedPaper,
  inventedTombstone,
} from '../../../../tests/public-records.ts';
import { eventJsonLd, instantIn } from './event.ts';

const mode = (name: string) => `https://schema.org/${name}EventAttendanceMode`;
const scheduled = 'https://schema.org/EventScheduled';
const virtual = { '@type': 'VirtualLocation', url: 'https://salon.example/2024/programme' };
const sana = {
  '@type': 'Person',
  '@id': 'https://salon.example/2024/people/sana',
  name: 'Sana Speaker',
  affiliation: { '@type': 'Organization', name: 'University of Nowhere' },
};

describe('an edition as an event', () => {
  it('is in a place and online, with a part for each session and the papers in it', () => {
    const session = { key: 'talk', title: 'Talk', day: '2024-12-14', start: '09:30', end: '10:30' };
    const records = [
      { ...inventedPaper, session },
      { ...inventedTombstone, session },
    ];
    expect(eventJsonLd(invented, records)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Event',
      '@id': 'https://salon.example/2024/#event',
      url: 'https://salon.example/2024/',
      name: 'Workshop on Wit & Machines',
      description: 'Two days about wit, by people who are invented.',
      startDate: '2024-12-14T09:00:00+00:00',
      endDate: '2024-12-14T10:30:00+00:00',
      eventStatus: scheduled,
      eventAttendanceMode: mode('Mixed'),
      location: [{ '@type': 'Place', name: 'Harbour Hall', address: '1 Quay Street, Lisbon' }, virtual],
      inLanguage: 'en',
      organizer: [
        { '@type': 'Person', '@id': 'https://salon.example/2024/people#otto', name: 'Otto Organizer' },
      ],
      performer: [sana],
      subEvent: [
        {
          '@type': 'Event',
          '@id': 'https://salon.example/2024/programme#opening',
          name: 'Opening',
          startDate: '2024-12-14T09:00:00+00:00',
          endDate: '2024-12-14T09:30:00+00:00',
          eventStatus: scheduled,
          eventAttendanceMode: mode('Offline'),
          location: [{ '@type': 'Place', name: 'Room 1, Harbour Hall', address: '1 Quay Street, Lisbon' }],
          superEvent: { '@id': 'https://salon.example/2024/#event' },
        },
        {
          '@type': 'Event',
          '@id': 'https://salon.example/2024/sessions/talk',
          name: 'Laughing <last>',
          description: 'Why the joke comes first.',
          startDate: '2024-12-14T09:30:00+00:00',
          endDate: '2024-12-14T10:30:00+00:00',
          eventStatus: scheduled,
          eventAttendanceMode: mode('Mixed'),
          location: [
            { '@type': 'Place', name: 'Room 1, Harbour Hall', address: '1 Quay Street, Lisbon' },
            virtual,
          ],
          performer: [sana],
          superEvent: { '@id': 'https://salon.example/2024/#event' },
          workFeatured: [
            { '@id': 'https://salon.example/2024/papers/wit-costs-40', name: inventedPaper.title },
          ],
        },
      ],
    });
  });

  it('knows only its days while there is no programme', () => {
    const settings = { ...inventedEdition, programme: { ...inventedEdition.programme, sessions: [] } };
    const event = eventJsonLd({ ...invented, settings }, []);
    expect([event.startDate, event.endDate, event.subEvent]).toEqual(['2024-12-14', '2024-12-15', undefined]);
  });

  it('tells times as the clock of the place does, over midnight and over a change of clocks', () => {
    const [first] = inventedEdition.programme.sessions;
    const late = { ...first!, start: '23:00', end: '00:30' };
    const settings = { ...inventedEdition, programme: { ...inventedEdition.programme, sessions: [late] } };
    expect([
      eventJsonLd({ ...invented, settings }, []).endDate,
      instantIn('2024-12-14', '09:00', 'America/Vancouver'),
      instantIn('2024-07-14', '09:00', 'America/Vancouver'),
    ]).toEqual(['2024-12-15T00:30:00+00:00', '2024-12-14T09:00:00-08:00', '2024-07-14T09:00:00-07:00']);
  });

  it('says of the reference edition when, where and how it could be attended', () => {
    const { settings } = loadExample();
    const event = eventJsonLd({ base: 'https://salon.example', slug: '2024', settings }, []);
    expect([
      event.startDate,
      event.endDate,
      event.eventAttendanceMode,
      (event.location as { '@type': string; name?: string }[]).map((place) => place.name ?? place['@type']),
      (event.subEvent as unknown[]).length,
    ]).toEqual([
      '2024-12-14T08:45:00-08:00',
      '2024-12-15T14:00:00-08:00',
      mode('Mixed'),
      ['Vancouver Convention Centre (NeurIPS)', 'Pinnacle Hotel Harbourfront', 'VirtualLocation'],
      22,
    ]);
  });
});
