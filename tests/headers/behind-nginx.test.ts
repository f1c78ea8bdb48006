/** The site as it is kept up by another server, on the very settings that docs/operate/site.md gives. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportSite } from '#app/features/site/exporting.server.ts';
import { draft, publish } from '#app/features/site/operations.server.ts';
import { after, publicWork, recordsAt } from '../accepted.ts';
import { freePort, startNginx } from '../nginx.ts';
import { servePages } from '../server.ts';
import { openWorld, type World } from '../world.ts';

const patience = { timeout: 180_000 };

let world: World;
let folder: string;
let salon: Awaited<ReturnType<typeof servePages>>;
let page: string;
beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), 'salon-nginx-'));
  await publicWork(world);
  world.at(after(3));
  const { basis } = await draft(world.as('olga', after(3)), { slug: '2024' });
  await publish(world.as('olga', after(3)), { slug: '2024', basis });
  const [record] = await recordsAt(world, 3);
  page = `/2024/works/${record!.slug}`;
  await exportSite(world.as('system', after(3)), { folder: join(folder, 'site') });
  salon = await servePages();
}, 180_000);
afterAll(async () => {
  await salon.stop();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the operator's guide says, with our folder and ports in it. */
async function guided(front: number, resting: number, asks: number): Promise<string> {
  const guide = await readFile('docs/operate/site.md', 'utf8');
  return /```nginx\n([\s\S]*?)```/
    .exec(guide)![1]!
    .replace('# as in TLS', `listen 127.0.0.1:${front};`)
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${asks}`)
    .replaceAll('127.0.0.1:8081', `127.0.0.1:${resting}`)
    .replaceAll('/srv/workshop-site', join(folder, 'site'));
}

const told = async (base: string, path: string) => {
  const answer = await fetch(`${base}${path}`, { headers: { 'accept-encoding': 'identity' } });
  const { status, headers } = answer;
  return { status, body: await answer.text(), usage: headers.get('content-usage') };
};
const needsSalon = 'This needs Salon itself';

/** Any host of plain files: it knows of nothing but files and endings. */
async function plainHost(root: string): Promise<{ server: Server; base: string }> {
  const server = createServer(async ({ url = '/' }, response) => {
    for (const name of [url, `${url}.html`, `${url}index.html`, `${url}/index.html`])
      try {
        const bytes = await readFile(join(root, name));
        return response.end(bytes);
      } catch {
        continue;
      }
    response.statusCode = 404;
    return response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, base: `http://127.0.0.1:${(server.address() as { port: number }).port}` };
}

describe('the folder of the site', () => {
  it('is the same site on any host of plain files', patience, async () => {
    const { server, base } = await plainHost(join(folder, 'site'));
    const paths = ['/', '/2024/', '/2024/dates', '/2024/dates.html', page, '/2024/works'];
    const answers = async (from: string) => {
      const all = [];
      for (const path of paths) all.push((await told(from, path)).body);
      return all;
    };
    expect(await answers(base)).toEqual(await answers(salon.base));
    server.close();
  });
});

describe('nginx in front of Salon, as the guide has it', () => {
  it('hands out the folder while Salon rests, and says what must wait', patience, async () => {
    const [front, resting, nobody] = [await freePort(), await freePort(), await freePort()];
    const at = (asks: number) => guided(front, resting, asks);
    const base = `http://127.0.0.1:${front}`;
    const paths = ['/2024/dates', page, '/2024/works', '/2024/'];
    const awake = await startNginx(join(folder, 'awake'), await at(salon.port), front);
    const before = [];
    for (const path of paths) before.push(await told(base, path));
    await awake.stop();
    const alone = await startNginx(join(folder, 'alone'), await at(nobody), front);
    const later = [];
    for (const path of paths) later.push(await told(base, path));
    const sending = await told(base, '/2024/contact/send');
    const desk = await told(base, '/desk/2024');
    await alone.stop();
    expect(later).toEqual(before);
    expect(before.map(({ status, usage }) => [status, usage])).toEqual([
      [200, 'train-ai=n, search=y'],
      [200, 'train-ai=n, search=y'],
      [200, 'train-ai=n, search=y'],
      [200, 'train-ai=n, search=y'],
    ]);
    expect([sending, desk].map(({ status, body }) => [status, body.includes(needsSalon)])).toEqual([
      [200, true],
      [404, true],
    ]);
  });
});
