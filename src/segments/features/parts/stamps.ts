/**
 * Stamps above a story: a line that names its authors, and one that is a date and nothing else. Their words are those of `rules/<language>/bylines.toml`.
 *
 * ```
 *   Par Noëlle Tissot, historienne   author: full names behind a word for “by”, up to a comma
 *   Mis en ligne le 3 mai 2021       dated: numbers, a month, words for “published”, small words
 * ```
 * @module
 */
import type { BylineWords } from '../../../rules/bylines.ts';
import type { Document } from '../../../text/document.ts';
import { fold } from '../../../text/fold.ts';
import { CAPITAL, NUMERIC } from '../../../text/words.ts';
import { isFree, type Measured } from './blocks.ts';

/** Words of bylines, made ready for a page. */
export interface StampWords {
  readonly by: readonly string[];
  readonly and: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  /** Of “published on” and “last updated”. */
  readonly stamps: ReadonlySet<string>;
}

/** The words of a page's language, and of English, which stands on all pages. */
export function stampWords(bylines: readonly BylineWords[], language: string): StampWords {
  const own = bylines.filter((one) => one.language === language || one.language === 'en');
  const wordsOf = (lists: readonly (readonly string[])[]): Set<string> =>
    new Set(lists.flat().flatMap((phrase) => fold(phrase).split(' ')));
  return {
    // The longest first: “written by” before “by”.
    by: own.flatMap(({ by }) => by.map(fold)).sort((a, b) => b.length - a.length),
    and: wordsOf(own.map(({ and }) => and)),
    months: wordsOf(own.flatMap(({ months }) => months)),
    stamps: wordsOf(own.flatMap(({ published, updated }) => [published, updated])),
  };
}

/** How many words of a unit stand in two word lists. */
export interface ListCounts {
  readonly particles: (u: number) => number;
  readonly weekdays: (u: number) => number;
}

export interface StampMarks {
  readonly author: (u: number) => void;
  readonly dated: (u: number) => void;
  /** A word or two among dates and names. */
  readonly strip: (u: number) => void;
}

/** Of a stamp. Set by hand, as are the numbers below: only these were tried. */
const MOST_WORDS = 14;
const NAME_WORDS = 2;
/** A small word of a date: “de”, “le”, “at”, “uhr”. */
const SMALL = 3;

/** Looks for stamps above running text. @param heads see `headsOf` */
export function findStamps(
  doc: Document,
  page: Measured,
  words: StampWords,
  counts: ListCounts,
  heads: Int32Array,
  { author, dated, strip }: StampMarks,
): void {
  const isDated = (u: number): boolean =>
    (heads[u] ?? -1) >= 0 && isShort(page, u) && isDate(doc, page, words, counts, u);
  const { shapes } = page;
  /** A name below a headline that stands once more on the page: in a box about its author. */
  const isSignature = (u: number): boolean =>
    page.times[u] === 2 &&
    !isTwin(doc, page, u) &&
    (heads[u] as number) >= u &&
    (heads[u] as number) <= u + NEAR + 1 &&
    hasHeadline(page, u, NEAR, isDated);
  // A page that begins with a stamp is no more than one.
  for (let u = 1; u < heads.length; u++) {
    if (page.prose[u] || !isShort(page, u)) continue;
    if (isDated(u)) dated(u);
    else if ((heads[u] as number) >= 0 && isSigned(doc, page, words, counts, u)) author(u);
    else if (isFree(page, u) && (shapes.words[u] as number) <= HEADLINE_WORDS) {
      const isBeside = isBesideDate(page, u, isDated);
      if (isBeside ? !hasHeadline(page, u, HEADLINE_REACH, isDated) : !isSignature(u)) continue;
      if (isName(doc, page, counts, u)) author(u);
      else if (isBeside) strip(u);
    }
  }
}

/** Whether the unit beside has the same text. */
function isTwin({ folded }: Document, { units }: Measured, u: number): boolean {
  const textOf = (v: number): string => folded.slice(units.start[v], units.end[v]);
  return textOf(u) === textOf(u + 1) || textOf(u) === textOf(u - 1);
}

const isShort = ({ units }: Measured, u: number): boolean =>
  (units.to[u] as number) - (units.from[u] as number) <= MOST_WORDS;

