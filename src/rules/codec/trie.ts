/**
 * A trie as text, and back into cells.
 *
 * What is alike stands together, since that is what gzip makes small: the nodes one after the other in one text, the words
 * that lead from node to node in a second, which verbs are meant in a third. Nodes stand in the order of their first words,
 * children after parents. Each node is a run of symbols, numbers that are told apart by what they are:
 *
 *     entry            below `cues`, as it is
 *     cues + form      a verb that no node before has had: verbs are numbered as they come
 *     cues + 6 + form  a verb that one had; the third text says how many verbs back
 *     … + recent       one of the last few entries that were written as they are, by how long ago
 *     … + shape        how many entries and children the node has; left out where it has one entry and no child, as most
 * @module
 */
import { FORMS } from '../numbering.ts';
import type { PackedTrie } from '../types.ts';
import { packNumbers, packSymbols, unpackNumbers, unpackSymbols } from './numbers.ts';
import { openRanks, packRanks } from './ranks.ts';

/** A node of a trie that is being built: entries that end here, and what follows by word number. */
export interface TrieNode {
  readonly accepts: readonly number[];
  readonly children: ReadonlyMap<number, TrieNode>;
}

/** How many entries count as recent. */
const RECENT = 4;
/** More entries than any phrase has, and a factor that keeps them apart from children in a shape. */
const MOST_ACCEPTS = 64;
/** The shape that is not written. */
const LEAF = shapeOf(1, 0);

function shapeOf(accepts: number, children: number): number {
  return children * MOST_ACCEPTS + accepts;
}

/** First numbers of the kinds of symbols. */
function symbolsFrom(cues: number) {
  const known = cues + FORMS.length;
  const recent = known + FORMS.length;
  return { fresh: cues, known, recent, shape: recent + RECENT };
}

/**
 * The text of a trie over word numbers.
 * @param words how many word numbers there are, {n} included
 * @param cues the first entry number of verbs' forms; see `entries.ts`
 * @returns the text, and the lemmas in the order that it numbers them in
 */
export function packTrie(
  root: TrieNode,
  words: number,
  cues: number,
): { readonly packed: PackedTrie; readonly lemmas: readonly number[] } {
  const ranks = packRanks(usesOf(root, words));
  const packer = new Packer(openRanks(ranks, words), cues);
  for (let word = 0; word < words; word++) packer.add(root.children.get(word));
  const packed = {
    ranks,
    nodes: packSymbols(packer.symbols),
    edges: packNumbers(packer.edges),
    verbs: packNumbers(packer.verbs),
  };
  return { packed, lemmas: packer.lemmas };
}

/** How often each word leads from node to node. */
function usesOf(root: TrieNode, words: number): readonly number[] {
  const uses: number[] = Array(words).fill(0);
  const count = (node: TrieNode): void => {
    for (const [word, child] of node.children) {
      uses[word] = (uses[word] as number) + 1;
      count(child);
    }
  };
  for (const first of root.children.values()) count(first);
  return uses;
}

const NOTHING: TrieNode = { accepts: [], children: new Map() };

class Packer {
  readonly symbols: number[] = [];
  readonly edges: number[] = [];
  readonly verbs: number[] = [];
  readonly lemmas: number[] = [];
  readonly #ranks: Int32Array;
  readonly #cues: number;
  readonly #from: ReturnType<typeof symbolsFrom>;
  /** The last {@link RECENT} entries that were written as they are: the `n`th is at `n` modulo their number. */
  readonly #recent: number[] = [];
  #written = 0;
  readonly #numberOf = new Map<number, number>();

  constructor(ranks: Int32Array, cues: number) {
    this.#ranks = ranks;
    this.#cues = cues;
    this.#from = symbolsFrom(cues);
  }

