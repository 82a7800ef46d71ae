/**
 * Blocks without a break between them: “… within a week.Shop owners …”.
 * @module
 */
import { isDigit, isLower, isUpper } from '../text/chars.ts';
import { commonWords } from './common-words.ts';
import { Edits } from './edits.ts';

/** A sentence that ends right in front of a capital may be a slip of the keyboard; two are a habit of the program. */
const LEAST_GLUED = 2;
/** From so many capitals inside of words on, a page is glued throughout. */
const MANY = 10;
/** With fewer, where there is a place like that for so many lines. */
const LINES = 3;
const ENDS = '.!?…';
const CLOSING = '”’»)]';
const MARKS = `${CLOSING}“"'`;
const OPENING = '“‘«„"\'';
/** Where a page is glued a capital in the middle of a word divides it, but for names like CrowdStrike and MacArthur. */
const CAMEL = /(?<=\p{Ll})\p{Lu}(?=\p{Ll})/gu;
/** There, too, only the end of a block stands between letters and a mark that opens, … */
const PLACES: readonly RegExp[] = [
  /(?<=\p{L})[“„«](?=\p{L})/gu,
  // … a bracket or a year and a word, …
  /(?<=\p{L}{2}[)\]]|\d{2})\p{Lu}(?=\p{Ll})/gu,
  // … capitals and a word, or a sentence and capitals, …
  /(?<=\p{Lu}{2})\p{Lu}(?=\p{Ll}{2})/gu,
  /(?<=\p{Ll}{2}[.!?]|[.!?][”’])\p{Lu}(?=\p{Lu}{1,30}[\s"“])/gu,
];
/** … an abbreviation and a common word: what follows initials is a name, … */
const ABBREVIATED = /(?<=\p{Lu}\.\p{Lu}\.)\p{Lu}\p{Ll}{1,11}/gu;
/** … a straight mark between words, of which one may be all capitals, … */
const STRAIGHT = /(?<=\p{L}{2})"(?=\p{Lu}\p{L})/gu;
/**
 * … the end of a title in single marks, which opens right behind a sentence, a space or a line's start: an apostrophe has a small
 * letter behind it, or is that of an article (“dell'Arte”), …
 */
const TITLE =
  /(?<=[.!?…\d\s]|^)['‘]\p{Lu}(?:[^'‘’\n]|['’](?=\p{Ll})){4,120}(?<!ll)['’](?=\p{Lu}\p{Ll})/gu;
/** … and the margins of the source. After a full stop people leave two spaces, never three. */
const GAP = /(?<=\S) {3,}(?=\S)/g;
const WIDE = /(?<=[.!?…][”"’)]?) {3,}(?=["“‘]?\p{Lu})/gu;
/** Blocks are apart as browsers show paragraphs. With a single line break F1 of the story is lower by .5 to 2. */
const BLOCK_BREAK = '\n\n';
const MOST_WORD = 60;
const SPACE = 32;

/** The edits that break a text where its blocks end; none where blocks are apart. Linear in the text. */
export function unglue(text: string): Edits {
  const breaks = sentenceBreaks(text);
  const edits = new Edits();
  if (breaks.length < LEAST_GLUED) return edits;
  const inWords = [...wordBreaks(text), ...places(text)];
  const isGlued =
    inWords.length >= MANY || (breaks.length + inWords.length) * LINES > countLines(text);
  const all = isGlued
    ? [...breaks, ...inWords, ...straightBreaks(text), ...titleBreaks(text), ...gaps(text)]
    : breaks;
  const by = isGlued ? BLOCK_BREAK : '\n';
  for (const at of new Set(all.toSorted((a, b) => a - b))) edits.replace(at, at, by);
  return edits;
}

function places(text: string): readonly number[] {
  const sure = PLACES.flatMap((place) => [...text.matchAll(place)].map(({ index }) => index));
  const behind = [...text.matchAll(ABBREVIATED)];
  if (behind.length === 0) return sure;
  const words = commonWords(text);
  const ends = behind.filter(({ 0: word }) => words.has(word.toLowerCase()));
  return [...sure, ...ends.map(({ index }) => index)];
}

/** Offsets at which a straight mark opens, or behind which the next block begins. */
function straightBreaks(text: string): readonly number[] {
  return [...text.matchAll(STRAIGHT)].map(({ index }) =>
    isOpenBefore(text, index) ? index + 1 : index,
  );
}

/** Offsets behind titles in single marks. */
function titleBreaks(text: string): readonly number[] {
  return [...text.matchAll(TITLE)].map(({ 0: title, index }) => index + title.length);
}

/** Offsets behind wide gaps in lines. */
function gaps(text: string): readonly number[] {
  return [...text.matchAll(GAP)].map(({ 0: gap, index }) => index + gap.length);
}

/** Offsets at which a sentence begins right behind another one. */
function sentenceBreaks(text: string): readonly number[] {
  const breaks = [...text.matchAll(WIDE)].map(({ 0: gap, index }) => index + gap.length);
  for (const end of ENDS)
    for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) {
      const next = breakBehind(text, at);
      if (next > 0) breaks.push(next);
    }
  return breaks;
}

