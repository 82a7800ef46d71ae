/**
 * What is kept of a page's markup: for every line of the text the element it starts in, and how much of it is links.
 * @module
 */

/** Parallel arrays; parents come before their children, and the first element is the page, its own parent. */
export interface Elements {
  readonly count: number;
  readonly parent: Int32Array;
  /** Index into {@link TAGS}. */
  readonly tag: Uint8Array;
  /** Hints of its own names, one bit each. */
  readonly hints: Int32Array;
  /** A hash of its name and its classes: elements of one make look alike. */
  readonly make: Int32Array;
}

/** Parallel arrays over lines, in order. */
export interface MarkedLines {
  readonly count: number;
  /** Offset of the line in the text (UTF-16). */
  readonly start: Int32Array;
  /** The innermost element that its first character stands in. */
  readonly element: Int32Array;
  /** UTF-16 units of the line, and those of them that stand inside of links. */
  readonly chars: Int32Array;
  readonly linked: Int32Array;
}

export interface Outline {
  readonly elements: Elements;
  readonly lines: MarkedLines;
}

/** Elements that are told apart. `inline` and `block` stand for all others. */
export const TAGS = [
  'page',
  'inline',
  'block',
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'div',
  'table',
  'tr',
  'td',
  'th',
  'caption',
  'figure',
  'figcaption',
  'blockquote',
  'pre',
  'article',
  'main',
  'section',
  'nav',
  'aside',
  'header',
  'footer',
  'form',
  'fieldset',
  'legend',
  'label',
  'address',
  'details',
  'summary',
  'dialog',
  'a',
  'button',
  'time',
  'cite',
  'strong',
  'em',
  'small',
  'span',
] as const;
export type Tag = (typeof TAGS)[number];

const NUMBER_OF = new Map<string, number>(TAGS.map((tag, i) => [tag, i]));
/** Elements that mean the same. */
const SAME: Readonly<Record<string, Tag>> = { b: 'strong', i: 'em', hgroup: 'header', menu: 'ul' };

export function tagOf(name: string, isBlock: boolean): number {
  return NUMBER_OF.get(SAME[name] ?? name) ?? NUMBER_OF.get(isBlock ? 'block' : 'inline') ?? 0;
}

/** Elements past this many go by the one around them: memory must not grow without bound. */
const MOST_ELEMENTS = 100_000;

/** An element to be kept once a line stands in it; until then its number is -1. */
export interface Candidate {
  number: number;
  readonly parent: Candidate | null;
  readonly tag: number;
  readonly hints: number;
  readonly make: number;
}

/** Gathers an outline while a page is read. */
export class OutlineBuilder {
  readonly #parent: number[] = [];
  readonly #tag: number[] = [];
  readonly #hints: number[] = [];
  readonly #make: number[] = [];
  readonly #start: number[] = [];
  readonly #element: number[] = [];
  readonly #chars: number[] = [];
  readonly #linked: number[] = [];

  constructor() {
    this.#push({ tag: tagOf('page', true), hints: 0, make: 0 }, 0);
  }

  /** A line starts in an element, or in none. */
  open(start: number, element: Candidate | null): void {
    this.#start.push(start);
    this.#element.push(this.#numberOf(element));
    this.#chars.push(0);
    this.#linked.push(0);
  }

  /** Units were added to the last line. */
  add(length: number, isLinked: boolean): void {
    const line = this.#start.length - 1;
    this.#chars[line] = (this.#chars[line] as number) + length;
    if (isLinked) this.#linked[line] = (this.#linked[line] as number) + length;
  }

  /** Numbers an element and those around it that have no number yet, from the outside in. */
  #numberOf(element: Candidate | null): number {
    const fresh: Candidate[] = [];
    let at = element;
    while (at !== null && at.number < 0) {
      fresh.push(at);
      at = at.parent;
    }
    let number = at?.number ?? 0;
    for (const one of fresh.reverse()) {
      if (this.#tag.length < MOST_ELEMENTS) number = this.#push(one, number);
      one.number = number;
    }
    return number;
  }

  #push({ tag, hints, make }: Pick<Candidate, 'tag' | 'hints' | 'make'>, parent: number): number {
    this.#parent.push(parent);
    this.#hints.push(hints);
    this.#make.push(make);
    return this.#tag.push(tag) - 1;
  }

  done(): Outline {
    return {
      elements: {
        count: this.#tag.length,
        parent: Int32Array.from(this.#parent),
        tag: Uint8Array.from(this.#tag),
        hints: Int32Array.from(this.#hints),
        make: Int32Array.from(this.#make),
      },
      lines: {
        count: this.#start.length,
        start: Int32Array.from(this.#start),
        element: Int32Array.from(this.#element),
        chars: Int32Array.from(this.#chars),
        linked: Int32Array.from(this.#linked),
      },
    };
  }
}
