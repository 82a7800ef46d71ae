/**
 * The trie's numbers, written so that they compress well: steps instead of places. A third of the size, which the Worker's
 * upload and start-up feel.
 * @module
 */

/** Stands for the word after the greatest one so far; all other words are written plus one. */
const NEXT_WORD = 0;

/**
 * Packs edges (node, word, next node): first all nodes as steps back from the next node (0 for the root), then all words.
 * @param edges in order of their next nodes, which are 1, 2, …
 * @throws where they are not
 */
export function packEdges(edges: readonly number[]): readonly number[] {
  const back: number[] = [];
  const words: number[] = [];
  let greatest = 0;
  for (let i = 0; i < edges.length; i += 3) {
    const [node, word, next] = edges.slice(i, i + 3) as [number, number, number];
    if (next !== i / 3 + 1) throw new Error(`edge ${i / 3} leads to node ${next}`);
    back.push(node === 0 ? 0 : next - node);
    words.push(word === greatest + 1 ? NEXT_WORD : word + 1);
    greatest = Math.max(greatest, word);
  }
  return [...back, ...words];
}

/** What {@link packEdges} was given. */
export function unpackEdges(packed: readonly number[]): readonly number[] {
  const count = packed.length / 2;
  const edges: number[] = [];
  let greatest = 0;
  for (let i = 0; i < count; i++) {
    const back = packed[i] as number;
    const code = packed[count + i] as number;
    const word = code === NEXT_WORD ? greatest + 1 : code - 1;
    greatest = Math.max(greatest, word);
    edges.push(back === 0 ? 0 : i + 1 - back, word, i + 1);
  }
  return edges;
}

/** Packs pairs: first all steps from one first number to the next, then those of the second numbers. */
export function packPairs(pairs: readonly number[]): readonly number[] {
  const steps = (offset: number): readonly number[] =>
    pairs.flatMap((value, i) => (i % 2 === offset ? [value - (pairs[i - 2] ?? 0)] : []));
  return [...steps(0), ...steps(1)];
}

/** What {@link packPairs} was given. */
export function unpackPairs(packed: readonly number[]): readonly number[] {
  const count = packed.length / 2;
  const pairs: number[] = [];
  let first = 0;
  let second = 0;
  for (let i = 0; i < count; i++) {
    first += packed[i] as number;
    second += packed[count + i] as number;
    pairs.push(first, second);
  }
  return pairs;
}
