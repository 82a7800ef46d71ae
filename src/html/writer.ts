/**
 * Text as a browser's `innerText` would give it: white space collapsed, blocks on lines of their own.
 *
 * After the algorithm of `innerText` in the HTML standard: breaks that elements require are merged to the largest of
 * them, `<br>` adds one, white space at the ends of lines is dropped.
 * @module
 */

/** What the writer tells about lines: where they start, and what they hold. */
export interface LineSink {
  /** A line starts at offset `start` (UTF-16) of the text. */
  open(start: number): void;
  /** `length` UTF-16 units were written to it, white space between pieces aside. */
  add(length: number): void;
}

/** More breaks in a row than this say nothing more. Preformatted text keeps all of its own. */
const MOST_BREAKS = 3;

const SPACES = /[\t\n\f\r ]+/g;
const NULLS = /\0/g;

export class TextWriter {
  readonly #sink: LineSink;
  readonly #most: number;
  readonly #parts: string[] = [];
  #length = 0;
  #breaks = 0;
  #isLineStart = true;
  #gap: '' | ' ' | '\t' = '';

  /** @param most UTF-16 units after which nothing more is taken in */
  constructor(sink: LineSink, most: number) {
    this.#sink = sink;
    this.#most = most;
  }

  /** Length of what was written, in UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  /** Whether there is more text than was asked for; what is there is then cut off. */
  get isFull(): boolean {
    return this.#length > this.#most;
  }

  /** Running text: any white space is one space, and none at the ends of lines. */
  write(raw: string): void {
    const data = raw.replace(NULLS, '').replace(SPACES, ' ');
    const from = data.startsWith(' ') ? 1 : 0;
    if (from === 1) this.space();
    if (data.length === from) return;
    const to = data.endsWith(' ') ? data.length - 1 : data.length;
    this.#put(data.slice(from, to));
    if (to < data.length) this.space();
  }

  /** Text whose white space counts. */
  writePre(raw: string): void {
    raw
      .replace(NULLS, '')
      .replace(/\r\n?/g, '\n')
      .split('\n')
      .forEach((line, i) => {
        if (i > 0) this.#break(this.#breaks + 1);
        if (line !== '') this.#put(line);
      });
  }

  /** White space that shows only between two words of one line. */
  space(): void {
    if (!this.#isLineStart && this.#gap === '') this.#gap = ' ';
  }

  /** The border of two cells of a row. */
  tab(): void {
    if (!this.#isLineStart) this.#gap = '\t';
  }

  /** A block starts or ends: at least so many line breaks stand here. */
  block(breaks: number): void {
    this.#break(Math.max(this.#breaks, breaks));
  }

  /** A line break in the text. */
  br(): void {
    this.#break(Math.max(this.#breaks, Math.min(MOST_BREAKS, this.#breaks + 1)));
  }

  #break(breaks: number): void {
    this.#breaks = breaks;
    this.#isLineStart = true;
    this.#gap = '';
  }

  #put(text: string): void {
    if (this.isFull) return;
    if (this.#isLineStart) {
      // Breaks in front of the first line separate nothing.
      if (this.#length > 0) this.#push('\n'.repeat(this.#breaks));
      this.#breaks = 0;
      this.#isLineStart = false;
      this.#sink.open(this.#length);
    } else if (this.#gap !== '') {
      this.#push(this.#gap);
    }
    this.#gap = '';
    this.#push(text);
    this.#sink.add(text.length);
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** All that was written. */
  done(): string {
    return this.#parts.join('');
  }
}
