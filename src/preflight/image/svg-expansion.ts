/** Owns the count of what an SVG would draw once every <use> is followed, found without following any of them. */

type Element = { children: Element[]; uses: string | null };

const tag = /<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;
const elementsAtMost = 400_000;

/**
 * How many elements are drawn in all, and how deep they stand in each other. A chain of groups that each use
 * the one before ten times makes millions.
 * A circle is drawn by nobody and counts once.
 */
export function expansionOf(text: string): { elements: number; depth: number } {
  const { roots, named, depth: nested } = elementsIn(text);
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
  return { elements: roots.reduce((sum, root) => sum + count(root, 0), 0), depth: nested };
}

function elementsIn(text: string): { roots: Element[]; named: Map<string, Element>; depth: number } {
  const roots: Element[] = [];
  const named = new Map<string, Element>();
  const path: Element[] = [];
  let seen = 0;
  let depth = 0;
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
    depth = Math.max(depth, path.length);
  }
  return { roots, named, depth };
}
