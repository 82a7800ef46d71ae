/**
 * The one-pass matcher: a trie over word numbers. All phrases of all rules are in it, so the cost of a pass does not grow
 * with their number.
 * @module
 */
import { doubled } from '../../text/typed.ts';
import { GLUED, NUMERIC, NUMBER_ID, type Words } from '../../text/words.ts';
import type { Numbers } from '../codec/numbers.ts';
import { NO_ENTRIES, openTrie, type PackedTrie, type TrieArrays } from '../codec/trie.ts';

/** The node where phrases start. */
export const ROOT = -2;
/** Leads nowhere. */
export const NO_NODE = -1;
/** Below so many children they are tried one by one. */
const TRY_ALL = 8;

/** A trie, opened when the first text asks. Nodes are numbers; `codec/trie.ts` draws them. */
export class Trie {
  readonly #packed: PackedTrie;
  #opened: TrieArrays | undefined;

  constructor(packed: PackedTrie) {
    this.#packed = packed;
  }

  get arrays(): TrieArrays {
    return (this.#opened ??= openTrie(this.#packed));
  }

  /** The node that `word` leads to from `node`, or {@link NO_NODE}. */
  next(node: number, word: number): number {
    const { firstLevel, firstChild, word: words } = this.#opened ?? this.arrays;
    if (node === ROOT) return word >= 0 && word < firstLevel ? word : NO_NODE;
    let low = (firstChild[node] as number) - firstLevel;
    let high = (firstChild[node + 1] as number) - firstLevel;
    while (high - low > TRY_ALL) {
      const middle = (low + high) >> 1;
      if ((words[middle] as number) > word) high = middle;
      else low = middle;
    }
    for (; low < high; low++) if (words[low] === word) return low + firstLevel;
    return NO_NODE;
  }
}

/**
 * Where phrases occur: parallel arrays in order of `from`, word numbers half-open. A phrase that is an entry of several lists
 * or rules is one hit: most common words are entries of a dozen, and a long text would need as many times the memory.
 */
export interface Hits {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Where the entries of each hit start in `lists`: how many there are, then their numbers. */
  readonly list: Int32Array;
  readonly lists: Numbers;
}

/** Calls `visit` with every entry of every hit, in order. */
export function forEachEntry(
  { count, from, to, list, lists }: Hits,
  visit: (entry: number, from: number, to: number) => void,
): void {
  for (let hit = 0; hit < count; hit++) {
    const first = list[hit] as number;
    const last = first + (lists[first] as number);
    for (let i = first + 1; i <= last; i++)
      visit(lists[i] as number, from[hit] as number, to[hit] as number);
  }
}

/** Lists grow where there are more hits than they were made for. */
class HitList {
  count = 0;
  #list: Int32Array;
  #from: Int32Array;
  #to: Int32Array;

  constructor(capacity: number) {
    this.#list = new Int32Array(capacity);
    this.#from = new Int32Array(capacity);
    this.#to = new Int32Array(capacity);
  }

  add(list: number, from: number, to: number): void {
    if (this.count === this.#list.length) this.#grow();
    const i = this.count++;
    this.#list[i] = list;
    this.#from[i] = from;
    this.#to[i] = to;
  }

  #grow(): void {
    this.#list = doubled(this.#list);
    this.#from = doubled(this.#from);
    this.#to = doubled(this.#to);
  }

  done(lists: Numbers): Hits {
    const { count } = this;
    return {
      count,
      from: this.#from.subarray(0, count),
      to: this.#to.subarray(0, count),
      list: this.#list.subarray(0, count),
      lists,
    };
  }
}

/** Running text has fewer; the room for the others is never touched. */
const HITS_PER_WORD = 1.5;

/** Finds every phrase that occurs in `words`, all lengths, overlaps included. */
export function findPhrases(trie: Trie, words: Words): Hits {
  const { id, shape, count } = words;
  const { firstChild, accepts, lists } = trie.arrays;
  const found = new HitList(Math.ceil(16 + count * HITS_PER_WORD));
  const walk = (node: number, first: number, at: number): void => {
    const word = id[at] as number;
    const next = trie.next(node, word);
    if (next !== NO_NODE) step(next, first, at);
    // A number that some phrase spells out ("24 hours") still counts as any number.
    if ((shape[at] as number) & NUMERIC && word !== NUMBER_ID) {
      const any = trie.next(node, NUMBER_ID);
      if (any !== NO_NODE) step(any, first, at);
    }
  };
  const step = (node: number, first: number, at: number): void => {
    const list = accepts[node] as number;
    if (list !== NO_ENTRIES) found.add(list, first, at + 1);
    // Most nodes are the end of a phrase, and nothing else.
    if (firstChild[node] === firstChild[node + 1]) return;
    if (at + 1 < count && (shape[at + 1] as number) & GLUED) walk(node, first, at + 1);
  };
  for (let i = 0; i < count; i++) if ((id[i] as number) >= 0) walk(ROOT, i, i);
  return found.done(lists);
}
