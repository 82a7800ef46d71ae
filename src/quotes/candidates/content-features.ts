/**
 * What speaks for a stretch as content: how it starts and ends, its marks, its verbs and its length.
 * @module
 */
import { circumstanceAt, type Circumstance } from '../../annotation/adverbials.ts';
import { endOfMark, type Scene, type Sentence } from '../../annotation/annotated.ts';
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
import { flag, grid, group, steps } from '../model/features.ts';
import { isCapitalAt, isSubordinate, NEXT, nextOf } from './next-word.ts';

/** A stretch of content; half-open word numbers, with the features that hold for it. */
export interface ContentCandidate {
  readonly from: number;
  readonly to: number;
  readonly features: readonly number[];
  /** How the stretch starts, for the cue group's own weights. */
  readonly start: number;
  /** Finite verbs outside marks: none, one, more. */
  readonly finite: number;
  readonly marked: boolean;
  /** Number in {@link MARKEDNESS}. */
  readonly markedness: number;
}

export const STARTS = [
  'cue',
  'that',
  'colon',
  'mark',
  'chunk',
  'preposition',
  'comma',
  'sentence',
  'clause',
  'aside',
  'source',
  'question',
  'circumstance',
] as const;
export type Start = (typeof STARTS)[number];

const ENDS = [
  'sentence',
  'mark',
  'comma',
  'dash',
  'colon',
  'bracket',
  'plain',
  'cue-side',
  'venue',
] as const;
export type End = (typeof ENDS)[number];
export const MARKEDNESS = ['none', 'all', 'opens', 'closes', 'both', 'inside'] as const;
type Markedness = (typeof MARKEDNESS)[number];

const startOfMarks = grid('content/start+marks', STARTS, MARKEDNESS);
const endOfMarks = grid('content/end+marks', ENDS, MARKEDNESS);
const endBefore = grid('content/end+next', ENDS, NEXT);
const endBeforeMarked = grid('content/end+next/marked', ENDS, NEXT);
const length = steps('content/words', [1, 2, 3, 5, 8, 12, 20, 35, 60]);
const wordsAll = steps('content/words-all-marked', [1, 2, 3, 5, 8, 12, 20, 35, 60]);
const firstWord = grid('content/first', STARTS, NEXT);
const finite = group('content/finite', ['none', 'one', 'more']);
const commas = steps('content/commas', [0, 1, 2, 4]);
const leftOver = steps('content/left-over', [0, 2, 5, 10, 20]);
const laterMark = flag('content/leaves-a-mark');
const laterCue = flag('content/leaves-a-cue');
const holdsCue = flag('content/holds-a-cue');
const startsWithCapital = flag('content/starts-with-capital');
export const stepsOver = steps('content/start-after', [0, 1, 3, 6, 12]);
export const endNumber = steps('content/end-number', [0, 1, 2, 3]);

const NO_YES = ['no', 'yes'] as const;
const JOINTS = ['plain', 'comma', 'colon', 'other'] as const;
const LEADS = ['1', '2', '3', '4-6', '7+'] as const;
const leadOf = grid('content/lead+first', LEADS, NEXT);
const MARK_ENDS = ['comma', 'stop', 'question', 'none'] as const;
const tailAfter = grid('content/tail+mark-end', LEADS, MARK_ENDS);
/** Marks that content opens with and goes on behind: how they begin and end. */
const opensAs = grid(
  'content/opens-as',
  JOINTS.flatMap((joint) => NO_YES.map((capital) => `${joint}-${capital}`)),
  MARK_ENDS,
);
const capitalInMarks = grid('content/marks+capital', MARKEDNESS, ['no', 'yes']);
const colonInside = grid('content/colon-inside+marks', STARTS, MARKEDNESS);
const tailOf = grid('content/tail+first', LEADS, NEXT);
/** How the marks begin that a lead stands in front of: `it this way: “It is …`. */
const jointOf = grid(
  'content/lead+joint',
  LEADS,
  JOINTS.flatMap((joint) => NO_YES.map((capital) => `${joint}-${capital}`)),
);
/** How a verb of saying stands inside content: tied on by "and", opening a phrase, in a clause behind a comma, in any other way. */
const innerCue = grid(
  'content/inner-cue+marks',
  ['tied', 'opening', 'clause', 'other'],
  MARKEDNESS,
);
const cueBesideMarks = group('content/cue+marks', MARKEDNESS);
const endOfSubordinate = group('content/end-of-subordinate', ENDS);
export const endInSubordinate = (end: End): number => endOfSubordinate.at(end);
const venueTail = flag('content/tail-is-venue');
const skippedBefore = grid('content/skipped+first', ['venue', 'time', 'adverb', 'phrase'], NEXT);

