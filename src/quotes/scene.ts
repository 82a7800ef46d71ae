/**
 * The ground that quotes are found on: paragraphs, marks, sentences, chunks and cues of the segments looked at.
 * @module
 */
import {
  AUXILIARY,
  classifyWords,
  isCue,
  NAME,
  VERB,
  type WordClasses,
} from '../mentions/classes.ts';
import { settleCues } from '../mentions/cue-classes.ts';
import { chunkWords, type Chunk } from '../mentions/chunks.ts';
import { classifyGaps, COLON, COMMA, PLAIN, QUOTE_MARK, STOP } from '../mentions/gaps.ts';
import { perfectAsPast } from '../mentions/perfect.ts';
import { cueHits, type CueHit } from '../rules/cues.ts';
import { Lexicon } from '../rules/lexicon.ts';
import type { Rules } from '../rules/rules.ts';
import type { Hits } from '../rules/trie.ts';
import type { Document } from '../text/document.ts';
import { splitSentences } from '../text/sentences.ts';
import { CAPITAL, firstWordAfter, NUMERIC, wordsWithin } from '../text/words.ts';
import type { Span } from '../types.ts';
import { cutAtAsides, dashSpeech, type Ground } from './asides.ts';
import { endBeforeCue, longestCues } from './cue-spans.ts';
import { scanMarks, type Marked } from './marks.ts';
import { firstWhere } from '../text/search.ts';

/** A sentence; `from` and `to` are half-open word numbers. */
export interface Sentence extends Span {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
  readonly chunks: readonly Chunk[];
  /** The same with names in marks: who may have said something. */
  readonly mentions: readonly Chunk[];
  /** Cues outside marks, in order. */
  readonly cues: readonly CueHit[];
}

export interface Scene {
  readonly doc: Document;
  readonly rules: Rules;
  readonly lexicon: Lexicon;
  readonly gaps: Uint8Array;
  readonly classes: WordClasses;
  readonly paragraphs: readonly Span[];
  readonly marked: readonly Marked[];
  /** Number of the marked stretch each word stands in, or -1. */
  readonly markOf: Int32Array;
  readonly sentences: readonly Sentence[];
}

/** @param paragraphs spans to look at, in order: lines of the segments asked for */
export function buildScene(
  doc: Document,
  rules: Rules,
  hits: Hits,
  language: string,
  paragraphs: readonly Span[],
): Scene {
  const lexicon = new Lexicon(rules, doc, hits, language);
  const gaps = withoutCommas(classifyGaps(doc.text, doc.words), lexicon);
  const classes = classifyWords(doc, lexicon, gaps);
  const hit = cueHits(rules, hits, language, (word) => isMarkBetween(doc, word));
  const settled = settleCues(doc, rules, lexicon, gaps, classes, hit);
  const cues = perfectAsPast(lexicon, classes, settled);
  const marked = marksOf({ doc, rules, gaps, classes, cues }, paragraphs);
  const markOf = wordsInMarks(doc, marked);
  const base = { doc, rules, lexicon, gaps, classes, paragraphs, marked, markOf };
  return { ...base, sentences: findSentences(base, longestCues(cues)) };
}

/** Whether a double mark stands between a word and the one before. */
function isMarkBetween({ text, words }: Document, word: number): boolean {
  return DOUBLE_MARK.test(text.slice(words.end[word - 1], words.start[word]));
}

