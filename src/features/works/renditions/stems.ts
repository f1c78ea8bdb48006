/** How the names of everything made of a file begin: by what it is, in the order of the hand-in. */
import { baseName, stemAndExtension } from '#app/preflight/names.ts';
import type { PublicFile } from '#app/features/works/record.ts';
import { kindNamed } from '#app/preflight/kinds.ts';
import type { SourceFile } from './facts.ts';

/** What it is to a visitor: captions and transcripts are handed in as supplements, and known by their names. */
export function publicRole({ role, name, kind }: Pick<SourceFile, 'role' | 'name' | 'kind'>): string {
  if (role !== 'supplementary') return role;
  const { stem, extension } = stemAndExtension(baseName(name));
  if (/^(vtt|srt)$/i.test(extension)) return 'captions';
  const readable = ['text', 'pdf'].includes(kindNamed(kind).family);
  const [, told = ''] = /(?:^|[\s_-])(transcript|poster|slides)(?:$|[\s_.-])/i.exec(stem) ?? [];
  return told !== '' && (readable || told.toLowerCase() === 'poster') ? told.toLowerCase() : role;
}

/** One for each file, none twice: `main`, `main-2`; a paper's own is `document`. */
export function stemsOf(files: readonly Pick<SourceFile, 'role' | 'name' | 'kind'>[]): string[] {
  const counts = new Map<string, number>();
  return files.map((file) => {
    const role = publicRole(file);
    const word = role === 'paper' ? 'document' : role.replace(/[^a-z0-9]/g, '') || 'file';
    const number = (counts.get(word) ?? 0) + 1;
    counts.set(word, number);
    return number === 1 ? word : `${word}-${number}`;
  });
}

export function publicKind({ kind, mime }: Pick<SourceFile, 'kind' | 'mime'>): PublicFile['kind'] {
  const { family } = kindNamed(kind);
  if (family in kinds) return kinds[family as keyof typeof kinds];
  if (mime === 'application/pdf') return 'pdf';
  const [type = ''] = mime.split('/');
  return kind === '' && type in kinds ? kinds[type as keyof typeof kinds] : 'other';
}

const kinds = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  pdf: 'pdf',
  text: 'text',
  web: 'web',
  model: 'model',
} as const;
