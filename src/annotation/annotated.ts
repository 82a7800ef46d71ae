/**
 * A text with what is known of its words, phrases, sentences, quote marks and cues, and how to look things up in it.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { Rules } from '../rules/rules.ts';
import type { Document } from '../text/document.ts';
import { firstWhere } from '../text/search.ts';
import type { Span, WordSpan } from '../text/spans.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Postmodifier } from './postmodifiers.ts';
import { STOP } from './punctuation.ts';
import { AUXILIARY, RELATIVE, VERB, type WordClasses, isVerbal } from './tags.ts';

/** A stretch in marks, the marks included. UTF-16 offsets, half-open, within one paragraph. */
export interface Marked extends Span {
  /** Single marks, and those around titles, are weaker evidence of speech than double ones. */
  readonly single: boolean;
  /** Whether the closing mark is there. */
  readonly closed: boolean;
  /** Number of the paragraph among those given. */
  readonly paragraph: number;
  /** It goes on with the first pair of the next paragraph. */
  readonly continues: boolean;
}

/** All stretches in marks of a text, in order. */
export interface Marks extends Iterable<Marked> {
  readonly length: number;
  /** The stretch of a number; undefined where there is none. */
  at(number: number): Marked | undefined;
}

/**
 * The word behind the stretch in marks that `word` stands in, at most `limit`.
 * @param markOf number of the stretch that each word stands in
 */
export function endOfMark(markOf: Int32Array, word: number, limit: number): number {
  let end = word + 1;
  while (end < limit && markOf[end] === markOf[word]) end++;
  return end;
}

/** Whether any of some words stands in marks. */
export function hasMarks(
  { markOf }: Pick<AnnotatedText, 'markOf'>,
  { from, to }: WordSpan,
): boolean {
  for (let w = from; w < to; w++) if (markOf[w] !== -1) return true;
  return false;
}

/** Whether any of some words is a verb: one of saying, an auxiliary, or another. */
export function hasVerb(
  { classes: { of } }: Pick<AnnotatedText, 'classes'>,
  { from, to }: WordSpan,
): boolean {
  for (let w = from; w < to; w++) if (isVerbal(of[w])) return true;
  return false;
}

/** A sentence; `from` and `to` are half-open word numbers. */
export interface Sentence extends Span {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
  readonly phrases: readonly NounPhrase[];
  /** The same with names in marks: who may have said something. */
  readonly candidateSpeakers: readonly NounPhrase[];
  /** What “close to”, “representing” and their like tie to the noun in front, in order. */
  readonly postmodifiers: readonly Postmodifier[];
  /** Cues outside marks, in order. */
  readonly cues: readonly CueHit[];
  readonly memo: SentenceMemo;
}

/** All sentences of a text, in order. */
export interface Sentences extends Iterable<Sentence> {
  readonly length: number;
  /** The sentence of a number; undefined where there is none. */
  at(number: number): Sentence | undefined;
  /** The number of the sentence that a word stands in; of the first one for words before it. */
  numberOf(word: number): number;
  forEach(visit: (sentence: Sentence, number: number) => void): void;
}

/** What is asked of the words of a sentence again and again: found once, when it is first asked. By word of the sentence. */
export interface SentenceMemo {
  /** Number in `NEXT` + 1; 0 where nobody has asked. */
  readonly next: Uint8Array;
  /** The adverbial that starts at the word, null where none does; undefined where nobody has asked. */
  readonly adverbials: (Adverbial | null | undefined)[];
}

/** A phrase that tells where, when or to whom something was said; `to` is the word behind it. */
export interface Adverbial {
  readonly kind: 'venue' | 'time' | 'adverb' | 'phrase';
  readonly to: number;
}

export interface AnnotatedText {
  readonly doc: Document;
  readonly rules: Rules;
  readonly lexicon: Lexicon;
  /** What stands in front of each word: a constant of `punctuation.ts`. */
  readonly gaps: Uint8Array;
  /** The tag of each word: a constant of `tags.ts`. */
  readonly classes: WordClasses;
  readonly paragraphs: readonly Span[];
  readonly marked: Marks;
  /** Number of the marked stretch each word stands in, or -1. */
  readonly markOf: Int32Array;
  readonly sentences: Sentences;
}

/** A text whose sentences are not known yet. */
export type Unread = Omit<AnnotatedText, 'sentences'>;

/** The sentence that a word stands in. */
export function sentenceAt(annotated: AnnotatedText, word: number): Sentence {
  return annotated.sentences.at(sentenceNumber(annotated, word)) as Sentence;
}

/** Its number. */
export function sentenceNumber({ sentences }: AnnotatedText, word: number): number {
  return sentences.numberOf(word);
}

/** Number of the first of some noun phrases that starts at `word` or after it. */
export function numberFrom(phrases: readonly NounPhrase[], word: number): number {
  return firstWhere(phrases.length, (i) => (phrases[i] as NounPhrase).from >= word);
}

/** Number of the first noun phrase of a sentence that starts at `word` or after it. */
export function phraseNumber(sentence: Sentence, word: number): number {
  return numberFrom(sentence.phrases, word);
}

/** Whether a cue is a colon, which has no words of its own. */
export function isColon(cue: CueHit): boolean {
  return cue.from === cue.to;
}

/** "Mr. Hale": the stop in front of `word`, inside a sentence, belongs to the word before it. */
export function endsAbbreviation({ doc, gaps }: AnnotatedText, word: number): boolean {
  return gaps[word] === STOP && doc.text[doc.words.end[word - 1] as number] === '.';
}

/**
 * "that" where it opens a clause; not "that was all", where it is its subject. Where every clause needs it, it is never one:
 * "dice que llueve".
 */
export function isComplementizer(annotated: AnnotatedText, word: number): boolean {
  if (!annotated.lexicon.has(word, 'complementizer') || annotated.markOf[word] !== -1) return false;
  if (annotated.lexicon.profile.thatClauses) return true;
  const { of } = annotated.classes;
  return of[word] !== RELATIVE && of[word + 1] !== AUXILIARY && of[word + 1] !== VERB;
}

/** Whether a sentence's last sign is a colon. */
export function endsInColon({ doc }: AnnotatedText, sentence: Sentence): boolean {
  return doc.text.slice(Math.max(0, sentence.end - 2), sentence.end).includes(':');
}
