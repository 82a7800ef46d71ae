/**
 * What the names in a page's markup hint at: `class="comment-list"` at comments. Names lie, so a hint is a feature and
 * never a verdict.
 * @module
 */

/** A hint and the words that give it: `word`, `two-words` that follow one another, `stem*`. */
export interface HintRule {
  readonly hint: string;
  readonly words: string;
}

/** Words and units of a name that are looked at: an attribute may be a megabyte long. */
const MOST_WORDS = 60;
const MOST_UNITS = 1024;
const LEAST_STEM = 3;
const LONGEST_STEM = 16;
/** Answers remembered at a time: a page uses few names over and over. */
const MOST_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 200;

/** Words of a name: runs of letters, cut where a capital follows a small letter. */
const WORD = /[A-Z]*[a-z]+|[A-Z]+/g;

export class Hints {
  /** Names of the hints, in the order of their bits. */
  readonly names: readonly string[];
  readonly #rules: readonly HintRule[];
  #words: ReadonlyMap<string, number> | undefined;
  #stems: ReadonlyMap<string, number> | undefined;

  constructor(rules: readonly HintRule[]) {
    this.#rules = rules;
    this.names = [...new Set(rules.map(({ hint }) => hint))];
  }

  /** A reader of names that remembers what it has read; one for a page. */
  reader(): (names: string) => number {
    const known = new Map<string, number>();
    return (names) => {
      const before = known.get(names);
      if (before !== undefined) return before;
      const bits = this.of(names);
      if (known.size < MOST_REMEMBERED && names.length <= LONGEST_REMEMBERED)
        known.set(names, bits);
      return bits;
    };
  }

  /** The hints of names (values of `class`, `id` and the like, joined), one bit each. */
  of(names: string): number {
    this.#open();
    const words = (names.slice(0, MOST_UNITS).match(WORD) ?? []).slice(0, MOST_WORDS);
    let bits = 0;
    let before = '';
    for (const word of words) {
      const folded = word.toLowerCase();
      bits |= this.#words?.get(folded) ?? 0;
      if (before !== '') bits |= this.#words?.get(`${before}-${folded}`) ?? 0;
      for (let n = LEAST_STEM; n <= folded.length && n <= LONGEST_STEM; n++)
        bits |= this.#stems?.get(folded.slice(0, n)) ?? 0;
      before = folded;
    }
    return bits;
  }

  #open(): void {
    if (this.#words !== undefined) return;
    const words = new Map<string, number>();
    const stems = new Map<string, number>();
    for (const rule of this.#rules) {
      const bit = 1 << this.names.indexOf(rule.hint);
      for (const word of rule.words.split(' ')) {
        const isStem = word.endsWith('*');
        const key = isStem ? word.slice(0, -1) : word;
        const map = isStem ? stems : words;
        map.set(key, (map.get(key) ?? 0) | bit);
      }
    }
    this.#words = words;
    this.#stems = stems;
  }
}
