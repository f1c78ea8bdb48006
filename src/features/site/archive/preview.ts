/** A page for whoever opens the archive: what it is, and where to begin. */
import type { EditionSite } from '../edition-pages.ts';
import { documents, folders } from './archive.ts';
import { crateName } from './crate.ts';
import { recordData, type Archived } from './documents.ts';

export function previewPage(
  { slug, settings: { about } }: EditionSite,
  archived: Archived[],
  now: Date,
): string {
  const list = (kind: 'paper' | 'work') =>
    archived
      .filter(({ record }) => record.kind === kind)
      .map((one) => `<li>${link(recordData(one, slug).page, one.record.title)}</li>`)
      .join('\n');
  const section = (title: string, items: string) =>
    items ? `<h2>${title}</h2>\n<ul>\n${items}\n</ul>\n` : '';
  const data = [...Object.values(documents), crateName]
    .map((path) => `<li>${link(path, path)}</li>`)
    .join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(about.name)}: the archive</title>
<h1>${escaped(about.name)}: the archive</h1>
<p>${escaped(about.notice)}</p>
<p>${link(`${folders.site}/index.html`, 'The site as it was')}, made on ${now.toISOString().slice(0, 10)}. It opens from a disk, without a server.</p>
${section('Papers', list('paper'))}${section('Works', list('work'))}${section('As data', data)}<p>The folder <code>${folders.originals}</code> holds files as they were handed in, with all that is embedded in them. Keep it, and do not put it on the web.</p>
</html>
`;
}

const link = (path: string, words: string) =>
  `<a href="${path.split('/').map(encodeURIComponent).join('/')}">${escaped(words)}</a>`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
