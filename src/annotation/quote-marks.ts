/**
 * The scanner for quote marks: pairs of marks, paragraph by paragraph.
 *
 * It knows apostrophes from closing marks, keeps the outermost pair of a nest, ends a pair whose closing mark is
 * missing with its paragraph, and carries it on where the next paragraph opens with a mark again.
 * @module
 */
import { CharSet, isDigit, isLetter, isSolo, isSpace, isUpper, isWordish } from '../text/chars.ts';
import type { Span } from '../text/spans.ts';
import type { Marked } from './annotated.ts';

/** What closes each opening mark. A straight mark closes anything double that a typist opened curly. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«»',
  '"': '"”',
  '”': '”"',
  '‘': "’'",
  '‚': '‘’',
  "'": "'’",
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
};
/** All marks that can open or close, typed ones among them: nothing else needs a second look. */
const MARKS = new CharSet([...Object.keys(CLOSERS), ...Object.values(CLOSERS).join(''), '`']);
/** Marks around titles of works. */
const TITLES = new Set(['《', '〈']);
const SINGLE = new Set(['‘', '‚', "'", '‹', '›']);
/** Marks that may also be apostrophes. */
const APOSTROPHES = new Set(["'", '’', '‘']);
/** Marks that open or close depending on what stands around them. */
const TWO_WAY = new Set(['"', '”', '»', '›']);

/**
 * All stretches in marks of the paragraphs, in order, the outermost of a nest only. Linear in the text.
 * @param paragraphs spans of paragraphs, in order
 */
export function scanMarks(text: string, paragraphs: readonly Span[]): readonly Marked[] {
  const found: Marked[] = [];
  paragraphs.forEach((paragraph, number) => {
    const next = paragraphs[number + 1];
    for (const pair of scanParagraph(text, paragraph)) {
      const last = !pair.closed && pair.end === paragraph.end;
      const continues = last && next !== undefined && opensWithMark(text, next);
      found.push({ ...pair, paragraph: number, continues });
    }
  });
  return found;
}

interface Pair extends Span {
  readonly single: boolean;
  readonly closed: boolean;
}

function opensWithMark(text: string, paragraph: Span): boolean {
  const mark = text[paragraph.start] ?? '';
  return mark in CLOSERS && !SINGLE.has(mark);
}

function* scanParagraph(text: string, { start, end }: Span): Generator<Pair> {
  const single = new SingleMarks(text, start, end);
  // Nothing is looked for behind it: a search to the end for every opening mark would be quadratic.
  const lastTyped = start + text.slice(start, end).lastIndexOf("''");
  for (let at = start; at < end; at++) {
    if (!MARKS.has(text.charCodeAt(at))) continue;
    const mark = text[at] as string;
    const typed = at + 2 <= lastTyped ? typedPair(text, at, start, end) : -1;
    if (typed > 0) {
      yield { start: at, end: typed, single: false, closed: true };
      at = typed - 1;
      continue;
    }
    if (!(mark in CLOSERS) || !opens(text, at, start, end)) continue;
    if (SINGLE.has(mark)) {
      const close = single.closeOf(at);
      // "rock 'n' roll": two apostrophes around a letter.
      if (close < 0 || (close - at <= 2 && APOSTROPHES.has(mark))) continue;
      yield { start: at, end: close + 1, single: true, closed: true };
      at = close;
      continue;
    }
    const { close, closed } = findClose(text, at, end);
    // A straight mark without partner after a digit is an inch, and one at the very end a slip.
    if (!closed && (close <= at + 1 || (mark === '"' && isDigit(text.charCodeAt(at - 1)))))
      continue;
    yield {
      start: at,
      end: trimEnd(text, at, closed ? close + 1 : close),
      single: TITLES.has(mark),
      closed,
    };
    at = closed ? close : close - 1;
  }
}

/**
 * Two single marks typed for a double one: ''so it is,'' or ``so it is''. The end of the pair at `at`, or -1.
 */
