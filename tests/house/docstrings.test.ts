/** What a public function takes, answers and throws stands above it, where its reader looks first. */
import ts from 'typescript';
import { expect, it } from 'vitest';
import { sources, text } from './source.ts';

it('every exported function of the platform, the checker and the solver says what it is for', () => {
  const told = sources.filter(
    (path) =>
      /^src\/(platform|preflight|matching)\/.*\.ts$/.test(path) && !path.startsWith('src/preflight/corpus/'),
  );
  expect(told.flatMap(silentFunctions)).toEqual([]);
});

/** Exported functions without a comment that ends on the line above, as `path: name`; overloads share one. */
function silentFunctions(path: string): string[] {
  const file = ts.createSourceFile(path, text(path), ts.ScriptTarget.Latest, true);
  const spoken = new Set<string>();
  return file.statements.filter(isExported).flatMap((statement) => {
    const names = functionsOf(statement).filter((name) => !spoken.has(name));
    for (const name of names) spoken.add(name);
    return /\*\/\n$/.test(file.text.slice(0, statement.getStart())) ? [] : names.map((n) => `${path}: ${n}`);
  });
}

const isExported = (node: ts.Statement) =>
  ts.canHaveModifiers(node) &&
  !!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function functionsOf(node: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(node)) return [node.name?.text ?? 'default'];
  if (!ts.isVariableStatement(node)) return [];
  return node.declarationList.declarations
    .filter(({ initializer: is }) => is && (ts.isArrowFunction(is) || ts.isFunctionExpression(is)))
    .map(({ name }) => name.getText());
}
