/** Every address Salon answers, read from the routes folder and from the endpoints in front of it. */
import { sources, text, tree } from './source.ts';

export interface Route {
  /** As in the folder, groups left out: `/my/submissions/[id]`. */
  path: string;
  params: string[];
  /** GET is a page or an endpoint; the rest are endpoints. */
  methods: string[];
  /** Names of form actions; `default` is the page's own. */
  actions: string[];
  files: string[];
}

export const routes: Route[] = [...byPath()].map(([path, files]) => ({
  path,
  params: [...path.matchAll(/\[\[?(?:\.\.\.)?(\w+)(?:=\w+)?\]?\]/g)].map((match) => match[1]!),
  methods: [...new Set(files.flatMap(methodsOf))].sort(),
  actions: [...new Set(files.flatMap(actionsOf))],
  files,
}));

/** Endpoints that stand before the pages: their addresses are written in a comment `@answers METHOD /path`. */
export const endpoints = sources
  .filter((path) => path.endsWith('.server.ts'))
  .flatMap((path) =>
    [...text(path).matchAll(/@answers ([A-Z, ]+) (\/\S*)/g)].map(([, methods, address]) => ({
      path: address!,
      methods: methods!.split(', '),
      file: path,
    })),
  );

function byPath(): [string, string[]][] {
  const found = new Map<string, string[]>();
  for (const file of tree) {
    const match = /^src\/routes(.*)\/\+(page|server)(\.server)?\.(svelte|ts)$/.exec(file);
    if (!match) continue;
    const path = match[1]!.replace(/\/\([^)]+\)/g, '') || '/';
    found.set(path, [...(found.get(path) ?? []), file]);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function methodsOf(file: string): string[] {
  if (/\+page/.test(file)) return ['GET'];
  return [
    ...text(file).matchAll(/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|HEAD)\b/g),
  ].map((match) => match[1]!);
}

function actionsOf(file: string): string[] {
  if (!file.endsWith('+page.server.ts')) return [];
  const body = /export const actions(?::[^=]+)? = \{([\s\S]*?)\n\}/.exec(text(file))?.[1] ?? '';
  return [...body.matchAll(/^ {2}(?:async )?(\w+)(?:\(|:|,)/gm)].map((match) => match[1]!);
}