function typedPair(text: string, at: number, start: number, end: number): number {
  const mark = text[at];
  if ((mark !== "'" && mark !== '`') || text[at + 1] !== mark) return -1;
  if (at > start && isWordish(text.charCodeAt(at - 1))) return -1;
  if (at + 2 >= end || isSpace(text.charCodeAt(at + 2))) return -1;
  const close = text.indexOf("''", at + 2);
  return close > 0 && close + 2 <= end ? close + 2 : -1;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start + 1 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/**
 * ```
 *   said “we     a 6" pipe     don't     rock 'n' roll
 *        ^ yes      ^ no          ^ no        ^ no
 * ```
 */
function opens(text: string, at: number, start: number, end: number): boolean {
  const mark = text[at] as string;
  const before = at > start ? text.charCodeAt(at - 1) : 32;
  const after = at + 1 < end ? text.charCodeAt(at + 1) : 32;
  if (APOSTROPHES.has(mark)) return !isWordish(before) && isLetter(after) && !isSpace(after);
  if (mark === '‹' || mark === '‚') return !isWordish(before);
  // In scripts without spaces a mark stands right behind a word.
  if (TWO_WAY.has(mark)) return (!isWordish(before) || isSolo(before)) && !isSpace(after);
  return true;
}

/** The mark that closes the one at `open`; where there is none, where the stretch is to end. */
function findClose(text: string, open: number, end: number): { close: number; closed: boolean } {
  const mark = text[open] as string;
  const closers = CLOSERS[mark] as string;
  let depth = 0;
  for (let at = open + 1; at < end; at++) {
    if (!MARKS.has(text.charCodeAt(at))) continue;
    const here = text[at] as string;
    if (here === '"' && mark !== '"' && isInch(text, at, end, closers)) continue;
    if (
      closers.includes(here) &&
      !(here === mark && TWO_WAY.has(mark) && depth === 0 && opensInside(text, at, end))
    ) {
      if (depth === 0) return { close: at, closed: true };
      depth--;
    } else if (here === mark && depth === 0 && standsLikeClose(text, at, end)) {
      return { close: at, closed: true };
    } else if (here === mark) {
      // The same mark again: a nest if two closing ones follow, else the first was never closed.
      if (!hasTwoCloses(text, at, end, closers, mark)) return { close: at, closed: false };
      depth++;
    }
  }
  return { close: end, closed: false };
}

/** A straight mark that clearly opens inside an open pair: it stays unclosed there, the pair ends before it. */
function opensInside(text: string, at: number, end: number): boolean {
  return (
    isSpace(text.charCodeAt(at - 1)) && at + 1 < end && isWordish(text.charCodeAt(at + 1)) && at > 0
  );
}

/** A straight mark after a digit inside curly ones, whose own closing mark is still to come. */
function isInch(text: string, at: number, end: number, closers: string): boolean {
  if (!isDigit(text.charCodeAt(at - 1))) return false;
  for (let i = at + 1; i < Math.min(end, at + LOOKAHEAD); i++) {
    if (text[i] === '“') return false;
    if (text[i] !== '"' && closers.includes(text[i] as string)) return true;
  }
  return false;
}

/** An opening mark typed where the closing one belongs: “over“ she said. */
function standsLikeClose(text: string, at: number, end: number): boolean {
  return !isSpace(text.charCodeAt(at - 1)) && (at + 1 >= end || isSpace(text.charCodeAt(at + 1)));
}

function hasTwoCloses(
  text: string,
  from: number,
  end: number,
  closers: string,
  mark: string,
): boolean {
  let closes = 0;
  for (let at = from + 1; at < Math.min(end, from + LOOKAHEAD); at++) {
    if (!MARKS.has(text.charCodeAt(at))) continue;
    const here = text[at] as string;
    if (closers.includes(here) && here !== mark && ++closes === 2) return true;
    if (here === mark) return false;
  }
  return false;
}

/** Nests are short; a bound keeps hostile text linear. */
const LOOKAHEAD = 2000;

/** Closing single marks of one paragraph, told from apostrophes. Found once, so that the scan stays linear. */
class SingleMarks {
  readonly #text: string;
  readonly #from: number;
  readonly #end: number;
  /** Twice the place of each, and 1 for a sure one: there may be as many as characters. */
  #closers: readonly number[] | undefined;
  #next = 0;

  constructor(text: string, from: number, end: number) {
    this.#text = text;
    this.#from = from;
    this.#end = end;
  }

  /** The mark that closes the single one at `open`, or -1. The nearest sure one, else the last possible. */
  closeOf(open: number): number {
    this.#closers ??= this.#find();
    while (this.#next < this.#closers.length && (this.#closers[this.#next] as number) >> 1 <= open)
      this.#next++;
    const limit = open + LONGEST_SINGLE;
    let possible = -1;
    for (let i = this.#next; i < Math.min(this.#closers.length, this.#next + MOST_TRIES); i++) {
      const closer = this.#closers[i] as number;
      const at = closer >> 1;
      if (at > limit) break;
      if (closer & 1) return at;
      if (possible < 0) possible = at;
    }
    return possible;
  }

  #find(): readonly number[] {
    const found: number[] = [];
    for (let at = this.#from + 1; at < this.#end; at++) {
      if (!MARKS.has(this.#text.charCodeAt(at))) continue;
      const mark = this.#text[at] as string;
      if (mark !== "'" && mark !== '’' && mark !== '›' && mark !== '‘') continue;
      const before = this.#text.charCodeAt(at - 1);
      const after = at + 1 < this.#end ? this.#text.charCodeAt(at + 1) : 32;
      if ((isSpace(before) && mark !== '›') || isWordish(after)) continue;
      // After an s it may be a possessive plural: workers' rights.
      const possessive =
        /[sSzxZX]/.test(this.#text[at - 1] as string) && isSpace(after) && !isUpper(after);
      found.push(at * 2 + (possessive ? 0 : 1));
    }
    return found;
  }
}

const LONGEST_SINGLE = 1500;
const MOST_TRIES = 40;
