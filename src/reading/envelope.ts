/**
 * The envelope of a wire take, which its control characters tell from the text: IPTC 7901 and ANPA 1312 send a header between
 * SOH and STX, the text up to ETX, and behind that the time of sending.
 * ANPA marks the lines in front of the text: `^Headline<`, `^By Ada Brandt<`.
 * @module
 */
import { FIELDS, type Field, type Fields } from '../html/fields.ts';
import { isBlank, type RawLines } from './lines.ts';

const HEADER = '\u0001';
/** Characters of synchronisation stand in front of some headers. */
const SYNC = '\u0016';
const TEXT = '\u0002';
const END = '\u0003';
/**
 * Headers and what stands behind a text have no more lines, blank ones aside. In other texts, such as those of PDFs, the same
 * characters stand for lost letters, and anywhere.
 */
const MOST_LINES = 4;
/**
 * ANPA puts lines between an arrow, or what stands for one, and a mark. The first of a text is its slug, then come the headline and
 * the lines of the byline.
 */
const MARKED = /^\^[^\n]{1,80}<$/;

export interface Envelope {
  /** 1 for each line that is no part of the text. */
  readonly isApart: Uint8Array;
  /** 1 for each line between marks. */
  readonly isMarked: Uint8Array;
  /** Offsets of the marks, in order. */
  readonly marks: readonly number[];
  /** In the text as sent; null where not every take has marked its headline and byline. */
  readonly fields: Fields | null;
}

/** The envelopes of a text; null for one that is no take. Linear in the text. */
export function findEnvelope(text: string, lines: RawLines): Envelope | null {
  if (!text.includes(HEADER) || !text.includes(TEXT)) return null;
  const takes = new Takes(lines);
  const found = new Uint8Array(lines.count);
  const shown = Array.from({ length: lines.count }, (_, i) => i).filter((i) => !isBlank(lines, i));
  const is = (at: number, test: (line: string) => boolean): boolean => {
    const i = shown[at];
    return i !== undefined && test(text.slice(lines.start[i], lines.end[i]));
  };
  const isHeader = (at: number): boolean =>
    is(at, (line) => line.replaceAll(SYNC, '').startsWith(HEADER));
  const fill = (from: number, to: number): void => {
    for (let at = from; at < to; at++) found[shown[at] as number] = 1;
  };
  let isText = false;
  for (let at = 0; at < shown.length; at++) {
    if (isHeader(at)) {
      // At most MOST_LINES are looked at for every line.
      const start = within(at + 1, (line) => is(line, (one) => one.startsWith(TEXT)));
      if (start < 0) continue;
      fill(at, start);
      isText = true;
      at = start;
      if (is(at, (line) => line === TEXT)) at++;
      if (is(at, (line) => MARKED.test(line.replace(TEXT, '')))) fill(at, ++at);
      const first = at;
      while (is(at, (line) => MARKED.test(line))) at++;
      takes.add(shown.slice(first, at), shown[at]);
      at--;
    } else if (isText && is(at, (line) => line.startsWith(END) || line.endsWith(END))) {
      const isAlone = is(at, (line) => line.startsWith(END));
      const next = within(at + 1, (line) => line >= shown.length || isHeader(line));
      if (isAlone) fill(at, at + 1);
      fill(at + 1, next);
      isText = false;
    }
  }
  return { isApart: found, ...takes.done() };
}

/** Gathers what the marks of takes tell. */
class Takes {
  readonly #lines: RawLines;
  readonly #isMarked: Uint8Array;
  readonly #marks: number[] = [];
  readonly #field = { start: [] as number[], field: [] as number[], item: [] as number[] };
  #count = 0;
  #areAllTold = true;

  constructor(lines: RawLines) {
    this.#lines = lines;
    this.#isMarked = new Uint8Array(lines.count);
  }

  /**
   * Adds a take.
   * @param marked numbers of its marked lines behind the slug: the headline, and the byline in one line or two
   * @param body the number of the line behind them
   */
  add(marked: readonly number[], body: number | undefined): void {
    const item = this.#count++;
    for (const line of marked) {
      this.#isMarked[line] = 1;
      this.#marks.push(this.#lines.start[line] as number, (this.#lines.end[line] as number) - 1);
    }
    const [headline, byline] = marked;
    // A single line may be either.
    if (headline === undefined || byline === undefined || body === undefined) {
      this.#areAllTold = false;
      return;
    }
    this.#put('headline', headline, item);
    this.#put('byline', byline, item);
    this.#put('body', body, item);
  }

  #put(field: Field, line: number, item: number): void {
    this.#field.start.push(this.#lines.start[line] as number);
    this.#field.field.push(FIELDS.indexOf(field));
    this.#field.item.push(item);
  }

  done(): Omit<Envelope, 'isApart'> {
    const { start, field, item } = this.#field;
    const isTold = this.#areAllTold && this.#count > 0;
    const fields = {
      start: Int32Array.from(start),
      field: Uint8Array.from(field),
      item: Int32Array.from(item),
    };
    return { isMarked: this.#isMarked, marks: this.#marks, fields: isTold ? fields : null };
  }
}

/** The first of the next lines that passes; -1 where none does. */
function within(from: number, passes: (at: number) => boolean): number {
  for (let at = from; at <= from + MOST_LINES; at++) if (passes(at)) return at;
  return -1;
}
