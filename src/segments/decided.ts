/**
 * Units that a certain rule decides (see `features/deciding.ts`).
 *
 * A score alone, however high, cannot promise that: what the sequence of units makes unlikely may be pruned before the unit is
 * reached, and the choice of labels and kinds has doubts of its own. So the score lets the neighbours know, and the choice is set.
 * @module
 */
import { LABELLED_KINDS } from '../labels.ts';
import { LABEL_OF_KIND } from './kinds.ts';
import type { Choice } from './labels.ts';

const KINDS = LABELLED_KINDS.length;

/** Beyond anything that features, markup and fields together can say. */
const BEYOND_DOUBT = 200;

/**
 * Raises the scores of decided units' kinds. Changes `scores`.
 * @param decided by unit: kind number + 1, or 0
 */
export function scoreDecided(scores: Float32Array, decided: Uint8Array): void {
  decided.forEach((kind, u) => {
    if (kind === 0) return;
    const at = u * KINDS + kind - 1;
    scores[at] = (scores[at] as number) + BEYOND_DOUBT;
  });
}

/** Sets what was decided, and that it is certain. Changes `kinds` and `choice`. */
export function chooseDecided(kinds: Float32Array, choice: Choice, decided: Uint8Array): void {
  decided.forEach((known, u) => {
    if (known === 0) return;
    const kind = known - 1;
    kinds.fill(0, u * KINDS, (u + 1) * KINDS);
    kinds[u * KINDS + kind] = 1;
    choice.kind[u] = kind;
    choice.label[u] = LABEL_OF_KIND[kind] as number;
    choice.confidence[u] = 1;
  });
}
