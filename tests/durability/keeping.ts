/** A program of its own, so that what it asks of the system can be traced: keeps two blobs, then says so. */
import { writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { diskStore } from '#app/platform/files.server.ts';

const store = await diskStore(process.argv[2]!);
await store.keep(Readable.from([Buffer.from('a first file')]));
writeSync(1, 'acknowledged');
const arrived = join(store.incoming, 'arrived');
await writeFile(arrived, 'a second file');
await store.adopt(arrived);
writeSync(1, 'acknowledged');
