/**
 * A list of replacements, and the text that they make.
 * @module
 */
import { Alignment } from './alignment.ts';

export interface Edited {
  readonly text: string;
  readonly alignment: Alignment;
}

/** Gathers replacements in the order of the text. */
export class Edits {
  readonly #start: number[] = [];
  readonly #end: number[] = [];
  readonly #by: string[] = [];
  #last = 0;

  get count(): number {
    return this.#start.length;
  }

  /**
   * Replaces `[start, end)` (UTF-16) by `by`. Edits come in order; one that overlaps the edit before it is cut to what
   * lies behind that, and left out where nothing does.
   */
  replace(start: number, end: number, by: string): void {
    const from = Math.max(start, this.#last);
    if (from > end || (from === end && (by === '' || from > start))) return;
    this.#start.push(from);
    this.#end.push(end);
    this.#by.push(by);
    this.#last = end;
  }

  /** All replacements, in order. */
  list(): readonly { readonly start: number; readonly end: number; readonly by: string }[] {
    return this.#start.map((start, i) => ({
      start,
      end: this.#end[i] as number,
      by: this.#by[i] as string,
    }));
  }

  /** Takes `[start, end)` out. */
  remove(start: number, end: number): void {
    this.replace(start, end, '');
  }

  /** The text with all replacements made. Linear in both. */
  apply(text: string): Edited {
    const count = this.#start.length;
    const afterStart = new Int32Array(count);
    const afterEnd = new Int32Array(count);
    const parts: string[] = [];
    let at = 0;
    let length = 0;
    for (let i = 0; i < count; i++) {
      const start = this.#start[i] as number;
      const by = this.#by[i] as string;
      parts.push(text.slice(at, start), by);
      length += start - at;
      afterStart[i] = length;
      length += by.length;
      afterEnd[i] = length;
      at = this.#end[i] as number;
    }
    parts.push(text.slice(at));
    const beforeStart = Int32Array.from(this.#start);
    const beforeEnd = Int32Array.from(this.#end);
    return {
      text: parts.join(''),
      alignment: new Alignment({ beforeStart, beforeEnd, afterStart, afterEnd }),
    };
  }
}
