/**
 * What a person would want to be told: that the input is not what it was sent as, or that its language is not known.
 * @module
 */
import { signsOfMisreading, signsOfOther } from '../reading/sent-as-text.ts';
import { UNDETERMINED } from '../rules/language.ts';
import type { Analysis, LanguageSupport, Warning, WarningCode } from '../schema/types.ts';

/** With fewer words nobody expects a language to be told. */
const LEAST_WORDS = 40;

const DETAILS: Readonly<Record<Exclude<WarningCode, 'no-text'>, string>> = {
  'markup-in-text':
    'The text has tags or entities of HTML in it. Send a page as text/html, or in JSON as html.',
  'json-in-text':
    'The text looks like JSON. Send the text in it alone; a request is sent as application/json.',
  binary:
    'The text looks like the bytes of a file, such as a PDF, a document or a picture. Send the text in it.',
  'wrong-charset':
    'Letters are broken: the text was decoded as another charset than it is in. Read it anew, as UTF-8 if in doubt.',
  'other-language': 'The words are those of another language than the one that was sent.',
  'unknown-language':
    'There are no rules for this language: the look of the lines decides, and only words in marks are found as quotes.',
};

const NO_TEXT = 'There is nothing but white space.';
const NO_TEXT_IN_PAGE =
  'The page has no text. If a script writes it, send the page as a browser shows it.';

/** What warnings are told by. */
export interface Warned {
  /** What the offsets of the answer point into. */
  readonly text: string;
  readonly format: Analysis['input']['format'];
  readonly words: number;
  readonly support: LanguageSupport;
  /** The language that was sent, and what the words say; undefined where none was sent. */
  readonly languages?: { readonly sent: string; readonly guessed: string };
}

export function warningsOf({
  text,
  format,
  words,
  support,
  languages,
}: Warned): readonly Warning[] {
  if (words === 0 && text.trim() === '')
    return [{ code: 'no-text', detail: format === 'html' ? NO_TEXT_IN_PAGE : NO_TEXT }];
  const codes: (keyof typeof DETAILS)[] = [
    ...(format === 'plain' ? signsOfOther(text) : signsOfMisreading(text)),
  ];
  if (words >= LEAST_WORDS) {
    if (support === 'shape') codes.push('unknown-language');
    else if (languages && isOther(languages)) codes.push('other-language');
  }
  return codes.map((code) => ({ code, detail: DETAILS[code] }));
}

function isOther({ sent, guessed }: NonNullable<Warned['languages']>): boolean {
  return guessed !== UNDETERMINED && guessed !== sent;
}
