import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret } from '#app/platform/random.server.ts';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { findViewer } from './queries.server.ts';
import { lookAtSetUp, makeSetUpLink, openSetUp } from './set-up.server.ts';
import { endRole, grantRole, standing } from './standing.server.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const slug = '2024';
const roles = async () =>
  (await standing(world.as('olga'), { slug })).map(({ role, name, address }) => [role, name, address]);

describe('a role in an edition', () => {
  const given = { slug, name: 'Ελένη (invented)', address: 'Eleni@Example.org', role: 'juror' } as const;

  it('is given by organizers by mail address, and the person is told once', async () => {
    expect(await told(grantRole(world.as('jiro'), given))).toMatchObject({ kind: 'missing' });
    expect(await grantRole(world.as('olga'), given)).toEqual({ name: given.name, invited: true });
    expect(await roles()).toEqual([
      ['juror', 'Jiro Juror', 'jiro@example.org'],
      ['juror', 'Ελένη (invented)', 'eleni@example.org'],
      ['organizer', 'Olga Organizer', 'olga@example.org'],
      ['organizer', 'Oscar Second-Organizer', 'oscar@example.org'],
      ['reviewer', 'Rana Reviewer', 'rana@example.org'],
    ]);
    const { rows } = await sql`select to_address as "to", subject from letter`.execute(world.db);
    expect(rows).toEqual([
      { to: 'eleni@example.org', subject: 'You are a juror of The Small Workshop (invented)' },
    ]);
  });

  it('is not given twice, and who is known keeps the name they chose', async () => {
    expect(await told(grantRole(world.as('oscar'), given))).toEqual({
      kind: 'invalid',
      message: 'This person has this role already.',
      fields: { address: 'This person has this role already.' },
    });
    const known = { ...given, name: 'Somebody', address: 'ada@example.org' };
    expect(await grantRole(world.as('oscar'), known)).toEqual({ name: 'Ada Author', invited: false });
  });

  it('who reviews and judges is read by organizers alone', async () => {
    for (const who of ['visitor', 'rana', 'jiro', 'ada'] as const)
      expect(await told(standing(world.as(who), { slug }))).toMatchObject({ kind: 'missing' });
  });

  it('is ended by organizers, and one organizer always remains', async () => {
    const held = await standing(world.as('olga'), { slug });
    const idOf = (name: string) => held.find((row) => row.name === name)!.id;
    await endRole(world.as('olga'), { id: idOf('Jiro Juror') });
    await endRole(world.as('olga'), { id: idOf('Oscar Second-Organizer') });
    expect(await told(endRole(world.as('olga'), { id: idOf('Olga Organizer') }))).toMatchObject({
      message: 'An edition needs at least one organizer. Give the role to somebody else first.',
    });
    expect((await roles()).map(([role]) => role)).toEqual(['juror', 'juror', 'organizer', 'reviewer']);
  });
});

describe('the link of the first start', () => {
  const person = { name: 'Fatou First (invented)', address: 'first@example.org', device: 'test' };

  it('makes its holder the one who runs this installation, once', async () => {
    const now = new Date('2024-06-01T00:00:00Z');
    const older = keyOf(await makeSetUpLink(world.db, now));
    const key = keyOf(await makeSetUpLink(world.db, now));
    const at = (day: string) => world.as('visitor', new Date(day));
    const open = async (key: string, day: string) => (await lookAtSetUp(at(day), { key })).open;
    expect([
      await open(older, '2024-06-01'),
      await open('wrong', '2024-06-01'),
      await open(key, '2024-06-07T23:59:59.999Z'),
      await open(key, '2024-06-08'),
    ]).toEqual([false, false, true, false]);
    const { secret } = await openSetUp(at('2024-06-02'), { key, ...person });
    const viewer = await findViewer(world.db, { secretHash: hashSecret(secret), now, idleSince: null });
    expect([viewer?.name, viewer?.operator]).toEqual([person.name, true]);
    expect(await told(openSetUp(at('2024-06-02'), { key, ...person }))).toMatchObject({ kind: 'late' });
    expect(await makeSetUpLink(world.db, now)).toEqual(null);
  });
});

const keyOf = (path: string | null) => new URL(path!, 'http://salon.test').searchParams.get('key')!;
