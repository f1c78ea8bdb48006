/** Records as the public site is told them, written by hand. Everybody and everything in them is invented. */
import type {
  AiProcess,
  PublicCredit,
  PublicFile,
  PublicRecord,
  Rendition,
  WorkFacts,
} from '#app/features/works/record.ts';
import { viewCount, viewName } from '#app/features/works/renditions/model/views.ts';

export const credit = (name: string, more: Partial<PublicCredit> = {}): PublicCredit => ({
  kind: 'person',
  name,
  affiliation: '',
  orcid: '',
  pronouns: '',
  role: '',
  ...more,
});

let made = 0;
export const rendition = (
  use: Rendition['use'],
  name: string,
  mime: string,
  [width, height]: [number, number] | [null, null] = [null, null],
): Rendition => ({
  use,
  name,
  mime,
  width,
  height,
  bytes: 48_000,
  sha256: (made += 1).toString(16).padStart(64, '0'),
});

export const file = (more: Partial<PublicFile> = {}): PublicFile => ({
  role: 'main',
  label: '',
  kind: 'image',
  alt: '',
  description: '',
  width: null,
  height: null,
  seconds: null,
  pages: null,
  renditions: [],
  ...more,
});

/** A picture of this shape in the sizes and formats that are made. */
export function picture(
  [width, height]: [number, number],
  {
    stem = 'main',
    use = 'picture' as Rendition['use'],
    ...more
  }: Partial<PublicFile> & { stem?: string; use?: Rendition['use'] } = {},
): PublicFile {
  const widths = [480, 960, 1600].filter((one, at) => at === 0 || one <= width);
  const renditions = ['avif', 'webp', 'jpeg'].flatMap((type) =>
    widths.map((one) =>
      rendition(use, `${stem}-${one}.${type === 'jpeg' ? 'jpg' : type}`, `image/${type}`, [
        Math.min(one, width),
        Math.max(1, Math.round((height * Math.min(one, width)) / width)),
      ]),
    ),
  );
  return file({ alt: `A picture, ${width} by ${height}, invented.`, width, height, renditions, ...more });
}

/** A 3D model in all of its views. */
export function turned([width, height]: [number, number] = [960, 720]): PublicFile {
  const first = picture([width, height], { kind: 'model', label: 'Main work', triangles: 4608 });
  for (let view = 2; view <= viewCount; view++)
    for (const [ending, type] of [
      ['avif', 'avif'],
      ['webp', 'webp'],
      ['jpg', 'jpeg'],
    ] as const)
      first.renditions.push(
        rendition('view', viewName('main', view, ending), `image/${type}`, [width, height]),
      );
  return first;
}

/** Tiles of level 0 for a picture of this size. */
export function tiles(stem: string, [width, height]: [number, number], size = 512): Rendition[] {
  const found = [rendition('info', `${stem}/info.json`, 'application/json')];
  for (let factor = 1; ; factor *= 2) {
    for (let y = 0; y < height; y += size * factor)
      for (let x = 0; x < width; x += size * factor) {
        const [w, h] = [Math.min(size * factor, width - x), Math.min(size * factor, height - y)];
        const [sw, sh] = [Math.ceil(w / factor), Math.ceil(h / factor)];
        const name = `${stem}/${x},${y},${w},${h}/${sw},${sh}/0/default.jpg`;
        found.push(rendition('tile', name, 'image/jpeg', [sw, sh]));
      }
    if (Math.max(width, height) <= size * factor) return found;
  }
}

const facts: WorkFacts = {
  forms: [{ key: 'visual-2d', label: 'Visual art' }],
  medium: 'Ink on paper',
  year: '2024',
  size: '60 × 40 cm',
  edition: '',
  seconds: null,
  ai: null,
  contentNotes: [],
  access: [],
};

type Changes = Partial<Omit<PublicRecord, 'work'>> & { work?: Partial<WorkFacts> };

export function work(slug: string, { work: told, ...more }: Changes = {}): PublicRecord {
  return {
    ...common(slug),
    kind: 'work',
    call: { key: 'creative-work', title: 'Creative works' },
    people: [credit('Marama Fictus', { role: 'artist', affiliation: 'Nowhere-on-Sea (invented)' })],
    work: { ...facts, ...told },
    files: [picture([1600, 1200])],
    ...more,
  };
}

export function paper(slug: string, more: Partial<PublicRecord> = {}): PublicRecord {
  return {
    ...common(slug),
    kind: 'paper',
    call: { key: 'papers', title: 'Papers' },
    people: [
      credit('Gwendolyn Samplewright', { affiliation: 'University of Exampleton (invented)' }),
      credit('Иванна Образцова', {
        affiliation: 'Institute for Imaginary Media (invented)',
        orcid: '0000-0000-9015-8389',
        pronouns: 'she/her',
      }),
    ],
    topics: ['Human in the loop'],
    work: null,
    files: [
      file({
        role: 'paper',
        label: 'Paper',
        kind: 'pdf',
        pages: 8,
        renditions: [rendition('document', 'paper.pdf', 'application/pdf')],
      }),
    ],
    ...more,
  };
}

const common = (slug: string) => ({
  id: `00000000-0000-7000-8000-${slug.length.toString().padStart(12, '0')}`,
  slug,
  formerSlugs: [],
  title: `The ${slug.replaceAll('-', ' ')}`,
  language: 'en',
  summary: 'The first paragraph, invented.\n\nThe second one, in\ntwo lines.',
  topics: [],
  answers: [],
  session: null,
  award: null,
  links: [],
  rights: {
    credit: '© 2024 Marama Fictus',
    licence: { key: 'reserved', label: 'All rights reserved', url: '' },
    preference: 'reserve-all' as const,
  },
  acceptedOn: '2024-10-09',
  publishedOn: '2024-11-20',
  changedAt: '2024-11-20T10:00:00.000Z',
  tombstone: null,
});

/** An AI process card. */
export const ai: AiProcess = {
  level: { key: 'generated-parts', label: 'People’s work with generated parts' },
  sourceType: 'compositeWithTrainedAlgorithmicMedia',
  roles: ['Drafting, then replaced'],
  systems: [{ name: 'Imaginary Diffusion', version: '3', provider: 'Nowhere Labs', use: 'the sky' }],
  words: 'A tenth of the lines.',
  evidence: 'process-shown',
};

/** A film held upright, with captions. */
const film = (more: object = {}) =>
  picture([1080, 1920], {
    use: 'still',
    kind: 'video',
    alt: 'A film held upright.',
    ...more,
  });
export const vertical = () => {
  const shown = film();
  shown.renditions.push(
    rendition('film', 'main.mp4', 'video/mp4', [1080, 1920]),
    rendition('captions', 'main.vtt', 'text/vtt'),
  );
  return work('vertical-hold', { files: [shown] });
};
