/**
 * Choices that depend on an id alone.
 * @module
 */
import { randomNumbers } from '../../../eval/statistics.ts';
import { hash } from '../../folds.ts';

/** Choices for the page with an id: the same id makes the same choices. */
export class Chance {
  readonly #next: () => number;

  constructor(id: string) {
    this.#next = randomNumbers(hash(id));
  }

  /** A whole number from `least` to `most`, both included. */
  number(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  /** Like `number`, but small ones come more often: as many of one digit as of two. */
  count(least: number, most: number): number {
    const low = Math.log(least + 1);
    return Math.floor(Math.exp(low + this.#next() * (Math.log(most + 2) - low))) - 1;
  }

  happens(probability: number): boolean {
    return this.#next() < probability;
  }

  /** @throws if there is nothing to pick from. */
  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('nothing to pick from');
    return from[this.number(0, from.length - 1)] as T;
  }

  /** As many different ones as asked for, or all there are; in random order. */
  some<T>(from: readonly T[], count: number): readonly T[] {
    const rest = [...from];
    const picked: T[] = [];
    while (picked.length < count && rest.length > 0)
      picked.push(rest.splice(this.number(0, rest.length - 1), 1)[0] as T);
    return picked;
  }
}
