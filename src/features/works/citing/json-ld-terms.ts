/** Words of ours that schema.org has words for: how a work was made, what helps and what may hurt. */
import type { PublicRecord } from '../record.ts';

/** The member of schema.org's list for an IPTC code; none where it has none (people's own edits, for one). */
export function digitalSource(sourceType: string): string {
  const code = sourceType.split('/').at(-1)!;
  const member = renamed[code] ?? code.replace(/^./, (first) => first.toUpperCase());
  return members.includes(member) ? `https://schema.org/${member}DigitalSource` : '';
}

export function access({ work, files }: PublicRecord) {
  const has = (use: string) => files.some(({ renditions }) => renditions.some((one) => one.use === use));
  const features = [
    ...(work?.access ?? []).map(({ key }) => accessFeatures[key]),
    has('captions') && 'captions',
    has('transcript') && 'transcript',
    files.some(({ alt }) => alt) && 'alternativeText',
  ];
  const notes = (work?.contentNotes ?? []).map(({ key }) => key);
  return {
    accessibilityFeature: [...new Set(features.filter(Boolean))].sort(),
    accessibilityControl: work?.access.some(({ key }) => key === 'keyboard') ? ['fullKeyboardControl'] : [],
    accessibilityHazard: [
      notes.includes('flashing') && 'flashing',
      notes.includes('loud-sound') && 'sound',
    ].filter(Boolean),
    accessibilitySummary: (work?.access ?? []).map(({ label }) => label).join(', '),
  };
}

const accessFeatures: Record<string, string> = {
  captions: 'captions',
  transcript: 'transcript',
  'audio-description': 'audioDescription',
  'sign-language': 'signLanguage',
  'image-description': 'longDescription',
};

const renamed: Record<string, string> = {
  digitalCreation: 'DigitalArt',
  computationalCapture: 'MultiFrameComputationalCapture',
};

const members = [
  'AlgorithmicMedia',
  'AlgorithmicallyEnhanced',
  'CompositeCapture',
  'Composite',
  'CompositeSynthetic',
  'CompositeWithTrainedAlgorithmicMedia',
  'DataDrivenMedia',
  'DigitalArt',
  'DigitalCapture',
  'MultiFrameComputationalCapture',
  'NegativeFilm',
  'PositiveFilm',
  'Print',
  'ScreenCapture',
  'TrainedAlgorithmicMedia',
  'VirtualRecording',
];
