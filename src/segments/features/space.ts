/**
 * The space of features: every feature has a dense number and a name that a person can read.
 * @module
 */

import { Groups, productOf, sectionOf, type Group } from '../../rules/weights.ts';

/** Hands out feature numbers, a group at a time. */
export class FeatureSpace {
  readonly #groups = new Groups();

  get groups(): readonly Group[] {
    return this.#groups.all;
  }

  get size(): number {
    return this.#groups.size;
  }

  /** Adds one feature for each of `values`; answers the number of the first. */
  group(prefix: string, values: readonly string[]): number {
    return this.#groups.add(sectionOf(values.map((value) => `${prefix}=${value}`)));
  }

  /** Adds the features of every pair; the pair (i, j) has number `base + i * second.length + j`. */
  product(prefix: string, first: readonly string[], second: readonly string[]): number {
    return this.#groups.add(productOf(prefix, first, '/', second));
  }
}

/** Names of the bins that `edges` make: bin `i` holds values up to and including `edges[i]`, the last one the rest. */
export function binNames(edges: readonly number[]): readonly string[] {
  const upTo = edges.map((edge, i) => {
    const low = i === 0 ? '' : `${edges[i - 1]}<`;
    return `${low}n<=${edge}`;
  });
  return [...upTo, `n>${edges.at(-1)}`];
}

/** The bin of `value`. */
export function binOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value > (edges[bin] as number)) bin++;
  return bin;
}

/** The features of one unit, reused from unit to unit. */
export class FeatureList {
  ids = new Int32Array(512);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  add(id: number): void {
    if (this.count === this.ids.length) {
      const larger = new Int32Array(this.count * 2);
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids[this.count++] = id;
  }
}
