/**
 * What several readers want taken out of one text, put in order.
 * @module
 */
import { Edits } from './edits.ts';

interface Removal {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** Gathers replacements in any order. Where two overlap, the one that begins first wins, of these the longer one. */
export class Removals {
  readonly #all: Removal[] = [];

  add(start: number, end: number, by = ''): void {
    if (end > start || by !== '') this.#all.push({ start, end, by });
  }

  toEdits(): Edits {
    const edits = new Edits();
    let last = 0;
    for (const { start, end, by } of this.#all.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (start < last) continue;
      edits.replace(start, end, by);
      last = Math.max(last, end);
    }
    return edits;
  }
}
