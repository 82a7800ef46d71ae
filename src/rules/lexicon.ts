/**
 * Which word lists each word of a text belongs to, in one language.
 * @module
 */
import type { Document } from '../text/document.ts';
import { CAPITAL } from '../text/words.ts';
import type { AttributeOf, LexiconName } from './lexicons.ts';
import { EMPTY_SET, ListSets } from './list-sets.ts';
import type { Hits } from './match/trie.ts';
import type { LanguageProfile } from './profiles.ts';
import type { Rules } from './rules.ts';

/** An entry of a word list found in the text; half-open word numbers. */
export interface LexiconHit<List extends LexiconName = LexiconName> {
  readonly from: number;
  readonly to: number;
  readonly attribute: AttributeOf<List>;
  /** Number of the rule; -1 for a word that only an ending tells. */
  readonly rule: number;
}

/** Letters that must stand before an ending: "red" does not end in -ed. */
const LEAST_STEM = 2;
/** Letters of such an ending of {@link APART}, at most. */
const LONGEST_APART = 4;

/** The word lists of a language, whatever the text. */
interface Lists {
  readonly count: number;
  /** Number of each list. */
  readonly numbers: ReadonlyMap<LexiconName, number>;
  /** By entry, counted from the first of a list: the number of its list; -1 for entries of other languages. */
  readonly listOf: Int16Array;
  readonly suffixes: ReadonlyMap<string, LexiconName>;
  readonly longestSuffix: number;
  /** Endings of lists that do not compete with others for a word. */
  readonly apart: ReadonlyMap<LexiconName, ReadonlySet<string>>;
  /** What the texts before have found out about sets of lists. */
  readonly known: { sets: KnownSets | null };
}

/** Sets of lists, whatever the text. */
interface KnownSets {
  readonly sets: ListSets;
  /** By where a list of entries starts in the trie: 1 + the set of the lists that they are of; 0 where nobody has asked. */
  readonly ofEntries: Int32Array;
}

/** Pages bring some hundred. A made-up text may bring any number, which the next text must not pay for. */
const MOST_KNOWN = 8192;

/** @param size how long the trie's lists of entries are */
function knownSets({ known, count }: Lists, size: number): KnownSets {
  if (!known.sets || known.sets.sets.count > MOST_KNOWN)
    known.sets = { sets: new ListSets(count), ofEntries: new Int32Array(size) };
  return known.sets;
}

/** The same rules always give the same answer. */
const memo = new WeakMap<Rules, Map<string, Lists>>();

/** @param language only lists of this language and of none. Languages without lists have the same. */
function listsOf(rules: Rules, language: string): Lists {
  let byLanguage = memo.get(rules);
  if (!byLanguage) memo.set(rules, (byLanguage = new Map()));
  const key = rules.lexiconRules.some((rule) => rule.language === language) ? language : '';
  let lists = byLanguage.get(key);
  if (!lists) byLanguage.set(key, (lists = gather(rules, key)));
  return lists;
}

/** Lists whose endings say something beside what another list says of the same word. */
const APART: readonly LexiconName[] = ['oblique-ending'];

function gather(rules: Rules, language: string): Lists {
  const names = [...new Set(rules.lexiconRules.map((rule) => rule.lexicon))].sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const numberOf = rules.lexiconRules.map((rule) =>
    rule.language === language || rule.language === '' ? (numbers.get(rule.lexicon) ?? -1) : -1,
  );
  const { from, to } = rules.entries.lexicons;
  const listOf = new Int16Array(to - from).fill(-1);
  for (let number = from; number < to; number++) {
    const entry = rules.entries.at(number);
    if (entry.type === 'lexicon') listOf[number - from] = numberOf[entry.rule] as number;
  }
  const suffixes = new Map<string, LexiconName>();
  const apart = new Map(APART.map((list) => [list, new Set<string>()]));
  for (const [suffix, rule] of rules.suffixes) {
    const list = names[numberOf[rule] ?? -1];
    if (!list) continue;
    const own = apart.get(list);
    if (own) own.add(suffix);
    else suffixes.set(suffix, list);
  }
  return {
    count: names.length,
    known: { sets: null },
    numbers,
    listOf,
    suffixes,
    apart,
    longestSuffix: Math.max(0, ...[...suffixes.keys()].map((suffix) => suffix.length)),
  };
}

