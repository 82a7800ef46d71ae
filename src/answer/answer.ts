/**
 * The answer before its quotes are written out. A megabyte may hold fifty thousand of them, which take thirty megabytes as
 * objects and as much again as JSON; one after the other they take next to nothing.
 * @module
 */
import type { Analysis, Quote } from '../schema/types.ts';
import { LazyList } from './lazy-list.ts';

/** An analysis whose quotes are written when somebody walks them. */
export type Answer = Omit<Analysis, 'quotes'> & { readonly quotes?: LazyList<Quote> };

/** The same with all its quotes. */
export function written(answer: Answer): Analysis {
  const { quotes, ...rest } = answer;
  // In the order in which the parts of an answer stand.
  return quotes === undefined ? rest : { ...answer, quotes: [...quotes] };
}

/** Characters of a chunk, at least, but for the last one. */
const CHUNK = 65_536;

/** The JSON of {@link written}, in chunks. Lists are written item by item. */
export function* jsonOf(answer: Answer): Generator<string, void> {
  let chunk = '';
  let before = '{';
  for (const [key, value] of Object.entries(answer)) {
    if (value === undefined) continue;
    chunk += `${before}${JSON.stringify(key)}:`;
    before = ',';
    if (!isList(value)) {
      chunk += JSON.stringify(value);
      continue;
    }
    let beforeItem = '';
    chunk += '[';
    for (const item of value) {
      chunk += beforeItem + JSON.stringify(item);
      beforeItem = ',';
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = '';
    }
    chunk += ']';
  }
  yield `${chunk}}`;
}

function isList(value: unknown): value is Iterable<unknown> {
  return Array.isArray(value) || value instanceof LazyList;
}
