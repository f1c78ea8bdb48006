/**
 * The headers that public files carry, as one list, so that they survive a move: written as `_headers` (Netlify,
 * Cloudflare Pages) and as an nginx include. Both must say the same, so no two rules that meet may set the same header.
 */

export interface HeaderRule {
  /** `/2024/works/low-tide` is that file; `/2024/works/low-tide/*` all below it. */
  path: string;
  headers: Record<string, string>;
}

/** One rule for each path, in order; what two places say of one path is joined. Throws over a contradiction. */
export function settled(rules: HeaderRule[]): HeaderRule[] {
  const byPath = new Map<string, Record<string, string>>();
  for (const { path, headers } of rules) {
    checkWritable(path, headers);
    byPath.set(path, { ...byPath.get(path), ...headers });
  }
  const merged = [...byPath]
    .map(([path, headers]) => ({ path, headers }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const rule of merged)
    for (const above of foldersOf(rule.path)) {
      const twice = Object.keys(byPath.get(above) ?? {}).filter((name) => has(rule.headers, name));
      if (twice.length > 0) throw new Error(`${rule.path} and ${above} both set ${twice.join(', ')}`);
    }
  return merged;
}

/**
 * All rules that fit a path, together: what a host answers with. Made once for many paths; those of a folder that have
 * no rule of their own get the same object.
 */
export function headerFinder(rules: HeaderRule[]): (path: string) => Record<string, string> {
  const byPath = new Map(settled(rules).map(({ path, headers }) => [path, headers]));
  const byFolder = new Map<string, Record<string, string>>();
  return (path) => {
    const own = byPath.get(path);
    if (own) return Object.assign({}, own, ...foldersOf(path).map((one) => byPath.get(one)));
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (!byFolder.has(folder))
      byFolder.set(folder, Object.assign({}, ...foldersOf(path).map((one) => byPath.get(one))));
    return byFolder.get(folder)!;
  };
}

export const headersFile = (rules: HeaderRule[]): string =>
  settled(rules)
    .map(({ path, headers }) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
    )
    .join('\n\n')
    .concat('\n');

/**
 * To be included in a `server` block that has the exported folder as its root. nginx obeys one location only, so each
 * says again what stands above it.
 */
export function nginxInclude(rules: HeaderRule[]): string {
  const find = headerFinder(rules);
  return settled(rules)
    .map(({ path }) => {
      const folder = path.endsWith('/*');
      const place = folder ? `^~ ${quoted(path.slice(0, -1))}` : `= ${quoted(path)}`;
      const lines = Object.entries(find(path)).map(
        ([name, value]) => `  add_header ${name} ${quoted(value)} always;`,
      );
      return `location ${place} {\n${lines.join('\n')}\n  try_files $uri $uri.html $uri/index.html =404;\n}`;
    })
    .join('\n')
    .concat('\n');
}

/** `/a/b/c` lies below `/a/b/*`, `/a/*` and `/*`; a folder's own rule does not lie below itself. */
function foldersOf(path: string): string[] {
  const parts = path.replace(/\/\*$/, '').split('/').slice(1, -1);
  return ['/*', ...parts.map((_, at) => `/${parts.slice(0, at + 1).join('/')}/*`)].filter(
    (one) => one !== path,
  );
}

const has = (headers: Record<string, string>, name: string) =>
  Object.keys(headers).some((key) => key.toLowerCase() === name.toLowerCase());

/** nginx would read a dollar as a variable, and has no way to write one. */
function checkWritable(path: string, headers: Record<string, string>): void {
  for (const text of [path, ...Object.entries(headers).flat()])
    if (/[\r\n$]/.test(text)) throw new Error(`This cannot be a header rule: ${JSON.stringify(text)}`);
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
