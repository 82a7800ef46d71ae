/**
 * A rising line through how often things of each probability were right: isotonic regression by pooling adjacent
 * violators (Ayer et al., 1955).
 * @module
 */

/** What so many imagined things at each knot say: that the probability is what it claims to be. */
const PRIOR = 8;

export class RisingLine {
  readonly #weight: Float64Array;
  readonly #right: Float64Array;

  /** @param knots how many, evenly over probabilities from 0 to 1 */
  constructor(knots: number) {
    this.#weight = new Float64Array(knots).fill(PRIOR);
    this.#right = Float64Array.from({ length: knots }, (_, i) => (PRIOR * i) / (knots - 1));
  }

  /** @param share how right it was, from 0 to 1 */
  add(probability: number, share: number): void {
    const last = this.#weight.length - 1;
    const at = Math.max(0, Math.min(1, probability)) * last;
    const low = Math.min(last - 1, Math.floor(at));
    this.#addAt(low, 1 - (at - low), share);
    this.#addAt(low + 1, at - low, share);
  }

  #addAt(knot: number, part: number, share: number): void {
    this.#weight[knot] = (this.#weight[knot] as number) + part;
    this.#right[knot] = (this.#right[knot] as number) + part * share;
  }

  /** The value at each knot; nowhere falling. */
  knots(): Float64Array {
    const pools: { weight: number; right: number; size: number }[] = [];
    this.#weight.forEach((weight, i) => {
      pools.push({ weight, right: this.#right[i] as number, size: 1 });
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
      pools.flatMap(({ size, right, weight }) =>
        Array.from({ length: size }, () => right / weight),
      ),
    );
  }
}
