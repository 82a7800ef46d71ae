/**
 * Calibration of the model's probabilities: a rising line through how often segments of each probability were right.
 * @module
 */
import { KNOTS, type Model } from '../../../src/segments/model/model.ts';
import { decide } from '../../../src/segments/predict.ts';
import { assemble } from '../../../src/segments/segment.ts';
import { RisingLine } from '../isotonic.ts';
import type { Example } from './examples.ts';
import { rightShare } from './reliability.ts';

/** The calibration over pages, each with a model that has not seen it. */
export function calibrate(
  answers: readonly { readonly example: Example; readonly model: Model }[],
): Float64Array {
  const knots = Array.from({ length: KNOTS }, (_, i) => i / (KNOTS - 1));
  const line = new RisingLine(KNOTS);
  for (const { example, model } of answers) {
    const straight = { ...model, calibration: Float64Array.from(knots) };
    for (const segment of assemble(example.page, decide(example.page, model), straight, null)
      .segments) {
      const share = rightShare(example.doc, segment);
      if (share === null) continue;
      line.add(segment.confidence, share);
    }
  }
  return line.knots();
}
