/**
 * The scanner for quote marks: pairs of marks, paragraph by paragraph.
 *
 * It knows apostrophes from closing marks, keeps the outermost pair of a nest, ends a pair whose closing mark is
 * missing with its paragraph, and carries it on where the next paragraph opens with a mark again.
 * @module
 */
import { CharSet, isDigit, isSpace, isWordish } from '../text/chars.ts';
import type { Span } from '../text/spans.ts';
import type { Marked } from './annotated.ts';
import {
  APOSTROPHES,
  closesHere,
  isInch,
  isNest,
  opens,
  opensInside,
  TWO_WAY,
} from './mark-sides.ts';
import { SingleMarks } from './single-marks.ts';

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
const MARKS = new CharSet([...Object.keys(CLOSERS), ...Object.values(CLOSERS).join(''), '`', ',']);
/** Marks around titles of works. */
const TITLES = new Set(['《', '〈']);
const SINGLE = new Set(['‘', '‚', "'", '‹', '›']);

/**
 * All stretches in marks of the paragraphs, in order, the outermost of a nest only. Linear in the text.
 * @param paragraphs spans of paragraphs, in order
 */
export function scanMarks(text: string, paragraphs: readonly Span[]): readonly Marked[] {
  const found: Marked[] = [];
  paragraphs.forEach((paragraph, number) => {
    const next = paragraphs[number + 1];
    const before = found.at(-1);
    const isOpen =
      before !== undefined && before.paragraph === number - 1 && isLeftOpen(before, paragraphs);
    for (const pair of scanParagraph(text, paragraph, isOpen)) {
      // "The ‘Mill’ is open,” said Reed.": what opened with the paragraph holds the single marks in it.
      while (pair.lost && found.at(-1)?.paragraph === number) found.pop();
      // “First paragraph. ⏎ Second paragraph.”: the second one needs no mark of its own.
      if (isOpen && pair.start === paragraph.start && pair.lost)
        found[found.length - 1] = { ...before, continues: true };
      const { start, end, single, closed } = pair;
      const last = !closed && end === paragraph.end;
      const continues = last && next !== undefined && opensWithMark(text, next);
      // Named one by one, they take two thirds of the memory of an object that is spread.
      found.push({ start, end, single, closed, paragraph: number, continues });
    }
  });
  return found;
}

function isLeftOpen({ closed, end, paragraph }: Marked, paragraphs: readonly Span[]): boolean {
  return !closed && end === paragraphs[paragraph]?.end;
}

interface Pair extends Span {
  readonly single: boolean;
  readonly closed: boolean;
  /** Its opening mark is missing. */
  readonly lost?: boolean;
}

function opensWithMark(text: string, paragraph: Span): boolean {
  const mark = text[paragraph.start] ?? '';
  return mark in CLOSERS && !SINGLE.has(mark);
}

