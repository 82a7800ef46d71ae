/**
 * Weighs the frames of a cue against each other and against "no quote here": a log-linear choice.
 * @module
 */
import type { Block, FrameContent } from '../candidates/candidates.ts';
import type { SourceCandidate } from '../candidates/sources.ts';

/** The best reading of a cue. It holds nothing of the other readings: there are a hundred times as many. */
export interface Choice {
  /** Features of the block that it is from. */
  readonly features: readonly number[];
  readonly content: FrameContent;
  readonly source: SourceCandidate;
  /** Probability that the cue reports something at all. */
  readonly reports: number;
  /** Probability of this content with this source. */
  readonly confidence: number;
}

export function scoreOf(features: readonly number[], weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += weights[features[i] as number] as number;
  return sum;
}

function scoreOfAll(lists: readonly (readonly number[])[], weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < lists.length; i++) sum += scoreOf(lists[i] as readonly number[], weights);
  return sum;
}

/**
 * The most probable content over all blocks, with its best source; null where there are no frames.
 * @param passes leaves contents out
 */
export function choose(
  blocks: readonly Block[],
  weights: Float64Array,
  passes?: (content: FrameContent) => boolean,
): Choice | null {
  let total = 1;
  let best: Choice | null = null;
  let bestMass = -1;
  for (const block of blocks) {
    const weight = Math.exp(clamp(scoreOf(block.features, weights)));
    const sources = block.sources.map((source) =>
      Math.exp(clamp(scoreOf(source.features, weights))),
    );
    const sourceMass = sources.reduce((a, b) => a + b, 0);
    const top = sources.indexOf(Math.max(...sources));
    for (const content of block.contents) {
      if (passes && !passes(content)) continue;
      const own = weight * Math.exp(clamp(scoreOfAll(content.features, weights)));
      const mass = own * sourceMass;
      total += mass;
      if (mass <= bestMass) continue;
      bestMass = mass;
      const source = block.sources[top] as SourceCandidate;
      best = {
        features: block.features,
        content,
        source,
        reports: 0,
        confidence: own * (sources[top] as number),
      };
    }
  }
  return best && { ...best, reports: 1 - 1 / total, confidence: best.confidence / total };
}

/** The most probable of some readings, against "none of them", which scores 0; null where that is more probable. */
export function choosing<Reading extends { readonly features: readonly number[] }>(
  readings: readonly Reading[],
  weights: Float64Array,
  least = 0.5,
): { readonly reading: Reading | null; readonly confidence: number } {
  let total = 1;
  let best: Reading | null = null;
  let top = 1;
  for (const reading of readings) {
    const mass = Math.exp(Math.min(40, scoreOf(reading.features, weights)));
    total += mass;
    if (mass > top || !best) {
      top = mass;
      best = reading;
    }
  }
  const taken = (total - 1) / total;
  return taken >= least
    ? { reading: best, confidence: top / total }
    : { reading: null, confidence: 0 };
}

/** Keeps `exp` finite whatever the weights. */
function clamp(score: number): number {
  return Math.max(-40, Math.min(40, score));
}
