/**
 * A window over quotes in text order: a few already passed, and the next.
 * @module
 */
import type { AnnotatedText } from '../../annotation/annotated.ts';
import type { WordSpan } from '../../text/spans.ts';
import type { RawQuote } from '../quote.ts';
import type { Role } from './roles.ts';

/** A quote found so far, as far as its neighbours need to know it. */
export interface Found {
  /** Number of the sentence of its cue. */
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly marked: boolean;
  readonly source: WordSpan | null;
  /** Number of its stretches of content. */
  readonly spans: number;
}

/** Quotes around an uncued stretch: those whose content starts last before it and first after it. */
export interface Neighbours {
  readonly previous: Found | undefined;
  readonly earlier: Found | undefined;
  readonly next: Found | undefined;
}

export function firstWord(quote: RawQuote): number {
  return quote.content.reduce((first, span) => Math.min(first, span.from), Infinity);
}

/** What readings need to know of a quote. */
export function asFound(annotated: AnnotatedText, quote: RawQuote): Found {
  const isInMarks = (word: number): boolean => annotated.markOf[word] !== -1;
  return {
    sentence: quote.sentence,
    from: firstWord(quote),
    to: quote.content.reduce((last, span) => Math.max(last, span.to), 0),
    marked: quote.content.some((span) => isInMarks(span.from) || isInMarks(span.to - 1)),
    source: quote.source,
    spans: quote.content.length,
  };
}

/** A quote and the stretches joined to it, which are sorted once no more can come. */
interface Entry {
  readonly quote: RawQuote;
  readonly joined: WordSpan[];
  found: Found;
}

/** How many quotes back one in marks may lie. */
const REACH_BACK = 3;

export class NeighbourWindow {
  readonly #annotated: AnnotatedText;
  readonly #coming: readonly RawQuote[];
  /** The first of those to come. */
  #next: Entry | undefined;
  #nextNumber = 0;
  /** The last of those that lie behind, as far as stretches may be joined to them, and those before them. */
  readonly #passed: Entry[] = [];
  readonly #done: RawQuote[] = [];

  /** @param quotes in the order of their content */
  constructor(annotated: AnnotatedText, quotes: readonly RawQuote[]) {
    this.#annotated = annotated;
    this.#coming = quotes;
    this.#next = this.#upcoming();
  }

  /** The quotes to both sides of a word. Words must be asked for in order. */
  around(word: number): Neighbours {
    while (this.#next && this.#next.found.from < word) {
      this.#pass(this.#next);
      this.#nextNumber++;
      this.#next = this.#upcoming();
    }
    return {
      previous: this.#passed.at(-1)?.found,
      earlier: this.#passed[this.#earlier()]?.found,
      next: this.#next?.found,
    };
  }

  /** Number of the last quote in marks but the very last one, if the last one has none; else -1. */
  #earlier(): number {
    const last = this.#passed.at(-1);
    if (!last || last.found.marked) return -1;
    const { length } = this.#passed;
    for (let i = length - 2; i >= Math.max(0, length - 1 - REACH_BACK); i--)
      if (this.#passed[i]?.found.marked) return i;
    return -1;
  }

  /** Whether the quote before ends with a stretch that goes on in `mark`. */
  goesOnIn(mark: number): boolean {
    const previous = this.#passed.at(-1)?.found;
    if (!previous || !this.#annotated.marked.at(mark - 1)?.continues) return false;
    return this.#annotated.markOf[previous.to - 1] === mark - 1;
  }

  /** Gives a stretch in marks to a neighbour. */
  join(role: Exclude<Role, 'new'>, span: WordSpan): void {
    const entry =
      role === 'next'
        ? this.#next
        : this.#passed[role === 'earlier' ? this.#earlier() : this.#passed.length - 1];
    if (!entry) return;
    entry.joined.push(span);
    const { found } = entry;
    entry.found = {
      ...found,
      marked: true,
      spans: found.spans + 1,
      from: Math.min(found.from, span.from),
      to: Math.max(found.to, span.to),
    };
  }

  add(quote: RawQuote): void {
    this.#pass(this.#entryOf(quote));
  }

  #upcoming(): Entry | undefined {
    const quote = this.#coming[this.#nextNumber];
    return quote && this.#entryOf(quote);
  }

  #entryOf(quote: RawQuote): Entry {
    return { quote, joined: [], found: asFound(this.#annotated, quote) };
  }

  #pass(entry: Entry): void {
    this.#passed.push(entry);
    if (this.#passed.length > REACH_BACK + 1)
      this.#done.push(joinedUp(this.#passed.shift() as Entry));
  }

  /** All quotes, in the order of their content. */
  all(): readonly RawQuote[] {
    const left = this.#next ? [...this.#passed, this.#next] : this.#passed;
    return [...this.#done, ...left.map(joinedUp), ...this.#coming.slice(this.#nextNumber + 1)];
  }
}

function joinedUp({ quote, joined }: Entry): RawQuote {
  if (joined.length === 0) return quote;
  return { ...quote, content: [...quote.content, ...joined].sort((a, b) => a.from - b.from) };
}
