/**
 * The two sides of an interruption ("“A,” he said, “B”"): whether they belong together.
 * @module
 */
import type { Scene, Sentence } from '../../annotation/annotated.ts';
import { grid } from '../model/features.ts';
import { MARKEDNESS, type ContentCandidate } from './content-features.ts';
import { isCapitalAt, NEXT, nextOf } from './next-word.ts';

const joinedCapital = grid('frame/sides+capital', MARKEDNESS, [
  ...MARKEDNESS.flatMap((marks) => ['no', 'yes'].map((capital) => `${marks}-${capital}`)),
]);
const BEHIND = ['unmarked', 'lower', 'capital'] as const;
const firstSide = grid('frame/first-side+behind', NEXT, BEHIND);
const secondSide = grid('frame/second-side+before', NEXT, MARKEDNESS);

/** Features of two stretches of content with an interruption between. */
export function sidesOf(
  scene: Scene,
  sentence: Sentence,
  one: ContentCandidate,
  two: ContentCandidate,
): readonly number[] {
  const capital = isCapitalAt(scene, two.from) ? 1 : 0;
  const behind = scene.markOf[two.from] === -1 ? 0 : 1 + capital;
  const features = [
    joinedCapital(one.markedness, 2 * two.markedness + capital),
    secondSide(NEXT.indexOf(nextOf(scene, sentence, two.from)), one.markedness),
  ];
  if (!one.marked)
    features.push(firstSide(NEXT.indexOf(nextOf(scene, sentence, one.from)), behind));
  return features;
}
