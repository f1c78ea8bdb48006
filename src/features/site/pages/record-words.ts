/** Sentences of the pages of the record: credits, rights, lengths, sizes. */
import type { AiProcess, PublicRecord } from '#app/features/works/record.ts';

export const evidenceWords: Record<AiProcess['evidence'], string> = {
  declared: 'The creator says so.',
  'process-shown':
    'The creator says so, and gave the organizers files that show how it was made: sketches, layers or sessions.',
  'credential-read':
    'The creator says so, and a content credential inside the file says the same. Its signature was not checked.',
};

export const nonArchival = 'Non-archival: presented at the workshop, no official proceedings.';

/** "Ada Invented, Bo Invented and Chi Invented"; beyond `most`, how many others. */
export function namesOf({ people }: Pick<PublicRecord, 'people'>, most = people.length): string {
  const names = people.map(({ name }) => name);
  if (names.length > most + 1) return `${names.slice(0, most).join(', ')} and ${names.length - most} others`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "4 min 10 s", "58 s", "1 h 2 min". */
export function sayLength(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, min, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return [h && `${h} h`, min && `${min} min`, (s || whole === 0) && `${s} s`].filter(Boolean).join(' ');
}

export function sayBytes(bytes: number): string {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(bytes >= 1e7 ? 0 : 1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

const formats: Record<string, string> = {
  'application/pdf': 'PDF',
  'text/plain': 'plain text',
  'text/vtt': 'WebVTT',
  'model/gltf-binary': 'GLB',
};

/** "PDF, 8 pages, 412 kB". */
export const sayFile = (
  { pages }: { pages: number | null },
  { mime, bytes }: { mime: string; bytes: number },
): string =>
  [
    formats[mime.split(';')[0]!] ?? mime.split('/')[1]!.split(';')[0]!.toUpperCase(),
    pages && `${pages} ${pages === 1 ? 'page' : 'pages'}`,
    sayBytes(bytes),
  ]
    .filter(Boolean)
    .join(', ');

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "Saturday 14 December 2024" for an ISO day. */
export const sayDay = (iso: string) => day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)).replace(',', '');

export const paragraphs = (words: string) =>
  words
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter(Boolean);
