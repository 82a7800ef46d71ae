/**
 * Quotes that somebody wants to look for, as they type or paste them.
 * @module
 */

/** The service takes so many in one request, and so many UTF-16 units of them. */
const MOST_AT_ONCE = 50;
const MOST_UNITS = 20_000;

/** One a line; or, where there are empty lines, one between two of them. */
export function quotesIn(text: string): readonly string[] {
  const trimmed = text.trim().replace(/\r\n?/g, '\n');
  const parts = trimmed.split(/\n[^\S\n]*\n/);
  return (parts.length > 1 ? parts : trimmed.split('\n'))
    .map((part) => part.trim())
    .filter(Boolean);
}

/** The same in as many requests as they need. */
export function batchesOf(quotes: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let units = Infinity;
  for (const quote of quotes) {
    const last = batches.at(-1);
    units += quote.length;
    if (last === undefined || last.length === MOST_AT_ONCE || units > MOST_UNITS) {
      batches.push([quote]);
      units = quote.length;
    } else last.push(quote);
  }
  return batches;
}
