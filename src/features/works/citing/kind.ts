/**
 * What a record is in the words of each catalogue. The first form of a work decides; a form that nobody here knows
 * (organizers write their own) is told by the files it came with.
 */
import type { PublicFile, PublicRecord } from '../record.ts';

export interface Kind {
  /** schema.org */
  types: string[];
  csl: string;
  ris: string;
  /** DataCite's resourceTypeGeneral */
  dataCite: string;
  /** The type vocabulary of Dublin Core; empty where none of its words fits. */
  dcmi: string;
  openGraph: string;
}

export function kindOf({ kind, work, files }: PublicRecord): Kind {
  if (kind === 'paper') return paper;
  const known = work?.forms.map(({ key }) => forms[key]).find(Boolean);
  if (known) return known;
  const main = files.find(({ role }) => role === 'main') ?? files[0];
  return (main && byFile[main.kind]) ?? other;
}

/** What to call it where a format wants one word of people: "Workshop paper", "Film". */
export const genreOf = ({ kind, work, call }: PublicRecord): string =>
  kind === 'paper' ? 'Workshop paper' : (work?.forms[0]?.label ?? call.title);

const kind = (
  types: string,
  csl: string,
  ris: string,
  dataCite: string,
  dcmi: string,
  openGraph = 'website',
): Kind => ({ types: types.split(' '), csl, ris, dataCite, dcmi, openGraph });

// "speech" is what is presented; "paper-conference" would claim proceedings, which there are none of.
const paper = kind('ScholarlyArticle', 'speech', 'CPAPER', 'ConferencePaper', 'Text', 'article');
const image = kind('VisualArtwork', 'graphic', 'ART', 'Image', 'StillImage');
const object = kind('VisualArtwork', 'graphic', 'ART', 'PhysicalObject', 'PhysicalObject');
const writing = kind('CreativeWork', 'manuscript', 'MANSCPT', 'Text', 'Text', 'article');
const music = kind('MusicRecording', 'song', 'SOUND', 'Sound', 'Sound', 'music.song');
const sound = kind('AudioObject', 'song', 'SOUND', 'Sound', 'Sound');
const film = kind('VideoObject', 'motion_picture', 'MPCT', 'Audiovisual', 'MovingImage', 'video.other');
const game = kind('VideoGame', 'software', 'COMP', 'InteractiveResource', 'InteractiveResource');
const interactive = kind(
  'SoftwareApplication',
  'software',
  'COMP',
  'InteractiveResource',
  'InteractiveResource',
);
const performance = kind('CreativeWork', 'performance', 'GEN', 'Event', 'Event');
const other = kind('CreativeWork', 'document', 'GEN', 'Other', '');

const forms: Record<string, Kind> = {
  'visual-2d': image,
  photography: { ...image, types: ['VisualArtwork', 'Photograph'] },
  'sculpture-object': object,
  installation: object,
  textile: object,
  writing,
  'writing-prose': writing,
  'writing-poetry': writing,
  'writing-script': writing,
  mathematics: { ...writing, openGraph: 'website' },
  music,
  'music-fixed': music,
  'music-live': { ...music, types: ['MusicComposition'], csl: 'performance' },
  'sound-art': sound,
  film,
  animation: film,
  game,
  'interactive-web': interactive,
  xr: interactive,
  software: { ...interactive, dataCite: 'Software', dcmi: 'Software' },
  performance,
  'dance-theatre': performance,
};

const byFile: Partial<Record<PublicFile['kind'], Kind>> = {
  image,
  video: film,
  audio: sound,
  pdf: writing,
  text: writing,
  web: interactive,
};
