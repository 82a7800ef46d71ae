/**
 * What may be the content of a cue: stretches after and before it, with what speaks for each.
 * @module
 */
import type { Chunk } from '../mentions/chunks.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  CUE,
  CUE_ING,
  DETERMINER,
  isCue,
  NAME,
  NUMBER,
  PARTICIPLE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
  TIME,
  VERB,
} from '../mentions/classes.ts';
import { COLON, COMMA, DASH, PLAIN, QUOTE_MARK } from '../mentions/gaps.ts';
import { isLetter, isUpper } from '../text/chars.ts';
import { grid, group, steps, flag } from './features.ts';
import type { Marked } from './marks.ts';
import { chunkNumber, isComplementizer, type Scene, type Sentence } from './scene.ts';

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

export const STARTS = ['cue', 'that', 'colon', 'mark', 'chunk', 'preposition', 'comma', 'sentence', 'clause', 'aside', 'source', 'question'] as const;
export type Start = (typeof STARTS)[number];

const ENDS = ['sentence', 'mark', 'comma', 'dash', 'colon', 'bracket', 'plain', 'cue-side'] as const;
type End = (typeof ENDS)[number];
const NEXT = ['none', 'coordinator', 'coordinator-cue', 'coordinator-subject', 'determiner', 'subordinator', 'relative', 'preposition', 'ing', 'cue', 'pronoun', 'name', 'time', 'adverb', 'verb', 'mark', 'other'] as const;
type Next = (typeof NEXT)[number];
export const MARKEDNESS = ['none', 'all', 'opens', 'closes', 'both', 'inside'] as const;
type Markedness = (typeof MARKEDNESS)[number];

const startOfMarks = grid('content/start+marks', STARTS, MARKEDNESS);
const endOfMarks = grid('content/end+marks', ENDS, MARKEDNESS);
const endBefore = grid('content/end+next', ENDS, NEXT);
const endBeforeMarked = grid('content/end+next/marked', ENDS, NEXT);
const words = steps('content/words', [1, 2, 3, 5, 8, 12, 20, 35, 60]);
const wordsAll = steps('content/words-all-marked', [1, 2, 3, 5, 8, 12, 20, 35, 60]);
const firstWord = grid('content/first', STARTS, NEXT);
const finite = group('content/finite', ['none', 'one', 'more']);
const commas = steps('content/commas', [0, 1, 2, 4]);
const leftOver = steps('content/left-over', [0, 2, 5, 10, 20]);
const laterMark = flag('content/leaves-a-mark');
const laterCue = flag('content/leaves-a-cue');
const holdsCue = flag('content/holds-a-cue');
const capital = flag('content/starts-with-capital');
const stepsOver = steps('content/start-after', [0, 1, 3, 6, 12]);
const endNumber = steps('content/end-number', [0, 1, 2, 3]);

const LEADS = ['1', '2', '3', '4-6', '7+'] as const;
const leadOf = grid('content/lead+first', LEADS, NEXT);
const tailOf = grid('content/tail+first', LEADS, NEXT);

const MOST_ENDS = 7;
const REACH_OF_THAT = 14;

/**
 * Content that starts after word `at`, where the cue (and a source behind it) ends.
 * @param inverted whether a source stands between the cue and `at`
 */
export function contentsAfter(
  scene: Scene,
  sentence: Sentence,
  at: number,
  inverted: boolean,
): readonly ContentCandidate[] {
  const starts = startsAfter(scene, sentence, at, inverted);
  return starts.flatMap(([from, start]) =>
    endsAfter(scene, sentence, from).filter(([to]) => !isCircumstance(scene, from, to)).map(([to, end], index) =>
      describe(scene, sentence, from, to, start, end, [stepsOver(from - at), endNumber(index)]),
    ),
  );
}

/** "said Sunday", "said again": only when or how it was said. */
function isCircumstance(scene: Scene, from: number, to: number): boolean {
  for (let w = from; w < to; w++) {
    const kind = scene.classes.of[w];
    if (scene.markOf[w] !== -1 || (kind !== TIME && kind !== ADVERB && kind !== NUMBER && kind !== PREPOSITION)) return false;
  }
  return true;
}

