/**
 * Log-linear choice: weighs the candidates of a cue against each other and against "no quote here".
 * @module
 */
import type { CandidateBlock, Content } from '../candidates/candidates.ts';
import type { SourceCandidate } from '../candidates/sources.ts';

/** The best reading of a cue. It keeps no reference to the others, which take a hundred times the memory. */
export interface Choice {
  /** Features of its block. */
  readonly features: readonly number[];
  readonly content: Content;
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
 * The most probable content over all blocks, with the best source of its block; null where there are no candidates.
 * With `mass = exp(score)`, a block's pair has `mass(block) · mass(source) · mass(content)`, and "no quote" has 1.
 * @param passes contents that it is false for are left out
 */
export function bestCandidate(
  blocks: readonly CandidateBlock[],
  weights: Float64Array,
  passes?: (content: Content) => boolean,
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

/**
 * The most probable of some readings, against "none of them", which scores 0. Null where all of them together are less
 * probable than `least`.
 */
export function bestOf<Reading extends { readonly features: readonly number[] }>(
  readings: readonly Reading[],
  weights: Float64Array,
  least = 0.5,
): { readonly reading: Reading; readonly confidence: number } | null {
  let total = 1;
  let best: Reading | null = null;
  let top = 1;
  for (const reading of readings) {
    const mass = Math.exp(Math.min(MOST, scoreOf(reading.features, weights)));
    total += mass;
    if (mass > top || !best) {
      top = mass;
      best = reading;
    }
  }
  const isAccepted = (total - 1) / total >= least;
  return best && isAccepted ? { reading: best, confidence: top / total } : null;
}

/** Scores beyond this say no more; it keeps `exp` finite whatever the weights. */
const MOST = 40;

function clamp(score: number): number {
  return Math.max(-MOST, Math.min(MOST, score));
}
