/** A bare node:http server that returns one file from memory with the headers it is told: what fixed bytes are held against. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const [path, headers] = process.argv.slice(2) as [string, string];
const bytes = await readFile(path);
const told = JSON.parse(headers) as string[];
const server = createServer((_request, response) => {
  response.writeHead(200, told);
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`),
);
