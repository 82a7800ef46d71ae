/**
 * What is known of a cue whatever its source and content, and the features of its blocks.
 * @module
 */
import { hasMarks, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { SUBORDINATOR } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import { CANDIDATE_FEATURES } from './features.ts';
import {
  besideCue,
  BORDER_SIZE,
  FORM,
  GAP,
  gapBefore,
  MARK_SIDE,
  NEXT,
  NO_WORD,
  OPENING,
  type BorderSize,
  type Gap,
  type MarkSide,
  type NextNumber,
  type Order,
} from './names.ts';
import { nextOf } from './next-word.ts';
import { isAuxiliary } from './source-boundaries.ts';
import type { CandidateSpace } from './space.ts';

const { block: F } = CANDIDATE_FEATURES;

/** What all blocks of a cue share; found once per cue. */
export interface CueFacts {
  readonly gapBefore: Gap;
  readonly gapAfter: Gap;
  /** The sort of the word behind the cue. */
  readonly next: NextNumber;
  readonly negated: boolean;
  /** Features that hold in every order. */
  readonly wordBefore: number;
  readonly wordAfter: number;
  readonly marksAround: number;
}

export function factsOf(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): CueFacts {
  const isFirst = cue.from <= sentence.from;
  const isLast = cue.to >= sentence.to;
  const form = FORM[cue.form];
  return {
    gapBefore: isFirst ? GAP.break : gapBefore(annotated, cue.from),
    gapAfter: isLast ? GAP.stop : gapBefore(annotated, cue.to),
    next: NEXT[nextOf(annotated, sentence, cue.to)],
    negated: isNegated(annotated, sentence, cue),
    wordBefore: F.formWordBefore.cell(form, isFirst ? NO_WORD : besideCue(annotated, cue.from - 1)),
    wordAfter: F.formWordAfter.cell(form, isLast ? NO_WORD : besideCue(annotated, cue.to)),
    marksAround: F.marksAround.cell(marksAround(annotated, sentence, cue)),
  };
}

/**
 * The features of a cue in one order.
 * @param border the first word of the clause that names the source or holds the verb, where the order has one
 */
export function blockFeatures(
  annotated: AnnotatedText,
  cue: CueHit,
  facts: CueFacts,
  space: CandidateSpace,
  order: Order,
  border: number | undefined,
): readonly number[] {
  const features = [
    F.orderForm.cell(order, FORM[cue.form]),
    F.orderGapBefore.cell(order, facts.gapBefore),
    F.orderGapAfter.cell(order, facts.gapAfter),
    facts.wordBefore,
    facts.wordAfter,
    facts.marksAround,
    space.cueOrder(cue.rule, order),
  ];
  if (facts.negated) features.push(F.negated);
  if (border === undefined) return features;
  const gap = annotated.markOf[border - 1] === -1 ? gapBefore(annotated, border) : GAP.mark;
  const opening =
    annotated.classes.of[border] === SUBORDINATOR ? OPENING.subordinator : OPENING.other;
  features.push(
    F.orderBorder.cell(order, gap),
    F.borderWords.cell(sizeOf(cue.from - border)),
    F.borderNext.cell(opening, facts.next),
  );
  return features;
}

/** "did not mention", "never said": among the auxiliaries and adverbs in front. */
export function isNegated(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): boolean {
  for (let w = cue.from - 1; w >= sentence.from && isAuxiliary(annotated, w); w--)
    if (annotated.lexicon.has(w, 'negation')) return true;
  return false;
}

function sizeOf(words: number): BorderSize {
  if (words <= 0) return BORDER_SIZE['0'];
  if (words === 1) return BORDER_SIZE['1'];
  if (words === 2) return BORDER_SIZE['2'];
  if (words <= 4) return BORDER_SIZE['3-4'];
  return words <= 8 ? BORDER_SIZE['5-8'] : BORDER_SIZE['9+'];
}

/** On which sides of the cue its sentence has words in marks. */
function marksAround(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): MarkSide {
  const before = hasMarks(annotated, { from: sentence.from, to: cue.from });
  const after = hasMarks(annotated, { from: cue.from, to: sentence.to });
  if (before && after) return MARK_SIDE.both;
  if (before) return MARK_SIDE.before;
  return after ? MARK_SIDE.after : MARK_SIDE.none;
}
