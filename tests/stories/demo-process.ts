/** A real `salon demo` or `salon start` with a data folder and a port of its own; stopped as a person stops it. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const startDemo = () => startSalon('demo');

export async function startSalon(command: 'demo' | 'start') {
  const folder = await mkdtemp(join(tmpdir(), 'salon-demo-'));
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli/main.ts', command],
    {
      env: { ...process.env, PORT: '0', SALON_DATA: folder, SALON_URL: '', DATABASE_URL: '', SMTP_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  // The demo's line, and the link that an empty Salon prints, each to its end.
  const ready = {
    demo: /open: (http:\/\/localhost:\d+)\s/,
    start: /(http:\/\/localhost:\d+)\/set-up\?key=\S+\s/,
  }[command];
  const address = await new Promise<string>((opened, failed) => {
    const hear = (words: Buffer) => {
      said += words;
      const found = ready.exec(said);
      if (found) opened(found[1]!);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => failed(new Error(`It did not start:\n${said}`)));
  });
  return {
    address,
    /** Everything it has printed until it was ready. */
    said,
    async stop(): Promise<number | null> {
      child.kill('SIGINT');
      const code = await new Promise<number | null>((closed) => child.once('close', closed));
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}