/** Look-ups by word number and list name. A word inside a phrase of a list counts as being in the list. */
export class Lexicon {
  /** What the language is like, as far as the text shows it. */
  readonly profile: LanguageProfile;
  readonly #rules: Rules;
  readonly #hits: Hits;
  readonly #lists: Lists;
  readonly #known: KnownSets;
  readonly #sets: ListSets;
  /** The set of the lists of each word. */
  readonly #setOf: Int32Array;
  /** The first hit at each word, or after it. */
  readonly #firstHit: Int32Array;
  /** By word number: the list that only the word's ending tells. */
  readonly #byEnding = new Map<number, LexiconName>();

  /** @param language only lists of this language and of none. */
  constructor(rules: Rules, { words, folded }: Pick<Document, 'words' | 'folded'>, hits: Hits, language: string) {
    this.#rules = rules;
    this.#hits = hits;
    this.#lists = listsOf(rules, language);
    this.#known = knownSets(this.#lists, hits.lists.length);
    const { sets, ofEntries } = this.#known;
    this.#sets = sets;
    this.#setOf = new Int32Array(words.count);
    this.#firstHit = new Int32Array(words.count + 1);
    let word = 0;
    for (let i = 0; i < hits.count; i++) {
      const from = hits.from[i] as number;
      while (word <= from) this.#firstHit[word++] = i;
      const first = hits.list[i] as number;
      const set = (ofEntries[first] ||= 1 + this.#makeSet(first)) - 1;
      if (set !== EMPTY_SET) for (let w = from; w < (hits.to[i] as number); w++) this.#put(w, set);
    }
    this.#firstHit.fill(hits.count, word);
    const profile = rules.profiles.of(language);
    if (profile.nounCompounds) this.#addCompounds(words, folded);
    this.profile = profile.nounCapitals && !this.#hasAny(words.count, 'common-noun') ? rules.profiles.withoutNouns(language) : profile;
  }

  #hasAny(words: number, list: LexiconName): boolean {
    for (let w = 0; w < words; w++) if (this.has(w, list)) return true;
    return false;
  }

