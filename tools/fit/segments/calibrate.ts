/**
 * What the model's probabilities mean: a rising line through how often segments of each probability were right.
 * @module
 */
import { decide } from '../../../src/segments/decode.ts';
import { KNOTS, type Model } from '../../../src/segments/model.ts';
import { assemble } from '../../../src/segments/segment.ts';
import type { Example } from './examples.ts';
import { rightShare } from './score.ts';

/** What this many imagined segments at each knot say: that the probability is what it claims to be. */
const PRIOR = 8;

/** The calibration over pages, each with a model that has not seen it. */
export function calibrate(
  answers: readonly { readonly example: Example; readonly model: Model }[],
): Float64Array {
  const knots = Array.from({ length: KNOTS }, (_, i) => i / (KNOTS - 1));
  const weight = new Float64Array(KNOTS).fill(PRIOR);
  const right = Float64Array.from(knots, (value) => PRIOR * value);
  for (const { example, model } of answers) {
    const straight = { ...model, calibration: Float64Array.from(knots) };
    for (const segment of assemble(example.page, decide(example.page, model), straight, null)
      .segments) {
      const share = rightShare(example.doc, segment);
      if (share === null) continue;
      const at = segment.confidence * (KNOTS - 1);
      const low = Math.min(KNOTS - 2, Math.floor(at));
      add(weight, right, low, 1 - (at - low), share);
      add(weight, right, low + 1, at - low, share);
    }
  }
  return rising(weight, right);
}

function add(
  weight: Float64Array,
  right: Float64Array,
  knot: number,
  part: number,
  share: number,
): void {
  weight[knot] = (weight[knot] as number) + part;
  right[knot] = (right[knot] as number) + part * share;
}

/** Pools neighbours that fall: the nearest line that nowhere falls. */
function rising(weight: Float64Array, right: Float64Array): Float64Array {
  const pools: { weight: number; right: number; size: number }[] = [];
  weight.forEach((w, i) => {
    pools.push({ weight: w, right: right[i] as number, size: 1 });
    while (pools.length > 1) {
      const [a, b] = pools.slice(-2) as [(typeof pools)[0], (typeof pools)[0]];
      if (a.right / a.weight <= b.right / b.weight) break;
      pools.splice(-2, 2, {
        weight: a.weight + b.weight,
        right: a.right + b.right,
        size: a.size + b.size,
      });
    }
  });
  return Float64Array.from(
    pools.flatMap((pool) => Array.from({ length: pool.size }, () => pool.right / pool.weight)),
  );
}