  add({ accepts, children }: TrieNode = NOTHING): void {
    if (accepts.length >= MOST_ACCEPTS) throw new Error(`a phrase stands for ${accepts.length} rules`);
    const shape = shapeOf(accepts.length, children.size);
    if (shape !== LEAF) this.symbols.push(this.#from.shape + shape);
    for (const entry of accepts) this.symbols.push(entry < this.#cues ? this.#plain(entry) : this.#verb(entry - this.#cues));
    let before = 0;
    const ranked = [...children].map(([word, child]) => [this.#ranks[word] as number, child] as const);
    for (const [rank, child] of ranked.sort(([a], [b]) => a - b)) {
      this.edges.push(rank - before);
      before = rank;
      this.add(child);
    }
  }

  #plain(entry: number): number {
    const place = this.#recent.indexOf(entry);
    if (place >= 0) return this.#from.recent + ((this.#written - 1 - place) % RECENT);
    this.#recent[this.#written++ % RECENT] = entry;
    return entry;
  }

  #verb(cue: number): number {
    const form = cue % FORMS.length;
    const lemma = (cue - form) / FORMS.length;
    const number = this.#numberOf.get(lemma);
    if (number === undefined) {
      this.#numberOf.set(lemma, this.lemmas.push(lemma) - 1);
      return this.#from.fresh + form;
    }
    this.verbs.push(this.lemmas.length - 1 - number);
    return this.#from.known + form;
  }
}

/** An opened trie. */
export interface Cells {
  /**
   * Nodes, each known by the place of its first cell: how many entries, how many children, the entries, the ranks of the
   * children's words from small to large, the children. Most nodes have one entry and no child; see {@link soleEntry}.
   */
  readonly cells: Int32Array;
  /** The node of each first word; {@link NO_NODE} where no phrase starts with it. */
  readonly roots: Int32Array;
  /** By word number; -1 for words that no node is led to by. */
  readonly ranks: Int32Array;
}

/** A node's cells in front of its entries. */
export const HEAD = 2;
/** Leads nowhere. Nodes below it have no cells. */
export const NO_NODE = -1;

/** The entry of a node below {@link NO_NODE}, and the node that has one entry. */
export function soleEntry(node: number): number {
  return NO_NODE - 1 - node;
}

/** Opens the text of a trie. @param cues what it was packed with */
export function openTrie(packed: PackedTrie, cues: number): Cells {
  const symbols = readSymbols(packed, cues);
  const edges = unpackNumbers(packed.edges);
  // Every symbol is at most the head of a node or an entry, and a child has two cells with its parent.
  const cells = new Int32Array((symbols.length + edges.length) * HEAD);
  let at = 0;
  let edge = 0;
  let used = 0;
  const open = (): number => {
    const symbol = symbols[at++] as number;
    if (symbol >= 0) return soleEntry(symbol);
    const shape = shapeAt(symbol);
    if (shape === 0) return NO_NODE;
    const node = used;
    const accepts = shape % MOST_ACCEPTS;
    const children = (shape - accepts) / MOST_ACCEPTS;
    cells[used++] = accepts;
    cells[used++] = children;
    for (let i = 0; i < accepts; i++) cells[used++] = symbols[at++] as number;
    const first = used;
    used += 2 * children;
    for (let i = first; i < first + children; i++) {
      cells[i] = (i > first ? (cells[i - 1] as number) : 0) + (edges[edge++] as number);
      cells[i + children] = open();
    }
    return node;
  };
  const roots: number[] = [];
  while (at < symbols.length) roots.push(open());
  return { cells, roots: Int32Array.from(roots), ranks: openRanks(packed.ranks, roots.length) };
}

/** A shape among entries, and back: below 0. */
function shapeAt(mark: number): number {
  return -1 - mark;
}

/** The symbols by their own names: entries, and shapes as numbers below 0. */
function readSymbols(packed: PackedTrie, cues: number): Int32Array {
  const { known, recent, shape } = symbolsFrom(cues);
  const verbs = unpackNumbers(packed.verbs);
  const symbols = unpackSymbols(packed.nodes);
  const written = new Int32Array(RECENT);
  let entries = 0;
  let verb = 0;
  let lemmas = 0;
  for (let i = 0; i < symbols.length; i++) {
    let symbol = symbols[i] as number;
    if (symbol < cues) written[entries++ % RECENT] = symbol;
    else if (symbol >= shape) symbol = shapeAt(symbol - shape);
    else if (symbol >= recent) symbol = written[(entries - 1 - (symbol - recent)) % RECENT] as number;
    else if (symbol >= known) symbol += (lemmas - 1 - (verbs[verb++] as number)) * FORMS.length - FORMS.length;
    else symbol += lemmas++ * FORMS.length;
    symbols[i] = symbol;
  }
  return symbols;
}
