/**
 * Names of authors in a byline: `By Hannah Brook and Omar Feld, Political Editor | 3 March 2026`.
 * @module
 */
import type { BylineWords } from '../rules/bylines.ts';
import { fold } from '../text/fold.ts';

/** A name in a line. UTF-16 offsets into the line, half-open. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
}

/** Where the names of a line end. */
const END = /[|•·\d@/(<[{;:!?–—]| - |\p{P}?\s{3}|$/u;
const MOST_WORDS = 5;
const CUT = '\0';

/** One name: words with a capital, and few without between them (`van`, `de la`). */
const WORD = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|[\p{Ll}]{1,4}|d['’]\p{Lu}[\p{L}\p{M}-]*)$/u;
const CAPITAL = /^(?:d['’])?\p{Lu}/u;

export class AuthorReader {
  readonly #by: readonly string[];
  readonly #and: readonly string[];
  readonly #notNames: ReadonlySet<string>;

  constructor({ by, and, notNames }: BylineWords) {
    // The longest first: “written by” before “by”.
    this.#by = by.map(fold).sort((a, b) => b.length - a.length);
    this.#and = and.map((word) => ` ${fold(word)} `);
    this.#notNames = new Set(notNames.map(fold));
  }

  /** The authors whom a line names behind a word of bylines; none where it does not begin with one. */
  authorsIn(line: string): readonly FoundName[] {
    const folded = fold(line);
    const lead = /^\s*/.exec(folded)?.[0].length ?? 0;
    const by = this.#by.find(
      (word) => folded.startsWith(word, lead) && /^[\s:]/.test(folded.slice(lead + word.length)),
    );
    if (by === undefined) return [];
    const from =
      lead + by.length + (/^\s*:?\s*/.exec(folded.slice(lead + by.length))?.[0].length ?? 0);
    const rest = line.slice(from);
    const names = rest.slice(0, END.exec(rest)?.index ?? 0);
    return this.#namesIn(names, from) ?? [];
  }

  /** A list of names cut apart. Null where its first is none: who wrote it is then not told, or not understood. */
  #namesIn(text: string, offset: number): readonly FoundName[] | null {
    const found: FoundName[] = [];
    let at = 0;
    for (const piece of this.#pieces(text)) {
      const start = text.indexOf(piece, at);
      at = start + piece.length;
      const name = piece.trim().replace(/[,.]$/, '');
      if (!this.isName(name)) {
        // Behind the names stand roles and places.
        if (found.length > 0) break;
        return null;
      }
      const begin = offset + start + piece.indexOf(name);
      found.push({ start: begin, end: begin + name.length });
    }
    return found;
  }

  /** A list cut at commas, “&” and words for “and”. */
  #pieces(text: string): readonly string[] {
    let cut = fold(text);
    // Of the same length, so that pieces can be taken from the text itself.
    for (const word of this.#and) cut = cut.replaceAll(word, CUT.repeat(word.length));
    cut = cut.replaceAll(', ', CUT.repeat(2)).replaceAll(' & ', CUT.repeat(3));
    const pieces = cut.matchAll(/[^\0]+/g);
    return Array.from(pieces, ({ 0: piece, index }) => text.slice(index, index + piece.length));
  }

  /** Whether it may be the full name of a person. */
  isName(name: string): boolean {
    const words = name.split(/\s+/);
    if (words.length < 2 || words.length > MOST_WORDS) return false;
    if (!words.every((word) => WORD.test(word) && !this.#notNames.has(fold(word)))) return false;
    return CAPITAL.test(words[0] as string) && CAPITAL.test(words.at(-1) as string);
  }

  /** Names in a value of metadata, where programs put a byline at times. */
  namesOf(value: string): readonly string[] {
    const known = this.authorsIn(value);
    if (known.length > 0) return known.map(({ start, end }) => value.slice(start, end));
    const list = this.#namesIn(value, 0) ?? [];
    if (list.length > 0) return list.map(({ start, end }) => value.slice(start, end));
    // A name of another script, or of one word, which the page itself calls its author's.
    return this.#mayBeName(value) ? [value] : [];
  }

  #mayBeName(value: string): boolean {
    const folded = fold(value);
    const words = folded.split(/\s+/);
    if (/[|@/:\d]/.test(value) || words.length > MOST_WORDS) return false;
    return (
      !words.some((word) => this.#notNames.has(word)) &&
      !this.#by.some((by) => folded.startsWith(`${by} `))
    );
  }
}
