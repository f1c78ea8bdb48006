/** A bare node:http server of the same Node that returns 20 kB from memory: the unit of everything CPU. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const page = Buffer.alloc(20_000, 'a');
const server = createServer((request, response) => {
  if (request.url === '/cost') {
    const { user, system } = process.cpuUsage();
    response.end(JSON.stringify({ cpu: user + system, statements: 0, rss: process.memoryUsage().rss }));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length });
  response.end(page);
});
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`),
);
