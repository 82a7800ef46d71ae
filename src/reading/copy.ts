/**
 * The copy of a text that later stages read: edited step by step, every step remembered.
 * @module
 */
import type { Alignment } from './alignment.ts';
import type { Edits } from './edits.ts';

/** What a line of the copy is, where the text's own marks tell. Names of elements of HTML that mean the same. */
export type LineTag =
  | 'p'
  | 'li'
  | 'blockquote'
  | 'pre'
  | 'td'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6';

export class Copy {
  readonly text: string;
  readonly #steps: readonly Alignment[];

  constructor(text: string, steps: readonly Alignment[] = []) {
    this.text = text;
    this.#steps = steps;
  }

  /** Whether the copy is the text as it was sent. */
  get isSame(): boolean {
    return this.#steps.length === 0;
  }

  /** The copy with one more step of edits; itself where there are none. */
  with(edits: Edits): Copy {
    if (edits.count === 0) return this;
    const { text, alignment } = edits.apply(this.text);
    return new Copy(text, [...this.#steps, alignment]);
  }

  /** Maps an offset of the copy before its last step to the copy as it is. */
  after(offset: number): number {
    return this.#steps.at(-1)?.after(offset) ?? offset;
  }

  /** Maps an offset of the text as sent to the copy. */
  fromSent(offset: number): number {
    return this.#steps.reduce((at, step) => step.after(at), offset);
  }

  /** In the text as sent: where the unit at `offset` of the copy begins. */
  startInSent(offset: number): number {
    return this.#steps.reduceRight((at, step) => step.startBefore(at), offset);
  }

  /** In the text as sent: where the unit in front of `offset` of the copy ends. */
  endInSent(offset: number): number {
    return this.#steps.reduceRight((at, step) => step.endBefore(at), offset);
  }
}