/** The features that hold for words `from` to `to` as content that starts and ends in these ways. */
export function describe(
  scene: Scene,
  sentence: Sentence,
  from: number,
  to: number,
  start: Start,
  end: End,
  extra: readonly number[],
): ContentCandidate {
  const counts = count(scene, from, to);
  const markedness = markednessOf(scene, from, to, counts.marked);
  const marks = MARKEDNESS.indexOf(markedness);
  const startNumber = STARTS.indexOf(start);
  const endKind = ENDS.indexOf(end);
  const next = NEXT.indexOf(nextOf(scene, sentence, to));
  const features = [
    ...extra,
    startOfMarks(startNumber, marks),
    endOfMarks(endKind, marks),
    (counts.marked > 0 ? endBeforeMarked : endBefore)(endKind, next),
    markedness === 'all' ? wordsAll(to - from) : length(to - from),
    firstWord(startNumber, NEXT.indexOf(nextOf(scene, sentence, from))),
    finite.at(counts.finite === 0 ? 'none' : counts.finite === 1 ? 'one' : 'more'),
    commas(counts.commas),
    leftOver(sentence.to - to),
  ];
  if (leavesMark(scene, sentence, to)) features.push(laterMark);
  if (sentence.cues.some((cue) => cue.from >= to)) features.push(laterCue);
  if (markedness === 'closes') {
    const size = leadSize(to - from - counts.marked);
    features.push(leadOf(size, NEXT.indexOf(nextOf(scene, sentence, from))));
    features.push(jointOf(size, jointAt(scene, firstMarked(scene, from))));
  }
  if (markedness === 'opens') {
    const tail = endOfMark(scene.markOf, from, to);
    const size = leadSize(to - tail);
    features.push(
      tailOf(size, NEXT.indexOf(nextOf(scene, sentence, tail))),
      tailAfter(size, markEnd(scene, tail - 1)),
      opensAs(jointAt(scene, from), markEnd(scene, tail - 1)),
    );
    if (circumstanceAt(scene, sentence, tail)?.kind === 'venue') features.push(venueTail);
  }
  if (counts.cues > 0) {
    features.push(holdsCue, cueBesideMarks.at(markedness));
    for (const way of innerCues(scene, sentence, from, to)) features.push(innerCue(way, marks));
  }
  const isCapital = isCapitalAt(scene, from) && scene.classes.of[from] !== NAME;
  if (isCapital) features.push(startsWithCapital);
  if (scene.markOf[from] !== -1) features.push(capitalInMarks(marks, isCapital ? 1 : 0));
  if (counts.colon) features.push(colonInside(startNumber, marks));
  return {
    from,
    to,
    features,
    start: startNumber,
    finite: Math.min(2, counts.finite),
    marked: counts.marked > 0,
    markedness: marks,
  };
}

/** The ways, each once, in which the cues between two words stand. */
function innerCues(
  scene: Scene,
  sentence: Sentence,
  from: number,
  to: number,
): ReadonlySet<number> {
  const ways = new Set<number>();
  for (const cue of sentence.cues)
    if (cue.from > from && cue.to <= to && cue.to > cue.from)
      ways.add(wayOf(scene, cue.from, from));
  return ways;
}

