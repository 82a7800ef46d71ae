/**
 * The one-pass matcher: a trie over word numbers. All phrases of all rules are in it, so the cost of a pass does not grow
 * with their number.
 *
 * The phrases that start with a word are opened when the word is first met: a text holds few of the words that start
 * one, and to open them all would cost more than a text. What is opened is kept; it cannot change an answer.
 * @module
 */
import { GLUED, NUMERIC, NUMBER_ID, type Words } from '../text/words.ts';
import { packNumbers, foldSign, unfoldSign, Unpacker } from './pack.ts';

/** A node of a trie that is being built: entries that end here, and what follows by word number. */
export interface TrieNode {
  readonly accepts: readonly number[];
  readonly children: ReadonlyMap<number, TrieNode>;
}

const NO_NODE = -1;
const ROOT = 0;
/** In `#roots`: no text has had the word yet. */
const UNOPENED = 0;
/** A node's cells: two counts, the entries, the children's words in order, the children. */
const HEAD = 2;
/** A head holds this many children; where there are more, the rest is in the next number. */
const FEW = 3;
/** Below so many children they are tried one by one. */
const TRY_ALL = 8;

/**
 * The text of a trie: a line for each word number, in order, with the nodes below it, children after parents.
 * @param words how many word numbers there are
 */
export function packTrie(root: TrieNode, words: number): string {
  return Array.from({ length: words }, (_, word) => {
    const node = root.children.get(word);
    return node ? packNumbers(numbersOf(node, { last: undefined })) : '';
  }).join('\n');
}

function* numbersOf(node: TrieNode, entry: { last: number | undefined }): Generator<number> {
  const { accepts, children } = node;
  yield accepts.length * (FEW + 1) + Math.min(FEW, children.size);
  if (children.size >= FEW) yield children.size - FEW;
  for (const accept of accepts) {
    yield entry.last === undefined ? accept : foldSign(accept - entry.last);
    entry.last = accept;
  }
  let before = 0;
  for (const [word, child] of [...children].sort(([a], [b]) => a - b)) {
    yield word - before;
    before = word;
    yield* numbersOf(child, entry);
  }
}

/** A trie, opened from its text as far as texts have asked. Node 0 is the root. */
export class Trie {
  readonly #packed: readonly string[];
  /** The node of each first word, {@link UNOPENED} or {@link NO_NODE}. */
  readonly #roots: Int32Array;
  #cells = new Int32Array(1 << 12);
  #used = 1;

  /** @param packed `packTrie` */
  constructor(packed: string) {
    this.#packed = packed.split('\n');
    this.#roots = new Int32Array(this.#packed.length);
  }

  /** The node that `word` leads to from `node`, or -1. */
  next(node: number, word: number): number {
    if (node === ROOT) return this.#first(word);
    const cells = this.#cells;
    const count = cells[node + 1] as number;
    let low = node + HEAD + (cells[node] as number);
    let high = low + count;
    while (high - low > TRY_ALL) {
      const middle = (low + high) >> 1;
      if ((cells[middle] as number) > word) high = middle;
      else low = middle;
    }
    for (; low < high; low++) if (cells[low] === word) return cells[low + count] as number;
    return NO_NODE;
  }

  /** How many entries end at `node`. */
  acceptCount(node: number): number {
    return this.#cells[node] as number;
  }

  /** The entry at `index` of those that end at `node`. */
  accept(node: number, index: number): number {
    return this.#cells[node + HEAD + index] as number;
  }

  #first(word: number): number {
    const node = this.#roots[word] ?? NO_NODE;
    if (node !== UNOPENED) return node;
    const packed = this.#packed[word] ?? '';
    const opened = packed === '' ? NO_NODE : this.#open(new Unpacker(packed), { last: NO_NODE });
    this.#roots[word] = opened;
    return opened;
  }

  #open(packed: Unpacker, entry: { last: number }): number {
    const head = packed.next();
    const accepts = head >> 2;
    let children = head & FEW;
    if (children === FEW) children += packed.next();
    const node = this.#claim(HEAD + accepts + 2 * children);
    this.#cells[node] = accepts;
    this.#cells[node + 1] = children;
    let at = node + HEAD;
    for (let i = 0; i < accepts; i++) {
      const number = packed.next();
      entry.last = entry.last === NO_NODE ? number : entry.last + unfoldSign(number);
      this.#cells[at++] = entry.last;
    }
    let word = 0;
    for (let i = 0; i < children; i++, at++) {
      word += packed.next();
      this.#cells[at] = word;
      const child = this.#open(packed, entry);
      this.#cells[at + children] = child;
    }
    return node;
  }

  /** The first of `size` new cells. */
  #claim(size: number): number {
    const first = this.#used;
    this.#used += size;
    if (this.#used > this.#cells.length) {
      const larger = new Int32Array(Math.max(this.#used, this.#cells.length * 2));
      larger.set(this.#cells);
      this.#cells = larger;
    }
    return first;
  }
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
    const id = words.id[at] as number;
    const next = trie.next(node, id);
    if (next >= 0) step(next, first, at);
    // A number that some phrase spells out ("24 hours") still counts as any number.
    if ((words.shape[at] as number) & NUMERIC && id !== NUMBER_ID) {
      const any = trie.next(node, NUMBER_ID);
      if (any >= 0) step(any, first, at);
    }
  };
  const step = (node: number, first: number, at: number): void => {
    const accepts = trie.acceptCount(node);
    for (let i = 0; i < accepts; i++) {
      entry.push(trie.accept(node, i));
      from.push(first);
      to.push(at + 1);
    }
    if (at + 1 < words.count && (words.shape[at + 1] as number) & GLUED) walk(node, first, at + 1);
  };
  for (let i = 0; i < words.count; i++) if ((words.id[i] as number) >= 0) walk(ROOT, i, i);
  return { count: entry.length, entry, from, to };
}
