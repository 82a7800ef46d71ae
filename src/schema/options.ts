/**
 * The options of an analysis: one schema, for JSON bodies and for query strings.
 *
 * Every schema carries its own message: the library's default messages repeat what they were given.
 * @module
 */
import * as v from 'valibot';
import { nearestName } from './nearest.ts';
import { LABELS } from '../labels.ts';
import { readTag } from './language-tag.ts';
import type { Part } from './types.ts';

const PARTS = ['segments', 'articles', 'quotes', 'speakers'] as const satisfies readonly Part[];

const MAX_ID = 256;
const MAX_URL = 4096;
const MAX_LANGUAGE = 64;
const MAX_LIST = 16;

/** Where pages are published. Also the pattern in openapi.json, which knows no flags. */
const HTTP = /^[Hh][Tt][Tt][Pp][Ss]?:\/\//;
const NOT_HTTP =
  'must be a URL that begins with https:// or http://, such as https://example.com/story';

/** Code points, so that a client in any language counts the same "characters". */
function atMostCharacters(max: number) {
  return (value: string): boolean => value.length <= 2 * max && [...value].length <= max;
}

/** A list of some of `values`. Its length is checked first: a million bad items must not make a million errors. */
function listOf<const Values extends readonly string[]>(values: Values) {
  const message = `must be a list of any of: ${values.join(', ')}`;
  return v.pipe(
    v.array(v.unknown(), message),
    v.maxLength(MAX_LIST, `must have at most ${MAX_LIST} items`),
    v.array(
      v.picklist(values, ({ input }) => oneOf(values, input)),
      message,
    ),
  );
}

/** A language tag, in the form that the standard prefers. */
export const tagSchema = v.pipe(
  v.string('must be a string'),
  v.maxLength(MAX_LANGUAGE, `must have at most ${MAX_LANGUAGE} characters`),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const { tag, fault } = readTag(dataset.value);
    if (tag !== undefined) return tag;
    addIssue({ message: fault });
    return NEVER;
  }),
);

/** What a value must be, with the one that was probably meant. Repeats nothing but names of the list. */
function oneOf(values: readonly string[], given: unknown): string {
  const near = typeof given === 'string' ? nearestName(given, values) : undefined;
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  return `must be one of: ${values.join(', ')}${hint}`;
}

/** The options by name. Shared by every route that analyses. */
export const optionEntries = {
  id: v.exactOptional(
    v.pipe(
      v.string('must be a string'),
      v.check(atMostCharacters(MAX_ID), `must have at most ${MAX_ID} characters`),
      v.description('Handed back.'),
    ),
  ),
  url: v.exactOptional(
    v.pipe(
      v.string('must be a string'),
      v.maxLength(MAX_URL, `must have at most ${MAX_URL} characters`),
      v.regex(HTTP, NOT_HTTP),
      v.check((url) => !HTTP.test(url) || URL.canParse(url), NOT_HTTP),
      v.description(
        'Where the text comes from, as an http or https URL: its publisher’s rules count. Nothing is fetched.',
      ),
    ),
  ),
  language: v.exactOptional(
    v.pipe(
      tagSchema,
      v.description(
        'BCP-47 tag of a language that exists; detected if absent. Decides which rules count. Codes of three letters and names (deu, german) are mapped to it.',
      ),
    ),
  ),
  include: v.exactOptional(
    v.pipe(listOf(PARTS), v.description('Parts of the answer; all if absent.')),
  ),
  quotesIn: v.exactOptional(
    v.pipe(listOf(LABELS), v.description('Labels to look for quotes in; body if absent.')),
  ),
  offsetUnit: v.exactOptional(
    v.pipe(
      v.picklist(['utf16', 'codepoint'], 'must be one of: utf16, codepoint'),
      v.description('What offsets count; utf16 if absent.'),
    ),
  ),
  minConfidence: v.exactOptional(
    v.pipe(
      v.number('must be a number'),
      v.minValue(0, 'must be at least 0'),
      v.maxValue(1, 'must be at most 1'),
      v.description('Quotes below are left out.'),
    ),
  ),
  explain: v.exactOptional(
    v.pipe(
      v.boolean('must be true or false'),
      v.description('Every segment and quote carries its evidence.'),
    ),
  ),
  /** What the answer looks like; the names are known to `formats.ts`, which answers 406 for another. */
  format: v.exactOptional(
    v.pipe(v.string('must be a string'), v.description('Output format; else Accept decides.')),
  ),
} as const;

export type OptionName = keyof typeof optionEntries;
