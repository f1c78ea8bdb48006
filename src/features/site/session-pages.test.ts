import { describe, expect, it } from 'vitest';
import { loadExample } from '../../../examples/creativity-2024/load.ts';
import { drawn, links } from '../../../tests/drawn.ts';
import { checkSection } from '../editions/check.ts';
import type { EditionSite } from './edition-pages.ts';
import { programmeByDay } from './programme.ts';
import SessionPage from './pages/SessionPage.svelte';
import { personPages, sessionPages } from './session-pages.ts';

const { settings } = loadExample();
const site = { slug: '2024', base: 'https://salon.example', settings, records: [] } as unknown as EditionSite;
const days = programmeByDay(settings);
const sessions = sessionPages(site, days, 'Vancouver time');
const people = personPages(site, days);

describe('sessions of the reference edition', () => {
  it('have a page each where somebody speaks or something is said, coffee has none', () => {
    const told = settings.programme.sessions.filter((one) => one.people.length > 0 || one.summary);
    expect(sessions.map(({ place }) => place).sort()).toEqual(
      told.map(({ key }) => `sessions/${key}`).sort(),
    );
    expect(
      sessions.filter(({ data }) => data.row.session.kind === 'coffee' && !data.row.session.summary),
    ).toEqual([]);
  });

  it('lead to the one before and the one after, in the order of the day', () => {
    expect(sessions.map(({ data }) => data.after?.title ?? null)).toEqual([
      ...sessions.slice(1).map(({ title }) => title),
      null,
    ]);
    expect(sessions[0]!.data.before).toEqual(null);
  });

  it('say their time as an instant, and machines that they are part of the workshop', () => {
    const { data, head } = sessions[0]!;
    const { startDate, superEvent, url } = JSON.parse(head.jsonLd!) as Record<string, unknown>;
    expect(new Date(String(startDate))).toEqual(new Date(data.from));
    expect(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(data.from)).toEqual(true);
    expect([superEvent, url]).toEqual([
      { '@id': 'https://salon.example/2024/#event' },
      `https://salon.example/2024/${sessions[0]!.place}`,
    ]);
  });
});

describe('what a session left behind', () => {
  const materials = [
    { kind: 'slides' as const, label: 'Slides (invented)', url: 'https://slides.example/one' },
    { kind: 'recording' as const, label: 'Film (invented)', url: 'https://films.example/one' },
  ];
  const coffee = settings.programme.sessions.find((one) => one.kind === 'coffee')!;
  const left = {
    ...settings,
    programme: { ...settings.programme, sessions: [{ ...coffee, materials }] },
  };
  const [session] = sessionPages({ ...site, settings: left }, programmeByDay(left), 'Vancouver time');

  it('gives it a page that leads there', () => {
    const { words, body } = drawn(SessionPage, `2024/${session!.place}`, {
      title: session!.title,
      ...session!.data,
    });
    expect(words).toContain('Links and materials Slides (invented) slides Film (invented) recording');
    expect(links(body).filter((link) => link.startsWith('http'))).toEqual(materials.map(({ url }) => url));
  });

  it('is told to machines, a recording as one', () => {
    const {
      workFeatured,
      recordedIn,
      '@id': id,
    } = JSON.parse(session!.head.jsonLd!) as Record<string, unknown>;
    expect([id, workFeatured, recordedIn]).toEqual([
      `https://salon.example/2024/sessions/${coffee.key}`,
      [{ '@type': 'CreativeWork', name: 'Slides (invented)', url: 'https://slides.example/one' }],
      [{ '@type': 'CreativeWork', name: 'Film (invented)', url: 'https://films.example/one' }],
    ]);
  });

  it('lies on the web: other addresses are refused in words', () => {
    const problemsOf = (url: string) =>
      checkSection('programme', {
        ...left.programme,
        sessions: [{ ...coffee, materials: [{ ...materials[0]!, url }] }],
      }).problems;
    expect(
      ['javascript:alert(1)', 'mailto:a@example.org', 'slides.pdf', 'http://a.example'].map(problemsOf),
    ).toEqual([
      ...Array.from({ length: 3 }, () => ({
        'sessions.0.materials.0.url': 'Write a full address, https://…',
      })),
      null,
    ]);
  });
});

describe('people of the reference edition', () => {
  it('have a page where they speak, lead a table or have something to say, with all they take part in', () => {
    const speaking = settings.people.filter(
      ({ roles, bio }) => bio || roles.some((role) => ['speaker', 'panelist', 'moderator'].includes(role)),
    );
    expect(people.map(({ place }) => place)).toEqual(speaking.map(({ key }) => `people/${key}`));
    const parts = people.flatMap(({ data }) => data.sessions);
    expect(parts.length).toEqual(
      settings.programme.sessions
        .flatMap((one) => one.people)
        .filter(({ person }) => speaking.some(({ key }) => key === person)).length,
    );
    expect(people.flatMap(({ data }) => data.tables.map(({ key }) => key)).sort()).toEqual(
      settings.roundtables
        .filter(({ moderator }) => speaking.some(({ key }) => key === moderator))
        .map(({ key }) => key)
        .sort(),
    );
  });

  it('lead only to sessions that have a page', () => {
    const there = new Set(sessions.map(({ place }) => place));
    expect(
      people.flatMap(({ data }) => data.sessions).filter(({ key }) => !there.has(`sessions/${key}`)),
    ).toEqual([]);
  });
});
