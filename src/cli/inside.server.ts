/** Runs one command inside an open Salon, beside a server that may be running on the same data folder. */
import { isAbsolute, resolve } from 'node:path';
import type { Context } from '#app/platform/operation.server.ts';
import { resources, type Resources } from '#app/platform/resources.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import type { CommandIo } from './command.ts';
import { openSalon } from './open.server.ts';

export interface Inside extends Resources {
  /** Salon itself, acting for whoever sits at the terminal. */
  context: Context;
}

export async function insideSalon<R>(
  io: CommandIo,
  { name, demo = false }: { name: string; demo?: boolean },
  work: (inside: Inside) => Promise<R>,
): Promise<R> {
  const salon = await openSalon(readSettings(io.env, { demo }), { say: (line) => io.say(line) });
  try {
    const held = resources();
    return await work({
      ...held,
      context: { viewer: systemViewer(`salon ${name}`), now: held.clock.now() },
    });
  } finally {
    await salon.close();
  }
}

/** A path as the person wrote it: from where they called, which `bin/salon` tells. */
export function pathFrom(io: CommandIo, path: string): string {
  return isAbsolute(path) ? path : resolve(io.env.SALON_CALLED_FROM ?? process.cwd(), path);
}

/** Wrong usage, told with the command's page. */
export function usageError(sentence: string): Error {
  return Object.assign(new Error(sentence), { code: 'ERR_PARSE_ARGS_SALON' });
}

export const demoOption = { demo: { type: 'boolean' } } as const;
export const demoWords = `  --demo  on the demo's data folder instead of the real one`;
