import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleFile, loadExample } from './load.ts';

const { settings, calls, extensions, cast, submissions } = loadExample();
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

describe('the invented submissions', () => {
  const of = (call: string) => submissions.filter((submission) => submission.call === call);
  const callOf = (key: string) => calls.find((call) => call.key === key);
  const credits = submissions.flatMap((submission) => submission.credits);

  test('are 21 papers and 15 works, as many as were accepted in 2024', () => {
    expect([of('papers').length, of('creative-work').length]).toEqual([21, 15]);
  });

  test('choose only topics, kinds and forms that their call offers', () => {
    const foreign = submissions.flatMap(({ call: key, topics, kinds }) => {
      const call = callOf(key);
      const offered = [...(call?.topics?.options ?? []), ...(call?.kinds?.options ?? [])].map(
        (option) => option.key,
      );
      return [...topics, ...kinds].filter(
        (chosen) => !offered.includes(chosen) && !chosen.startsWith('other: '),
      );
    });
    expect(foreign).toEqual([]);
    const forms = of('creative-work').flatMap((work) => work.kinds);
    const media =
      'visual-2d photography writing-poetry writing-prose music-fixed sound-art film animation game';
    const more = 'interactive-web mathematics performance sculpture-object installation xr software';
    expect(`${media} ${more}`.split(' ').filter((form) => !forms.includes(form))).toEqual([]);
  });

  test('answer every question that must be answered, and none that is not asked', () => {
    const wrong = submissions.flatMap(({ key, call, answers }) => {
      const questions = callOf(call)?.questions ?? [];
      return [
        ...questions
          .filter((q) => q.required && answers[q.key] === undefined)
          .map((q) => `${key} lacks ${q.key}`),
        ...Object.keys(answers)
          .filter((asked) => !questions.some((q) => q.key === asked))
          .map((asked) => `${key} answers ${asked}`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test('answer choices with what is offered', () => {
    const wrong = submissions.flatMap(({ key, call, answers }) =>
      (callOf(call)?.questions ?? []).flatMap((question) => {
        const answer = answers[question.key];
        if (answer === undefined || !['choice', 'choices', 'yes-no'].includes(question.type)) return [];
        const offered =
          question.type === 'yes-no' ? ['yes', 'no'] : question.options.map((option) => option.key);
        return [answer]
          .flat()
          .filter((chosen) => !offered.includes(String(chosen)) && !String(chosen).startsWith('other: '))
          .map((chosen) => `${key}: ${question.key} = ${String(chosen)}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('come from people whose address stands for one name, and from the cast where they say so', () => {
    const names = new Map(credits.map((credit) => [credit.email, credit.name]));
    expect(credits.filter((credit) => names.get(credit.email) !== credit.name)).toEqual([]);
    const claims = credits.filter((credit) => credit.person !== undefined);
    const known = cast.map(({ key, name, email }) => `${key} ${name} ${email}`);
    expect(claims.filter(({ person, name, email }) => !known.includes(`${person} ${name} ${email}`))).toEqual(
      [],
    );
    expect([...new Set(claims.map((claim) => claim.person))].sort()).toEqual([
      'ivanna',
      'mithal',
      'pat',
      'reiko',
    ]);
  });

  test('hold what strains a page: 48 authors, a title of 200 characters, a single name, Arabic, an emoji', () => {
    const titles = submissions.map((submission) => submission.title);
    expect({
      authors: Math.max(...submissions.map((submission) => submission.credits.length)),
      long: titles.some((title) => title.length >= 200),
      singleName: credits.some((credit) => /^\p{L}+$/u.test(credit.name)),
      arabic: titles.some((title) => /\p{Script=Arabic}/u.test(title)),
      emoji: titles.some((title) => /\p{Extended_Pictographic}/u.test(title)),
      kinds: [...new Set(credits.map((credit) => credit.kind))].sort(),
    }).toEqual({
      authors: 48,
      long: true,
      singleName: true,
      arabic: true,
      emoji: true,
      kinds: ['collective', 'person', 'pseudonym'],
    });
  });

  test('came with real files, no more than six megabytes together', () => {
    const paths = submissions.flatMap((submission) => submission.files.map((file) => file.path));
    const sizes = paths.map((path) => statSync(exampleFile(path)).size);
    expect(sizes.filter((size) => size === 0)).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
  });

  test('were handed in between the opening and the extended deadline', () => {
    const outside = submissions.filter(
      ({ submitted }) => submitted < '2024-07-22T16:00:00Z' || submitted >= '2024-09-13T12:00:00Z',
    );
    expect(outside).toEqual([]);
  });
});
