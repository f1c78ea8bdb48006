/** Owns the check of a creative work: from what was handed in to roles, facts and findings. */
import { canonicalName, endingOf } from './canonical.ts';
import type { CheckIo } from './check.ts';
import { portableEngine } from './engine.ts';
import { finding } from './findings.ts';
import { inspect, kindOf } from './inspect.ts';
import { archiveLimits } from './limits.ts';
import { kindNamed, kindOfExtension, type Kind } from './kinds.ts';
import { isJunk, looksSecret, nameFindings, stemAndExtension } from './names.ts';
import { piecesOfFiles, piecesOfZip, type Piece } from './pieces.ts';
import type { FileFacts, FileReport, Finding } from './report.ts';
import { proposeRoles, type Proposal } from './roles.ts';
import type { WorkRules } from './rules.ts';
import type { NamedSource } from './sources.ts';
import { fromBytes } from './sources.ts';
import { zipBased } from './type-agreement.ts';
import { roleFindings } from './work-rules.ts';
import { openZip } from './zip/open.ts';

export type Checked = { findings: Finding[]; facts: FileFacts; files: FileReport[]; archive: boolean };
type Known = Piece & { kind: Kind };

/** One .zip is taken apart, anything else stands as given. Throws when `io.signal` says stop. */
export async function checkWork(
  files: readonly NamedSource[],
  rules: WorkRules,
  io: CheckIo,
): Promise<Checked> {
  const findings: Finding[] = [];
  const bytes = files.reduce((sum, file) => sum + file.blob.size, 0);
  if (bytes > rules.maxBytes) findings.push(finding('file.too-large', { bytes, limit: rules.maxBytes }));
  const reading = { engine: io.engine ?? portableEngine, seen: io.seen ?? (() => {}) };
  const single = files.length === 1 ? files[0]! : null;
  const archive = single && (await isArchive(single)) ? single : null;
  let pieces: Piece[];
  if (archive) {
    findings.push(...nameFindings(archive.name), ...(await archiveType(archive)));
    if (archive.blob.size === 0)
      return {
        findings: [finding('file.empty', { name: archive.name })],
        facts: {},
        files: [],
        archive: archive !== null,
      };
    const opened = findings.some((one) => closed.includes(one.code))
      ? null
      : await openZip(archive.blob, archive.name);
    findings.push(...(opened?.findings ?? []));
    const secret = opened?.listed.find(looksSecret);
    if (secret) findings.push(finding('privacy.secrets', { name: secret }));
    pieces = piecesOfZip(archive.blob, opened?.entries ?? [], reading);
    if (pieces.length === 0) return { findings, facts: {}, files: [], archive: archive !== null };
  } else {
    const loose = piecesOfFiles(files, reading);
    findings.push(...loose.findings);
    const secret = files
      .map((file) => file.name)
      .filter((name) => !isJunk(name))
      .find(looksSecret);
    if (secret) findings.push(finding('privacy.secrets', { name: secret }));
    pieces = loose.pieces;
    const { entries: limit } = archiveLimits;
    if (pieces.length > limit) {
      findings.push(finding('zip.too-many-entries', { name: 'your folder', count: pieces.length, limit }));
      return { findings, facts: {}, files: [], archive: archive !== null };
    }
  }
  return checkPieces(pieces, findings, {
    rules,
    io,
    alone: single !== null && !archive && !io.about?.whole,
    archive: archive !== null,
  });
}

const closed = ['zip.not-a-zip', 'zip.polyglot', 'type.mismatch'];

type Setting = { rules: WorkRules; io: CheckIo; alone: boolean; archive: boolean };

