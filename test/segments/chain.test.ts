import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestPath,
  exponentiate,
  marginals,
  runLattice,
  type Transitions,
} from '../../src/segments/chain.ts';

const KINDS = 3;
const GAPS = 2;
const weight = fc.double({ min: -6, max: 6, noNaN: true });
const vector = (length: number) => fc.array(weight, { minLength: length, maxLength: length });

const chains = fc.integer({ min: 1, max: 5 }).chain((n) =>
  fc.record({
    scores: vector(n * KINDS),
    gaps: fc.array(fc.integer({ min: 0, max: GAPS - 1 }), { minLength: n, maxLength: n }),
    matrices: fc.array(vector(KINDS * KINDS), { minLength: GAPS, maxLength: GAPS }),
    start: vector(KINDS),
    end: vector(KINDS),
  }),
);

interface Chain {
  readonly scores: number[];
  readonly gaps: number[];
  readonly matrices: number[][];
  readonly start: number[];
  readonly end: number[];
}

function* allPaths(n: number): Generator<number[]> {
  for (let code = 0; code < KINDS ** n; code++)
    yield Array.from({ length: n }, (_, u) => Math.floor(code / KINDS ** u) % KINDS);
}

function scoreOf(chain: Chain, path: readonly number[]): number {
  return path.reduce((sum, kind, u) => {
    const own = chain.scores[u * KINDS + kind] as number;
    const edge =
      u === 0
        ? (chain.start[kind] as number)
        : (chain.matrices[chain.gaps[u] as number]?.[
            (path[u - 1] as number) * KINDS + kind
          ] as number);
    const last = u === path.length - 1 ? (chain.end[kind] as number) : 0;
    return sum + own + edge + last;
  }, 0);
}

function transitionsOf(chain: Chain): Transitions {
  return {
    kinds: KINDS,
    byGap: chain.matrices.map((matrix) => Float64Array.from(matrix)),
    start: Float64Array.from(chain.start),
    end: Float64Array.from(chain.end),
  };
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
          path.forEach(
            (kind, u) =>
              (expected[u * KINDS + kind] = (expected[u * KINDS + kind] as number) + mass),
          );
        }
        const lattice = runLattice(
          Float32Array.from(chain.scores),
          Uint8Array.from(chain.gaps),
          exponentiate(transitionsOf(chain)),
        );
        const got = marginals(lattice, KINDS);
        expect(lattice.logZ).toBeCloseTo(Math.log(total), 3);
        expected.forEach((mass, i) => expect(got[i]).toBeCloseTo(mass / total, 4));
      }),
    );
  });

  it('finds the best path among those that have the wanted labels', () => {
    const labelOf = Uint8Array.from([0, 0, 1]);
    fc.assert(
      fc.property(chains, fc.infiniteStream(fc.integer({ min: 0, max: 1 })), (chain, labels) => {
        const n = chain.gaps.length;
        const wanted = Uint8Array.from({ length: n }, () => labels.next().value as number);
        const best = Math.max(
          ...[...allPaths(n)]
            .filter((path) => path.every((kind, u) => labelOf[kind] === wanted[u]))
            .map((path) => scoreOf(chain, path)),
        );
        const path = bestPath(
          Float32Array.from(chain.scores),
          Uint8Array.from(chain.gaps),
          transitionsOf(chain),
          labelOf,
          wanted,
        );
        expect([...path].every((kind, u) => labelOf[kind] === wanted[u])).toBe(true);
        expect(scoreOf(chain, [...path])).toBeCloseTo(best, 3);
      }),
    );
  });

  it('stays finite over long chains with strong scores', () => {
    const n = 20_000;
    const scores = Float32Array.from({ length: n * KINDS }, (_, i) => (i % 7) * 40 - 120);
    const flat: Transitions = {
      kinds: KINDS,
      byGap: [new Float64Array(KINDS * KINDS).fill(-20), new Float64Array(KINDS * KINDS).fill(20)],
      start: new Float64Array(KINDS),
      end: new Float64Array(KINDS),
    };
    const gaps = Uint8Array.from({ length: n }, (_, u) => u % 2);
    const lattice = runLattice(scores, gaps, exponentiate(flat));
    expect(Number.isFinite(lattice.logZ)).toBe(true);
    expect(marginals(lattice, KINDS).every((p) => p >= 0 && p <= 1)).toBe(true);
  });
});
