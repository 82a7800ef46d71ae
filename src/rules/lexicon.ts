/**
 * Which word lists each word of a text belongs to, in one language.
 * @module
 */
import type { Document } from '../text/document.ts';
import { CAPITAL } from '../text/words.ts';
import type { Rules } from './rules.ts';
import type { Hits } from './trie.ts';

const WORD_BITS = 32;

/** An entry of a word list found in the text; half-open word numbers. */
export interface LexiconHit {
  readonly from: number;
  readonly to: number;
  readonly attribute: string;
  /** Number of the rule; -1 for a word that only an ending tells. */
  readonly rule: number;
}

/** Letters that must stand before an ending: "red" does not end in -ed. */
const LEAST_STEM = 2;

function suffixesOf(rules: Rules, language: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [suffix, number] of rules.suffixes) {
    const rule = rules.lexiconRules[number];
    if (rule && (rule.language === language || rule.language === '')) found.set(suffix, rule.lexicon);
  }
  return found;
}

/** Look-ups by word number and list name. A word inside a phrase of a list counts as being in the list. */
export class Lexicon {
  readonly #bits: ReadonlyMap<string, number>;
  readonly #masks: readonly Int32Array[];
  readonly #hits: ReadonlyMap<number, LexiconHit>;
  readonly #stride: number;
  readonly #suffixes: ReadonlyMap<string, string>;
  readonly #longest: number;
  readonly #lists: ReadonlySet<string>;

  /** @param language only lists of this language and of none. */
  constructor(rules: Rules, { words, folded }: Pick<Document, 'words' | 'folded'>, hits: Hits, language: string) {
    const names = [...new Set(rules.lexiconRules.map((rule) => rule.lexicon))].sort();
    this.#bits = new Map(names.map((name, bit) => [name, bit]));
    this.#stride = names.length;
    this.#masks = Array.from(
      { length: Math.ceil(names.length / WORD_BITS) },
      () => new Int32Array(words.count),
    );
    const found = new Map<number, LexiconHit>();
    for (let i = 0; i < hits.count; i++) {
      const entry = rules.entries.at(hits.entry[i] as number);
      if (entry.type !== 'lexicon') continue;
      const rule = rules.lexiconRules[entry.rule];
      if (!rule || (rule.language !== language && rule.language !== '')) continue;
      this.#add(found, this.#bits.get(rule.lexicon) ?? 0, {
        from: hits.from[i] as number,
        to: hits.to[i] as number,
        attribute: entry.attribute,
        rule: entry.rule,
      });
    }
    this.#hits = found;
    this.#suffixes = suffixesOf(rules, language);
    this.#longest = Math.max(0, ...[...this.#suffixes.keys()].map((suffix) => suffix.length));
    const own = rules.lexiconRules.filter((rule) => rule.language === language);
    this.#lists = new Set(own.map((rule) => rule.lexicon));
    if (this.lists('common-noun')) this.#addCompounds(words, folded, found);
  }

  /** Whether the language has a list of this name. */
  lists(list: string): boolean {
    return this.#lists.has(list);
  }

  /** Words with a capital that no list holds belong to the list of their ending: "Sportministerin". */
  #addCompounds(words: Document['words'], folded: string, found: Map<number, LexiconHit>): void {
    for (let w = 0; w < words.count; w++) {
      if (!((words.shape[w] as number) & CAPITAL) || this.#masks.some((mask) => mask[w] !== 0))
        continue;
      const list = this.endingOf(folded.slice(words.start[w], words.end[w]));
      if (list) this.#add(found, this.#bits.get(list) ?? 0, { from: w, to: w + 1, attribute: '', rule: -1 });
    }
  }

  /** The list of the longest known ending of a folded word, or undefined. */
  endingOf(folded: string): string | undefined {
    const longest = Math.min(this.#longest, folded.length - LEAST_STEM);
    for (let length = longest; length > 0; length--) {
      const list = this.#suffixes.get(folded.slice(-length));
      if (list) return list;
    }
    return undefined;
  }

  /** The endings of a list, without hyphen. */
  endings(list: string): readonly string[] {
    return [...this.#suffixes].flatMap(([suffix, name]) => (name === list ? [suffix] : []));
  }

  /** The longest entry wins where several start at one word. */
  #add(found: Map<number, LexiconHit>, bit: number, hit: LexiconHit): void {
    const mask = this.#masks[bit >> 5] as Int32Array;
    for (let w = hit.from; w < hit.to; w++) mask[w] = (mask[w] as number) | (1 << (bit & 31));
    const key = hit.from * this.#stride + bit;
    const before = found.get(key);
    if (!before || before.to <= hit.to) found.set(key, hit);
  }

  /** Whether `word` is an entry of the list, or a part of one. */
  has(word: number, list: string): boolean {
    const bit = this.#bits.get(list);
    if (bit === undefined) return false;
    const mask = (this.#masks[bit >> 5] as Int32Array)[word] ?? 0;
    return (mask & (1 << (bit & 31))) !== 0;
  }

  /** The longest entry of the list that starts at `word`. */
  at(word: number, list: string): LexiconHit | undefined {
    const bit = this.#bits.get(list);
    return bit === undefined ? undefined : this.#hits.get(word * this.#stride + bit);
  }
}
