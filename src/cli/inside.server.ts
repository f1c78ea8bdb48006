/** Runs one command inside an open Salon, beside a server that may be running on the same data folder. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '#app/platform/operation.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import { resources, type Resources } from '#app/platform/resources.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import type { CommandIo } from './command.ts';
import { openSalon } from './open.server.ts';

export interface Inside extends Resources {
  /** Salon itself, acting for whoever sits at the terminal. */
  context: Context;
}

/** `begins` lets a command make a Salon where none is yet. */
export async function insideSalon<R>(
  io: CommandIo,
  { name, demo = false, begins = false }: { name: string; demo?: boolean; begins?: boolean },
  work: (inside: Inside) => Promise<R>,
): Promise<R> {
  const settings = readSettings(io.env, { demo });
  // A slip in SALON_DATA must not answer for a workshop that lies elsewhere.
  if (!begins && !settings.databaseUrl && !existsSync(join(settings.dataDir, 'database')))
    throw invalid(`There is no Salon in ${settings.dataDir}. Name its folder in SALON_DATA.`);
  const salon = await openSalon(settings);
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

export const demoOption = { demo: { type: 'boolean' } } as const;
export const demoWords = `  --demo  on the demo's data folder instead of the real one`;
