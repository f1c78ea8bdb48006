/** An nginx of its own for a test: as a site's operator would run it, on the settings given. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** Null where this machine has none and bin/nginx.mjs could fetch none. */
export const nginxProgram = (): string | null =>
  [process.env.SALON_NGINX, '/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find(
    (path) => path && existsSync(path),
  ) ?? null;

/** `servers` is what stands inside of `http`; resolves once `port` is answered. */
export async function startNginx(folder: string, servers: string, port: number) {
  const program = nginxProgram();
  if (!program) throw new Error('This test needs nginx: install it, or name one in SALON_NGINX.');
  await mkdir(folder, { recursive: true });
  const user = userInfo().uid === 0 ? 'user root;' : '';
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  await writeFile(
    join(folder, 'conf'),
    `daemon off; ${user} pid ${folder}/pid; error_log ${folder}/errors; worker_processes 1;
events { worker_connections 64; }
http { access_log off; types { text/html html; text/css css; image/jpeg jpg; image/webp webp; } ${own}
${servers} }\n`,
  );
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'conf'), '-e', join(folder, 'errors')], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  for (let left = 200; left > 0 && child.exitCode === null; left--) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) return { stop: () => (child.kill('SIGQUIT'), ended) };
    await new Promise((later) => setTimeout(later, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`nginx does not answer; see ${folder}/errors`);
}

/** For servers that cannot choose their port by themselves. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
