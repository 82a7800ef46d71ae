/**
 * The ground that quotes are found on: paragraphs, marks, sentences, chunks and cues of the segments looked at.
 * @module
 */
import {
  AUXILIARY,
  classifyWords,
  isCue,
  settleCues,
  VERB,
  type WordClasses,
} from '../mentions/classes.ts';
import { chunkWords, type Chunk } from '../mentions/chunks.ts';
import { classifyGaps, COLON, COMMA } from '../mentions/gaps.ts';
import { cueHits, type CueHit } from '../rules/cues.ts';
import { Lexicon } from '../rules/lexicon.ts';
import type { Rules } from '../rules/rules.ts';
import type { Hits } from '../rules/trie.ts';
import type { Document } from '../text/document.ts';
import { splitSentences } from '../text/sentences.ts';
import { firstWordAfter, wordsWithin } from '../text/words.ts';
import type { Span } from '../types.ts';
import { scanMarks, type Marked } from './marks.ts';

/** A sentence; `from` and `to` are half-open word numbers. */
export interface Sentence extends Span {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
  readonly chunks: readonly Chunk[];
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
  const lexicon = new Lexicon(rules, doc.words, hits, language);
  const gaps = classifyGaps(doc.text, doc.words);
  const classes = classifyWords(doc, lexicon, gaps);
  const cues = settleCues(doc, rules, classes, cueHits(rules, hits, language));
  const marked = scanMarks(doc.text, paragraphs).map((mark) => endBeforeCue(doc, gaps, cues, mark));
  const markOf = wordsInMarks(doc, marked);
  const base = { doc, rules, lexicon, gaps, classes, paragraphs, marked, markOf };
  return { ...base, sentences: findSentences(base, longestCues(cues)) };
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

/**
 * A pair whose closing mark is missing ends before the cue that follows a comma in its last words:
 * `“The bridge is open, said Reed.`
 */
function endBeforeCue(
  doc: Document,
  gaps: Uint8Array,
  cues: readonly CueHit[],
  mark: Marked,
): Marked {
  if (mark.closed || mark.continues) return mark;
  const { from, to } = wordsWithin(doc.words, mark.start, mark.end);
  for (let w = to - 1; w > Math.max(from, to - MOST_BEHIND_CUE); w--) {
    if (gaps[w] !== COMMA) continue;
    const next = firstCueFrom(cues, w);
    if (!next || next.from >= to || next.from - w > MOST_BEFORE_CUE) return mark;
    return { ...mark, end: (doc.words.end[w - 1] as number) + 1 };
  }
  return mark;
}

const MOST_BEHIND_CUE = 12;
const MOST_BEFORE_CUE = 4;

function firstCueFrom(cues: readonly CueHit[], word: number): CueHit | undefined {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle] as CueHit).from >= word) high = middle;
    else low = middle + 1;
  }
  return cues[low];
}

/** Of cues that overlap only the longest stays; of equal ones the first. */
function longestCues(cues: readonly CueHit[]): readonly CueHit[] {
  const kept: CueHit[] = [];
  for (const cue of cues) {
    const last = kept.at(-1);
    if (!last || cue.from >= last.to) kept.push(cue);
    else if (cue.to - cue.from > last.to - last.from) kept[kept.length - 1] = cue;
  }
  return kept;
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
    goesOnAfter: (end: number) => {
      if (/[.…]["”»’']*$/.test(doc.text.slice(Math.max(0, end - 3), end))) return false;
      const next = firstWordAfter(words, end);
      for (let w = next; w < Math.min(words.count, next + REACH_OF_CUE); w++) {
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
      const chunks = chunkWords(doc, classes, gaps, lexicon, from, to);
      return {
        ...span,
        from,
        to,
        paragraph: number,
        chunks: chunks.filter((chunk) => markOf[chunk.from] === -1),
        cues: withColons(
          scene,
          cues.slice(first, cue).filter((hit) => markOf[hit.from] === -1),
          { from, to },
        ),
      };
    }),
  );
}

/** Number of the first chunk that starts at `word` or after it. */
export function chunkNumber(sentence: Sentence, word: number): number {
  let low = 0;
  let high = sentence.chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentence.chunks[middle] as Chunk).from >= word) high = middle;
    else low = middle + 1;
  }
  return low;
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

/** "that" where it opens a clause; not "that was all", where it is its subject. */
export function isComplementizer(scene: Scene, word: number): boolean {
  if (!scene.lexicon.has(word, 'complementizer')) return false;
  const next = scene.classes.of[word + 1];
  return next !== AUXILIARY && next !== VERB;
}