  /** Words with a capital that no list holds belong to the list of their ending: "Sportministerin". */
  #addCompounds(words: Document['words'], folded: string): void {
    const sets = new Map<number, number>();
    for (let w = 0; w < words.count; w++) {
      if (!((words.shape[w] as number) & CAPITAL) || this.isListed(w)) continue;
      const list = this.endingOf(folded.slice(words.start[w], words.end[w]));
      const number = list === undefined ? undefined : this.#lists.numbers.get(list);
      if (list === undefined || number === undefined) continue;
      let set = sets.get(number);
      if (set === undefined) sets.set(number, (set = this.#sets.of([number])));
      this.#put(w, set);
      this.#byEnding.set(w, list);
    }
  }

  /** The list of the longest known ending of a folded word, or undefined. */
  endingOf(folded: string): LexiconName | undefined {
    const { suffixes, longestSuffix } = this.#lists;
    for (let length = Math.min(longestSuffix, folded.length - LEAST_STEM); length > 0; length--) {
      const list = suffixes.get(folded.slice(-length));
      if (list) return list;
    }
    return undefined;
  }

  /** Whether the language has endings of such a list. */
  hasApart(list: LexiconName): boolean {
    return (this.#lists.apart.get(list)?.size ?? 0) > 0;
  }

  /** Whether a folded word has an ending of a list that does not compete with others. */
  endsWith(folded: string, list: LexiconName): boolean {
    const endings = this.#lists.apart.get(list);
    if (!endings || endings.size === 0) return false;
    for (let length = Math.min(LONGEST_APART, folded.length - LEAST_STEM); length > 0; length--)
      if (endings.has(folded.slice(-length))) return true;
    return false;
  }

  /** Whether a folded word is a given name in some country, though it may be in no list. */
  isGivenName(folded: string): boolean {
    return this.#rules.givenNames.genderOf(folded) !== '';
  }

  /** The endings of a list, without hyphen. */
  endings(list: LexiconName): readonly string[] {
    return [...this.#lists.suffixes].flatMap(([suffix, name]) => (name === list ? [suffix] : []));
  }

  /** The set of the lists that a list of entries in the trie has entries of. */
  #makeSet(first: number): number {
    const { lists } = this.#hits;
    const found: number[] = [];
    for (let i = first + 1; i <= first + (lists[first] as number); i++) {
      const list = this.#listOfEntry(lists[i] as number);
      if (list >= 0) found.push(list);
    }
    return this.#known.sets.of(found);
  }

  /** Number of the list that an entry is of, or -1. */
  #listOfEntry(entry: number): number {
    const { from, to } = this.#rules.entries.lexicons;
    return entry >= from && entry < to ? (this.#lists.listOf[entry - from] as number) : -1;
  }

  #put(word: number, set: number): void {
    this.#setOf[word] = this.#sets.union(this.#setOf[word] as number, set);
  }

  /** Whether `word` is in any list. */
  isListed(word: number): boolean {
    return this.#setOf[word] !== EMPTY_SET;
  }

  /** Whether `word` is an entry of the list, or a part of one. */
  has(word: number, list: LexiconName): boolean {
    const set = this.#setOf[word];
    // Half of all words are in no list.
    if (set === undefined || set === EMPTY_SET) return false;
    const number = this.#lists.numbers.get(list);
    return number !== undefined && this.#sets.has(set, number);
  }

  /**
   * Tells of each word which of some lists has it: the place of the first one, or -1. For lists that are asked for of every
   * word: what was found out about one set of lists holds for all words that have it.
   */
  firstOf(lists: readonly LexiconName[]): (word: number) => number {
    const sets = this.#sets;
    const setOf = this.#setOf;
    const numbers = lists.map((list) => this.#lists.numbers.get(list) ?? -1);
    const known: number[] = [];
    return (word) => {
      const set = setOf[word] as number;
      return (known[set] ??= numbers.findIndex((number) => number >= 0 && sets.has(set, number)));
    };
  }

  /** The longest entry of the list that starts at `word`. */
  at<List extends LexiconName>(word: number, list: List): LexiconHit<List> | undefined {
    if (!this.has(word, list)) return undefined;
    const { from, to } = this.#hits;
    const number = this.#lists.numbers.get(list) as number;
    let best = -1;
    let found = -1;
    // Few phrases start at one word.
    for (let i = this.#firstHit[word] as number; from[i] === word; i++) {
      if (best >= 0 && (to[i] as number) < (to[best] as number)) continue;
      const entry = this.#entryOf(i, number);
      if (entry < 0) continue;
      best = i;
      found = entry;
    }
    if (best < 0)
      return this.#byEnding.get(word) === list
        ? { from: word, to: word + 1, attribute: '', rule: -1 }
        : undefined;
    const entry = this.#rules.entries.at(found);
    if (entry.type !== 'lexicon') return undefined;
    const attribute = entry.attribute as AttributeOf<List>;
    return { from: word, to: to[best] as number, attribute, rule: entry.rule };
  }

  /** The last entry of a hit that is of a list, or -1. */
  #entryOf(hit: number, list: number): number {
    const { list: firsts, lists } = this.#hits;
    const first = firsts[hit] as number;
    for (let i = first + (lists[first] as number); i > first; i--)
      if (this.#listOfEntry(lists[i] as number) === list) return lists[i] as number;
    return -1;
  }
}
