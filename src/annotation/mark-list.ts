/**
 * The stretches in marks of a text, kept small: a megabyte may have fifty thousand.
 * @module
 */
import type { Marked, Marks } from './annotated.ts';

/** Numbers of each stretch: start, end, paragraph, and {@link SINGLE}, {@link CLOSED} and {@link CONTINUES}. */
const FIELDS = 4;
const [SINGLE, CLOSED, CONTINUES] = [1, 2, 4] as const;

/** Stretches in their order, each made anew whenever it is looked at. */
export class MarkList implements Marks {
  readonly length: number;
  readonly #numbers: Int32Array;

  constructor(marked: readonly Marked[]) {
    this.length = marked.length;
    this.#numbers = new Int32Array(FIELDS * marked.length);
    let at = 0;
    for (const { start, end, paragraph, single, closed, continues } of marked) {
      this.#numbers[at++] = start;
      this.#numbers[at++] = end;
      this.#numbers[at++] = paragraph;
      this.#numbers[at++] =
        (single ? SINGLE : 0) | (closed ? CLOSED : 0) | (continues ? CONTINUES : 0);
    }
  }

  at(number: number): Marked | undefined {
    if (!(number >= 0 && number < this.length)) return undefined;
    const at = number * FIELDS;
    const bits = this.#numbers[at + 3] as number;
    return {
      start: this.#numbers[at] as number,
      end: this.#numbers[at + 1] as number,
      single: (bits & SINGLE) !== 0,
      closed: (bits & CLOSED) !== 0,
      paragraph: this.#numbers[at + 2] as number,
      continues: (bits & CONTINUES) !== 0,
    };
  }

  *[Symbol.iterator](): Generator<Marked> {
    for (let number = 0; number < this.length; number++) yield this.at(number) as Marked;
  }
}
