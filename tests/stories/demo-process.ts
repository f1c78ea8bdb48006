/** A real `salon demo` with a data folder and a port of its own; stopped as a person stops it. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function startDemo() {
  const folder = await mkdtemp(join(tmpdir(), 'salon-demo-'));
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli/main.ts', 'demo'],
    {
      env: { ...process.env, PORT: '0', SALON_DATA: folder, SALON_URL: '', DATABASE_URL: '', SMTP_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  const address = await new Promise<string>((ready, failed) => {
    const hear = (words: Buffer) => {
      said += words;
      const found = /open: (http:\/\/localhost:\d+)/.exec(said);
      if (found) ready(found[1]!);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => failed(new Error(`The demo did not start:\n${said}`)));
  });
  return {
    address,
    async stop(): Promise<number | null> {
      child.kill('SIGINT');
      const code = await new Promise<number | null>((closed) => child.once('close', closed));
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}
