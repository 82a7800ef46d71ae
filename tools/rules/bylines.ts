/**
 * What bylines are written with: `rules/<language>/bylines.toml` has the words around authors and dates.
 * @module
 */
import { DATE_ORDERS, type BylineWords } from '../../src/rules/bylines.ts';
import type { Reader } from './reader.ts';

/** The keys, with what editors say of them. */
export const BYLINE_LISTS = {
  by: 'Words in front of authors at the beginning of a line.',
  and: 'Words between two authors.',
  'not-names': 'Words that no author’s name has: “editor”, “staff”.',
  published: 'Words in front of the date on which a story appeared.',
  updated: 'Words in front of the date on which it was changed.',
  'date-units': 'Signs behind year, month and day, where a date is written so: 年, 月, 日.',
} as const;

export const BYLINE_KEYS = ['schema', 'language', ...Object.keys(BYLINE_LISTS), 'months', 'date-order'];

const MONTHS = 12;
const UNITS = 3;

/** Whether a file has a language's words of bylines. */
export function isBylineFile(file: string): boolean {
  return /(?:^|[\\/])bylines\.toml$/.test(file);
}

export function readBylines(top: Reader): BylineWords {
  const units = top.strings('date-units');
  if (units.length > 0 && units.length !== UNITS) top.fault('"date-units" are for year, month and day', 'date-units');
  return {
    language: top.string('language'),
    by: top.strings('by'),
    and: top.strings('and'),
    notNames: top.strings('not-names'),
    published: top.strings('published'),
    updated: top.strings('updated'),
    months: readMonths(top),
    units,
    ...(top.has('date-order') ? { order: top.oneOf('date-order', DATE_ORDERS) } : {}),
  };
}

function readMonths(top: Reader): readonly (readonly string[])[] {
  const months = top.value('months') ?? [];
  const areTexts = (names: unknown): boolean => Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === 'string');
  if (Array.isArray(months) && (months.length === 0 || (months.length === MONTHS && months.every(areTexts))))
    return months as string[][];
  top.fault(`"months" has a list of names for each of ${MONTHS} months`, 'months');
  return [];
}
