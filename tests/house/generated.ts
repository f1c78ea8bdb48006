/** Two pages of the docs that are made from the code: who may do what, and every address. `npm run docs` writes them. */
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { operations } from '#app/platform/operation.server.ts';
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

function page(title: string, lead: string, lines: string[]): string {
  return [`# ${title}`, '', `${lead} Made by \`npm run docs\`; do not edit.`, '', ...lines, ''].join('\n');
}
