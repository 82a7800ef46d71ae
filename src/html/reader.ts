/**
 * From markup to text: what the tokenizer finds goes, in one pass and without a tree, to the open elements, the writer
 * and the outline.
 * @module
 */
import { Tokenizer } from 'htmlparser2';
import { HASH_FACTOR, HASH_START } from '../text/hash.ts';
import { Attributes } from './attributes.ts';
import {
  BLOCK,
  breaksAround,
  CELL,
  classesOf,
  CONTROL,
  FOREIGN,
  PRE,
  UNSEEN,
  VOID,
} from './elements.ts';
import type { Fields } from './fields.ts';
import { Head } from './head.ts';
import { MarkWriter, type Marker, type Marks } from './marks.ts';
import { OutlineBuilder, tagOf, type Outline } from './outline.ts';
import { OpenElements, type OpenElement } from './tree.ts';
import type { Told } from './told.ts';
import type { Trace } from './trace.ts';
import { TextWriter } from './writer.ts';

type Callbacks = ConstructorParameters<typeof Tokenizer>[1];

/** A page as text, with what its markup says about the text. */
export interface HtmlPage {
  /** What the offsets of an answer point into. */
  readonly text: string;
  readonly outline: Outline;
  /** Whether it came as text whose own marks made the outline: that knows lines and links, but no elements around them. */
  readonly isText?: true;
  /** What the page calls itself in its head; evidence of the headline, not a part of the text. */
  readonly titles: readonly string[];
  /** The language that `<html lang>` names, as it stands there. */
  readonly language: string | undefined;
  /** Text inside of elements that a publisher's rules name; null where none are looked for. */
  readonly marks: Marks | null;
  /** What it says of its stories: of a news document, by number of the item; of a page, of the one that it is about. */
  readonly told: readonly Told[];
  /** Fields that the text stood in, where it came as a news document. */
  readonly fields?: Fields;
}

/** Reads the hints of an element's names (`class`, `id` and the like), one bit each. */
export type HintReader = (names: string) => number;

export interface ReadOptions {
  readonly hintsOf: HintReader;
  readonly marker?: Marker | undefined;
  /** UTF-16 units of text after which reading stops; the text is then longer than this. */
  readonly most?: number;
  /** Learns where in the markup each piece of text stands. */
  readonly trace?: Trace;
}

/** A byte-order mark is a matter of bytes; in front of a page that came in JSON it is left over. */
export function withoutMark(source: string): string {
  return source.startsWith('\ufeff') ? source.slice(1) : source;
}

/**
 * Reads a page, however broken. Linear in its length; what is kept besides the text is bounded.
 * @param source the markup, decoded
 */
export function readHtml(source: string, options: ReadOptions): HtmlPage {
  const html = withoutMark(source);
  const reader = new Reader(html, options);
  const tokenizer = new Tokenizer({}, reader);
  reader.stop = () => tokenizer.pause();
  html.split(CDATA).forEach((piece, i) => {
    if (i > 0) tokenizer.write(reader.isInForeignContext() ? CDATA : BOGUS_COMMENT);
    tokenizer.write(piece);
  });
  tokenizer.end();
  return reader.done();
}

/**
 * Browsers know CDATA sections in drawings and formulas only. Elsewhere the same characters start a comment that ends with
 * the next `>`, and the rest of the section is markup; the tokenizer would skip it all. The reader looks up its text in the
 * page itself, so it never sees the characters that tell the tokenizer so.
 */
const CDATA = '<![CDATA[';
const BOGUS_COMMENT = '<!?CDATA[';

class Reader implements Callbacks {
  stop: () => void = () => undefined;
  readonly #html: string;
  readonly #hintsOf: HintReader;
  readonly #open = new OpenElements();
  readonly #outline = new OutlineBuilder();
  readonly #writer: TextWriter;
  readonly #marks: MarkWriter | null;
  readonly #attributes = new Attributes();
  readonly #head = new Head();
  #name = '';
  /** In `<pre>`, in front of its first character. */
  #isPreStart = false;
  /** Length of the text when the last link or button ended. */
  #afterControl = -1;

  /** Where the text stands that is being read, in the markup. */
  #source = 0;

  constructor(html: string, { hintsOf, marker, most = Infinity, trace }: ReadOptions) {
    this.#html = html;
    this.#hintsOf = hintsOf;
    this.#marks = marker ? new MarkWriter(marker) : null;
    this.#writer = new TextWriter(
      {
        open: (start) => this.#outline.open(start, this.#open.top),
        add: (length) => {
          this.#outline.add(length, this.#open.isLink);
          this.#marks?.write(this.#writer.length - length, this.#open.top?.marks ?? 0);
          trace?.write(this.#writer.length - length, this.#source);
        },
      },
      most,
    );
  }

  ontext(start: number, end: number): void {
    this.#source = start;
    this.#text(this.#html.slice(start, end));
  }

  ontextentity(codepoint: number, end: number): void {
    this.#source = end - 1;
    this.#text(String.fromCodePoint(codepoint));
  }

