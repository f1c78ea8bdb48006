/** Brings the example's own pictures into the demo's library, as organizers would. */
import { examplePicture, loadExample } from '../../examples/creativity-2024/load.ts';
import type { Edition } from '#app/features/editions/edition.ts';
import { bringFile } from '#app/features/site/pictures/bringing.server.ts';
import { describe } from '#app/features/site/pictures/operations.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';

export async function arrangePictures({ slug }: Edition, now: Date): Promise<void> {
  const context = { viewer: systemViewer('demo'), now };
  for (const { file, ...words } of loadExample().pictures) {
    const brought = await bringFile(context, { slug, path: examplePicture(file), name: file });
    // A busy machine may fail to draw it in time; pages then show nothing there, and the desk says so.
    if ('problem' in brought) continue;
    await describe(context, { slug, key: brought.key, revision: 0, ...words });
  }
}
