/** Owns the table of codes as preflight.md writes it, row by row, and where it says "or" the stronger of the two. */
import type { Code } from '#app/preflight/findings.ts';

type Does = 'R' | 'R*' | 'W' | 'N';

const table: [codes: string, does: Does][] = [
  ['paper.over-length', 'R*'],
  ['paper.anonymous not-camera-ready line-numbers', 'W'],
  ['paper.not-neurips margins font-size line-spacing page-size', 'W'],
  ['paper.type3-font font-not-embedded no-text', 'W'],
  ['layout.no-main no-description description-not-pdf', 'R*'],
  ['layout.two-mains', 'R*'],
  ['layout.description-too-long video-not-mp4 no-extension link', 'W'],
  ['layout.suffix-missing placeholder-title double-extension', 'W'],
  ['layout.title-mismatch no-title', 'N'],
  ['video.too-long', 'W'],
  ['video.too-short no-picture codec too-large-frame external-reference', 'W'],
  ['video.corrupt', 'R'],
  ['image.corrupt', 'R'],
  ['type.corrupt', 'R'],
  ['image.bomb too-many-pixels', 'R'],
  ['image.too-many-frames metadata-bomb', 'W'],
  ['image.trailing-bytes', 'W'],
  ['pdf.trailing-bytes leading-bytes', 'W'],
  ['zip.trailing-data', 'W'],
  ['pdf.no-header encrypted corrupt', 'R'],
  ['pdf.bomb launch', 'R'],
  ['pdf.repaired restricted page-size no-text', 'W'],
  [
    'pdf.javascript open-action xfa embedded-file external-stream portfolio richmedia malformed-font suspicious-link',
    'W',
  ],
  ['pdf.hidden-text', 'W'],
  [
    'zip.not-a-zip corrupt empty encrypted multi-part unsupported-method size-mismatch bomb overlap ambiguous polyglot path-traversal special-file too-many-entries',
    'R',
  ],
  ['zip.duplicate-name nested-archive hidden-data', 'R'],
  ['zip.unexpected-file executable', 'W'],
  ['name.control-char empty encoding too-long too-deep', 'R'],
  ['name.bidi-control reserved trailing suspicious encoding-unknown', 'W'],
  ['type.mismatch', 'R'],
  ['type.extension', 'W'],
  ['type.executable active-content external-reference no-preview', 'W'],
  ['type.xml-entity', 'R'],
  ['file.empty', 'R'],
  ['privacy.secrets', 'W'],
];

/** Ours, where the contract has no code: rules of a call, questions to the person, and what we could not look at. */
const ours: [codes: string, does: Does][] = [
  ['file.too-large', 'R*'],
  ['file.unreadable', 'W'],
  ['paper.length-unsure', 'W'],
  ['layout.lone-pdf too-many-supplementary', 'W'],
  ['pdf.too-many-pages', 'W'],
  ['zip.too-large-to-look', 'W'],
];

export const contract = Object.fromEntries(
  [...table, ...ours].flatMap(([codes, does]) => {
    const [first, ...more] = codes.split(' ');
    const family = first!.split('.')[0];
    return [first!, ...more.map((code) => `${family}.${code}`)].map((code) => [code, does]);
  }),
) as Record<Code, Does>;
