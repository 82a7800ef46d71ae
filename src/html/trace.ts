/**
 * Where the text of a page stands in its markup: kept only for those who ask for it.
 * @module
 */

/** Pieces of text in order: parallel arrays. A piece ends where the next one starts. */
export interface Traced {
  readonly count: number;
  /** Offset of the piece in the text (UTF-16). */
  readonly text: Int32Array;
  /** Offset in the markup (UTF-16) of the run of characters or the character reference that the piece was read from. */
  readonly source: Int32Array;
}

/** Gathers pieces while a page is read. */
export class Trace {
  readonly #text: number[] = [];
  readonly #source: number[] = [];

  /** Text was written at offset `text`, read from offset `source` of the markup. */
  write(text: number, source: number): void {
    if (this.#source.at(-1) === source) return;
    this.#text.push(text);
    this.#source.push(source);
  }

  done(): Traced {
    return {
      count: this.#text.length,
      text: Int32Array.from(this.#text),
      source: Int32Array.from(this.#source),
    };
  }
}
