/**
 * The one-pass matcher: a trie over word numbers, its edges in an open-addressing table of integers.
 * All phrases of all rules are in it, so the cost of a pass does not grow with their number.
 * @module
 */
import { GLUED, NUMERIC, NUMBER_ID, type Words } from '../text/words.ts';

const KEY_NODE = 0;
const KEY_WORD = 1;
const NEXT = 2;
const SLOT = 3;
const NO_NODE = -1;

export interface Trie {
  /** The node that `word` leads to from `node`, or -1. */
  next(node: number, word: number): number;
  /** Entries that end at `node`. */
  accepts(node: number): readonly number[];
}

const NOTHING: readonly number[] = [];

/** @param edges node, word, next node, three numbers an edge; @param accepts node, entry, two numbers each */
export function buildTrie(edges: readonly number[], accepts: readonly number[]): Trie {
  const size = tableSize(edges.length / 3);
  const table = new Int32Array(size * SLOT).fill(NO_NODE);
  const mask = size - 1;
  for (let i = 0; i < edges.length; i += 3) {
    const node = edges[i] as number;
    const word = edges[i + 1] as number;
    let slot = hash(node, word) & mask;
    while (table[slot * SLOT + KEY_NODE] !== NO_NODE) slot = (slot + 1) & mask;
    table[slot * SLOT + KEY_NODE] = node;
    table[slot * SLOT + KEY_WORD] = word;
    table[slot * SLOT + NEXT] = edges[i + 2] as number;
  }
  const ends = new Map<number, number[]>();
  for (let i = 0; i < accepts.length; i += 2) {
    const list = ends.get(accepts[i] as number);
    if (list) list.push(accepts[i + 1] as number);
    else ends.set(accepts[i] as number, [accepts[i + 1] as number]);
  }
  return {
    next(node, word) {
      let slot = hash(node, word) & mask;
      for (;;) {
        const at = slot * SLOT;
        const key = table[at + KEY_NODE] as number;
        if (key === NO_NODE) return NO_NODE;
        if (key === node && table[at + KEY_WORD] === word) return table[at + NEXT] as number;
        slot = (slot + 1) & mask;
      }
    },
    accepts: (node) => ends.get(node) ?? NOTHING,
  };
}

function hash(node: number, word: number): number {
  return (Math.imul(node, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b)) >>> 7;
}

/** A power of two that leaves the table at most half full, so that a miss is short. */
function tableSize(edges: number): number {
  let size = 16;
  while (size < edges * 2) size *= 2;
  return size;
}

/** Where phrases occur: parallel arrays in order of `from`, word numbers half-open. */
export interface Hits {
  readonly count: number;
  readonly entry: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Finds every phrase that occurs in `words`, all lengths, overlaps included. */
export function findPhrases(trie: Trie, words: Words): Hits {
  const entry: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const walk = (node: number, first: number, at: number): void => {
    const next = trie.next(node, words.id[at] as number);
    if (next >= 0) step(next, first, at);
    // A number that some phrase spells out ("24 hours") still counts as any number.
    if ((words.shape[at] as number) & NUMERIC && words.id[at] !== NUMBER_ID) {
      const any = trie.next(node, NUMBER_ID);
      if (any >= 0) step(any, first, at);
    }
  };
  const step = (node: number, first: number, at: number): void => {
    for (const e of trie.accepts(node)) {
      entry.push(e);
      from.push(first);
      to.push(at + 1);
    }
    if (at + 1 < words.count && (words.shape[at + 1] as number) & GLUED) walk(node, first, at + 1);
  };
  for (let i = 0; i < words.count; i++) if ((words.id[i] as number) >= 0) walk(0, i, i);
  return { count: entry.length, entry, from, to };
}
