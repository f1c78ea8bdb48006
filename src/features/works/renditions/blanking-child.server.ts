/** Owns the inside of the child process that takes out of a PDF what its program wrote about it: an order in, bytes out. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { blanked } from './pdf-blanking.server.ts';
import { framed } from './picture-order.ts';

const { path, xmp } = JSON.parse(await text(process.stdin)) as { path: string; xmp: string };
const { bytes, clean } = blanked(await readFile(path), xmp);
process.stdout.end(framed({ clean }, bytes));
