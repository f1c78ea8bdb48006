/** Owns the proposal which of several files is the paper; a person can always say otherwise. */
import { stemAndExtension } from './names.ts';

type Piece = { name: string; pdf: boolean };

/**
 * The place of the paper among the files of a hand-in, counted from 0. What a person chose comes first, then what
 * the names say, then the order in which the files stand; 0 where nothing can be told.
 */
export function paperAmong(pieces: readonly Piece[], chosen: Record<string, string> = {}): number {
  const said = ({ name }: Piece) => (Object.hasOwn(chosen, name) ? chosen[name] : undefined);
  const named = pieces.findIndex((piece) => said(piece) === 'paper');
  if (named >= 0) return named;
  const free = pieces.filter((piece) => piece.pdf && said(piece) === undefined);
  const candidates = free.length > 0 ? free : pieces.filter(({ pdf }) => pdf);
  const likeliest = candidates.toSorted((a, b) => rank(a.name) - rank(b.name))[0];
  return likeliest ? pieces.indexOf(likeliest) : 0;
}

const itself =
  /(^|[\s_\-–—.])(paper|main|manuscript|article|camera[\s_-]?ready)([\s_\-.]*(v?\d{1,3}|final))?$/iu;
const words =
  'supp|suppl|supplement|supplementary|supplemental|appendix|appendices|annex|checklist|poster|slides|cover[\\s_-]?letter|rebuttal';
/** As the first or the last word: a title may itself hold these words. */
const beside = new RegExp(
  `^(${words})(?=$|[\\s_\\-–—.\\d])|[\\s_\\-–—.](${words})([\\s_-]?(files?|materials?))?([\\s_\\-.]*v?\\d{1,3}|[\\s_\\-.]+([a-z]|final))?$`,
  'iu',
);
const folderBeside =
  /^(supp|supplement|supplementary|suppl|appendix|extras?)([\s_-]?(files?|materials?))?$/iu;

/** Lower is likelier: names that say "the paper", names that say nothing, names that say "what comes beside it". */
function rank(name: string): number {
  const { stem } = stemAndExtension(name.split('/').at(-1)!);
  if (folderBeside.test(name.split('/').at(-2) ?? '')) return 2;
  if (itself.test(stem)) return 0;
  return beside.test(stem) ? 2 : 1;
}
