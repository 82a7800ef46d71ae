/**
 * The ground that quotes are found on: paragraphs, marks, sentences, chunks and cues of the segments looked at.
 * @module
 */
import { AUXILIARY, classifyWords, VERB, type WordClasses } from '../mentions/classes.ts';
import { settleCues } from '../mentions/cue-classes.ts';
import type { Chunk } from '../mentions/chunks.ts';
import { classifyGaps, COMMA, PLAIN, STOP } from '../mentions/gaps.ts';
import { perfectAsPast } from '../mentions/perfect.ts';
import { cueHits, type CueHit } from '../rules/cues.ts';
import { Lexicon } from '../rules/lexicon.ts';
import type { Rules } from '../rules/rules.ts';
import type { Hits } from '../rules/trie.ts';
import type { Document } from '../text/document.ts';
import { firstWordAfter } from '../text/words.ts';
import type { Span } from '../types.ts';
import { cutAtAsides, dashSpeech, type Ground } from './asides.ts';
import { endBeforeCue, longestCues } from './cue-spans.ts';
import { scanMarks, type Marked } from './marks.ts';
import { findSentences, type Sentence } from './sentences.ts';
import { firstWhere } from '../text/search.ts';

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
  /** Whether answers will be explained. If not, nobody keeps what speaks for them: it is most of what a quote takes. */
  readonly explains: boolean;
}

/** @param paragraphs spans to look at, in order: lines of the segments asked for */
export function buildScene(
  doc: Document,
  rules: Rules,
  hits: Hits,
  language: string,
  paragraphs: readonly Span[],
  explains = true,
): Scene {
  const lexicon = new Lexicon(rules, doc, hits, language);
  const gaps = withoutCommas(classifyGaps(doc.text, doc.words), lexicon);
  const classes = classifyWords(doc, lexicon, gaps);
  const hit = cueHits(rules, hits, language, (word) => isMarkBetween(doc, word));
  const settled = settleCues(doc, rules, lexicon, gaps, classes, hit);
  const cues = perfectAsPast(lexicon, classes, settled);
  const marked = marksOf({ doc, rules, gaps, classes, cues }, paragraphs);
  const markOf = wordsInMarks(doc, marked);
  const base = { doc, rules, lexicon, gaps, classes, paragraphs, marked, markOf, explains };
  return { ...base, sentences: findSentences(base, longestCues(cues)) };
}

/** What speaks for a quote, where anybody will ask. */
export function kept(
  { explains }: Scene,
  features: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  return explains ? features : NOTHING;
}

const NOTHING: readonly never[] = [];

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
  const { text } = ground.doc;
  const inMarks = scanMarks(text, paragraphs);
  const taken = new Set<number>();
  for (const { paragraph } of inMarks) taken.add(paragraph);
  const behindDashes = paragraphs.flatMap((paragraph, number) =>
    taken.has(number) ? [] : dashSpeech(ground, paragraph, number),
  );
  const cut = withoutAsides(ground, inMarks);
  return behindDashes.length === 0
    ? cut
    : [...cut, ...behindDashes].sort((a, b) => a.start - b.start);
}

/** Asides have a cue: what has none is as it is. */
function withoutAsides(ground: Ground, inMarks: readonly Marked[]): readonly Marked[] {
  const { doc, gaps, cues } = ground;
  const startOf = (cue: number): number => doc.words.start[cues[cue]?.from ?? -1] ?? Infinity;
  const cut: Marked[] = [];
  let cue = 0;
  for (const mark of inMarks) {
    while (startOf(cue) < mark.start) cue++;
    if (startOf(cue) >= mark.end) cut.push(mark);
    else cut.push(...cutAtAsides(ground, endBeforeCue(doc, gaps, cues, mark)));
  }
  return cut;
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
