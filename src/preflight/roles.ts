/**
 * Owns the proposal of roles: which file is the main piece, the video, the description, a supplement. Names
 * first, then types; a person can always say otherwise, and nobody renames anything.
 */
import { finding } from './findings.ts';
import type { Kind } from './kinds.ts';
import { looksSecret, stemAndExtension } from './names.ts';
import type { Finding, Role } from './report.ts';

export type Piece = { name: string; kind: Kind; size: number };
export type WorkRole = Extract<Role, 'main' | 'video' | 'description' | 'supplementary'>;
export type Proposal = { role: WorkRole; title: string; named: boolean; order: number | null };

/** One proposal for each piece, in the same order, and what the names give cause to say. A chosen role stays. */
export function proposeRoles(
  pieces: readonly Piece[],
  chosen: Record<string, WorkRole | 'paper'> = {},
): { proposals: Proposal[]; findings: Finding[] } {
  const proposals: (Proposal | null)[] = pieces.map((piece) =>
    Object.hasOwn(chosen, piece.name) ? asChosen(piece, chosen[piece.name] as WorkRole) : fromName(piece),
  );
  const findings: Finding[] = [];
  const mains = indexes(proposals, (one) => one?.role === 'main');
  if (mains.length > 1)
    findings.push(finding('layout.two-mains', { names: mains.map((i) => pieces[i]!.name) }));
  const guess = (i: number, role: WorkRole, sure: boolean) => {
    const { name } = pieces[i]!;
    proposals[i] = { role, title: titleIn(stemAndExtension(name).stem), named: false, order: null };
    findings.push(
      finding(
        'layout.suffix-missing',
        { name, role: roleWords[role] },
        { severity: sure ? 'note' : 'warning', where: { file: name } },
      ),
    );
  };
  const open = () => indexes(proposals, (one) => one === null);
  const has = (role: WorkRole) => proposals.some((one) => one?.role === role);

  if (!has('description')) {
    const pdfs = open().filter((i) => pieces[i]!.kind.family === 'pdf');
    const others = proposals.some((one) => one?.role === 'main' || one?.role === 'video');
    const beside = others || open().some((i) => isMedia(pieces[i]!) || pieces[i]!.kind.family === 'web');
    if (pdfs.length === 1 && beside) guess(pdfs[0]!, 'description', others);
  }
  if (!has('main')) {
    const candidates = open().filter(
      (i) => mayBeMain(pieces[i]!) && !(has('video') && isSmallText(pieces[i]!)),
    );
    if (candidates.length === 1 && !has('video')) guess(candidates[0]!, 'main', true);
    else if (candidates.length > 0 && !has('video')) guess(likeliest(pieces, candidates), 'main', false);
  }
  for (const i of open()) {
    guess(i, 'supplementary', true);
    const { name } = pieces[i]!;
    if (pieces.length > 1 && isUnexpected(pieces[i]!))
      findings.splice(-1, 1, finding('zip.unexpected-file', { name }, { where: { file: name } }));
  }
  return {
    proposals: proposals as Proposal[],
    findings: [...findings, ...titleFindings(pieces, proposals as Proposal[])],
  };
}

const roleWords: Record<WorkRole, string> = {
  main: 'the main work',
  video: 'the video',
  description: 'the description',
  supplementary: 'a supplement',
};

