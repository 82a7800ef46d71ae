/**
 * Pieces of sentences on lines of their own: what is left of a page where every element of its markup was printed on a line,
 * links and emphasis too.
 * @module
 */
import { isLower, isSpace } from '../text/chars.ts';
import { commonWords } from './common-words.ts';
import { PLAIN, type LineKinds } from './line-kinds.ts';
import type { RawLines } from './lines.ts';

/** So many lines that go on with a sentence prove that sentences are cut, … */
const LEAST_SIGNS = 2;
/**
 * … if so many of them cannot be the beginning of anything: of 2,000 pages as browsers print them 3 have a line that begins
 * with a comma, of 40 with a line for each element 27.
 */
const LEAST_CERTAIN = 1;
/** Without commas: so many lines that go on, both with the end of a sentence and with a piece from its middle. */
const LEAST_PIECES = 3;
/** So many lines end with a space in front of one that goes on. A browser leaves none there. */
const LEAST_SPACES = 3;
/** A line of fewer words may be an entry of a menu or a list of tags. */
const PROSE_WORDS = 5;
/** “Sign in” ends with a common word, too. */
const CLAUSE_WORDS = 3;
/** Words that are counted in a line. */
const MOST_READ = 200;
/** Three dots may begin a line, and so may a guillemet. */
const CLOSING = /^(?!\.\.)[,;.!)\]”’%]+(?=\s|$)/;
/** Signs that programs are written with. */
const CODE = /[{}=<>]|;$|\(\)|^(?:\/\/|#)/;
/** Nothing begins with these. */
const CERTAIN = /^(?:[,;]|[.)](?=\s|$))/;
/** A mark that opens, behind a space or alone on its line. */
const OPENED = /(?:^|\s)["“«„(]$/;
/** A mark that opens in front of a small letter: so no block begins, but for the second half of a sentence. */
const OPENS_SMALL = /^["“«„‘][\p{Ll}]/u;
/** A quote that ends with its own sentence, and may go on with “she said”. */
const QUESTION = /[?!]["”’»]$/;
const ENDED = /[.!?:;。！？…|][\])"'”’»]*$/;

/** 1 for each line that goes on in the next one; null where no sentence is cut. Linear in the text. */
export function findFragments(
  text: string,
  lines: RawLines,
  { kind }: LineKinds,
): Uint8Array | null {
  const n = lines.count;
  const starts = new Uint8Array(n);
  let signs = 0;
  let pieces = 0;
  let certain = 0;
  let ends = 0;
  let spaces = 0;
  for (let i = 1; i < n; i++) {
    if (kind[i] !== PLAIN || kind[i - 1] !== PLAIN || isCode(text, lines, i)) continue;
    if (opensAlike(text, lines, i - 1) || (i + 1 < n && opensAlike(text, lines, i))) continue;
    starts[i] = startOf(text, lines, i);
    if (starts[i] === 0 || isEnded(text, lines, i - 1)) continue;
    const isCertain = CERTAIN.test(head(text, lines, i));
    if (isCertain) certain++;
    if (hasSpaceBehind(lines, i - 1)) spaces++;
    const isBehind = hasWords(text, lines, i - 1);
    if (!isCertain && !isBehind && !isBetween(text, lines, kind, i - 1)) continue;
    signs++;
    if (!isBehind) continue;
    pieces++;
    if (isEnded(text, lines, i) && hasWords(text, lines, i)) ends++;
  }
  const isCut = signs >= LEAST_SIGNS && certain >= LEAST_CERTAIN;
  const isPieces = pieces >= LEAST_PIECES && ends > 0 && ends < pieces;
  if (!isCut && !isPieces && spaces < LEAST_SPACES) return null;
  const joins = new Uint8Array(n);
  const common = openWords(text, lines);
  const isProse = (i: number): boolean => i < n && kind[i] === PLAIN && hasWords(text, lines, i);
  for (let i = 0; i + 1 < n; i++) {
    if (kind[i] !== PLAIN || kind[i + 1] !== PLAIN) continue;
    const next = starts[i + 1];
    if (next === CLOSES || isOpened(text, lines, i)) joins[i] = 1;
    else if (isEnded(text, lines, i)) {
      const isAsked = isLower(text.charCodeAt(lines.start[i + 1] as number)) && isProse(i);
      if (isAsked && QUESTION.test(lastWord(text, lines, i))) joins[i] = 1;
    } else if (
      common.has(lastWord(text, lines, i)) &&
      (isInside(joins, i) || hasWords(text, lines, i, CLAUSE_WORDS))
    )
      joins[i] = 1;
    else if (next === SMALL) {
      const goesOn = (starts[i + 2] ?? 0) !== 0 && isProse(i + 2);
      const leads = isProse(i + 2) && common.has(lastWord(text, lines, i + 1));
      if (isProse(i) || isProse(i + 1) || goesOn || leads || isInside(joins, i)) joins[i] = 1;
    } else if (hasSpaceBehind(lines, i) && isProse(i)) joins[i] = 1;
    else if (isProse(i) && endsWithComma(text, lines, i)) joins[i] = 1;
    else if (isInside(joins, i) || (isProse(i) && endsSmall(text, lines, i))) {
      // A name between the two halves of a sentence, or at the end of one.
      const comesBack = (starts[i + 2] ?? 0) !== 0 && !isEnded(text, lines, i + 1);
      if (comesBack || (isInside(joins, i) && endsSmall(text, lines, i))) joins[i] = 1;
    }
  }
  return joins;
}

const SMALL = 1;
const CLOSES = 2;

function startOf(text: string, lines: RawLines, i: number): number {
  const start = lines.start[i] as number;
  if (isLower(text.charCodeAt(start))) return SMALL;
  if (OPENS_SMALL.test(text.slice(start, start + 2))) return SMALL;
  return CLOSING.test(head(text, lines, i)) ? CLOSES : 0;
}

/** Enough of a line to see what it begins with. */
function head(text: string, lines: RawLines, i: number): string {
  const start = lines.start[i] as number;
  return text.slice(start, Math.min(start + 4, lines.end[i] as number));
}

function isCode(text: string, lines: RawLines, i: number): boolean {
  return CODE.test(
    text.slice(
      lines.start[i],
      Math.min(lines.end[i] as number, (lines.start[i] as number) + MOST_READ),
    ),
  );
}

/** Whether a line is a few words, a name say, behind a line that does not end with a sentence. */
function isBetween(text: string, lines: RawLines, kind: Uint8Array, i: number): boolean {
  if (i === 0 || kind[i - 1] !== PLAIN || isEnded(text, lines, i - 1)) return false;
  return hasWords(text, lines, i - 1) && endsSmall(text, lines, i - 1);
}

/** No paragraph ends so. */
function endsWithComma(text: string, lines: RawLines, i: number): boolean {
  return text[(lines.end[i] as number) - 1] === ',';
}

/** A program that takes the text of a page as it stands there leaves the space between a word and a link. */
function hasSpaceBehind(lines: RawLines, i: number): boolean {
  return lines.to[i] === (lines.end[i] as number) + 1;
}

/** Whether a line ends with a mark that opens: what it opens follows on the next line. */
function isOpened(text: string, lines: RawLines, i: number): boolean {
  const end = lines.end[i] as number;
  return OPENED.test(text.slice(Math.max(lines.start[i] as number, end - 2), end));
}

function isInside(joins: Uint8Array, i: number): boolean {
  return i > 0 && joins[i - 1] === 1;
}

function isEnded(text: string, lines: RawLines, i: number): boolean {
  return ENDED.test(
    text.slice(Math.max(lines.start[i] as number, (lines.end[i] as number) - 4), lines.end[i]),
  );
}

/** Common words that no block ends with: entries of lists may all end with the same word. */
function openWords(text: string, lines: RawLines): ReadonlySet<string> {
  const ends = new Map<string, number>();
  for (let i = 0; i < lines.count; i++) {
    const word = lastWord(text, lines, i);
    ends.set(word, (ends.get(word) ?? 0) + 1);
  }
  const open = [...commonWords(text)].filter(
    ([word, count]) => (ends.get(word) ?? 0) * RARELY < count,
  );
  return new Set(open.map(([word]) => word));
}

/** Of so many times that it occurs such a word ends a line at most once. */
const RARELY = 4;

/** Whether the last word has no capital. */
function endsSmall(text: string, lines: RawLines, i: number): boolean {
  return isLower(lastWord(text, lines, i).charCodeAt(0));
}

/** Whether a line and the next one begin with the same word, as entries of a list do: “list 1 of 4 …”, “list 2 of 4 …”. */
function opensAlike(text: string, lines: RawLines, i: number): boolean {
  const word = firstWord(text, lines, i);
  return word !== '' && word === firstWord(text, lines, i + 1);
}

function firstWord(text: string, lines: RawLines, i: number): string {
  const start = lines.start[i] as number;
  const to = Math.min(lines.end[i] as number, start + LONGEST_WORD);
  let at = start;
  while (at < to && !isSpace(text.charCodeAt(at))) at++;
  return text.slice(start, at);
}

function lastWord(text: string, lines: RawLines, i: number): string {
  const end = lines.end[i] as number;
  const from = Math.max(lines.start[i] as number, end - LONGEST_WORD);
  let at = end;
  while (at > from && !isSpace(text.charCodeAt(at - 1))) at--;
  return text.slice(at, end);
}

const LONGEST_WORD = 30;

function hasWords(text: string, lines: RawLines, i: number, least = PROSE_WORDS): boolean {
  const start = lines.start[i] as number;
  const line = text.slice(start, Math.min(lines.end[i] as number, start + MOST_READ));
  return line.split(/\s+/, least).length >= least;
}

/**
 * What stands between two pieces, of which one ends at `end` and the other begins at `start`: nothing in front of what closes a
 * sentence or a clause, or behind what opens a quote.
 */
export function betweenFragments(text: string, end: number, start: number): string {
  const isTight =
    CLOSING.test(text.slice(start, start + 4)) ||
    OPENED.test(text.slice(Math.max(0, end - 2), end));
  return isTight ? '' : ' ';
}
