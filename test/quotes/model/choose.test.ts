import { describe, expect, it } from 'vitest';
import type { CandidateBlock, Content } from '../../../src/quotes/candidates/candidates.ts';
import { ORDER } from '../../../src/quotes/candidates/names.ts';
import { bestCandidate, bestOf, scoreOf } from '../../../src/quotes/model/choose.ts';

/** Feature `n` weighs the logarithm of `n`, so that masses are easy to add up. */
const weights = Float64Array.from({ length: 20 }, (_, n) => Math.log(Math.max(1, n)));

const content = (mass: number, marked = false): Content => ({
  spans: [{ from: mass, to: mass + 1 }],
  features: [[mass]],
  marked,
});
const source = (mass: number) => ({ span: { from: mass, to: mass + 1 }, features: [mass] });
const block = (
  mass: number,
  sources: readonly number[],
  contents: readonly Content[],
): CandidateBlock => ({
  order: ORDER.after,
  features: [mass],
  sources: sources.map(source),
  contents,
});

describe('scoreOf', () => {
  it('adds up the weights of features', () => {
    expect(scoreOf([2, 3], weights)).toBeCloseTo(Math.log(6));
    expect(scoreOf([], weights)).toBe(0);
  });
});

describe('choose', () => {
  it('finds nothing where there is nothing to choose from', () => {
    expect(bestCandidate([], weights)).toBeNull();
    expect(bestCandidate([block(1, [1], [])], weights)).toBeNull();
  });

  it('takes the content with most mass over all its sources, with the best of these', () => {
    // 2 × (1 + 3) × 5 = 40 for the first, 4 × 6 × 1 = 24 for the second; with "no quote" 65 in all.
    const choice = bestCandidate(
      [block(2, [1, 3], [content(5)]), block(4, [6], [content(1)])],
      weights,
    );
    expect(choice?.content.spans).toEqual([{ from: 5, to: 6 }]);
    expect(choice?.source.span).toEqual({ from: 3, to: 4 });
    expect(choice?.reports).toBeCloseTo(64 / 65);
    expect(choice?.confidence).toBeCloseTo(30 / 65);
  });

  it('leaves out contents that do not pass, also in what is left to add up', () => {
    const blocks = [block(2, [3], [content(5), content(4, true)])];
    const choice = bestCandidate(blocks, weights, ({ marked }) => marked);
    expect(choice?.content.marked).toBe(true);
    expect(choice?.reports).toBeCloseTo(24 / 25);
    expect(bestCandidate(blocks, weights, () => false)).toBeNull();
  });

  it('stays finite whatever the weights', () => {
    const wild = weights.map((_, n) => (n === 5 ? 1e6 : -1e6));
    const choice = bestCandidate([block(5, [5, 1], [content(5)])], wild);
    expect(choice?.confidence).toBeCloseTo(1);
    expect(bestCandidate([block(1, [1], [content(1)])], wild)?.reports).toBeCloseTo(0);
  });
});

describe('choosing', () => {
  const reading = (mass: number) => ({ features: [mass] });

  it('takes the most probable reading, against one that weighs 1', () => {
    const chosen = bestOf([reading(2), reading(7)], weights);
    expect(chosen?.reading).toEqual(reading(7));
    expect(chosen?.confidence).toBeCloseTo(0.7);
  });

  it('takes none where all together are too improbable', () => {
    expect(bestOf([reading(2), reading(7)], weights, 0.95)).toBeNull();
    expect(bestOf([reading(1)], weights, 0.51)).toBeNull();
  });

  it('takes one at any rate where nothing is asked of it, if there is one', () => {
    expect(bestOf([reading(1)], weights, 0)?.confidence).toBeCloseTo(0.5);
    expect(bestOf([], weights, 0)).toBeNull();
  });
});
