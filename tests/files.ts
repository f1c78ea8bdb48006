/** For tests: real files, and the way by which a person's browser hands them in. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { arrive } from '#app/features/submissions/files/arrive.server.ts';
import { addFile } from '#app/features/submissions/files/operations.server.ts';
import { pdfOf, typeset } from '#app/features/submissions/files/typeset.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { whileOpen, type CastName, type World } from './world.ts';

let minute = 0;

/** Hands in one file, each a little later than the one before; gives its id. */
export async function handIn(
  world: World,
  who: CastName,
  id: string,
  file: { name: string; bytes: Uint8Array },
): Promise<string> {
  const { name, bytes } = file;
  const path = join(resources().files.incoming, `form-${randomId()}`);
  await writeFile(path, bytes);
  const context = world.as(who, new Date(whileOpen.getTime() + (minute += 1) * 60_000));
  const { fileId } = await arrive(context, { path, name }, (blob) =>
    addFile(context, { id, fileId: randomId(), name, begunAt: whileOpen, ...blob }),
  );
  return fileId;
}

export async function png(size = 12): Promise<Buffer> {
  return sharp({ create: { width: size, height: size, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();
}

export async function pdf(): Promise<Uint8Array> {
  const page = await typeset([{ kind: 'text', text: 'About the work' }]);
  return pdfOf(page, { title: 'About the work', now: whileOpen });
}
