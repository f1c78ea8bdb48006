/**
 * The one door. Every verb and every read of the product is an operation: it parses its input, loads its
 * subject, asks `allow`, and only then gets a database to run on. A change runs in one transaction together
 * with its audit entry, letters and jobs. Routes, commands and jobs all enter here.
 */
import * as v from 'valibot';
import { writeAudit, type AuditNote } from './audit.server.ts';
import type { Db } from './database.server.ts';
import { refusedWhenFull } from './full-disk.server.ts';
import { addJob } from './jobs.server.ts';
import { legible } from './legible.ts';
import type { Predicate } from './policy.ts';
import { randomId } from './random.server.ts';
import { denied, invalid, isRefusal, missing, Refusal } from './refusal.ts';
import { resources } from './resources.server.ts';
import type { Viewer } from './viewer.ts';

/** What a request brings along. It holds no database: only `run` and `subject` get one. */
export interface Context {
  viewer: Viewer;
  now: Date;
  /** The network address, for rate limits only. */
  address?: string;
  /** In which who asks is answered, refusals included; absent is English. */
  language?: string;
}

export interface Scope extends Context {
  db: Db;
  /** Adds what the history should say; the last call wins. */
  note(note: AuditNote): void;
}

type Schema = v.GenericSchema<any, any>;

interface Definition<I extends Schema, S, R> {
  name: `${string}.${string}`;
  input: I;
  /** Finds what is acted upon; null or undefined is answered as missing. */
  subject?: (scope: Omit<Scope, 'note'>, input: v.InferOutput<I>) => Promise<S | null | undefined>;
  allow: Predicate<NoInfer<S>, any>;
  /** What it changes may stand on a public page: the site is drawn anew right after. */
  redraws?: true;
  /** Stays possible once its edition is archived: what people are owed for ever, such as a takedown. */
  evenFrozen?: true;
  run: (scope: Scope, subject: NoInfer<S>, input: v.InferOutput<I>) => Promise<R>;
}

export interface Operation<I extends Schema, R> {
  (context: Context, input: v.InferInput<I>): Promise<R>;
  operationName: string;
  kind: 'change' | 'read';
  who: string;
  evenFrozen: boolean;
}

/** All operations loaded so far, by name: `docs/who-may.md` and the house tests read it. */
export const operations = new Map<string, Operation<any, any>>();

/** A verb that changes something: one transaction, one audit entry. */
export function operation<I extends Schema, S, R>(definition: Definition<I, S, R>): Operation<I, R> {
  return register(definition, 'change', async (context, input) =>
    refusedWhenFull(() =>
      resources().database.transaction(async (db) => {
        let note: AuditNote = {};
        const scope = { ...context, db, note: (given: AuditNote) => void (note = given) };
        const subject = await admit(definition, scope, input);
        if (!definition.evenFrozen) await refuseFrozen(scope, subject);
        const result = await definition.run(scope, subject, input);
        if (definition.redraws) await addJob(db, 'site.draw', {}, { key: 'site.draw' });
        await writeAudit(db, randomId(), {
          operation: definition.name,
          viewer: context.viewer,
          now: context.now,
          note,
        });
        return result;
      }),
    ),
  );
}

/** A question that changes nothing: no transaction, no audit entry. */
export function read<I extends Schema, S, R>(definition: Definition<I, S, R>): Operation<I, R> {
  return register(definition, 'read', async (context, input) => {
    const scope = { ...context, db: resources().database.db, note: () => undefined };
    return definition.run(scope, await admit(definition, scope, input), input);
  });
}

function register<I extends Schema, S, R>(
  definition: Definition<I, S, R>,
  kind: 'change' | 'read',
  enter: (context: Context, input: v.InferOutput<I>) => Promise<R>,
): Operation<I, R> {
  const door = async (context: Context, raw: v.InferInput<I>) => {
    try {
      return await enter(context, parse(definition.input, raw));
    } catch (problem) {
      throw isRefusal(problem) ? inTheirWords(problem, context) : problem;
    }
  };
  const made = Object.assign(door, {
    operationName: definition.name,
    kind,
    who: definition.allow.words,
    evenFrozen: definition.evenFrozen ?? false,
  });
  operations.set(definition.name, made);
  return made;
}

/** Refusals are written in English; who reads another language gets the sentence that stands for it there. */
function inTheirWords({ kind, message, fields }: Refusal, { language }: Context): Refusal {
  const { say } = resources();
  const said = (sentence: string) => (language && say?.(sentence, language)) || sentence;
  const told = Object.fromEntries(Object.entries(fields).map(([name, words]) => [name, said(words)]));
  return new Refusal(kind, said(message), told);
}

async function admit<I extends Schema, S, R>(
  definition: Definition<I, S, R>,
  scope: Scope,
  input: v.InferOutput<I>,
): Promise<S> {
  const { subject: find, allow } = definition;
  const subject = find ? await find(scope, input) : undefined;
  if (find && (subject === null || subject === undefined)) throw missing();
  if (!allow.test({ viewer: scope.viewer, subject: subject as S, input, now: scope.now })) {
    // What may not be seen is answered exactly like what is not there.
    throw find ? missing() : denied();
  }
  return subject as S;
}

/** After `admit`: whoever may not see a thing is not told that it is archived. Salon's own work goes on. */
async function refuseFrozen({ db, viewer }: Scope, subject: unknown): Promise<void> {
  const editionId = (subject as { editionId?: unknown } | null | undefined)?.editionId;
  if (typeof editionId !== 'string' || viewer.kind === 'system') return;
  await resources().refuseChange?.(db, editionId);
}

function parse<I extends Schema>(schema: I, raw: unknown): v.InferOutput<I> {
  const result = v.safeParse(schema, legible(raw), { abortPipeEarly: true });
  if (result.success) return result.output;
  const fields: Record<string, string> = {};
  for (const issue of result.issues) fields[v.getDotPath(issue) ?? ''] ??= issue.message;
  throw invalid('Something in the form needs your attention.', fields);
}
