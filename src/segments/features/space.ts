/**
 * Bins of sizes, and the list that the features of a unit are gathered in.
 * @module
 */

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
