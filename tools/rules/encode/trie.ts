/**
 * Lays out the trie of all phrases; `src/rules/codec/trie.ts` has a drawing of the layout.
 * @module
 */
import { NO_ENTRIES, type PackedTrie } from '../../../src/rules/codec/trie.ts';
import { packNumbers } from './numbers.ts';

/** A node of a trie that is being built: entries that end here, and what follows by word number. */
export interface TrieNode {
  readonly accepts: readonly number[];
  readonly children: ReadonlyMap<number, TrieNode>;
}

const NOTHING: TrieNode = { accepts: [], children: new Map() };

/**
 * The trie as texts.
 * @param root its children's words must have the lowest numbers: all words from 0 to the greatest of them get a node
 */
export function packTrie(root: TrieNode): PackedTrie {
  const firstLevel = 1 + Math.max(0, ...root.children.keys());
  const nodes = Array.from({ length: firstLevel }, (_, word) => root.children.get(word) ?? NOTHING);
  const counts: number[] = [];
  const word: number[] = [];
  // The list grows while it is walked: level by level, each node once.
  for (const { children } of nodes) {
    counts.push(children.size);
    for (const [edge, child] of [...children].sort(([a], [b]) => a - b)) {
      word.push(edge);
      nodes.push(child);
    }
  }
  const lists = new Lists();
  const accepts = nodes.map((node) => lists.startOf(node.accepts));
  return {
    children: packNumbers(counts),
    word: packNumbers(word),
    accepts: packNumbers(accepts),
    lists: packNumbers(lists.cells),
  };
}

/** Lists of entries one after the other, each behind its length, equal ones once. */
class Lists {
  readonly cells: number[] = [];
  readonly #starts = new Map<string, number>();

  constructor() {
    if (this.startOf([]) !== NO_ENTRIES) throw new Error('the empty list must be the first');
  }

  startOf(entries: readonly number[]): number {
    const key = entries.join();
    const known = this.#starts.get(key);
    if (known !== undefined) return known;
    const start = this.cells.length;
    this.cells.push(entries.length, ...entries);
    this.#starts.set(key, start);
    return start;
  }
}
