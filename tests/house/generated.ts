/** Pages of the docs that are made from the code: who may do what, every address, every finding of the file check. `npm run docs` writes them. */
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { findingTable, type Code } from '#app/preflight/findings.ts';
import { operations } from '#app/platform/operation.server.ts';
import { byCode } from '../corpus/manifest/by-code.ts';
import { endpoints, routes } from './routes.ts';
import { sources } from './source.ts';

export async function whoMay(): Promise<string> {
  for (const path of sources.filter((path) => /^src\/features\/.*operations\.server\.ts$/.test(path))) {
    await import(/* @vite-ignore */ pathToFileURL(resolve(path)).href);
  }
  const rows = [...operations.values()]
    .filter(({ operationName }) => !operationName.startsWith('test.'))
    .sort((a, b) => (a.operationName < b.operationName ? -1 : 1))
    .map(({ operationName, kind, who }) => `| \`${operationName}\` | ${kind} | ${who} |`);
  return page(
    'Who may',
    'Every verb and every question of Salon with the policy that guards it. Whoever may not is answered as if there were nothing.',
    ['| operation | kind | who |', '| --- | --- | --- |', ...rows],
  );
}

export function urls(): string {
  const rows = routes.map(
    ({ path, methods, actions }) =>
      `| \`${path}\` | ${methods.join(', ')}${actions.length > 0 ? ', POST' : ''} | ${actions.map((name) => `\`${name}\``).join(', ')} |`,
  );
  const front = endpoints.map(
    ({ path, methods, file }) => `| \`${path}\` | ${methods.join(', ')} | in \`${file}\` |`,
  );
  return page(
    'Addresses',
    'Every address Salon answers, the methods it takes and the form actions behind it.',
    ['| address | methods | actions |', '| --- | --- | --- |', ...rows, ...front],
  );
}

export function codes(): string {
  const says = (name: string) => `“${name.replaceAll('<', '&lt;').replaceAll('|', '\\|')}”`;
  const rows = Object.entries(findingTable).map(([code, { does }]) => {
    const [broken, kept] = byCode[code as Code];
    return `| \`${code}\` | ${doing[does]} | ${says(broken)} | ${says(kept)} |`;
  });
  return page(
    'Findings of the file check',
    'Every finding, what it does to the verdict, and of the made files in `tests/corpus/manifest` one that brings it about and a near neighbour that does not.',
    ['| code | verdict | broken by | kept by |', '| --- | --- | --- | --- |', ...rows],
  );
}

const doing = {
  R: 'refused',
  'R*': 'refused, unless submitted with it and cleared',
  W: 'warning',
  N: 'note',
};

function page(title: string, lead: string, lines: string[]): string {
  return [`# ${title}`, '', `${lead} Made by \`npm run docs\`; do not edit.`, '', ...lines, ''].join('\n');
}
