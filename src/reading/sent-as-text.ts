/**
 * Signs that a text is no text, or was decoded wrongly. Each is looked for until it has been seen often enough to be no accident.
 * @module
 */
import { startsAsJson } from '../text/json.ts';

/** What a text may be instead; names are those of the answer's warnings. */
export type NotText = 'markup-in-text' | 'json-in-text' | 'binary' | 'wrong-charset';

/** A story may show a tag or two, or a letter that its system did not have. */
const LEAST = 3;

/** What was found, in this order. Linear in the text. */
export function signsOfOther(text: string): readonly NotText[] {
  const found: NotText[] = [];
  if (isBinary(text)) found.push('binary');
  else if (isJson(text)) found.push('json-in-text');
  else if (hasMarkup(text)) found.push('markup-in-text');
  if (found[0] !== 'binary' && isMisread(text)) found.push('wrong-charset');
  return found;
}

/** The same for a text that was read from a page or a document, whose markup is gone. */
export function signsOfMisreading(text: string): readonly NotText[] {
  if (isBinary(text)) return ['binary'];
  return isMisread(text) ? ['wrong-charset'] : [];
}

/** How PDF, RTF, ZIP (Word, e-books), PNG, GIF and JPEG begin. */
const HEADS =
  // oxlint-disable-next-line no-control-regex
  /^(?:%PDF-\d|\{\\rtf|PK\u0003\u0004|.PNG\r?\n|GIF8[79]a|\uFFFD{3,4}.{0,6}(?:JFIF|Exif))/;
/** Those that no program writes into text. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;
/** Of a page that came through a terminal one in thousands is one; of a file, every tenth. */
const MOST_CONTROLS = 1 / 500;

function isBinary(text: string): boolean {
  if (HEADS.test(text.slice(0, 32))) return true;
  const least = Math.max(LEAST, text.length * MOST_CONTROLS);
  return isThereOften(CONTROLS, text, least);
}

const ESCAPES = /\\[nrt"]/g;
const MOST_OF_START = 1024;

/** Whole JSON, cut-off JSON, lines of JSON; or a string of it, line ends and quote marks escaped. */
function isJson(text: string): boolean {
  if (startsAsJson(text.slice(0, MOST_OF_START).trimStart())) return true;
  return !text.includes('\n') && text.includes('\\n') && isThereOften(ESCAPES, text, LEAST);
}

/** A tag, with its name and the sign behind it. */
const TAG = /<[/!]?([a-z][a-z0-9]{0,9})[\s/>]/gi;
const NAMES: ReadonlySet<string> = new Set(
  `a article b blockquote body br div doctype em figure footer h1 h2 h3 h4 h5 h6 head header hr html i img li link main meta nav ol p
  script section span strong style table td tr ul`.split(/\s+/),
);
const REFERENCES =
  /&(?:amp|lt|gt|quot|nbsp|[lr][ds]quo|[mn]dash|hellip|#\d{2,6}|#x[\da-f]{2,6});/gi;

function hasMarkup(text: string): boolean {
  if (text.includes('&') && isThereOften(REFERENCES, text, LEAST)) return true;
  let count = 0;
  for (const [, name = ''] of text.matchAll(TAG))
    if (NAMES.has(name.toLowerCase()) && ++count >= LEAST) return true;
  return false;
}

/**
 * What decoders put in place of bytes that they could not read; and UTF-8 read as windows-1252, where two or three odd letters stand
 * for one: `Ã¤`, `â€œ`.
 */
const MISREAD =
  /\uFFFD|[ÃÐÑ][\u0080-\u00bfŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â€[\u0080-\u00bfœ˜™“”¦]|Â[\u00a0«»°§]/g;

function isMisread(text: string): boolean {
  return isThereOften(MISREAD, text, LEAST);
}

/** Whether an expression (with the flag `g`) matches at least so often. */
function isThereOften(expression: RegExp, text: string, least: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(expression)) if (++count >= least) return true;
  return false;
}
