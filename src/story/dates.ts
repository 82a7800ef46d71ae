/**
 * Dates as people write them in a byline: `3 March 2026`, `March 3rd, 2026`, `3. März 2026`, `03.03.2026`, `2026年3月3日`.
 *
 * Only what can be read in one way is read: a date without a year is none, and of `03/04/2026` the order has to be known.
 * @module
 */
import type { BylineWords, DateOrder } from '../rules/bylines.ts';
import { fold } from '../text/fold.ts';
import { dateOf, timeOf } from '../text/iso-date.ts';

/** A date in a line. UTF-16 offsets into the line, half-open. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** ISO 8601. */
  readonly date: string;
}

/** Numbers with what stands between, words, and single signs. */
const TOKEN = /\d+|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu;
const ISO =
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/gi;
/** What may stand between the parts of a date. Single words of two letters too: `3 de marzo de 2026`, `3rd`, `1er`. */
const FILLER = /^(?:[.,\p{L}]|\p{L}{2}|de[lr]?|ter?|أ)$/u;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words of a language, made ready once for all lines of a text. */
export class DateReader {
  readonly #months = new Map<string, number>();
  readonly #units: readonly string[];
  readonly #order: DateOrder | undefined;

  constructor({ months, units, order }: BylineWords) {
    months.forEach((names, i) => {
      for (const name of names) this.#months.set(fold(name), i + 1);
    });
    this.#units = units;
    this.#order = order;
  }

  /** The dates of a line, in order. */
  datesIn(line: string): readonly FoundDate[] {
    const found: FoundDate[] = [];
    for (const match of line.matchAll(ISO)) {
      const date = isoIn(match[0]);
      if (date !== null)
        found.push({ start: match.index, end: match.index + match[0].length, date });
    }
    if (found.length > 0) return found;
    const tokens = tokensOf(fold(line));
    for (let i = 0; i < tokens.length; i++) {
      const read = this.#dateAt(tokens, i);
      if (!read) continue;
      const [date, last] = read;
      found.push({ start: (tokens[i] as Token).start, end: (tokens[last] as Token).end, date });
      i = last;
    }
    return found;
  }

  /** A date that begins at a token, and its last token. */
  #dateAt(tokens: readonly Token[], i: number): readonly [date: string, last: number] | null {
    // A number that is part of another, or of a word, begins no date.
    if (tokens[i - 1]?.end === tokens[i]?.start && /[\d\p{L}./-]/u.test(tokens[i - 1]?.text ?? ''))
      return null;
    return this.#inUnits(tokens, i) ?? this.#inNumbers(tokens, i) ?? this.#inWords(tokens, i);
  }

  #inUnits(tokens: readonly Token[], i: number): readonly [string, number] | null {
    if (this.#units.length === 0) return null;
    const parts = [0, 1, 2].map((n) => numberOf(tokens[i + 2 * n]));
    const units = [0, 1, 2].map((n) => tokens[i + 2 * n + 1]?.text);
    // Behind the day a word may go on without a space.
    if (!units.every((unit, n) => unit?.startsWith(this.#units[n] as string))) return null;
    return dated(parts, i + 5);
  }

  /** `03.03.2026`, `3/3/2026`, `2026-3-3`: three numbers, one sign between them. */
  #inNumbers(tokens: readonly Token[], i: number): readonly [string, number] | null {
    const sign = tokens[i + 1]?.text ?? '';
    if (!/^[./-]$/.test(sign) || tokens[i + 3]?.text !== sign) return null;
    const [a, b, c] = [0, 2, 4].map((n) => numberOf(tokens[i + n])) as [number, number, number];
    if (String(tokens[i]?.text).length === 4) return dated([a, b, c], i + 4);
    if (tokens[i + 4]?.text.length !== 4) return null;
    // A stop is the sign of those who begin with the day.
    const order = sign === '.' ? 'dmy' : a > 12 ? 'dmy' : b > 12 ? 'mdy' : this.#order;
    if (order === 'dmy') return dated([c, b, a], i + 4);
    return order === 'mdy' ? dated([c, a, b], i + 4) : null;
  }

  /** A day, a month and a year in the order of their tongue. */
  #inWords(tokens: readonly Token[], i: number): readonly [string, number] | null {
    const parts: { readonly token: Token; readonly at: number }[] = [];
    for (let at = i, fillers = 0; at < tokens.length && parts.length < 3 && fillers < 3; at++) {
      const token = tokens[at] as Token;
      if (/^\d/.test(token.text) || this.#months.has(token.text)) {
        parts.push({ token, at });
        fillers = 0;
      } else if (parts.length > 0 && FILLER.test(token.text)) fillers++;
      else return null;
    }
    const [first, second, third] = parts;
    if (!first || !second || !third) return null;
    // “Room 3, March 2026”
    if (this.#months.has(second.token.text) && tokens[first.at + 1]?.text === ',') return null;
    const monthOf = (part: typeof first): number => this.#months.get(part.token.text) ?? 0;
    const [a, b, c] = [first, second, third].map(({ token }) => numberOf(token)) as [
      number,
      number,
      number,
    ];
    const year = third.token.text.length === 4 ? c : first.token.text.length === 4 ? a : 0;
    if (year === c && monthOf(second) > 0) return dated([c, monthOf(second), a], third.at);
    if (year === c && monthOf(first) > 0) return dated([c, monthOf(first), b], third.at);
    return year === a && monthOf(second) > 0 ? dated([a, monthOf(second), c], third.at) : null;
  }
}

function dated(
  [year = 0, month = 0, day = 0]: readonly number[],
  last: number,
): readonly [string, number] | null {
  const date = dateOf(year, month, day);
  return date === null ? null : [date, last];
}

function isoIn(written: string): string | null {
  const [day = '', time = ''] = written.split(/[T ](?=\d)/i);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const [, hour, minute, second, zone] =
    /^(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i.exec(time) ?? [];
  return dateOf(year, month, date, timeOf(hour, minute, second, zone));
}

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function numberOf(token: Token | undefined): number {
  return token && /^\d{1,4}$/.test(token.text) ? Number(token.text) : 0;
}
