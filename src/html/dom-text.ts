/**
 * Where the text that was read from a page stands in the text of its DOM.
 *
 * The two differ: the DOM has white space as it was typed, and scripts, styles and whatever else is not shown. Annotation
 * tools look for quotes in the DOM.
 * @module
 */
import type { Span } from '../text/spans.ts';
import { readDomText, type DomText, type Run } from './dom-tree.ts';
import { readHtml, withoutMark } from './reader.ts';
import { Trace, type Traced } from './trace.ts';

/** A page as annotation tools see it. */
export interface LocatedText {
  /** `document.body.textContent`, as it is before any script has run. */
  readonly text: string;
  /**
   * A span of the text that was read (UTF-16, half-open) as a span of `text`; null if its first or last character is not
   * found there.
   */
  readonly locate: (span: Span) => Span | null;
}

const NOWHERE = -1;

/**
 * Locates the text of a page. Linear in the length of the page.
 * @param html as it was given to `readHtml`
 * @param most likewise
 */
export function locateInDom(html: string, most?: number): LocatedText {
  const trace = new Trace();
  const { text } = readHtml(html, {
    hintsOf: () => 0,
    trace,
    ...(most === undefined ? {} : { most }),
  });
  const dom = readDomText(withoutMark(html));
  if (dom === null) return { text: '', locate: () => null };
  const offsets = align(text, trace.done(), dom);
  return { text: dom.text, locate: (span) => locate(text, offsets, span) };
}

/**
 * For each character of a text its offset in the DOM's text. White space has none: much of it is made up or collapsed.
 *
 * Inside one run both texts have the same characters in the same order, white space aside. So it is enough to know the run
 * that a piece was read from, and then to go through both in step.
 */
function align(text: string, pieces: Traced, dom: DomText): Int32Array {
  const offsets = new Int32Array(text.length).fill(NOWHERE);
  const cursor = new Cursor(dom);
  for (let i = 0; i < pieces.count; i++) {
    const nextSource = pieces.source[i + 1] ?? Infinity;
    cursor.seek(pieces.source[i] as number, nextSource);
    const end = pieces.text[i + 1] ?? text.length;
    for (let offset = pieces.text[i] as number; offset < end; offset++) {
      const unit = text.charCodeAt(offset);
      if (!isSpace(unit)) offsets[offset] = cursor.take(unit, nextSource);
    }
  }
  return offsets;
}

/** Goes through the text of a DOM in the order of the markup. */
class Cursor {
  readonly #dom: DomText;
  #number = 0;
  #run: Run | undefined;
  #at = 0;

  constructor(dom: DomText) {
    this.#dom = dom;
    this.#enter(0);
  }

  #enter(number: number): void {
    this.#number = number;
    this.#run = this.#dom.runs[number];
    this.#at = this.#run?.from ?? 0;
  }

  /**
   * Goes on to the run of a piece.
   * @param source where the piece starts in the markup
   * @param nextSource where the next piece starts
   */
  seek(source: number, nextSource: number): void {
    while (this.#run) {
      const next = this.#dom.runs[this.#number + 1]?.start ?? Infinity;
      // The parser leaves out the line break that a piece of preformatted text starts with. And it takes the end of what
      // goes on in a CDATA section too early: so a run has not ended for certain until another one starts.
      const isOver = next <= source || (this.#run.end <= source && next < nextSource);
      if (!isOver) return;
      this.#enter(this.#number + 1);
    }
  }

  /**
   * The offset of the next character, if it is this one.
   * @param nextSource where in the markup the next piece starts: the character stands in front of it
   */
  take(unit: number, nextSource: number): number {
    while (this.#run && this.#run.start < nextSource) {
      while (this.#at < this.#run.to && isSpace(this.#dom.text.charCodeAt(this.#at))) this.#at++;
      const isThis = this.#at < this.#run.to && this.#dom.text.charCodeAt(this.#at) === unit;
      if (isThis) return this.#at++;
      const next = this.#dom.runs[this.#number + 1];
      // The run before is not over where a piece begins with a line break that the DOM drops: `</b><pre>⏎`.
      const isOver =
        this.#at >= this.#run.to || (next !== undefined && opensWith(this.#dom, next, unit));
      if (!isOver) return NOWHERE;
      // One piece has several runs where the DOM leaves characters out, such as NUL.
      this.#enter(this.#number + 1);
    }
    return NOWHERE;
  }
}

/** Whether a character is the first of a run that is no white space. */
function opensWith({ text }: DomText, { from, to }: Run, unit: number): boolean {
  const limit = Math.min(to, from + MOST_SPACE);
  let at = from;
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  return at < limit && text.charCodeAt(at) === unit;
}

/** It is asked of every character that does not fit, so it looks no further than this. */
const MOST_SPACE = 64;

/** White space in HTML, which is collapsed. */
function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d && unit !== 0x0b);
}

function locate(text: string, offsets: Int32Array, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (start < end && isSpace(text.charCodeAt(end - 1))) end--;
  if (start === end) return null;
  const first = offsets[start] as number;
  const last = offsets[end - 1] as number;
  // Not in order where the standard moves one of them, out of a table for example.
  return first === NOWHERE || last < first ? null : { start: first, end: last + 1 };
}
