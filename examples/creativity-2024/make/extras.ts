/** Packs the game and writes the captions: `node extras.ts`. */
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

const works = join(import.meta.dirname, '..', 'files', 'works');
const mtime = new Date('2024-09-01T12:00:00Z');

const zip = new yazl.ZipFile();
for (const name of ['index.html', 'game.js', 'style.css'])
  zip.addBuffer(readFileSync(join(import.meta.dirname, 'game', name)), name, {
    mtime,
    forceDosTimestamp: true,
  });
zip.end();
mkdirSync(join(works, 'guess-me'), { recursive: true });
await pipeline(zip.outputStream, createWriteStream(join(works, 'guess-me', 'guess-me.zip')));

const captions = `WEBVTT

00:00.000 --> 00:06.000
[A low tone begins, slowly trembling]

00:14.000 --> 00:18.000
[A blink]

00:30.000 --> 00:36.000
[The tone grows darker]

00:52.000 --> 00:58.000
[The lids are nearly closed]

01:02.000 --> 01:10.000
[The tone fades]
`;
mkdirSync(join(works, 'looking-away'), { recursive: true });
writeFileSync(join(works, 'looking-away', 'captions EN.vtt'), captions);
