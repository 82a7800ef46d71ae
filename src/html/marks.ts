/**
 * Text that stands in elements which a publisher's rules name.
 * @module
 */
import type { Attributes } from './attributes.ts';

/** Knows the elements that are looked for. */
export interface Marker {
  /** Numbers of the rules that look for them. */
  readonly rules: readonly number[];
  /** The rules that an element is named by, one bit each, in the order of `rules`. */
  bitsOf(name: string, id: string, classes: string): number;
}

/** Runs of text, in order, each inside of the same elements: parallel arrays. */
export interface Marks {
  /** Where the run starts (UTF-16); it ends where the next one starts. */
  readonly start: Int32Array;
  /** One bit for each of `rules`. */
  readonly bits: Int32Array;
  readonly rules: readonly number[];
}

/** No more runs than this, the last one unmarked: the text is cut where they meet, and must not be cut to pieces. */
const MOST_RUNS = 10_000;

/** Gathers marks while a page is read. */
export class MarkWriter {
  readonly #marker: Marker;
  readonly #start: number[] = [];
  readonly #bits: number[] = [];
  #last = 0;

  constructor(marker: Marker) {
    this.#marker = marker;
  }

  /** The marks of an element by itself. */
  of(name: string, attributes: Attributes): number {
    return this.#marker.bitsOf(name, attributes.get('id') ?? '', attributes.get('class') ?? '');
  }

  /** Text was written, from offset `start` on, inside of elements with these marks. */
  write(start: number, bits: number): void {
    if (bits === this.#last || this.#start.length === MOST_RUNS) return;
    this.#start.push(start);
    this.#bits.push(this.#start.length === MOST_RUNS ? 0 : bits);
    this.#last = bits;
  }

  done(): Marks {
    return {
      start: Int32Array.from(this.#start),
      bits: Int32Array.from(this.#bits),
      rules: this.#marker.rules,
    };
  }
}
