/** Owns the count of what an SVG would draw once every <use> is followed, found without following any of them. */

type Element = { children: Element[]; uses: string | null };

const tag = /<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;
const elementsAtMost = 400_000;

/**
 * How many elements are drawn in all; a chain of groups that each use the one before ten times makes millions.
 * A circle is drawn by nobody and counts once.
 */
export function expansionOf(text: string): number {
  const { roots, named } = elementsIn(text);
  const known = new Map<Element, number>();
  const open = new Set<Element>();
  const count = (element: Element, depth: number): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (open.has(element) || depth > 2_000) return 0;
    open.add(element);
    let sum = 1;
    for (const child of element.children) sum += count(child, depth + 1);
    const target = element.uses === null ? undefined : named.get(element.uses);
    if (target) sum += count(target, depth + 1);
    open.delete(element);
    known.set(element, Math.min(sum, 1e15));
    return known.get(element)!;
  };
  return roots.reduce((sum, root) => sum + count(root, 0), 0);
}

function elementsIn(text: string): { roots: Element[]; named: Map<string, Element> } {
  const roots: Element[] = [];
  const named = new Map<string, Element>();
  const path: Element[] = [];
  let seen = 0;
  for (const [, closing, name = '', attributes = ''] of text.matchAll(tag)) {
    if (seen++ > elementsAtMost) break;
    if (closing) {
      path.pop();
      continue;
    }
    const isUse = /^([\w-]+:)?use$/i.test(name);
    const uses = isUse ? (/\bhref\s*=\s*["']\s*#([^"']+?)\s*["']/i.exec(attributes)?.[1] ?? null) : null;
    const element: Element = { children: [], uses };
    const id = /(?:^|\s)(?:xml:)?id\s*=\s*["']\s*([^"']+?)\s*["']/i.exec(attributes)?.[1];
    if (id !== undefined && !named.has(id)) named.set(id, element);
    (path.at(-1)?.children ?? roots).push(element);
    if (!/\/\s*$/.test(attributes)) path.push(element);
  }
  return { roots, named };
}
