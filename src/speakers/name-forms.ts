/**
 * Forms of one name: languages with cases write "Ласкин" and "по словам Ласкина".
 * @module
 */

/** Letters that forms of a name share at least. */
const LEAST_STEM = 3;

/** Tells by the endings that names take in a language whether two words are forms of one name. */
export class NameForms {
  readonly #endings: ReadonlySet<string>;

  /** @param endings without hyphen; where there are none, only equal words are forms of one name */
  constructor(endings: readonly string[]) {
    this.#endings = new Set(endings);
  }

  /** Whether names have forms at all. */
  get any(): boolean {
    return this.#endings.size > 0;
  }

  /** Whether two folded words are forms of one name: a stem of at least three letters, and an ending or none behind it. */
  same(a: string, b: string): boolean {
    if (a === b) return true;
    if (!this.any) return false;
    let stem = 0;
    while (stem < a.length && stem < b.length && a[stem] === b[stem]) stem++;
    // The stem may be shorter than what is alike: Мария, Марии.
    for (let at = stem; at >= Math.max(LEAST_STEM, stem - 1); at--)
      if (this.#isEnding(a.slice(at)) && this.#isEnding(b.slice(at))) return true;
    return false;
  }

  /** What forms of a name have in common: names of different keys are never forms of one. */
  key(word: string): string {
    return word.slice(0, LEAST_STEM);
  }

  #isEnding(rest: string): boolean {
    return rest === '' || this.#endings.has(rest);
  }
}
