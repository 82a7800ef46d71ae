/**
 * The one-pass matcher: a trie over word numbers. All phrases of all rules are in it, so the cost of a pass does not grow
 * with their number.
 * @module
 */
import { GLUED, NUMERIC, NUMBER_ID, type Words } from '../../text/words.ts';
import { HEAD, NO_NODE, openTrie, soleEntry, type Cells } from '../codec/trie.ts';
import type { PackedTrie } from '../types.ts';

/** The node where phrases start. */
export const ROOT = 0x7fffffff;
/** Below so many children they are tried one by one. */
const TRY_ALL = 8;

/** An entry, and the words of a phrase that stands for it. */
export interface Phrase {
  readonly entry: number;
  readonly words: readonly number[];
}

/** A trie, opened when the first text asks. Nodes are numbers. */
export class Trie {
  readonly #packed: PackedTrie;
  readonly #cues: number;
  #opened: Cells | undefined;

  /** @param packed `packTrie`; @param cues what it was packed with */
  constructor(packed: PackedTrie, cues: number) {
    this.#packed = packed;
    this.#cues = cues;
  }

  get #trie(): Cells {
    return (this.#opened ??= openTrie(this.#packed, this.#cues));
  }

  /** The node that `word` leads to from `node`, or -1. */
  next(node: number, word: number): number {
    const { cells, roots, ranks } = this.#trie;
    if (node === ROOT) return roots[word] ?? NO_NODE;
    const rank = ranks[word] ?? -1;
    if (rank < 0 || node < 0) return NO_NODE;
    const count = cells[node + 1] as number;
    let low = node + HEAD + (cells[node] as number);
    let high = low + count;
    while (high - low > TRY_ALL) {
      const middle = (low + high) >> 1;
      if ((cells[middle] as number) > rank) high = middle;
      else low = middle;
    }
    for (; low < high; low++) if (cells[low] === rank) return cells[low + count] as number;
    return NO_NODE;
  }

  /** How many entries end at `node`. */
  acceptCount(node: number): number {
    return node < 0 ? 1 : (this.#trie.cells[node] as number);
  }

  /** The entry at `index` of those that end at `node`. */
  accept(node: number, index: number): number {
    return node < 0 ? soleEntry(node) : (this.#trie.cells[node + HEAD + index] as number);
  }

  /** All phrases, in order of their first words. */
  *phrases(): Generator<Phrase> {
    const { cells, roots, ranks } = this.#trie;
    const byRank: number[] = [];
    ranks.forEach((rank, word) => {
      if (rank >= 0) byRank[rank] = word;
    });
    function* below(node: number, words: readonly number[]): Generator<Phrase> {
      if (node < 0) {
        yield { entry: soleEntry(node), words };
        return;
      }
      const entries = node + HEAD;
      const children = entries + (cells[node] as number);
      const count = cells[node + 1] as number;
      for (const entry of cells.subarray(entries, children)) yield { entry, words };
      for (let at = children; at < children + count; at++)
        yield* below(cells[at + count] as number, [...words, byRank[cells[at] as number] as number]);
    }
    for (let word = 0; word < roots.length; word++) if (roots[word] !== NO_NODE) yield* below(roots[word] as number, [word]);
  }
}

/** Where phrases occur: parallel arrays in order of `from`, word numbers half-open. */
export interface Hits {
  readonly count: number;
  readonly entry: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Lists grow where there are more hits than they were made for. */
class HitList {
  count = 0;
  #entry: Int32Array;
  #from: Int32Array;
  #to: Int32Array;

  constructor(capacity: number) {
    this.#entry = new Int32Array(capacity);
    this.#from = new Int32Array(capacity);
    this.#to = new Int32Array(capacity);
  }

  add(entry: number, from: number, to: number): void {
    if (this.count === this.#entry.length) this.#grow();
    const i = this.count++;
    this.#entry[i] = entry;
    this.#from[i] = from;
    this.#to[i] = to;
  }

  #grow(): void {
    const larger = (from: Int32Array): Int32Array => {
      const into = new Int32Array(from.length * 2);
      into.set(from);
      return into;
    };
    this.#entry = larger(this.#entry);
    this.#from = larger(this.#from);
    this.#to = larger(this.#to);
  }

  done(): Hits {
    const { count } = this;
    return {
      count,
      entry: this.#entry.subarray(0, count),
      from: this.#from.subarray(0, count),
      to: this.#to.subarray(0, count),
    };
  }
}

/** Running text has almost as many; where there are fewer, the room for the others is never touched. */
const HITS_PER_WORD = 4;

/** Finds every phrase that occurs in `words`, all lengths, overlaps included. */
export function findPhrases(trie: Trie, words: Words): Hits {
  const { id, shape, count } = words;
  const found = new HitList(Math.max(16, count * HITS_PER_WORD));
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
    const accepts = trie.acceptCount(node);
    for (let i = 0; i < accepts; i++) found.add(trie.accept(node, i), first, at + 1);
    // Most nodes are the end of a phrase, and nothing else.
    if (node >= 0 && at + 1 < count && (shape[at + 1] as number) & GLUED) walk(node, first, at + 1);
  };
  for (let i = 0; i < count; i++) if ((id[i] as number) >= 0) walk(ROOT, i, i);
  return found.done();
}