  #text(data: string): void {
    if (this.#head.takesText) this.#head.text(data);
    if (this.#open.isUnseen) return;
    if (this.#open.top?.isPre) {
      const isStart = this.#isPreStart;
      this.#isPreStart = false;
      this.#writer.writePre(isStart ? data.replace(/^\r?\n/, '') : data);
    } else this.#writer.write(data);
    if (this.#writer.isFull) this.stop();
  }

  onopentagname(start: number, end: number): void {
    this.#name = nameOf(this.#html, start, end);
    this.#attributes.clear();
  }

  onattribname(start: number, end: number): void {
    this.#attributes.start(nameOf(this.#html, start, end));
  }

  onattribdata(start: number, end: number): void {
    if (this.#attributes.isKept) this.#attributes.add(this.#html.slice(start, end));
  }

  onattribentity(codepoint: number): void {
    this.#attributes.add(String.fromCodePoint(codepoint));
  }

  onattribend(): void {
    this.#attributes.end();
  }

  onopentagend(): void {
    this.#start(false);
  }

  onselfclosingtag(): void {
    this.#start(true);
  }

  /** A start tag is complete. */
  #start(isClosed: boolean): void {
    const name = this.#name;
    const bits = classesOf(name);
    this.#head.start(name, this.#attributes, this.isInForeignContext());
    if (WHOLE_PAGE.has(name)) return;
    this.#open.prepare(name, bits);
    this.#leave();
    const isUnseen = this.#open.isUnseen || this.#isUnseen(name, bits);
    if (!isUnseen) this.#show(name, bits);
    if (bits & VOID || (isClosed && (bits & FOREIGN || this.isInForeignContext()))) return;
    this.#isPreStart = (bits & PRE) !== 0;
    this.#open.push(this.#element(name, bits, isUnseen));
  }

  #isUnseen(name: string, bits: number): boolean {
    if (bits & UNSEEN) return true;
    if (name === 'dialog' && this.#attributes.get('open') === undefined) return true;
    const isMost = this.#open.top === null || name === 'main' || name === 'article';
    return isMost ? this.#attributes.isHidden : this.#attributes.hides;
  }

  /** The one place that sees an element whole: its attributes are at hand here, and what it stands in. */
  #element(name: string, bits: number, isUnseen: boolean): OpenElement {
    const { top } = this.#open;
    const names = this.#attributes.names + (name.includes('-') ? ` ${name}` : '');
    return {
      number: -1,
      parent: top,
      name,
      bits,
      tag: tagOf(name, (bits & BLOCK) !== 0),
      hints: names === '' ? 0 : this.#hintsOf(names),
      make: makeOf(name, this.#attributes.get('class') ?? ''),
      marks: this.#marks ? (top?.marks ?? 0) | this.#marks.of(name, this.#attributes) : 0,
      isUnseen,
      isPre: (bits & PRE) !== 0 || (top?.isPre ?? false),
      isLink: name === 'a' && this.#attributes.get('href') !== undefined,
    };
  }

  /** What the start of an element that is seen does to the text. */
  #show(name: string, bits: number): void {
    if (name === 'br') this.#writer.br();
    else if (bits & CELL) this.#writer.tab();
    else if (bits & BLOCK) this.#writer.block(breaksAround(name, bits));
    else if (bits & CONTROL && this.#writer.length === this.#afterControl) this.#writer.space();
  }

  onclosetag(start: number, end: number): void {
    const name = nameOf(this.#html, start, end);
    this.#head.end(name);
    if (WHOLE_PAGE.has(name)) return;
    const isEnded = this.#open.end(name);
    this.#leave();
    // These two have an effect without a start: an empty paragraph, a line break.
    if (isEnded || this.#open.isUnseen) return;
    if (name === 'br') this.#writer.br();
    else if (name === 'p') this.#writer.block(breaksAround(name, BLOCK));
  }

  /** What elements that ended do to the text. */
  #leave(): void {
    const { breaks, isControl } = this.#open.takeEnded();
    if (breaks > 0) this.#writer.block(breaks);
    if (isControl) this.#afterControl = this.#writer.length;
  }

  isInForeignContext(): boolean {
    return this.#open.isForeign;
  }

  oncdata(start: number, end: number, endMark: number): void {
    this.ontext(start, end - endMark);
  }

  // Comments, declarations and the like are no text.
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  done(): HtmlPage {
    return {
      text: this.#writer.done(),
      outline: this.#outline.done(),
      ...this.#head.done(),
      marks: this.#marks?.done() ?? null,
    };
  }
}

/** What they are called says nothing about a line: all of the page stands in them. */
const WHOLE_PAGE: ReadonlySet<string> = new Set(['html', 'head', 'body']);

/** No name that means anything is longer. */
const MOST_NAME = 64;

function nameOf(html: string, start: number, end: number): string {
  return html.slice(start, Math.min(end, start + MOST_NAME)).toLowerCase();
}

const MOST_CLASSES = 200;

/** FNV-1a of an element's name and classes, less the digits: numbers tell elements of one make apart. */
function makeOf(name: string, classes: string): number {
  const make = `${name} ${classes.slice(0, MOST_CLASSES)}`;
  let hash = HASH_START;
  for (let i = 0; i < make.length; i++) {
    const unit = make.charCodeAt(i);
    if (unit < 48 || unit > 57) hash = Math.imul(hash ^ unit, HASH_FACTOR);
  }
  return hash | 0;
}
