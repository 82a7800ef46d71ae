/**
 * The two sides of an interruption ("“A,” he said, “B”"): whether they belong together.
 * @module
 */
import type { Scene, Sentence } from '../../annotation/annotated.ts';
import type { ContentCandidate } from './content-features.ts';
import { CANDIDATE_FEATURES } from './features.ts';
import { BEHIND_SIDE, markedCapital, NEXT } from './names.ts';
import { isCapitalAt, nextOf } from './next-word.ts';

const { sides: F } = CANDIDATE_FEATURES;

/** Features of two stretches of content with an interruption between. */
export function sidesOf(
  scene: Scene,
  sentence: Sentence,
  one: ContentCandidate,
  two: ContentCandidate,
): readonly number[] {
  const isCapital = isCapitalAt(scene, two.from);
  const features = [
    F.bothMarks.cell(one.markedness, two.markedness),
    F.marksCapital.cell(one.markedness, markedCapital(two.markedness, isCapital)),
    F.secondBefore.cell(NEXT[nextOf(scene, sentence, two.from)], one.markedness),
  ];
  if (!one.marked) {
    const isMarked = scene.markOf[two.from] !== -1;
    const { unmarked, lower, capital } = BEHIND_SIDE;
    const behind = isMarked ? (isCapital ? capital : lower) : unmarked;
    features.push(F.firstBehind.cell(NEXT[nextOf(scene, sentence, one.from)], behind));
  }
  return features;
}