const DOUBLE_MARK = /["“”„«»]/;

/** "сказал, что": where a comma must stand in front of “that”, it says no more than none does elsewhere. */
function withoutCommas(gaps: Uint8Array, lexicon: Lexicon): Uint8Array {
  return gaps.map((gap, word) =>
    gap === COMMA && lexicon.at(word, 'complementizer')?.attribute === 'comma' ? PLAIN : gap,
  );
}

/** Stretches in marks without the asides in them, and what stands behind a dash as if in marks; in order. */
function marksOf(ground: Ground, paragraphs: readonly Span[]): readonly Marked[] {
  const { doc, gaps, cues } = ground;
  const inMarks = scanMarks(doc.text, paragraphs);
  const taken = new Set(inMarks.map(({ paragraph }) => paragraph));
  const behindDashes = paragraphs.flatMap((paragraph, number) =>
    taken.has(number) ? [] : dashSpeech(ground, paragraph, number),
  );
  const cut = inMarks.flatMap((mark) => cutAtAsides(ground, endBeforeCue(doc, gaps, cues, mark)));
  return behindDashes.length === 0
    ? cut
    : [...cut, ...behindDashes].sort((a, b) => a.start - b.start);
}

function wordsInMarks(doc: Document, marked: readonly Marked[]): Int32Array {
  const { words } = doc;
  const markOf = new Int32Array(words.count).fill(-1);
  marked.forEach((mark, number) => {
    for (let w = firstWordAfter(words, mark.start); w < words.count; w++) {
      if ((words.start[w] as number) >= mark.end) break;
      markOf[w] = number;
    }
  });
  return markOf;
}

/** Longer sentences are not sentences; a bound keeps the search for sources and contents linear. */
const MOST_WORDS = 250;

function cutLong(doc: Document, sentences: readonly Span[]): readonly Span[] {
  return sentences.flatMap((span) => {
    const { from, to } = wordsWithin(doc.words, span.start, span.end);
    if (to - from <= MOST_WORDS) return [span];
    const parts: Span[] = [];
    for (let w = from; w < to; w += MOST_WORDS) {
      const start = w === from ? span.start : (doc.words.start[w] as number);
      const next = w + MOST_WORDS;
      parts.push({ start, end: next < to ? (doc.words.end[next - 1] as number) : span.end });
    }
    return parts;
  });
}

/** How far after a question mark in marks a cue may stand for the sentence to go on. */
const REACH_OF_CUE = 5;

function findSentences(
  scene: Omit<Scene, 'sentences'>,
  cues: readonly CueHit[],
): readonly Sentence[] {
  const { doc, lexicon, paragraphs, marked, markOf, classes, gaps } = scene;
  const { words } = doc;
  const wordEndingAt = (offset: number): number => firstWordAfter(words, offset - 1);
  const help = {
    atoms: marked,
    isAbbreviation: (end: number) => lexicon.has(wordEndingAt(end), 'abbreviation'),
    isOrdinal: (end: number) => isOrdinal(doc, lexicon, wordEndingAt(end)),
    goesOnAfter: (end: number) => {
      if (/[.…]\s?["”»’']*$/.test(doc.text.slice(Math.max(0, end - 3), end))) return false;
      const next = firstWordAfter(words, end);
      for (let w = next; w < Math.min(words.count, next + reachOfCue(doc, classes, next)); w++) {
        if (markOf[w] !== -1) return false;
        if (isCue(classes.of[w])) return true;
      }
      return false;
    },
  };
  let cue = 0;
  return paragraphs.flatMap((paragraph, number) =>
    cutLong(doc, splitSentences(doc.text, paragraph, help)).map((span) => {
      const { from, to } = wordsWithin(words, span.start, span.end);
      while (cue < cues.length && (cues[cue]?.from ?? 0) < from) cue++;
      const first = cue;
      while (cue < cues.length && (cues[cue]?.to ?? 0) <= to) cue++;
      const chunks = chunkWords(doc, classes, gaps, lexicon, from, to).filter(
        (chunk) => markOf[chunk.from] === -1,
      );
      return {
        ...span,
        from,
        to,
        paragraph: number,
        chunks,
        mentions: withNamesInMarks(scene, chunks, { from, to }),
        cues: withColons(
          scene,
          cues.slice(first, cue).filter((hit) => markOf[hit.from] === -1),
          { from, to },
        ),
      };
    }),
  );
}

/** Names of papers, bands and ships are written in marks where a language likes it so. */
const MOST_WORDS_OF_NAME = 4;

/** Adds names in marks to the mentions: „Abendbote“ alone, or with what is in front: die „Halder Zeitung“. */
function withNamesInMarks(
  { doc, classes, markOf, marked, gaps }: Omit<Scene, 'sentences'>,
  chunks: readonly Chunk[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Chunk[] {
  if (!classes.capitalNouns) return chunks;
  const names: Chunk[] = [];
  for (let w = from; w < to; w++) {
    const mark = markOf[w] as number;
    if (mark === -1) continue;
    let end = w + 1;
    while (end < to && markOf[end] === mark) end++;
    const { closed, end: closing } = marked[mark] as Marked;
    const isCapital = (word: number): boolean =>
      ((doc.words.shape[word] as number) & CAPITAL) !== 0;
    const isName =
      closed &&
      closing - (doc.words.end[end - 1] as number) === 1 &&
      end - w <= MOST_WORDS_OF_NAME &&
      isCapital(w) &&
      isCapital(end - 1);
    if (isName && (gaps[w] === QUOTE_MARK || w === from))
      names.push({ from: w, to: end, reach: end, pronoun: false });
    w = end - 1;
  }
  if (names.length === 0) return chunks;
  const all = [...chunks, ...names].sort((a, b) => a.from - b.from);
  const opens = new Set(names.map((name) => name.from));
  const joins = (before: Chunk, name: Chunk): boolean =>
    opens.has(name.from) &&
    before.to === name.from &&
    !before.pronoun &&
    classes.of[before.to - 1] !== NAME;
  return all.flatMap((chunk, i) => {
    const next = all[i + 1];
    if (next && joins(chunk, next)) return [];
    const before = all[i - 1];
    return [before && joins(before, chunk) ? { ...chunk, from: before.from } : chunk];
  });
}

/** Where every noun has a capital, a capital starts a sentence: „…?“ fragte Reed, but „…!“ Reed fragte. */
function reachOfCue({ words }: Document, { capitalNouns }: WordClasses, next: number): number {
  if (!capitalNouns) return REACH_OF_CUE;
  return (words.shape[next] ?? 0) & CAPITAL ? 0 : 2;
}

/** "am 5. August": a number with a stop in front of what is counted so. */
function isOrdinal({ words }: Document, lexicon: Lexicon, word: number): boolean {
  if (!lexicon.lists('ordinal') || !((words.shape[word] as number) & NUMERIC)) return false;
  return lexicon.has(word + 1, 'month') || lexicon.has(word + 1, 'ordinal');
}

/** The sentence that a word stands in. */
export function sentenceAt(scene: Scene, word: number): Sentence {
  return scene.sentences[sentenceNumber(scene, word)] as Sentence;
}

/** Its number. */
export function sentenceNumber({ sentences }: Scene, word: number): number {
  const next = firstWhere(sentences.length, (i) => (sentences[i] as Sentence).from > word);
  return Math.max(0, next - 1);
}

/** Number of the first of some chunks that starts at `word` or after it. */
export function numberFrom(chunks: readonly Chunk[], word: number): number {
  return firstWhere(chunks.length, (i) => (chunks[i] as Chunk).from >= word);
}

/** Number of the first chunk of a sentence that starts at `word` or after it. */
export function chunkNumber(sentence: Sentence, word: number): number {
  return numberFrom(sentence.chunks, word);
}

/** "Reed:", "Mayor of Avon:": what stands before a colon that introduces words without marks. */
const MOST_WORDS_OF_LABEL = 5;

/**
 * A colon that no verb of saying stands in front of may itself be the cue ("Reed: “…”"): it is given as a cue of no
 * words, under the numbers that follow those of the rules.
 */
function withColons(
  { rules, gaps, markOf }: Omit<Scene, 'sentences'>,
  cues: readonly CueHit[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly CueHit[] {
  const colons: CueHit[] = [];
  for (let w = from + 1; w < to; w++) {
    if (gaps[w] !== COLON || markOf[w - 1] !== -1 || cues.some((cue) => cue.to === w)) continue;
    if (markOf[w] === -1 && w - from > MOST_WORDS_OF_LABEL) continue;
    colons.push({
      from: w,
      to: w,
      rule: rules.cueRules.length,
      lemma: rules.lemmas.count,
      form: 'phrase',
    });
  }
  return colons.length === 0 ? cues : [...cues, ...colons].sort((a, b) => a.from - b.from);
}

/** Whether a cue is a colon, which has no words of its own. */
export function isColon(cue: CueHit): boolean {
  return cue.from === cue.to;
}

/** "Mr. Hale": the stop in front of `word`, inside a sentence, belongs to the word before it. */
export function endsAbbreviation({ doc, gaps }: Scene, word: number): boolean {
  return gaps[word] === STOP && doc.text[doc.words.end[word - 1] as number] === '.';
}

/** "that" where it opens a clause; not "that was all", where it is its subject. */
export function isComplementizer(scene: Scene, word: number): boolean {
  if (!scene.lexicon.has(word, 'complementizer') || scene.markOf[word] !== -1) return false;
  const next = scene.classes.of[word + 1];
  return next !== AUXILIARY && next !== VERB;
}
