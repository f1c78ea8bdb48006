/** A binary heap of node numbers by key, the smallest first; equal keys by node, so that every run is alike. */
export class Heap {
  readonly key: Float64Array;
  private readonly nodes: Int32Array;
  private readonly place: Int32Array;
  size = 0;

  constructor(nodes: number) {
    this.key = new Float64Array(nodes);
    this.nodes = new Int32Array(nodes);
    this.place = new Int32Array(nodes).fill(-1);
  }

  /** Adds a node, or lowers its key; a higher key than the present one is not expected. */
  put(node: number, key: number): void {
    const { nodes, place, key: keys } = this;
    let at = place[node]!;
    if (at < 0) at = this.size++;
    keys[node] = key;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const other = nodes[up]!;
      if (keys[other]! < key || (keys[other]! === key && other < node)) break;
      nodes[at] = other;
      place[other] = at;
      at = up;
    }
    nodes[at] = node;
    place[node] = at;
  }

  /** Takes out the node with the smallest key. */
  pop(): number {
    const { nodes, place, key: keys } = this;
    const top = nodes[0]!;
    place[top] = -1;
    const last = nodes[--this.size]!;
    if (this.size === 0) return top;
    const key = keys[last]!;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= this.size) break;
      if (down + 1 < this.size) {
        const [left, right] = [nodes[down]!, nodes[down + 1]!];
        if (keys[right]! < keys[left]! || (keys[right]! === keys[left]! && right < left)) down += 1;
      }
      const other = nodes[down]!;
      if (key < keys[other]! || (key === keys[other]! && last < other)) break;
      nodes[at] = other;
      place[other] = at;
      at = down;
    }
    nodes[at] = last;
    place[last] = at;
    return top;
  }

  /** Forgets every node that is left. */
  clear(): void {
    for (let at = 0; at < this.size; at++) this.place[this.nodes[at]!] = -1;
    this.size = 0;
  }
}
