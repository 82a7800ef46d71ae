/**
 * Features of a stretch of words as content: how it starts and ends, its marks, its verbs and its length.
 * @module
 */
import { adverbialAt, type Adverbial } from '../../annotation/adverbials.ts';
import {
  endOfMark,
  hasMarks,
  type AnnotatedText,
  type Sentence,
} from '../../annotation/annotated.ts';
import { COLON, COMMA, DASH, QUOTE_MARK } from '../../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  CUE_ING,
  isCue,
  NAME,
  SUBORDINATOR,
  VERB,
} from '../../annotation/tags.ts';
import { CANDIDATE_FEATURES } from './features.ts';
import {
  FINITE,
  INNER_CUE,
  JOINT,
  LEAD,
  MARK_END,
  MARKED,
  NEXT,
  NO,
  SKIP,
  YES,
  type End,
  type FiniteVerbs,
  type InnerCue,
  type Joint,
  type Lead,
  type Markedness,
  type MarkEnd,
  type Start,
} from './names.ts';
import { thingAt } from '../things.ts';
import { isCapitalAt, isSubordinate, nextOf } from './next-word.ts';

const { content: F, things: T } = CANDIDATE_FEATURES;

/** A stretch that may be content, or one side of it; half-open word numbers, with the features that hold for it. */
export interface ContentStretch {
  readonly from: number;
  readonly to: number;
  readonly features: readonly number[];
  /** How the stretch starts, for the cue group's own weights. */
  readonly start: Start;
  /** Outside marks. */
  readonly finite: FiniteVerbs;
  readonly marked: boolean;
  readonly markedness: Markedness;
}

/**
 * The features that hold for words `from` to `to` as content that starts and ends in these ways.
 * @param features those that are known already; the others are added to this array, which the candidate keeps
 */
export function describe(
  annotated: AnnotatedText,
  sentence: Sentence,
  from: number,
  to: number,
  start: Start,
  end: End,
  features: number[],
): ContentStretch {
  const counts = count(annotated, from, to);
  const markedness = markednessOf(annotated, from, to, counts.marked);
  const finite = finiteOf(counts.finite);
  const first = NEXT[nextOf(annotated, sentence, from)];
  const isMarked = counts.marked > 0;
  features.push(
    F.startMarks.cell(start, markedness),
    F.endMarks.cell(end, markedness),
    (isMarked ? F.endNextMarked : F.endNext).cell(end, NEXT[nextOf(annotated, sentence, to)]),
    (markedness === MARKED.all ? F.wordsAllMarked : F.words).at(to - from),
    F.startFirst.cell(start, first),
    F.finite.cell(finite),
    F.commas.at(counts.commas),
    F.leftOver.at(sentence.to - to),
  );
  if (hasMarks(annotated, { from: to, to: sentence.to })) features.push(F.leavesMark);
  if (sentence.cues.some((cue) => cue.from >= to)) features.push(F.leavesCue);
  if (markedness === MARKED.closes) {
    const lead = leadOf(to - from - counts.marked);
    features.push(F.leadFirst.cell(lead, first));
    features.push(F.leadJoint.cell(lead, jointAt(annotated, firstMarked(annotated, from))));
  }
  if (markedness === MARKED.opens) addTail(annotated, sentence, from, to, features);
  if (counts.cues > 0) {
    features.push(F.holdsCue, F.cueMarks.cell(markedness));
    for (const way of innerCues(annotated, sentence, from, to))
      features.push(F.innerCue.cell(way, markedness));
  }
  const isCapital = isCapitalAt(annotated, from) && annotated.classes.of[from] !== NAME;
  if (isCapital) features.push(F.startsWithCapital);
  if (annotated.markOf[from] !== -1)
    features.push(F.marksCapital.cell(markedness, isCapital ? YES : NO));
  if (counts.colon) features.push(F.colonInside.cell(start, markedness));
  if (isMarked && annotated.lexicon.profile.nounCapitals)
    features.push(T.marks.cell(thingAt(annotated, firstMarked(annotated, from)), markedness));
  return { from, to, features, start, finite, marked: isMarked, markedness };
}

/** Features of content that opens with marks and goes on behind them. */
function addTail(
  annotated: AnnotatedText,
  sentence: Sentence,
  from: number,
  to: number,
  features: number[],
): void {
  const tail = endOfMark(annotated.markOf, from, to);
  const lead = leadOf(to - tail);
  const sign = markEnd(annotated, tail - 1);
  features.push(
    F.tailFirst.cell(lead, NEXT[nextOf(annotated, sentence, tail)]),
    F.tailMarkEnd.cell(lead, sign),
    F.opensAs.cell(jointAt(annotated, from), sign),
  );
  if (adverbialAt(annotated, sentence, tail)?.kind === 'venue') features.push(F.tailIsVenue);
}