/** Whether a line is a date with its words, small words and an hour. */
function isDate(
  { text, folded, words }: Document,
  { units }: Measured,
  { months, stamps }: StampWords,
  { weekdays }: ListCounts,
  u: number,
): boolean {
  const line = text.slice(units.start[u], units.end[u]);
  if (!YEAR.test(line)) return false;
  let month = 0;
  let numbers = 0;
  let other = -weekdays(u);
  for (let w = units.from[u] as number; w < (units.to[u] as number); w++) {
    const from = words.start[w] as number;
    const word = folded.slice(from, words.end[w]);
    if ((words.shape[w] as number) & NUMERIC || isNumber(word, stamps)) numbers++;
    else if (months.has(word)) month++;
    else if (!stamps.has(word) && word.length > SMALL) other++;
  }
  return other <= 0 && (month > 0 || numbers > 1 || DATE.test(line));
}

/** “2024년”, and “입력2024.04.02” with a word for “published” in front. */
function isNumber(word: string, stamps: ReadonlySet<string>): boolean {
  const at = word.search(/\d/);
  return at === 0 || (at > 0 && stamps.has(word.slice(0, at)));
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const DATE = /\d[./-]\d{1,2}[./-]\d/;

/** Whether a line opens with a word for “by” and full names. */
function isSigned(
  doc: Document,
  page: Measured,
  { by, and }: StampWords,
  counts: ListCounts,
  u: number,
): boolean {
  const start = page.units.start[u] as number;
  const line = doc.folded.slice(start, page.units.end[u]);
  const opening = by.find((word) => line.startsWith(word) && /^[ :]/.test(line.slice(word.length)));
  if (opening === undefined) return false;
  return hasNames(doc, page, counts, u, start + opening.length, and);
}

/** A break behind a name: what follows says what somebody is, or when. */
const BREAK = /[,|·•(–—/\d]/;

/**
 * Whether the words of a unit from an offset on are full names, up to a break: words with a capital, and few small ones between that names have.
 * @param from offset, UTF-16
 */
function hasNames(
  { text, folded, words }: Document,
  { units }: Measured,
  { particles }: ListCounts,
  u: number,
  from: number,
  and: ReadonlySet<string>,
): boolean {
  let small = 0;
  let capitals = 0;
  let end = from;
  for (let w = units.from[u] as number; w < (units.to[u] as number); w++) {
    const start = words.start[w] as number;
    if (start < from) continue;
    if (BREAK.test(text.slice(end, start))) break;
    end = words.end[w] as number;
    if ((words.shape[w] as number) & CAPITAL) capitals++;
    else if ((words.shape[w] as number) & NUMERIC) break;
    else if (!and.has(folded.slice(start, end))) small++;
    else if (capitals < NAME_WORDS) return false;
    else capitals = 0;
  }
  return capitals >= NAME_WORDS && small <= particles(u);
}

const NOBODY: ReadonlySet<string> = new Set();
const HEADLINE_WORDS = 4;
const HEADLINE_REACH = 8;

/** Whether a line is nothing but a name. */
function isName(doc: Document, page: Measured, counts: ListCounts, u: number): boolean {
  const start = page.units.start[u] as number;
  return page.shapes.numbers[u] === 0 && hasNames(doc, page, counts, u, start, NOBODY);
}

/** Lines from a short one to the date of its strip. */
const NEAR = 2;

/** Whether a line stands close to a date, no blank line between. */
function isBesideDate({ units }: Measured, u: number, isDated: (u: number) => boolean): boolean {
  for (let v = u + 1; v <= u + NEAR && units.gap[v] === TIGHT; v++) if (isDated(v)) return true;
  for (let v = u; v > u - NEAR && units.gap[v] === TIGHT; v--) if (isDated(v - 1)) return true;
  return false;
}

/** Whether something like a headline stands above. */
function hasHeadline(
  page: Measured,
  u: number,
  reach: number,
  isDated: (u: number) => boolean,
): boolean {
  for (let v = u - 1; v >= Math.max(0, u - reach); v--)
    if ((page.shapes.words[v] as number) >= HEADLINE_WORDS && isFree(page, v) && !isDated(v))
      return true;
  return false;
}

const TIGHT = 1;