/** Where the next block begins behind a full stop, or 0. */
function breakBehind(text: string, stop: number): number {
  // Nearly all have a space behind them.
  if (text.charCodeAt(stop + 1) <= SPACE) return 0;
  let at = stop + 1;
  while (at < stop + 4 && CLOSING.includes(text[at] || ' ')) at++;
  const isStraight = text[at] === '"' || text[at] === "'";
  const opens = OPENING.includes(text[at] || ' ');
  const first = text.charCodeAt(opens ? at + 1 : at);
  if (!isUpper(first) || !endsWord(text, stop)) return 0;
  if (!opens && !isWordStart(text, at)) return 0;
  // A straight mark may close the sentence in front or open the one behind it.
  return isStraight && isOpenBefore(text, at) ? at + 1 : at;
}

/** Whether a word begins with the capital at `at`: one with small letters, one of a single letter, or an abbreviation. */
function isWordStart(text: string, at: number): boolean {
  const second = text.charCodeAt(at + 1);
  if (isLower(second)) return true;
  const third = text.charCodeAt(at + 2);
  return (second === SPACE && isLower(third)) || (text[at + 1] === '.' && isUpper(third));
}

/** Initials, abbreviations and addresses have capitals behind their full stops, too. */
function endsWord(text: string, stop: number): boolean {
  const last = text.charCodeAt(stop - 1);
  if (isDigit(last) || MARKS.includes(text[stop - 1] || ' '))
    return !isDigit(text.charCodeAt(stop + 1));
  const before = text.charCodeAt(stop - 2);
  if (isUpper(last)) return isUpper(before);
  if (!isLower(last)) return false;
  return (isLower(before) && text.slice(stop - 3, stop) !== 'www') || text[stop - 2] === '.';
}

/**
 * Whether a straight mark is open in front of `at`: the last one of its line opens. One that stands between a full stop and a
 * capital itself opens if none is open in front of it, so the look goes on from mark to mark.
 */
function isOpenBefore(text: string, at: number): boolean {
  const least = Math.max(0, at - MOST_QUOTE);
  const line = text.slice(Math.max(least, text.lastIndexOf('\n', at - 1) + 1), at);
  const from = at - line.length;
  let isOpen = true;
  for (let last = line.length; ; isOpen = !isOpen) {
    last = last > 0 ? line.lastIndexOf(text[at] as string, last - 1) : -1;
    if (last < 0) return !isOpen;
    const before = text[from + last - 1] ?? ' ';
    if (/\s/.test(text[from + last + 1] as string) || /[\p{L},;]/u.test(before)) return !isOpen;
    if (!ENDS.includes(before)) return isOpen;
  }
}

/** A quote is looked for no further back than this. */
const MOST_QUOTE = 2_000;

/** Offsets of capitals inside of words that are no names. */
function wordBreaks(text: string): readonly number[] {
  const found = [...text.matchAll(CAMEL)].map(({ index }) => index);
  const seen = new Map<string, number>();
  const around = found.map((at) => wordAround(text, at));
  let words: ReadonlyMap<string, number> | undefined;
  for (const { word } of around) seen.set(word, (seen.get(word) ?? 0) + 1);
  return found.filter((at, i) => {
    const { word, start } = around[i] as Around;
    // A nickname stands in marks by itself: nothing can be glued to it.
    if (isAlone(text, start, start + word.length)) return false;
    const before = Math.max(start, i > 0 ? (found[i - 1] as number) : 0);
    if (at - before < LEAST_LETTERS) return false;
    // What begins with a capital, comes again and has one capital inside is a name, unless it ends with one of the commonest words.
    if (!isUpper(word.charCodeAt(0))) return true;
    if (seen.get(word) === 1 || (word.match(CAMEL)?.length ?? 0) > 1) return true;
    words ??= commonWords(text);
    return words.has(word.slice(at - start).toLowerCase());
  });
}

/** Whether a mark opens right in front of a word and one closes right behind it. */
function isAlone(text: string, start: number, end: number): boolean {
  return `${OPENING}([`.includes(text[start - 1] || ' ') && MARKS.includes(text[end] || ' ');
}

/** So many letters stand in front of the capital: MacArthur and DeSantis have fewer. */
const LEAST_LETTERS = 4;

function countLines(text: string): number {
  return text.split(/\n\s*/).length;
}

interface Around {
  readonly word: string;
  readonly start: number;
}

function wordAround(text: string, at: number): Around {
  let start = at;
  while (start > Math.max(0, at - MOST_WORD) && /[\p{L}\p{N}]/u.test(text[start - 1] as string))
    start--;
  let end = at;
  while (end < Math.min(text.length, at + MOST_WORD) && /[\p{L}\p{N}]/u.test(text[end] as string))
    end++;
  return { word: text.slice(start, end), start };
}