function startsAfter(
  scene: Scene,
  sentence: Sentence,
  at: number,
  inverted: boolean,
): readonly (readonly [number, Start])[] {
  const found = new Map<number, Start>();
  const add = (word: number, start: Start): void => {
    if (word >= sentence.to || found.has(word) || !canStart(scene, word)) return;
    if (!isComplementizer(scene, word)) found.set(word, start);
  };
  const { classes, gaps, lexicon } = scene;
  for (let w = at; w < Math.min(sentence.to, at + REACH_OF_THAT); w++) {
    if (gaps[w] === COLON) add(w, 'colon');
    if (isComplementizer(scene, w)) {
      add(w + 1, 'that');
      break;
    }
    if (scene.markOf[w] !== -1) break;
  }
  const mark = firstMarkAfter(scene, sentence, at);
  if (mark >= 0) add(mark, gaps[mark] === COLON ? 'colon' : 'mark');
  if (at < sentence.to) {
    if (gaps[at] === COMMA) add(at, 'comma');
    else if (gaps[at] === COLON) add(at, 'colon');
    else add(at, inverted ? 'source' : 'cue');
    if (lexicon.has(at, 'question-word')) found.set(at, 'question');
  }
  const chunk = chunkAt(sentence, at);
  if (chunk) {
    add(chunk.to, 'chunk');
    if (classes.of[chunk.to] === PREPOSITION) add(chunk.to + 1, 'preposition');
  }
  if (classes.of[at] === PREPOSITION) add(at + 1, 'preposition');
  const comma = nextComma(scene, sentence, at + 1);
  if (comma >= 0) add(comma, 'aside');
  return [...found];
}

/** Content does not start in the middle of marks. */
function canStart(scene: Scene, word: number): boolean {
  const mark = scene.markOf[word] as number;
  return mark === -1 || scene.markOf[word - 1] !== mark;
}

function firstMarkAfter(scene: Scene, sentence: Sentence, at: number): number {
  for (let w = at; w < sentence.to; w++) if (scene.markOf[w] !== -1) return canStart(scene, w) ? w : -1;
  return -1;
}

function chunkAt(sentence: Sentence, at: number): Chunk | undefined {
  const chunk = sentence.chunks[chunkNumber(sentence, at)];
  return chunk?.from === at ? chunk : undefined;
}

function nextComma(scene: Scene, sentence: Sentence, from: number): number {
  for (let w = from; w < Math.min(sentence.to, from + REACH_OF_THAT); w++) {
    if (scene.markOf[w] !== -1) return -1;
    if (scene.gaps[w] === COMMA) return w;
  }
  return -1;
}

function endsAfter(scene: Scene, sentence: Sentence, from: number): readonly (readonly [number, End])[] {
  const found: (readonly [number, End])[] = [[sentence.to, 'sentence']];
  for (let w = from + 1; w < sentence.to && found.length < MOST_ENDS; w++) {
    if (!canEnd(scene, w)) continue;
    const end = endKind(scene, w);
    if (end) found.push([w, end]);
  }
  return found;
}

/** Content does not end in the middle of marks. */
function canEnd(scene: Scene, word: number): boolean {
  const mark = scene.markOf[word - 1] as number;
  return mark === -1 || scene.markOf[word] !== mark;
}

/** The sort of border before `word`, or null where no clause can end. */
function endKind(scene: Scene, word: number): End | null {
  if (scene.markOf[word - 1] !== -1) return 'mark';
  switch (scene.gaps[word]) {
    case PLAIN: {
      const kind = scene.classes.of[word];
      if (kind === SUBORDINATOR || isCue(kind)) return 'plain';
      return kind === COORDINATOR && followsSubject(scene, word + 1) ? 'plain' : null;
    }
    case COMMA:
      return 'comma';
    case DASH:
      return 'dash';
    case COLON:
      return 'colon';
    case QUOTE_MARK:
      return null;
    default:
      return 'bracket';
  }
}

/** Whether a new clause may start: a pronoun, a name, or a verb of saying. */
function followsSubject(scene: Scene, word: number): boolean {
  const kind = scene.classes.of[word];
  return kind === PRONOUN || isCue(kind) || kind === VERB || kind === AUXILIARY || kind === ADVERB;
}

/**
 * Content that ends before word `to`, where the source or the cue begins.
 */
export function contentsBefore(scene: Scene, sentence: Sentence, to: number): readonly ContentCandidate[] {
  if (to <= sentence.from || !canEnd(scene, to)) return [];
  const found = new Map<number, Start>([[sentence.from, 'sentence']]);
  const last = scene.markOf[to - 1] as number;
  if (last >= 0) found.set(firstWordOf(scene, sentence, to - 1), 'mark');
  let borders = 0;
  for (let w = to - 1; w > sentence.from && borders < 4; w--) {
    if (scene.markOf[w] !== -1 && scene.markOf[w] === scene.markOf[w - 1]) continue;
    const kind = endKind(scene, w);
    if (!kind || !canStart(scene, w)) continue;
    borders++;
    if (!found.has(w)) found.set(w, 'clause');
    const next = scene.classes.of[w];
    if ((next === COORDINATOR || next === SUBORDINATOR) && w + 1 < to && !found.has(w + 1)) found.set(w + 1, 'clause');
  }
  const opening = scene.classes.of[sentence.from];
  if ((opening === COORDINATOR || opening === ADVERB) && sentence.from + 1 < to && canStart(scene, sentence.from + 1))
    found.set(sentence.from + 1, 'clause');
  return [...found].map(([from, start]) =>
    describe(scene, sentence, from, to, start, scene.markOf[to - 1] !== -1 ? 'mark' : 'cue-side', [
      stepsOver(from - sentence.from),
    ]),
  );
}

