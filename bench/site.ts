/** The public site: how fast fixed bytes are answered, how heavy a page is, how long a new look takes. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { nginxProgram } from '../tests/nginx.ts';
import { perSecond } from './hammer.ts';
import { median, round, type Row } from './row.ts';

export async function siteRows(folder: string): Promise<Row[]> {
  const drawing = JSON.parse(run('site-drawing.ts', [folder]).trim().split('\n').at(-1)!) as Drawing;
  return [
    ...(await speedRows(folder)),
    ...drawing.weights.map(({ page, kilobytes, requests, fonts }) => ({
      what: `weight of a public page: ${page}`,
      bar: '<= 30 kB compressed, <= 8 requests',
      found: `${round(kilobytes, 1)} kB in ${requests} requests, of which fonts ${round(fonts, 1)} kB`,
      met: kilobytes <= 30 && requests <= 8,
    })),
    {
      what: 'scripts of the public site in all',
      bar: '<= 15 kB compressed',
      found: `${round(drawing.scripts, 1)} kB`,
      met: drawing.scripts <= 15,
    },
    {
      what: '1,000 work pages after a change of theme',
      bar: '<= 15 s',
      found: `${round(drawing.theme, 1)} s (first drawing of ${round(drawing.files)} files ${round(drawing.first, 1)} s)`,
      met: drawing.theme <= 15,
    },
    {
      what: 'one changed title among 1,000 works, until it is live',
      bar: '<= 2 s',
      found: `${round(drawing.title, 2)} s`,
      met: drawing.title <= 2,
    },
  ];
}

/** What site-drawing.ts prints; seconds and kilobytes. */
export interface Drawing {
  first: number;
  files: number;
  theme: number;
  title: number;
  scripts: number;
  weights: { page: string; kilobytes: number; requests: number; fonts: number }[];
}

/** Salon, a bare server and nginx take turns, so that a hiccup of the machine meets all of them. */
async function speedRows(folder: string): Promise<Row[]> {
  const salon = await started('site-server.ts', [join(folder, 'served')]);
  const path = '/2024/dates';
  const { bytes, headers } = await get(salon.port, path, { 'accept-encoding': 'br' });
  const file = join(folder, 'page.br');
  await writeFile(file, bytes);
  const bare = await started('bare.ts', [file, JSON.stringify(headers)]);
  const web = await startNginx(folder, (await get(salon.port, path, {})).bytes);
  try {
    const rounds = [];
    for (let n = 0; n < 3; n++)
      rounds.push({
        salon: await perSecond(salon.port, path, ['accept-encoding: br']),
        bare: await perSecond(bare.port, path, ['accept-encoding: br']),
        plain: await perSecond(salon.port, path, []),
        web: web ? await perSecond(web.port, '/page.html', []) : 0,
      });
    const toBare = median(rounds.map((one) => one.salon / one.bare));
    const toWeb = median(rounds.map((one) => one.plain / one.web));
    const rate = median(rounds.map((one) => one.salon));
    return [
      {
        what: 'a public page, 10 connections, against a bare server with the same bytes',
        bar: '>= 0.8 x',
        found: `${round(toBare, 2)} x (${round(rate)} a second)`,
        met: toBare >= 0.8,
      },
      {
        what: 'the same, against nginx with the exported file',
        bar: '>= 0.4 x',
        found: web ? `${round(toWeb, 2)} x` : 'no nginx on this machine',
        met: web ? toWeb >= 0.4 : null,
      },
    ];
  } finally {
    for (const { process } of [salon, bare, ...(web ? [web] : [])]) process.kill();
  }
}

async function startNginx(folder: string, bytes: Buffer): Promise<Started | null> {
  const program = nginxProgram();
  if (!program) return null;
  const root = join(folder, 'nginx');
  await mkdir(root, { recursive: true });
  await writeFile(join(root, 'page.html'), bytes);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  // As root it would hand its work to a user who may not read here.
  const user = userInfo().uid === 0 ? 'user root;' : '';
  const settings = `daemon off; ${user} pid ${root}/pid; error_log ${root}/errors; worker_processes 1;
events { worker_connections 256; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; types { text/html html; } open_file_cache max=100;
  client_body_temp_path ${root}/b; proxy_temp_path ${root}/p; fastcgi_temp_path ${root}/f; uwsgi_temp_path ${root}/u; scgi_temp_path ${root}/s;
  server { listen 127.0.0.1:${port}; root ${root}; } }\n`;
  await writeFile(join(root, 'conf'), settings);
  const process = spawn(program, ['-p', root, '-c', join(root, 'conf'), '-e', join(root, 'errors')], {
    stdio: 'ignore',
  });
  for (let left = 50; left > 0; left--) {
    if (
      await get(port, '/page.html', {}).then(
        () => true,
        () => false,
      )
    )
      return { process, port };
    await new Promise((later) => setTimeout(later, 100));
  }
  process.kill();
  return null;
}

interface Started {
  process: ChildProcess;
  port: number;
}

async function started(program: string, args: string[]): Promise<Started> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, program), ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines = createInterface({ input: child.stdout });
  const port = await new Promise<number>((heard) =>
    lines.on(
      'line',
      (text) => text.startsWith('{"port"') && heard((JSON.parse(text) as { port: number }).port),
    ),
  );
  return { process: child, port };
}

const run = (program: string, args: string[]) =>
  execFileSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, program), ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

function get(port: number, path: string, headers: Record<string, string>) {
  return new Promise<{ bytes: Buffer; headers: string[] }>((done, failed) => {
    request({ port, path, headers, host: '127.0.0.1' }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        answer.statusCode === 200
          ? done({ bytes: Buffer.concat(parts), headers: without(answer.rawHeaders) })
          : failed(new Error(`${path}: ${answer.statusCode}`)),
      );
    })
      .on('error', failed)
      .end();
  });
}

/** What the server adds by itself is added by the bare one too. */
function without(raw: string[]): string[] {
  const own = ['date', 'connection', 'keep-alive'];
  return raw.flatMap((name, at) =>
    at % 2 === 0 && !own.includes(name.toLowerCase()) ? [name, raw[at + 1]!] : [],
  );
}
