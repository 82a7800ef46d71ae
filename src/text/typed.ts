/**
 * Typed arrays that grow.
 * @module
 */

/** A copy with room for as much again. */
export function doubled(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}

/** A list of whole numbers of 32 bits. */
export class IntList {
  length = 0;
  #numbers = new Int32Array(64);

  push(number: number): void {
    if (this.length === this.#numbers.length) this.#numbers = doubled(this.#numbers);
    this.#numbers[this.length++] = number;
  }

  /** The number at a place from 0 to below `length`. */
  at(place: number): number {
    return this.#numbers[place] as number;
  }
}
