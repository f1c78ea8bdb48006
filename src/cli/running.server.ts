/** Serves until it is told to stop; what `demo` and `start` share. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerFixed, inStep } from '#app/features/site/served.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { loadPages, serve } from '#app/platform/serve.server.ts';
import type { Settings } from '#app/platform/settings.server.ts';
import { warmUp } from '#app/preflight/runner.server.ts';
import type { CommandIo } from './command.ts';
import { elsewhere, endpoints, openSalon } from './open.server.ts';

/** `ready` runs once everything is open, before the first page is served; it says what to tell the person. */
export async function runUntilStopped(
  settings: Settings,
  io: CommandIo,
  ready: () => Promise<(address: string) => string[]>,
): Promise<number> {
  const handler = resolve(import.meta.dirname, '../../build/handler.js');
  if (!existsSync(handler))
    throw invalid('Salon is not built yet; run "npm start" or "npm run demo", which build it.');
  // Read while the database starts; nothing in them asks for it before the first request.
  const pages = loadPages(pathToFileURL(handler).href);
  pages.catch(() => undefined);
  const salon = await openSalon(settings, { say: (line) => io.say(`  ${line}`), work: true });
  try {
    const words = await ready();
    // A site that cannot be drawn keeps nobody from the desk.
    await inStep(resources().clock.now()).catch((problem: unknown) =>
      resources().log.accident('site', problem),
    );
    const server = await serve(settings.port, endpoints, await pages, elsewhere, answerFixed);
    warmUp();
    const address = settings.urlGiven ? settings.url : `http://localhost:${server.port}`;
    for (const line of words(address)) io.say(line);
    await stopSignal();
    io.say('Stopping …');
    await server.stop();
    return 0;
  } finally {
    await salon.close();
  }
}

function stopSignal(): Promise<void> {
  return new Promise((stopped) => {
    process.once('SIGINT', () => stopped());
    process.once('SIGTERM', () => stopped());
  });
}
