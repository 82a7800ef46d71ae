/**
 * The two sides of an interruption ("“A,” he said, “B”"): whether they belong together.
 * @module
 */
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import type { ContentStretch } from './content-features.ts';
import { CANDIDATE_FEATURES } from './features.ts';
import { BEHIND_SIDE, markedCapital, NEXT } from './names.ts';
import { isCapitalAt, nextOf } from './next-word.ts';

const { sides: F } = CANDIDATE_FEATURES;

/** Features of two stretches of content with an interruption between. */
export function sidesOf(
  annotated: AnnotatedText,
  sentence: Sentence,
  one: ContentStretch,
  two: ContentStretch,
): readonly number[] {
  const isCapital = isCapitalAt(annotated, two.from);
  const features = [
    F.bothMarks.cell(one.markedness, two.markedness),
    F.marksCapital.cell(one.markedness, markedCapital(two.markedness, isCapital)),
    F.secondBefore.cell(NEXT[nextOf(annotated, sentence, two.from)], one.markedness),
  ];
  if (!one.marked) {
    const isMarked = annotated.markOf[two.from] !== -1;
    const { unmarked, lower, capital } = BEHIND_SIDE;
    const behind = isMarked ? (isCapital ? capital : lower) : unmarked;
    features.push(F.firstBehind.cell(NEXT[nextOf(annotated, sentence, one.from)], behind));
  }
  return features;
}