/** How the cues between two words stand inside content; each way once. */
function innerCues(
  annotated: AnnotatedText,
  sentence: Sentence,
  from: number,
  to: number,
): ReadonlySet<InnerCue> {
  const ways = new Set<InnerCue>();
  for (const cue of sentence.cues)
    if (cue.from > from && cue.to <= to && cue.to > cue.from)
      ways.add(wayOf(annotated, cue.from, from));
  return ways;
}

function wayOf(annotated: AnnotatedText, cue: number, from: number): InnerCue {
  const { classes, gaps } = annotated;
  let at = cue - 1;
  while (at > from && (classes.of[at] === ADVERB || classes.of[at] === AUXILIARY)) at--;
  if (classes.of[at] === COORDINATOR) return INNER_CUE.tied;
  const opens = classes.of[cue] === CUE_ING && (gaps[cue] === COMMA || gaps[cue] === DASH);
  if (opens || classes.of[at] === SUBORDINATOR) return INNER_CUE.opening;
  return isSubordinate(annotated, { from }, cue) ? INNER_CUE.clause : INNER_CUE.other;
}

/** The first word in marks from `word` on. */
function firstMarked({ markOf }: AnnotatedText, word: number): number {
  let at = word;
  while (markOf[at] === -1) at++;
  return at;
}

function jointAt(annotated: AnnotatedText, word: number): Joint {
  const isCapital = isCapitalAt(annotated, word);
  switch (annotated.gaps[word]) {
    case COMMA:
      return isCapital ? JOINT['comma-yes'] : JOINT['comma-no'];
    case COLON:
      return isCapital ? JOINT['colon-yes'] : JOINT['colon-no'];
    case QUOTE_MARK:
      return isCapital ? JOINT['plain-yes'] : JOINT['plain-no'];
    default:
      return isCapital ? JOINT['other-yes'] : JOINT['other-no'];
  }
}

/** What was stepped over in front of content, and how the content begins. */
export function skipped(
  annotated: AnnotatedText,
  sentence: Sentence,
  kind: Adverbial['kind'],
  from: number,
): number {
  return F.skippedFirst.cell(SKIP[kind], NEXT[nextOf(annotated, sentence, from)]);
}

/** The sign right in front of the closing mark behind `word`. */
function markEnd({ doc, marked, markOf }: AnnotatedText, word: number): MarkEnd {
  const mark = marked.at(markOf[word] as number);
  if (!mark) return MARK_END.none;
  const signs = doc.text.slice(doc.words.end[word], mark.end);
  if (/[?!]/.test(signs)) return MARK_END.question;
  if (/[.…]/.test(signs)) return MARK_END.stop;
  return signs.includes(',') ? MARK_END.comma : MARK_END.none;
}

/** How many words are in front of the marks, or behind them. At least one is. */
function leadOf(words: number): Lead {
  if (words <= 1) return LEAD['1'];
  if (words === 2) return LEAD['2'];
  if (words === 3) return LEAD['3'];
  return words <= 6 ? LEAD['4-6'] : LEAD['7+'];
}

function finiteOf(verbs: number): FiniteVerbs {
  if (verbs === 0) return FINITE.none;
  return verbs === 1 ? FINITE.one : FINITE.more;
}

interface Counts {
  readonly marked: number;
  readonly finite: number;
  readonly cues: number;
  readonly commas: number;
  /** Whether a colon is in front of marks inside the content. */
  readonly colon: boolean;
}

function count(annotated: AnnotatedText, from: number, to: number): Counts {
  let marked = 0;
  let finiteVerbs = 0;
  let cues = 0;
  let commaCount = 0;
  let colon = false;
  for (let w = from; w < to; w++) {
    if (annotated.markOf[w] !== -1) {
      if (
        w > from &&
        annotated.gaps[w] === COLON &&
        annotated.markOf[w - 1] !== annotated.markOf[w]
      )
        colon = true;
      marked++;
      continue;
    }
    const kind = annotated.classes.of[w];
    if (kind === AUXILIARY || kind === VERB) finiteVerbs++;
    else if (isCue(kind)) cues++;
    if (w > from && annotated.gaps[w] === COMMA) commaCount++;
  }
  return { marked, finite: finiteVerbs, cues, commas: commaCount, colon };
}

function markednessOf(
  annotated: AnnotatedText,
  from: number,
  to: number,
  marked: number,
): Markedness {
  if (marked === 0) return MARKED.none;
  if (marked === to - from) return MARKED.all;
  const opens = annotated.markOf[from] !== -1;
  const closes = annotated.markOf[to - 1] !== -1;
  if (opens && closes) return MARKED.both;
  if (opens) return MARKED.opens;
  return closes ? MARKED.closes : MARKED.inside;
}
