/**
 * The ground that quotes are found on: paragraphs, marks, sentences, noun phrases and cues of the segments looked at.
 * @module
 */
import { Lexicon } from '../rules/lexicon.ts';
import { cueHits } from '../rules/match/cues.ts';
import type { Hits } from '../rules/match/trie.ts';
import type { Rules } from '../rules/rules.ts';
import type { Document } from '../text/document.ts';
import type { Span } from '../text/spans.ts';
import { firstWordAfter } from '../text/words.ts';
import type { Marked, AnnotatedText } from './annotated.ts';
import { settleCues } from './cue-classes.ts';
import { endBeforeCue, longestCues } from './cue-spans.ts';
import { cutAtAsides, dashSpeech, type Ground } from './interruptions.ts';
import { perfectAsPast } from './perfect.ts';
import { classifyGaps, COMMA, PLAIN } from './punctuation.ts';
import { scanMarks } from './quote-marks.ts';
import { findSentences } from './sentences.ts';
import { classifyWords } from './word-classes.ts';

/**
 * Tags the words, settles which hits of cues are cues, scans quote marks, and cuts sentences, in this order: each step needs the
 * ones before. Words of the whole document get tags; marks and sentences are those of the paragraphs. Linear in the text.
 * @param hits `findPhrases` over the document's words
 * @param language primary subtag: whose cues and word lists count
 * @param paragraphs spans to look at (UTF-16, half-open), in order: lines of the segments asked for
 */
export function annotate(
  doc: Document,
  rules: Rules,
  hits: Hits,
  language: string,
  paragraphs: readonly Span[],
): AnnotatedText {
  const lexicon = new Lexicon(rules, doc, hits, language);
  const gaps = withoutCommas(classifyGaps(doc.text, doc.words), lexicon);
  const untagged = classifyWords(doc, lexicon, gaps);
  const hit = cueHits(rules, hits, language, (word) => isMarkBetween(doc, word));
  const settled = settleCues(doc, rules, lexicon, gaps, untagged, hit);
  const { classes, cues } = perfectAsPast(lexicon, settled);
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
