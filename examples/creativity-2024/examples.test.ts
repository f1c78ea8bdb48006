import { describe, expect, test } from 'vitest';
import { loadExample } from './load.ts';

const { settings, calls, extensions, cast } = loadExample();
const sessions = settings.programme.sessions;

describe('the reference edition', () => {
  test('has the rows of the published schedule, and the table of places as it was published', () => {
    const perDay = (rows: { day: string }[]) =>
      settings.about.days.map((day) => rows.filter((row) => row.day === day).length);
    expect(perDay(sessions)).toEqual([17, 5]);
    expect(perDay(settings.programme.published ?? [])).toEqual([6, 1]);
  });

  test('keeps the contradiction between the schedule and the table of places', () => {
    const lunch = sessions.find((session) => session.key === 'saturday-lunch');
    const table = settings.programme.published?.find((row) => row.where.startsWith('Lunch'));
    expect([lunch?.start, table?.start]).toEqual(['11:45', '12:00']);
  });

  test('names only people and places that it introduces', () => {
    const people = new Set(settings.people.map((person) => person.key));
    const places = new Set(settings.places.flatMap((p) => [p.key, ...p.rooms.map((room) => room.key)]));
    const named = [
      ...sessions.flatMap((session) => session.people.map((person) => person.person)),
      ...settings.roundtables.map((table) => table.moderator),
    ];
    const used = [
      ...sessions.flatMap((session) => session.places),
      ...settings.places.flatMap((place) => place.walking.map((walk) => walk.from)),
    ];
    expect(named.filter((key) => !people.has(key))).toEqual([]);
    expect(used.filter((key) => !places.has(key))).toEqual([]);
  });

  test('gives everyone on the programme the role that the schedule gives them', () => {
    const missing = sessions.flatMap((session) =>
      session.people.filter(
        ({ person, role }) => !settings.people.find((p) => p.key === person)?.roles.includes(role),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('has seven round tables in the room and two online, six with a white paper', () => {
    const count = (keep: (table: (typeof settings.roundtables)[number]) => boolean) =>
      settings.roundtables.filter(keep).length;
    expect({
      inPerson: count((t) => t.mode === 'in-person'),
      online: count((t) => t.mode === 'online'),
      whitePapers: count((t) => t.whitePaper),
    }).toEqual({ inPerson: 7, online: 2, whitePapers: 6 });
  });

  test('has every key once', () => {
    const lists = [
      sessions,
      settings.people,
      settings.places,
      settings.places.flatMap((place) => place.rooms),
      settings.roundtables,
      cast,
      ...calls.flatMap((call) => [
        call.questions,
        call.agreements,
        call.topics?.options ?? [],
        call.kinds?.options ?? [],
      ]),
    ];
    const twice = lists.flatMap((list) => {
      const keys = list.map((item) => item.key);
      return keys.filter((key, i) => keys.indexOf(key) !== i);
    });
    expect(twice).toEqual([]);
  });
});

describe('the two calls', () => {
  test('close at the end of 2 September, anywhere on earth, and were moved once to the 12th', () => {
    const first = { date: '2024-09-02', time: '23:59', zone: 'AoE' };
    const second = { date: '2024-09-12', time: '23:59', zone: 'AoE' };
    expect(calls.map((call) => [call.key, call.kind, call.deadline, call.decisionsOn])).toEqual([
      ['papers', 'paper', first, '2024-10-09'],
      ['creative-work', 'work', first, '2024-10-09'],
    ]);
    expect(extensions.map(({ call, from, to }) => ({ call, from, to }))).toEqual(
      calls.map((call) => ({ call: call.key, from: first, to: second })),
    );
  });

  test('offer ten topics and other, two kinds of paper, and twenty forms of work and other', () => {
    const [papers, works] = calls;
    expect([papers?.topics?.options.length, papers?.topics?.other]).toEqual([10, true]);
    expect(papers?.kinds?.options.map((kind) => kind.key)).toEqual(['technical', 'perspective']);
    expect([works?.kinds?.options.length, works?.kinds?.several, works?.kinds?.other]).toEqual([
      20,
      true,
      true,
    ]);
  });

  test('ask only questions whose conditions name an earlier question and an answer it can have', () => {
    const wrong = calls.flatMap((call) =>
      call.questions.filter((question, i) => {
        if (!question.when) return false;
        const { question: key, is } = question.when;
        const asked = call.questions.slice(0, i).find((earlier) => earlier.key === key);
        const answers = asked?.type === 'yes-no' ? ['yes', 'no'] : asked?.options.map((option) => option.key);
        return !answers?.includes(is);
      }),
    );
    expect(wrong).toEqual([]);
  });
});

test('the cast covers every role, and one organizer is an author as well', () => {
  expect(cast.map((person) => person.roles.join(' and '))).toEqual([
    'organizer',
    'organizer and author',
    'author',
    'co-author',
    'creator',
    'reviewer',
    'juror',
    'attendee',
  ]);
});