/** @param isOpen whether the paragraph before ends in a stretch whose closing mark is still to come */
function* scanParagraph(text: string, { start, end }: Span, isOpen: boolean): Generator<Pair> {
  const single = new SingleMarks(text, start, end);
  // Nothing is looked for behind it: a search to the end for every opening mark would be quadratic.
  const lastTyped = start + lastTypedClose(text.slice(start, end));
  let isFirst = true;
  for (let at = start; at < end; at++) {
    if (!MARKS.has(text.charCodeAt(at))) continue;
    const mark = text[at] as string;
    const typed = at + 2 <= lastTyped ? typedPair(text, at, start, end) : -1;
    if (typed > 0) {
      yield { start: at, end: typed, single: false, closed: true };
      at = typed - 1;
      isFirst = false;
      continue;
    }
    if (!(mark in CLOSERS)) continue;
    if (!opens(text, at, start, end)) {
      if (isFirst && !SINGLE.has(mark)) {
        const from = lostStart(text, at, { start, end }, isOpen);
        if (from >= 0) yield { start: from, end: at + 1, single: false, closed: true, lost: true };
        // One look, at the first mark: a look at each would be quadratic.
        isFirst = false;
      }
      continue;
    }
    if (SINGLE.has(mark)) {
      const close = single.closeOf(at);
      // "rock 'n' roll": two apostrophes around a letter.
      if (close < 0 || (close - at <= 2 && APOSTROPHES.has(mark))) continue;
      yield { start: at, end: close + 1, single: true, closed: true };
      at = close;
      continue;
    }
    isFirst = false;
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
 * ```
 *   The bridge is open,” said Reed.     Guten Morgen“, sagte Reed.
 *   ^                  ^                ^           ^
 * ```
 * Where a stretch starts whose opening mark was lost, or -1: at the start of the paragraph, if the closing mark at `at` is the first mark there and
 * stands as only the end of speech does.
 */
function lostStart(text: string, at: number, { start, end }: Span, isOpen: boolean): number {
  if (at <= start || !closesHere(text, at, end)) return -1;
  if (isOpen) return start;
  if (isDigit(text.charCodeAt(at - 1))) return -1;
  const isSigned = ',!?'.includes(text[at - 1] as string) || text[at + 1] === ',';
  const hasStop = /[.!?…]\s/.test(text.slice(start, at));
  return isSigned && !hasStop && at + 1 < end ? start : -1;
}

/** Where the last two single marks in a row start, or another mark that may close what ,, opened; -1 if nowhere. */
function lastTypedClose(text: string): number {
  const single = text.lastIndexOf("''");
  return text.includes(',,')
    ? Math.max(single, text.lastIndexOf('"'), text.lastIndexOf('“'), text.lastIndexOf('”'))
    : single;
}

/**
 * Two single marks typed for a double one: ''so it is,'' or ``so it is'', and two commas for a low one: ,,so it is''. The end of the
 * pair at `at`, or -1.
 */
function typedPair(text: string, at: number, start: number, end: number): number {
  const mark = text[at] as string;
  if ((mark !== "'" && mark !== '`' && mark !== ',') || text[at + 1] !== mark) return -1;
  if (at > start && isWordish(text.charCodeAt(at - 1))) return -1;
  if (at + 2 >= end || isSpace(text.charCodeAt(at + 2))) return -1;
  const close = text.indexOf("''", at + 2);
  if (mark === ',') return lowPair(text, at, close < 0 ? end : Math.min(close, end), end);
  return close > 0 && close + 2 <= end ? close + 2 : -1;
}

/** Two commas are closed by whatever comes first: '', ", “ or ”. `typed` is where '' stands, or the end. */
function lowPair(text: string, at: number, typed: number, end: number): number {
  for (let i = at + 2; i < typed; i++)
    if (text[i] === '"' || text[i] === '“' || text[i] === '”') return i + 1;
  return typed + 2 <= end ? typed + 2 : -1;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start + 1 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The mark that closes the one at `open`; where there is none, where the stretch is to end. */
function findClose(text: string, open: number, end: number): { close: number; closed: boolean } {
  const mark = text[open] as string;
  const closers = CLOSERS[mark] as string;
  let depth = 0;
  for (let at = open + 1; at < end; at++) {
    if (!MARKS.has(text.charCodeAt(at))) continue;
    const here = text[at] as string;
    if (here === '"' && isInch(text, at, end, mark, closers)) continue;
    const isOpening = TWO_WAY.has(here) && opensInside(text, at, end);
    if (here === mark && depth === 0 && (isOpening || !closers.includes(here))) {
      if (!isOpening && closesHere(text, at, end)) return { close: at, closed: true };
      // The same mark again: a nest if two closing ones follow, else the first was never closed.
      if (!isNest(text, at, end, mark, closers)) return { close: at, closed: false };
      depth++;
    } else if (here === '"' && isOpening && closers.includes(here)) {
      // “He said "no" to us”
      depth++;
    } else if (closers.includes(here)) {
      if (depth === 0) return { close: at, closed: true };
      depth--;
    } else if (here === mark) depth++;
  }
  return { close: end, closed: false };
}
