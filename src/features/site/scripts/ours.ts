/**
 * Marks a picture of the visitor's in their own browser and looks for it among the marks of the page's list. The
 * list is fetched before a picture is chosen, the same for everybody; from then on nothing leaves this computer.
 */
import { distances, largestSide, lightOf, nearEnough } from '#app/features/works/likeness.ts';
import type { OursEntry } from '../ours.ts';

const form = document.querySelector<HTMLFormElement>('form[data-ours]');
if (form) begin(form);

function begin(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]')!;
  const says = form.querySelector<HTMLElement>('[data-says]')!;
  const found = form.querySelector<HTMLElement>('[data-found]')!;
  const words = says.dataset as Record<'looking' | 'none' | 'plain' | 'unread' | 'missing', string>;
  let coming: ReturnType<typeof listOf> | undefined;
  const list = () => (coming ??= listOf(form.dataset.list!));

  const look = async (file: Blob) => {
    found.replaceChildren();
    says.textContent = words.looking;
    const entries = await list();
    if (!entries) return void (says.textContent = words.missing);
    const light = await read(file).catch(() => null);
    if (!light) return void (says.textContent = words.unread);
    const near = nearest(light, entries);
    if (!near) return void (says.textContent = words.plain);
    says.textContent = near.length > 0 ? '' : words.none;
    const shape = form.querySelector('template')!.content;
    for (const { entry } of near) {
      const item = shape.cloneNode(true) as DocumentFragment;
      for (const name of ['title', 'credit'] as const)
        item.querySelector(`[data-${name}]`)!.textContent = entry[name];
      for (const name of ['page', 'contact'] as const)
        for (const link of item.querySelectorAll<HTMLAnchorElement>(`a[data-${name}]`))
          link.href = entry[name];
      found.append(item);
    }
    found.focus();
  };

  input.addEventListener('click', list);
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void look(file);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
}

/** Null where it does not come. */
function listOf(address: string): Promise<OursEntry[] | null> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve((window as unknown as { salonOurs: OursEntry[] }).salonOurs);
    script.onerror = () => resolve(null);
    document.head.append(script);
  });
}

async function read(file: Blob) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, largestSide / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  );
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d')!;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width!, height!);
  return lightOf(pen.getImageData(0, 0, width!, height!).data, width!, height!);
}

/** The nearest first; null where the picture is too plain to be told from others. */
function nearest(light: ReturnType<typeof lightOf>, entries: readonly OursEntry[]) {
  const apart = distances(
    light,
    entries.flatMap(({ marks }) => marks),
  );
  if (!apart) return null;
  let at = 0;
  return entries
    .map((entry) => ({ entry, bits: Math.min(...entry.marks.map(() => apart[at++]!)) }))
    .filter(({ bits }) => bits <= nearEnough)
    .sort((a, b) => a.bits - b.bits);
}