async function checkPieces(
  pieces: Piece[],
  findings: Finding[],
  { rules, io, alone, archive }: Setting,
): Promise<Checked> {
  const known: Known[] = [];
  for (const piece of pieces)
    known.push({
      ...piece,
      kind: projectOr(await kindOf(piece.name, fromBytes(await piece.head())), piece.name),
    });
  const nested = known.filter((piece) => piece.kind.family === 'archive');
  for (const { name } of nested) {
    const whole = known.length === nested.length;
    findings.push(
      finding(
        'zip.nested-archive',
        { name, whole },
        { severity: whole ? 'reject' : 'warning', where: { file: name } },
      ),
    );
  }
  const roles = proposeRoles(known, io.about?.roles);
  const files: FileReport[] = [];
  for (const [i, piece] of known.entries()) {
    io.signal?.throwIfAborted();
    const proposal = roles.proposals[i]!;
    files.push(await checkPiece(piece, proposal, findings, io));
  }
  const title = io.about?.title ?? titleOf(roles.proposals);
  nameCanonically(files, known, roles.proposals, title ?? '');
  findings.push(...roleFindings(files, roles, { rules, alone, about: io.about ?? {} }));
  const films = files.filter(
    (file) => file.role === 'main' && typeof file.facts.duration === 'number' && file.facts.width,
  );
  return { findings, facts: { title: title ?? null, films: films.map((file) => file.name) }, files, archive };
}

/** An archive under an ending that nobody knows is the file of some program, not something to unpack. */
function projectOr(kind: Kind, name: string): Kind {
  const { extension } = stemAndExtension(name);
  const part = /^(z?\d{2,3}|r\d\d|part\d*|zip.*)$/.test(extension);
  const strange = extension !== '' && !part && kindOfExtension(extension) === null;
  return kind.family === 'archive' && strange ? kindNamed('project') : kind;
}

async function checkPiece(
  piece: Known,
  { role }: Proposal,
  findings: Finding[],
  io: CheckIo,
): Promise<FileReport> {
  const { name, kind } = piece;
  const { sha256, source, refusal } = await piece.read();
  const report = { name, role, canonical: null, sha256 };
  if (refusal) {
    findings.push(refusal);
    return { ...report, facts: { bytes: piece.size } };
  }
  if (piece.executable && ['text', 'web', 'program', 'other'].includes(kind.family)) {
    findings.push(finding('zip.executable', { name }, { where: { file: name } }));
  }
  if (!source) {
    findings.push(finding('zip.too-large-to-look', { name, bytes: piece.size }, { where: { file: name } }));
    return { ...report, facts: { mime: kind.mime, kind: kind.id, bytes: piece.size } };
  }
  const looked = await inspect({ name, role, kind, source, sha256 }, io);
  findings.push(...looked.findings);
  return { ...report, facts: looked.facts };
}

async function isArchive({ name, blob }: NamedSource): Promise<boolean> {
  const kind = await kindOf(name, blob);
  return (
    kind.id === 'zip' ||
    stemAndExtension(name).extension === 'zip' ||
    (kind.family === 'archive' && kind.id !== 'zip')
  );
}

async function archiveType({ name, blob }: NamedSource): Promise<Finding[]> {
  const kind = await kindOf(name, blob);
  const { extension } = stemAndExtension(name);
  if (kind.id === 'zip') {
    if (extension === 'zip' || extension === '') return [];
    if (kindOfExtension(extension) === null)
      return [finding('type.extension', { name, kind: kind.label, extension })];
    return [finding('type.mismatch', { name, kind: kind.label, extension })];
  }
  // What looks like nothing, or like another kind of file with an archive behind it, is opened to tell.
  if (kind.id === 'unknown') return [];
  if (zipBased.has(kind.id)) return [finding('type.mismatch', { name, kind: kind.label, extension })];
  const opened = await openZip(blob, name);
  if (opened.listed.length > 0) return [finding('zip.polyglot', { name })];
  return [finding('zip.not-a-zip', { name, kind: kind.label })];
}

function titleOf(proposals: readonly Proposal[]): string | null {
  const named =
    proposals.find((one) => one.role === 'main' && one.title !== '') ??
    proposals.find((one) => one.title !== '');
  return named?.title.replace(/_+/g, ' ') ?? null;
}

function nameCanonically(
  files: FileReport[],
  known: readonly Known[],
  proposals: readonly Proposal[],
  title: string,
): void {
  const taken = new Map<string, number>();
  for (const [i, file] of files.entries()) {
    const only =
      file.role !== 'supplementary' && proposals.filter((one) => one.role === file.role).length === 1;
    const number = (taken.get(file.role) ?? 0) + 1;
    taken.set(file.role, number);
    file.canonical = canonicalName(
      title,
      file.role,
      endingOf(known[i]!.name, known[i]!.kind),
      only ? null : number,
    );
  }
}