function firstWordOf(scene: Scene, sentence: Sentence, word: number): number {
  const mark = scene.markOf[word];
  let at = word;
  while (at > sentence.from && scene.markOf[at - 1] === mark) at--;
  return at;
}

function describe(
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
  const endNumber_ = ENDS.indexOf(end);
  const next = NEXT.indexOf(nextOf(scene, sentence, to));
  const features = [
    ...extra,
    startOfMarks(startNumber, marks),
    endOfMarks(endNumber_, marks),
    (counts.marked > 0 ? endBeforeMarked : endBefore)(endNumber_, next),
    markedness === 'all' ? wordsAll(to - from) : words(to - from),
    firstWord(startNumber, NEXT.indexOf(nextOf(scene, sentence, from))),
    finite.at(counts.finite === 0 ? 'none' : counts.finite === 1 ? 'one' : 'more'),
    commas(counts.commas),
    leftOver(sentence.to - to),
  ];
  if (leavesMark(scene, sentence, to)) features.push(laterMark);
  if (sentence.cues.some((cue) => cue.from >= to)) features.push(laterCue);
  if (markedness === 'closes') features.push(leadOf(leadSize(to - from - counts.marked), NEXT.indexOf(nextOf(scene, sentence, from))));
  if (markedness === 'opens') {
    const tail = endOfMark(scene, from, to);
    features.push(tailOf(leadSize(to - tail), NEXT.indexOf(nextOf(scene, sentence, tail))));
  }
  if (counts.cues > 0) features.push(holdsCue);
  const letter = scene.doc.text.charCodeAt(scene.doc.words.start[from] as number);
  if (isLetter(letter) && isUpper(letter) && scene.classes.of[from] !== NAME) features.push(capital);
  return { from, to, features, start: startNumber, finite: Math.min(2, counts.finite), marked: counts.marked > 0, markedness: marks };
}

/** The word behind the marks that content starts with. */
function endOfMark(scene: Scene, from: number, to: number): number {
  let at = from;
  while (at < to && scene.markOf[at] === scene.markOf[from]) at++;
  return at;
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
}

function count(scene: Scene, from: number, to: number): Counts {
  let marked = 0;
  let finiteVerbs = 0;
  let cues = 0;
  let commaCount = 0;
  for (let w = from; w < to; w++) {
    if (scene.markOf[w] !== -1) {
      marked++;
      continue;
    }
    const kind = scene.classes.of[w];
    if (kind === AUXILIARY || kind === VERB) finiteVerbs++;
    else if (isCue(kind)) cues++;
    if (w > from && scene.gaps[w] === COMMA) commaCount++;
  }
  return { marked, finite: finiteVerbs, cues, commas: commaCount };
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

function nextOf(scene: Scene, sentence: Sentence, word: number): Next {
  if (word >= sentence.to) return 'none';
  if (scene.markOf[word] !== -1) return 'mark';
  switch (scene.classes.of[word]) {
    case COORDINATOR:
      return afterCoordinator(scene, sentence, word + 1);
    case DETERMINER:
      return 'determiner';
    case SUBORDINATOR:
      return 'subordinator';
    case RELATIVE:
      return 'relative';
    case PREPOSITION:
      return 'preposition';
    case CUE:
      return 'cue';
    case CUE_ING:
    case PARTICIPLE:
      return 'ing';
    case PRONOUN:
      return 'pronoun';
    case NAME:
      return 'name';
    case TIME:
    case NUMBER:
      return 'time';
    case ADVERB:
      return 'adverb';
    case VERB:
    case AUXILIARY:
      return 'verb';
    default:
      return 'other';
  }
}

/** What a coordinator ties on: a verb of saying, a new clause, or just a noun. */
function afterCoordinator(scene: Scene, sentence: Sentence, word: number): Next {
  let at = word;
  while (at < sentence.to - 1 && (scene.classes.of[at] === ADVERB || scene.classes.of[at] === AUXILIARY)) at++;
  const kind = scene.classes.of[at];
  if (at >= sentence.to || scene.markOf[at] !== -1) return 'coordinator';
  if (isCue(kind)) return 'coordinator-cue';
  return kind === PRONOUN ? 'coordinator-subject' : 'coordinator';
}

function leavesMark(scene: Scene, sentence: Sentence, to: number): boolean {
  for (let w = to; w < sentence.to; w++) if (scene.markOf[w] !== -1) return true;
  return false;
}

/** Where the content stands in the text: its marks belong to it. UTF-16 offsets. */
export function contentSpan(scene: Scene, from: number, to: number): { start: number; end: number } {
  const { doc, markOf, marked } = scene;
  const first = marked[markOf[from] as number] as Marked | undefined;
  const last = marked[markOf[to - 1] as number] as Marked | undefined;
  return {
    start: first ? Math.min(first.start, doc.words.start[from] as number) : (doc.words.start[from] as number),
    end: last ? Math.max(last.end, doc.words.end[to - 1] as number) : (doc.words.end[to - 1] as number),
  };
}
