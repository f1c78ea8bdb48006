/** Which programs of others this machine has: without them less is made, and a recipe says so. */
import { startForeign } from '#app/preflight/caps.server.ts';

const asked = new Map<string, Promise<boolean>>();

export async function toolsHere(): Promise<string[]> {
  const there = await Promise.all([ffmpegPresent(), present('pdftoppm', ['-v'])]);
  return ['ffmpeg', 'pdftoppm'].filter((_tool, at) => there[at]);
}

export const ffmpegPresent = (): Promise<boolean> => present('ffmpeg', ['-version']);

function present(program: string, version: string[]): Promise<boolean> {
  const known = asked.get(program) ?? answers(program, version);
  asked.set(program, known);
  return known;
}

async function answers(program: string, version: string[]): Promise<boolean> {
  const child = await startForeign(program, version);
  if (!child) return false;
  child.stdout.resume();
  child.stderr.resume();
  return new Promise((resolve) => {
    child.on('error', () => resolve(false)).on('close', (code) => resolve(code === 0));
  });
}
