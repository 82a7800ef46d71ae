/**
 * Words that bylines are written with, by language: from `rules/<language>/bylines.toml`.
 * @module
 */

/** Orders of day, month and year in a date that is written in numbers alone. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export interface BylineWords {
  /** Primary BCP-47 subtag. */
  readonly language: string;
  readonly by: readonly string[];
  readonly and: readonly string[];
  readonly notNames: readonly string[];
  readonly published: readonly string[];
  readonly updated: readonly string[];
  /** Names of the twelve months; none where they have none. */
  readonly months: readonly (readonly string[])[];
  /** Signs behind year, month and day; none where dates are not written so. */
  readonly units: readonly string[];
  /** How `03/04/2026` is read; where it is not known, not at all. */
  readonly order?: DateOrder;
}

/** Of a language without a file. */
export const NO_BYLINE_WORDS: BylineWords = {
  language: '',
  by: [],
  and: [],
  notNames: [],
  published: [],
  updated: [],
  months: [],
  units: [],
};
