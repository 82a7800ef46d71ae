/**
 * A news document as a page: each field read as HTML by itself, so that nothing left open in one reaches into another.
 * @module
 */
import { FIELDS, type Field, type Fields } from '../html/fields.ts';
import type { Told } from '../html/told.ts';
import { tagOf, type Outline } from '../html/outline.ts';
import { readHtml, type HintReader, type HtmlPage } from '../html/reader.ts';
import type { Block, NewsDocument } from './item.ts';

/** A page with fields. */
export interface NewsPage extends HtmlPage {
  readonly format: NewsDocument['format'];
  readonly fields: Fields;
}

/** Fields and items are apart as paragraphs are. */
const BETWEEN = '\n\n';
/** As in a page: elements past this many go by the one around them. */
const MOST_ELEMENTS = 100_000;

/** The element that a page would have for a field, where its text does not bring elements of its own. */
const ELEMENT: Readonly<Record<Field, string>> = {
  headline: 'h1',
  standfirst: 'div',
  byline: 'div',
  dateline: 'div',
  body: 'div',
  caption: 'figcaption',
  credit: 'div',
  source: 'div',
  copyright: 'div',
  note: 'div',
};

/** @param most UTF-16 units of text after which reading stops; the text is then longer than this */
export function composePage(
  { format, items, language }: NewsDocument,
  hintsOf: HintReader,
  most: number,
): NewsPage {
  const composer = new Composer(hintsOf, most);
  let number = 0;
  const all: Told[] = [];
  for (const { blocks, told } of items) {
    composer.openItem();
    for (const block of blocks) composer.add(block, number);
    all.push(told);
    number++;
  }
  return { format, language, titles: [], told: all, marks: null, ...composer.done() };
}

class Composer {
  readonly #hintsOf: HintReader;
  readonly #most: number;
  readonly #texts: string[] = [];
  #length = 0;
  readonly #field = { start: [] as number[], field: [] as number[], item: [] as number[] };
  readonly #element = { parent: [0], tag: [0], hints: [0], make: [0] };
  readonly #line = {
    start: [] as number[],
    element: [] as number[],
    chars: [] as number[],
    linked: [] as number[],
  };
  /** Number of the element around an item. */
  #article = 0;

  constructor(hintsOf: HintReader, most: number) {
    this.#hintsOf = hintsOf;
    this.#most = most;
  }

  openItem(): void {
    this.#article = this.#push(0, tagOf('article', true), 0, 0);
  }

  add({ field, html }: Block, item: number): void {
    if (this.#length > this.#most) return;
    const element = ELEMENT[field];
    const page = readHtml(`<${element}>${html}`, {
      hintsOf: this.#hintsOf,
      most: this.#most - this.#length,
    });
    if (page.text === '') return;
    if (this.#length > 0) this.#write(BETWEEN);
    this.#field.start.push(this.#length);
    this.#field.field.push(FIELDS.indexOf(field));
    this.#field.item.push(item);
    this.#join(page.outline);
    this.#write(page.text);
  }

  #write(text: string): void {
    this.#texts.push(text);
    this.#length += text.length;
  }

  /** Appends the elements and lines of a field's page: what is its root there is the item here. */
  #join({ elements, lines }: Outline): void {
    const numbers = new Int32Array(elements.count).fill(this.#article);
    for (let e = 1; e < elements.count; e++) {
      const parent = numbers[elements.parent[e] as number] as number;
      numbers[e] = this.#push(
        parent,
        elements.tag[e] as number,
        elements.hints[e] as number,
        elements.make[e] as number,
      );
    }
    for (let i = 0; i < lines.count; i++) {
      this.#line.start.push(this.#length + (lines.start[i] as number));
      this.#line.element.push(numbers[lines.element[i] as number] as number);
      this.#line.chars.push(lines.chars[i] as number);
      this.#line.linked.push(lines.linked[i] as number);
    }
  }

  /** The number of a new element; that of its parent where there are too many. */
  #push(parent: number, tag: number, hints: number, make: number): number {
    if (this.#element.tag.length >= MOST_ELEMENTS) return parent;
    this.#element.parent.push(parent);
    this.#element.hints.push(hints);
    this.#element.make.push(make);
    return this.#element.tag.push(tag) - 1;
  }

  done(): { readonly text: string; readonly outline: Outline; readonly fields: Fields } {
    const ints = (values: readonly number[]): Int32Array => Int32Array.from(values);
    const { parent, tag, hints, make } = this.#element;
    const { start, element, chars, linked } = this.#line;
    return {
      text: this.#texts.join(''),
      outline: {
        elements: {
          count: tag.length,
          parent: ints(parent),
          tag: Uint8Array.from(tag),
          hints: ints(hints),
          make: ints(make),
        },
        lines: {
          count: start.length,
          start: ints(start),
          element: ints(element),
          chars: ints(chars),
          linked: ints(linked),
        },
      },
      fields: {
        start: ints(this.#field.start),
        field: Uint8Array.from(this.#field.field),
        item: ints(this.#field.item),
      },
    };
  }
}
