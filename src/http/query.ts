/**
 * Options from a query string, as the values that a JSON body would hold; the schema then judges both alike.
 * @module
 */
import type { OptionName } from '../schema/options.ts';
import type { FieldError } from './problems.ts';

const LISTS: ReadonlySet<string> = new Set<OptionName>(['include', 'quotesIn']);
const NUMBERS: ReadonlySet<string> = new Set<OptionName | 'limit' | 'offset' | 'from'>([
  'minConfidence',
  'limit',
  'offset',
  'from',
]);
const FLAGS: ReadonlySet<string> = new Set<OptionName>(['explain']);

/** JSON's own grammar of numbers: `Number()` would take '', ' 1', '0x1' and 'Infinity' too. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export interface QueryOptions {
  readonly values: Readonly<Record<string, unknown>>;
  /** What no schema can see afterwards: an option given twice. */
  readonly errors: readonly FieldError[];
}

/** Lists may be comma-separated, repeated, or both; everything else may stand once. Unknown names are kept. */
export function queryOptions(params: URLSearchParams): QueryOptions {
  const values = new Map<string, unknown>();
  const errors: FieldError[] = [];
  for (const [name, given] of grouped(params)) {
    if (LISTS.has(name)) values.set(name, given.flatMap(items));
    else if (given.length === 1) values.set(name, scalar(name, given[0] ?? ''));
    else errors.push({ pointer: pointerTo(name), detail: 'must be given once' });
  }
  return { values: Object.fromEntries(values), errors };
}

/** All values by name, in one pass: `getAll` for each name would go through all of them again. */
function grouped(params: URLSearchParams): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of params) {
    const before = values.get(name);
    if (before === undefined) values.set(name, [value]);
    else before.push(value);
  }
  return values;
}

function items(list: string): string[] {
  return list.split(',').map((item) => item.trim());
}

/** A value that is not what the option wants stays a string, which the schema then refuses. */
function scalar(name: string, value: string): unknown {
  if (NUMBERS.has(name) && NUMBER.test(value)) return Number(value);
  if (FLAGS.has(name) && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

/**
 * A JSON Pointer to a member of the request. A name that is not made of words, as options are, may be a piece of text
 * or a token that went astray, and is not repeated: the pointer is then the whole request's.
 */
export function pointerTo(name: string): string {
  return /^[a-z]{1,16}(?:[A-Z][a-z]{1,16}){0,2}$/.test(name) ? `/${name}` : '';
}
