/**
 * Sentences: what stands in each, and who is mentioned.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { Document } from '../text/document.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/spans.ts';
import { CAPITAL, firstWordAfter, NUMERIC, wordsWithin } from '../text/words.ts';
import type { Marked, Sentences, Unread } from './annotated.ts';
import { COLON } from './punctuation.ts';
import { cutDense, cutLong, MOST_CUES, NO_CUES } from './sentence-bounds.ts';
import { SentenceList } from './sentence-list.ts';
import { isCue } from './tags.ts';

/** How far after a question mark in marks a cue may stand for the sentence to go on. */
const REACH_OF_CUE = 5;

/**
 * The sentences of all paragraphs, in order.
 * @param atoms the stretches in marks of the annotated text
 */
export function findSentences(
  annotated: Unread,
  cues: readonly CueHit[],
  atoms: readonly Marked[],
): Sentences {
  const { doc, lexicon, paragraphs, markOf } = annotated;
  const { words } = doc;
  const wordEndingAt = (offset: number): number => firstWordAfter(words, offset - 1);
  const help = {
    atoms,
    isAbbreviation: (end: number) => lexicon.has(wordEndingAt(end), 'abbreviation'),
    isOrdinal: (end: number) => isOrdinal(doc, lexicon, wordEndingAt(end)),
    goesOnAfter: (end: number) => goesOnAfter(annotated, end),
  };
  const outside = cues.filter((hit) => markOf[hit.from] === -1);
  const cuesOf = cuesInOrder(outside);
  const sentences = new SentenceList(annotated);
  paragraphs.forEach((paragraph, number) => {
    for (const span of cutLong(doc, splitSentences(doc.text, paragraph, help)))
      for (const part of cutDense(doc, span, cuesOf(wordsWithin(words, span.start, span.end)))) {
        const { start, end } = part;
        const { from, to } = wordsWithin(words, start, end);
        const all = withColons(annotated, part.cues, { from, to });
        sentences.add({ start, end, from, to, paragraph: number, cues: all });
      }
  });
  return sentences;
}

/** Whether a sentence goes on behind a stretch in marks that has a sign of its own: “…?” she asked. */
function goesOnAfter(
  { doc, gaps, lexicon, marked, markOf, classes }: Unread,
  end: number,
): boolean {
  const { words } = doc;
  const tail = doc.text.slice(Math.max(0, end - 3), end);
  const next = firstWordAfter(words, end);
  // "« On verra… », glisse Reed": what trails off may go on; what ends in a stop has ended.
  if (/\.\s?["”»’']*$/.test(tail) || (tail.includes('…') && !goesOnSmall(doc, lexicon, next)))
    return false;
  const opensSentence = ((words.shape[next] ?? 0) & CAPITAL) !== 0;
  const mark = marked.at(markOf[next - 1] ?? -1);
  if (mark && opensSentence && isAnnounced(doc, classes, mark)) return false;
  for (let w = next; w < Math.min(words.count, next + reachOfCue(doc, lexicon, next)); w++) {
    if (markOf[w] !== -1) return false;
    if (!isCue(classes.of[w])) continue;
    // “Too late!” Hale added: “Go home.”
    return !opensSentence || gaps[w + 1] !== COLON || markOf[w + 1] === -1;
  }
  return false;
}

/** said: “…!”, said “…!”: who says it stands in front of the marks, so a capital behind them starts a sentence. */
function isAnnounced({ text, words }: Document, { of }: Unread['classes'], mark: Span): boolean {
  const first = firstWordAfter(words, mark.start);
  if (first === 0) return false;
  const before = text.slice(words.end[first - 1], mark.start);
  if (before.length > MOST_BETWEEN || /[\n\r.?!]/.test(before)) return false;
  return before.includes(':') || isCue(of[first - 1]);
}

/** More signs than a colon and its spaces are no colon in front of marks. */
const MOST_BETWEEN = 4;

/** Whether a sentence that trails off may go on with a word: one without a capital, where English weights do not decide. */
function goesOnSmall({ words }: Document, { profile }: Lexicon, next: number): boolean {
  return !profile.fittedQuotes && ((words.shape[next] ?? CAPITAL) & CAPITAL) === 0;
}

/** Reads the cues of one range of words after the other, in the order of the text, so that the list is walked once. */
function cuesInOrder(
  cues: readonly CueHit[],
): (range: { readonly from: number; readonly to: number }) => readonly CueHit[] {
  let next = 0;
  return ({ from, to }) => {
    while (next < cues.length && (cues[next]?.from ?? 0) < from) next++;
    const first = next;
    while (next < cues.length && (cues[next]?.to ?? 0) <= to) next++;
    return first === next ? NO_CUES : cues.slice(first, next);
  };
}

/** Where the verb comes second, only a verb goes on behind a quote; a capital starts a sentence: „…?“ fragte Reed, but „…!“ Reed fragte. */
function reachOfCue({ words }: Document, { profile }: Lexicon, next: number): number {
  if (!profile.verbSecond) return REACH_OF_CUE;
  return (words.shape[next] ?? 0) & CAPITAL ? 0 : 2;
}

/** "am 5. August": a number with a stop in front of what is counted so. */
function isOrdinal({ words }: Document, lexicon: Lexicon, word: number): boolean {
  if (!lexicon.profile.ordinalStops || !((words.shape[word] as number) & NUMERIC)) return false;
  return lexicon.has(word + 1, 'month') || lexicon.has(word + 1, 'ordinal');
}

/** "Reed:", "Mayor of Avon:": what stands before a colon that introduces words without marks. */
const MOST_WORDS_OF_LABEL = 5;

/**
 * A colon that no verb of saying stands in front of may itself be the cue ("Reed: “…”"): it is given as a cue of no
 * words, under the numbers that follow those of the rules.
 */
function withColons(
  { rules, gaps, markOf }: Unread,
  cues: readonly CueHit[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly CueHit[] {
  const colons: CueHit[] = [];
  for (let w = from + 1; w < to; w++) {
    if (gaps[w] !== COLON || markOf[w - 1] !== -1 || colons.length === MOST_CUES) continue;
    if (cues.some((cue) => cue.to === w)) continue;
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
