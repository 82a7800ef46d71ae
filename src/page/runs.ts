/**
 * Overlapping spans to runs of text that each have one set of them: what a page of plain elements can show.
 * @module
 */
import type { Analysis } from '../schema/types.ts';
import type { Span } from '../text/spans.ts';

export type Role = 'content' | 'source' | 'cue' | 'via' | 'mention';

/** A span that the page shows. `owner` is the index of a quote; of a mention, that of a speaker. */
export interface Annotation extends Span {
  readonly role: Role;
  readonly owner: number;
}

/** A stretch (UTF-16, half-open) within which nothing starts or ends. */
export interface Run extends Span {
  /** What lies over it, the longest first. */
  readonly over: readonly Annotation[];
}

/** All that the page marks in a text, in order of their beginnings, the longest first. */
export function annotationsOf({ quotes = [], speakers = [] }: Analysis): readonly Annotation[] {
  const all: Annotation[] = [];
  const add = (role: Role, owner: number, span: Span | null | undefined): void => {
    if (span && span.end > span.start) {
      all.push({ start: span.start, end: span.end, role, owner });
    }
  };
  quotes.forEach((quote, owner) => {
    for (const span of quote.content) add('content', owner, span);
    add('source', owner, quote.source);
    add('cue', owner, quote.cue);
    add('via', owner, quote.via?.source);
    add('via', owner, quote.via?.cue);
  });
  speakers.forEach(({ mentions }, owner) => {
    for (const span of mentions) add('mention', owner, span);
  });
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Cuts stretches of a text into runs; the stretches must be asked for in order. One pass over all annotations. */
export class Sweep {
  readonly #all: readonly Annotation[];
  #next = 0;
  #active: Annotation[] = [];

  constructor(all: readonly Annotation[]) {
    this.#all = all;
  }

  runs({ start, end }: Span): readonly Run[] {
    const runs: Run[] = [];
    for (let at = start; at < end;) {
      this.#moveTo(at);
      const to = Math.min(end, this.#nextEdge(at));
      runs.push({ start: at, end: to, over: [...this.#active] });
      at = to;
    }
    return runs;
  }

  /** Takes up what has begun and drops what is over. */
  #moveTo(at: number): void {
    this.#active = this.#active.filter((one) => one.end > at);
    for (let one = this.#all[this.#next]; one && one.start <= at; one = this.#all[this.#next]) {
      if (one.end > at) this.#active.push(one);
      this.#next++;
    }
  }

  #nextEdge(at: number): number {
    let edge = this.#all[this.#next]?.start ?? Infinity;
    for (const one of this.#active) edge = Math.min(edge, one.end);
    return Math.max(edge, at + 1);
  }
}
