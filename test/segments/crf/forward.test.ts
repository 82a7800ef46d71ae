import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginals } from '../../../src/segments/crf/backward.ts';
import { exponentiate, runForward, type Transitions } from '../../../src/segments/crf/forward.ts';

const KINDS = 3;
const GAPS = 2;
const REGIONS = 2;
const STATES = REGIONS * KINDS;
const weight = fc.double({ min: -6, max: 6, noNaN: true });
const vector = (length: number) => fc.array(weight, { minLength: length, maxLength: length });

/** Region 1 is entered with kind 0 only, and may not end with kind 2. */
const isStep = (from: number, to: number, kind: number): boolean =>
  to === 1 ? from === 1 || kind === 0 : true;
const MAY_LEAVE = Uint8Array.from([1, 1, 1, 1, 1, 0]);
const LEAVES = Uint8Array.from([0, 1, 1, 0]);

const chains = fc.integer({ min: 1, max: 4 }).chain((n) =>
  fc.record({
    scores: vector(n * KINDS),
    gaps: fc.array(fc.integer({ min: 0, max: GAPS - 1 }), { minLength: n, maxLength: n }),
    matrices: fc.array(vector(KINDS * KINDS), { minLength: GAPS, maxLength: GAPS }),
    start: vector(KINDS),
    end: vector(KINDS),
    steps: vector(REGIONS * REGIONS * KINDS),
  }),
);

interface Chain {
  readonly scores: number[];
  readonly gaps: number[];
  readonly matrices: number[][];
  readonly start: number[];
  readonly end: number[];
  readonly steps: number[];
}

function transitionsOf(chain: Chain): Transitions {
  return {
    kinds: KINDS,
    regions: REGIONS,
    mayLeave: MAY_LEAVE,
    leaves: LEAVES,
    byGap: chain.matrices.map((matrix) => Float64Array.from(matrix)),
    start: Float64Array.from(chain.start),
    end: Float64Array.from(chain.end),
    steps: Float64Array.from(chain.steps, (value, i) => {
      const pair = Math.floor(i / KINDS);
      return isStep(Math.floor(pair / REGIONS), pair % REGIONS, i % KINDS) ? value : -Infinity;
    }),
  };
}

function* allPaths(n: number): Generator<number[]> {
  for (let code = 0; code < STATES ** n; code++)
    yield Array.from({ length: n }, (_, u) => Math.floor(code / STATES ** u) % STATES);
}

/** Log-potential of a path of states, by the definition; -Infinity if there is no such path. */
function scoreOf(chain: Chain, path: readonly number[]): number {
  const { byGap, start, end, steps } = transitionsOf(chain);
  return path.reduce((sum, state, u) => {
    const kind = state % KINDS;
    const region = Math.floor(state / KINDS);
    const before = u === 0 ? 0 : (path[u - 1] as number);
    const from = u === 0 ? 0 : Math.floor(before / KINDS);
    const pair = from * REGIONS + region;
    const step = steps[pair * KINDS + kind] as number;
    const isBlocked =
      step === -Infinity ||
      (u > 0 && LEAVES[pair] === 1 && MAY_LEAVE[before] === 0) ||
      (u === path.length - 1 && MAY_LEAVE[state] === 0);
    if (isBlocked) return -Infinity;
    const edge =
      u === 0
        ? (start[kind] as number)
        : step + (byGap[chain.gaps[u] as number]?.[(before % KINDS) * KINDS + kind] as number);
    const last = u === path.length - 1 ? (end[kind] as number) : 0;
    return sum + (chain.scores[u * KINDS + kind] as number) + edge + last;
  }, 0);
}

describe('chain', () => {
  it('gives the probabilities that counting all paths gives', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const n = chain.gaps.length;
        const expected = new Float64Array(n * KINDS);
        let total = 0;
        for (const path of allPaths(n)) {
          const mass = Math.exp(scoreOf(chain, path));
          total += mass;
          path.forEach((state, u) => {
            const at = u * KINDS + (state % KINDS);
            expected[at] = (expected[at] as number) + mass;
          });
        }
        const potentials = exponentiate(transitionsOf(chain));
        const gaps = Uint8Array.from(chain.gaps);
        const lattice = runForward(Float32Array.from(chain.scores), gaps, potentials, 0);
        expect(lattice.logZ).toBeCloseTo(Math.log(total), 3);
        marginals(lattice, gaps, potentials).forEach((p, i) =>
          expect(p).toBeCloseTo((expected[i] as number) / total, 3),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('stays finite over long chains of extreme scores', () => {
    const n = 5000;
    const scores = Float32Array.from({ length: n * KINDS }, (_, i) => (i % 7 === 0 ? 800 : -800));
    const square = (value: number): number[] => Array<number>(KINDS * KINDS).fill(value);
    const potentials = exponentiate(
      transitionsOf({
        scores: [],
        gaps: [],
        matrices: [square(0), square(-5)],
        start: [0, 0, 0],
        end: [0, 0, 0],
        steps: Array<number>(REGIONS * REGIONS * KINDS).fill(0),
      }),
    );
    const gaps = new Uint8Array(n);
    const lattice = runForward(scores, gaps, potentials);
    expect(Number.isFinite(lattice.logZ)).toBe(true);
    const found = marginals(lattice, gaps, potentials);
    for (let u = 0; u < n; u++) {
      const sum = found.slice(u * KINDS, (u + 1) * KINDS).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1, 4);
    }
  });
});