const suffix =
  /^(.*?)(?:^|[\s_\-–—.,+]+)(main|video|description|desc|statement|supplementary|supplement|suppl|supp)(?:[\s_\-.#]*(\d{1,3}|v\d{1,3}|final|new))?$/iu;
const numberedSupplement =
  /^(.*?)(?:^|[\s_\-–—.]+)(supplementary|supplement|suppl|supp)[\s_\-.#]*(\d{1,3})(?:[\s_\-.]+.*)$/iu;

/** What the last word of a name says; a title may itself hold these words, so only the last one counts. */
export function suffixOf(stem: string): { word: WorkRole; title: string; order: number | null } | null {
  const plain = stem
    .replace(/\s*\(\d+\)$/, '')
    .replace(/[\s_-]+copy(\s*\d+)?$/i, '')
    .trim();
  const match = suffix.exec(plain) ?? numberedSupplement.exec(plain);
  if (!match) return null;
  const [, title = '', word = '', tail] = match;
  const order = tail && /^\d+$/.test(tail) ? Number(tail) : null;
  return { word: roleOfWord(word.toLowerCase()), title: titleIn(title), order };
}

function asChosen({ name }: Piece, role: WorkRole): Proposal {
  return { role, title: titleIn(stemAndExtension(name).stem), named: false, order: null };
}

function roleOfWord(word: string): WorkRole {
  if (word === 'main' || word === 'video') return word;
  return word.startsWith('supp') ? 'supplementary' : 'description';
}

function fromName(piece: Piece): Proposal | null {
  const { stem } = stemAndExtension(piece.name);
  const own = suffixOf(stem);
  const { family } = piece.kind;
  if (own) {
    const fits =
      own.word === 'video'
        ? family === 'video' || piece.kind.id === 'gif' || family === 'audio' || family === 'other'
        : own.word === 'main'
          ? family !== 'archive'
          : own.word === 'description'
            ? family !== 'video' && family !== 'audio'
            : true;
    if (fits) return { role: own.word, title: own.title, named: true, order: own.order };
  }
  const folder = piece.name.split('/').at(-2);
  if (
    folder &&
    /^(supp|supplement|supplementary|suppl|extras?)([\s_-]?(files?|materials?))?$/i.test(folder)
  ) {
    return { role: 'supplementary', title: '', named: true, order: null };
  }
  return null;
}

function titleIn(stem: string): string {
  return stem
    .replace(/[\s_\-–—.,+]+$/u, '')
    .replace(/^[\s_\-–—.,+]+/u, '')
    .normalize('NFC')
    .trim();
}

const isMedia = (piece: Piece) => ['image', 'video', 'audio', 'model'].includes(piece.kind.family);
const isSmallText = (piece: Piece) => piece.kind.family === 'text' && piece.size < 20_000;
/** Hidden by its name, which editors and programs do and people do not; what is private has words of its own. */
const isUnexpected = ({ name }: Piece) =>
  name.split('/').some((part) => part.startsWith('.')) && !looksSecret(name);

const mayBeMain = (piece: Piece) => piece.kind.family !== 'archive';

/** A web piece opens with its index; else media before writing before the rest, and the largest of them. */
function likeliest(pieces: readonly Piece[], candidates: number[]): number {
  const rank = (i: number) => {
    const { kind, name } = pieces[i]!;
    if (/(^|\/)index\.html?$/i.test(name)) return 0;
    if (isMedia(pieces[i]!)) return 1;
    return kind.family === 'pdf' || kind.family === 'document' ? 2 : kind.family === 'web' ? 3 : 4;
  };
  return [...candidates].sort((a, b) => rank(a) - rank(b) || pieces[b]!.size - pieces[a]!.size || a - b)[0]!;
}

function titleFindings(pieces: readonly Piece[], proposals: readonly Proposal[]): Finding[] {
  const found: Finding[] = [];
  const titles = new Map<string, string>();
  for (const [i, { named, title, role }] of proposals.entries()) {
    if (!named) continue;
    if (title === '' && role !== 'supplementary')
      found.push(finding('layout.no-title', { name: pieces[i]!.name }));
    else if (title !== '') titles.set(title.toLowerCase().replace(/[\s_-]+/g, ' '), title);
  }
  const placeholder = [...titles.values()].find((title) => placeholders.test(title));
  if (placeholder) found.push(finding('layout.placeholder-title', { title: placeholder }));
  if (titles.size > 1) found.push(finding('layout.title-mismatch', { titles: [...titles.values()] }));
  return found;
}

const placeholders =
  /^[<[({]?\s*((the|my|your)[\s_-]*)?(art[\s_-]?work[\s_-]*(name|title)|title|name|untitled|work[\s_-]?name)\s*[>\])}]?$/i;

function indexes<T>(list: readonly T[], test: (one: T) => boolean): number[] {
  return list.flatMap((one, i) => (test(one) ? [i] : []));
}
