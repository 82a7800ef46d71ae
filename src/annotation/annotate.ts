/**
 * The ground that quotes are found on: paragraphs, marks, sentences, noun phrases and cues of the segments looked at.
 * @module
 */
import { Lexicon } from '../rules/lexicon.ts';
import { cueHits, type CueHit } from '../rules/match/cues.ts';
import type { Hits } from '../rules/match/trie.ts';
import type { Rules } from '../rules/rules.ts';
import type { Document } from '../text/document.ts';
import type { Span } from '../text/spans.ts';
import { firstWordAfter } from '../text/words.ts';
import type { Marked, AnnotatedText } from './annotated.ts';
import { settleCues } from './cue-classes.ts';
import { endBeforeCue, longestCues } from './cue-spans.ts';
import { commaForDash } from './dash-commas.ts';
import {
  cutAtAsides,
  dashLine,
  dashSpeech,
  firstCueFrom,
  NO_SPEECH,
  type Ground,
} from './interruptions.ts';
import { MarkList } from './mark-list.ts';
import { withoutNames } from './names-in-marks.ts';
import { perfectAsPast } from './perfect.ts';
import { classifyGaps, COMMA, PLAIN } from './punctuation.ts';
import { scanMarks } from './quote-marks.ts';
import { findSentences } from './sentences.ts';
import { unlistedVerbs } from './unlisted-verbs.ts';
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
  const unlisted = unlistedVerbs({ doc, rules, lexicon, gaps, of: untagged.of }, hit);
  const settled = settleCues(doc, rules, lexicon, gaps, untagged, merged(hit, unlisted));
  const { classes, cues } = perfectAsPast(lexicon, settled);
  if (!lexicon.profile.fittedQuotes) commaForDash(doc, gaps, classes, cues);
  const marked = marksOf({ doc, rules, lexicon, gaps, classes, cues }, paragraphs);
  const markOf = wordsInMarks(doc, marked);
  const ground = { doc, rules, lexicon, gaps, classes, paragraphs, markOf };
  const base = { ...ground, marked: new MarkList(marked) };
  return { ...base, sentences: findSentences(base, longestCues(cues), marked) };
}

/** Cues of both lists in order; no two of them start at one word. */
function merged(cues: readonly CueHit[], more: readonly CueHit[]): readonly CueHit[] {
  return more.length === 0 ? cues : [...cues, ...more].toSorted((a, b) => a.from - b.from);
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
  const inMarks = withoutNames(ground, scanMarks(text, paragraphs));
  const openedByMark = new Set<number>();
  for (const { paragraph, start } of inMarks)
    if (isDashOnly(text, paragraphs[paragraph] as Span, start)) openedByMark.add(paragraph);
  const behindDashes = dialogueOf(ground, paragraphs, openedByMark);
  if (behindDashes.length === 0) return withoutAsides(ground, inMarks);
  // Marks in what stands behind a dash are those of a quote in a quote.
  const behind = new Set(behindDashes.map(({ paragraph }) => paragraph));
  const others = inMarks.filter(({ paragraph }) => !behind.has(paragraph));
  return [...withoutAsides(ground, others), ...behindDashes].sort((a, b) => a.start - b.start);
}

/**
 * What is said in paragraphs that open with a dash: where an aside says who said it, and in the paragraphs beside such a one.
 * @param taken numbers of paragraphs that are not looked at
 */
function dialogueOf(
  ground: Ground,
  paragraphs: readonly Span[],
  taken: ReadonlySet<number>,
): readonly Marked[] {
  const lines = paragraphs.map((paragraph, number) =>
    taken.has(number) ? NO_SPEECH : dashSpeech(ground, paragraph, number),
  );
  const isSpeech = (number: number): boolean => (lines[number]?.length ?? 0) > 0;
  // A line without a tag is speech beside one that is, from line to line, downwards and then upwards.
  const take = (number: number, beside: number): void => {
    if (isSpeech(number) || !isSpeech(beside) || taken.has(number)) return;
    lines[number] = dashLine(ground, paragraphs[number] as Span, number);
  };
  for (let number = 1; number < lines.length; number++) {
    if (isAnnounced(ground, paragraphs, number) && !isSpeech(number) && !taken.has(number))
      lines[number] = dashLine(ground, paragraphs[number] as Span, number);
    take(number, number - 1);
  }
  for (let number = lines.length - 2; number >= 0; number--) take(number, number + 1);
  return lines.flat();
}

/** "Она добавила: ⏎ — Но ждать нельзя.": a line behind a verb of saying and a colon, which no other line with a dash follows, as in a list. */
function isAnnounced(
  { cues, doc: { text, words } }: Ground,
  paragraphs: readonly Span[],
  number: number,
): boolean {
  const { start, end } = paragraphs[number - 1] as Span;
  if (text[end - 1] !== ':' || isDash(text, paragraphs[number + 1])) return false;
  const cue = cues[firstCueFrom(cues, firstWordAfter(words, Math.max(start, end - NEAR_COLON)))];
  return cue !== undefined && (words.start[cue.from] ?? Infinity) < end;
}

/** Characters between a verb and the colon of its line, at most. Set by hand. */
const NEAR_COLON = 60;

const isDash = (text: string, paragraph: Span | undefined): boolean =>
  paragraph !== undefined && /[—–―-]/.test(text[paragraph.start] ?? '');

/** “— «Da», said Reed”: whether nothing but a dash stands in front of a mark in its paragraph. */
function isDashOnly(text: string, { start }: Span, mark: number): boolean {
  return mark - start <= MOST_IN_FRONT && !/[^\s—–―-]/.test(text.slice(start, mark));
}

const MOST_IN_FRONT = 4;

/** Asides have a cue: what has none is as it is. */
function withoutAsides(ground: Ground, inMarks: readonly Marked[]): readonly Marked[] {
  const { doc, cues } = ground;
  const startOf = (cue: number): number => doc.words.start[cues[cue]?.from ?? -1] ?? Infinity;
  const cut: Marked[] = [];
  let cue = 0;
  for (const mark of inMarks) {
    while (startOf(cue) < mark.start) cue++;
    if (startOf(cue) >= mark.end) cut.push(mark);
    else cut.push(...cutAtAsides(ground, endBeforeCue(ground, mark)));
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
