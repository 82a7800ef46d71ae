/**
 * How many requests may wait: an analysis holds the only thread, so whoever comes behind many others is better told at once to come back
 * than kept until nobody waits for the answer any longer.
 * @module
 */

/** Something that ends: an answer on its way out. */
interface Ending {
  once(event: 'close', listener: () => void): unknown;
}

/** Counts requests until their answers have gone or broken off. */
export class Gate {
  readonly #most: number;
  #inside = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get inside(): number {
    return this.#inside;
  }

  /** Whether there is room; if so, it is taken until the answer ends. */
  enter(answer: Ending): boolean {
    if (this.#inside >= this.#most) return false;
    this.#inside++;
    answer.once('close', () => {
      this.#inside--;
    });
    return true;
  }
}