function wayOf(scene: Scene, cue: number, from: number): number {
  const { classes, gaps } = scene;
  let at = cue - 1;
  while (at > from && (classes.of[at] === ADVERB || classes.of[at] === AUXILIARY)) at--;
  if (classes.of[at] === COORDINATOR) return 0;
  const opens = classes.of[cue] === CUE_ING && (gaps[cue] === COMMA || gaps[cue] === DASH);
  if (opens || classes.of[at] === SUBORDINATOR) return 1;
  return isSubordinate(scene, { from }, cue) ? 2 : 3;
}

/** The first word in marks from `word` on. */
function firstMarked({ markOf }: Scene, word: number): number {
  let at = word;
  while (markOf[at] === -1) at++;
  return at;
}

function jointAt(scene: Scene, word: number): number {
  const gap = scene.gaps[word];
  const joint = gap === COMMA ? 1 : gap === COLON ? 2 : gap === QUOTE_MARK ? 0 : 3;
  return 2 * joint + (isCapitalAt(scene, word) ? 1 : 0);
}

/** What was stepped over in front of content, and how it begins. */
export function skipped(
  scene: Scene,
  sentence: Sentence,
  kind: Circumstance['kind'],
  from: number,
): number {
  const row = ['venue', 'time', 'adverb', 'phrase'].indexOf(kind);
  return skippedBefore(row, NEXT.indexOf(nextOf(scene, sentence, from)));
}

/** The sign right in front of the closing mark behind `word`. */
function markEnd({ doc, marked, markOf }: Scene, word: number): number {
  const mark = marked[markOf[word] as number];
  if (!mark) return MARK_ENDS.indexOf('none');
  const signs = doc.text.slice(doc.words.end[word], mark.end);
  if (/[?!]/.test(signs)) return MARK_ENDS.indexOf('question');
  if (/[.…]/.test(signs)) return MARK_ENDS.indexOf('stop');
  return MARK_ENDS.indexOf(signs.includes(',') ? 'comma' : 'none');
}

/** How many words stand in front of the marks, or behind them. */
function leadSize(words: number): number {
  if (words <= 3) return words - 1;
  return words <= 6 ? 3 : 4;
}

interface Counts {
  readonly marked: number;
  readonly finite: number;
  readonly cues: number;
  readonly commas: number;
  /** A colon stands in front of marks inside the content. */
  readonly colon: boolean;
}

function count(scene: Scene, from: number, to: number): Counts {
  let marked = 0;
  let finiteVerbs = 0;
  let cues = 0;
  let commaCount = 0;
  let colon = false;
  for (let w = from; w < to; w++) {
    if (scene.markOf[w] !== -1) {
      if (w > from && scene.gaps[w] === COLON && scene.markOf[w - 1] !== scene.markOf[w])
        colon = true;
      marked++;
      continue;
    }
    const kind = scene.classes.of[w];
    if (kind === AUXILIARY || kind === VERB) finiteVerbs++;
    else if (isCue(kind)) cues++;
    if (w > from && scene.gaps[w] === COMMA) commaCount++;
  }
  return { marked, finite: finiteVerbs, cues, commas: commaCount, colon };
}

function markednessOf(scene: Scene, from: number, to: number, marked: number): Markedness {
  if (marked === 0) return 'none';
  if (marked === to - from) return 'all';
  const opens = scene.markOf[from] !== -1;
  const closes = scene.markOf[to - 1] !== -1;
  if (opens && closes) return 'both';
  if (opens) return 'opens';
  return closes ? 'closes' : 'inside';
}

function leavesMark(scene: Scene, sentence: Sentence, to: number): boolean {
  for (let w = to; w < sentence.to; w++) if (scene.markOf[w] !== -1) return true;
  return false;
}
