/**
 * Quote marks that were destroyed on the way, read by where they stand.
 *
 * A program that cannot print “ ” ’ — puts the same sign, or signs of another code page, in their place. Where all are the
 * same sign, a letter on both sides makes it an apostrophe, a letter behind it only an opening mark, in front of it only
 * a closing one, and none a dash.
 * @module
 */
import { isDigit, isLower, isSpace, isUpper, isWordish } from '../text/chars.ts';
import { Edits } from './edits.ts';

/** UTF-8 that was read as Windows-1252 or Latin-1, and Windows-1252 that was read as Latin-1. */
const CODED: ReadonlyMap<string, string> = new Map([
  ...formsOf('“', 'â€œ', 'â\u0080\u009c', '\u0093'),
  ...formsOf('”', 'â€\u009d', 'â\u0080\u009d', '\u0094'),
  ...formsOf('‘', 'â€˜', 'â\u0080\u0098', '\u0091'),
  ...formsOf('’', 'â€™', 'â\u0080\u0099', '\u0092'),
  ...formsOf('—', 'â€\u201d', 'â\u0080\u0094', '\u0097'),
  ...formsOf('–', 'â€\u201c', 'â\u0080\u0093', '\u0096'),
  ...formsOf('…', 'â€¦', 'â\u0080¦'),
  // The last byte of a closing mark means nothing in Windows-1252, and is often left out.
  ...formsOf('”', 'â€'),
]);
/** The low bytes of the marks' code points. In pairs: wire services use such characters for other things. */
const LOW: ReadonlyMap<string, string> = new Map([
  ['\u001c', '“'],
  ['\u001d', '”'],
  ['\u0018', '‘'],
  ['\u0019', '’'],
  ['\u0014', '—'],
  ['\u0013', '–'],
]);
const FIRST_OF_CODED = [...new Set([...CODED.keys()].map((form) => form[0] as string))];
const ALL_CODED = new RegExp([...CODED.keys()].join('|'), 'g');
const ALL_LOW = new RegExp([...LOW.keys()].join('|'), 'g');

function formsOf(
  mark: string,
  ...forms: readonly string[]
): readonly (readonly [string, string])[] {
  return forms.map((form) => [form, mark] as const);
}

/** Marks made of two others, as typewriters and TeX have them. */
const TYPED = /``|''|,,(?=\S)/g;
const TYPED_AS: Readonly<Record<string, string>> = { '``': '“', "''": '”', ',,': '„' };

/** The same sign for every mark: what it may be, and how a letter on both sides of it looks. */
const SAME_SIGN: readonly RegExp[] = [/\ufffd+/g, /\*{3}/g, /\?/g];
/** So many apostrophes prove that a sign stands for marks. */
const LEAST_APOSTROPHES = 2;

/** The edits that write the marks of a text as they were; none where nothing is destroyed. Linear in the text. */
export function restoreMarks(text: string): Edits {
  // Looking for single characters takes next to no time; nearly all texts have none of these.
  if (FIRST_OF_CODED.some((first) => text.includes(first))) {
    const coded = replaceAll(text, ALL_CODED, (form) => CODED.get(form) as string);
    if (coded.count > 0) return coded;
  }
  if (text.includes('\u001c') && text.includes('\u001d'))
    return replaceAll(text, ALL_LOW, (form) => LOW.get(form) as string);
  if (text.includes('``') || text.includes(',,'))
    return replaceAll(text, TYPED, (form) => TYPED_AS[form] as string);
  for (const sign of SAME_SIGN) {
    if (!isSignOfMarks(text, sign)) continue;
    return new SameSign(text).read(sign);
  }
  return new Edits();
}

function replaceAll(text: string, expression: RegExp, by: (form: string) => string): Edits {
  const edits = new Edits();
  for (const { 0: form, index } of text.matchAll(expression))
    edits.replace(index, index + form.length, by(form));
  return edits;
}

/** Whether the sign stands between letters as apostrophes do: in front of the last few letters of a word. */
function isSignOfMarks(text: string, sign: RegExp): boolean {
  if (sign.source === '\\?' ? !text.includes('?') : !sign.test(text)) return false;
  sign.lastIndex = 0;
  let apostrophes = 0;
  for (const { 0: found, index } of text.matchAll(sign)) {
    const end = index + found.length;
    if (!isLower(text.charCodeAt(index - 1)) || !isLower(text.charCodeAt(end))) continue;
    const rest = /^\p{Ll}{1,3}(?![\p{L}\p{N}=&/%])/u.exec(text.slice(end, end + 5));
    if (rest && ++apostrophes >= LEAST_APOSTROPHES) return true;
  }
  return false;
}

class SameSign {
  readonly #text: string;
  readonly #edits = new Edits();
  /** Marks that are open in this paragraph: outer and inner. */
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(sign: RegExp): Edits {
    const text = this.#text;
    let paragraph = 0;
    for (const { 0: found, index } of text.matchAll(sign)) {
      const end = index + found.length;
      if (text.slice(paragraph, index).includes('\n')) this.#depth = 0;
      paragraph = index;
      const by = this.#markAt(index, end, found === '?');
      if (by !== null) this.#edits.replace(index, end, by);
    }
    return this.#edits;
  }

  /** What the sign stands for; null where it stands for itself. */
  #markAt(start: number, end: number, isQuestion: boolean): string | null {
    const before = start === 0 ? SPACE : this.#text.charCodeAt(start - 1);
    const behind = end >= this.#text.length ? SPACE : this.#text.charCodeAt(end);
    const isOpen =
      !isSpace(behind) && (isSpace(before) || OPENING.includes(String.fromCharCode(before)));
    if (isWordish(before) && isWordish(behind))
      return isDigit(before) && isDigit(behind) ? '–' : '’';
    if (isSpace(before) && isSpace(behind)) return '—';
    if (isOpen) return this.#open(end);
    if (isQuestion && !this.#closes(end, before, behind)) return null;
    if (this.#depth > 1 && this.#depth-- > 1) return '’';
    this.#depth = 0;
    return '”';
  }

  #open(end: number): string {
    if (isDigit(this.#text.charCodeAt(end)) && /^\d\ds\b/.test(this.#text.slice(end, end + 4)))
      return '’';
    this.#depth = Math.min(2, this.#depth + 1);
    return this.#depth > 1 ? '‘' : '“';
  }

  /** Whether a question mark behind a word is a closing mark. */
  #closes(end: number, before: number, behind: number): boolean {
    if (this.#depth === 0) return false;
    // Behind the end of a sentence nobody asks.
    if (!isWordish(before)) return true;
    // “Why?” and “why”: two signs in a row are a question and a mark.
    if (behind === QUESTION) return false;
    const rest = this.#text.slice(end, end + FAR);
    const next = rest.search(/\S/);
    if (next < 0 || rest.slice(0, next).includes('\n')) return true;
    if (!isUpper(rest.charCodeAt(next))) return true;
    // A sentence goes on behind the question, and is closed before another one opens.
    const mark = /\s\?\S|[.,!?]\?|\n/.exec(rest);
    return mark === null || !/^[.,!?]\?/.test(mark[0]);
  }
}

const SPACE = 32;
const QUESTION = 63;
const OPENING = '([{“‘«„—–-/';
/** A quote's end is looked for no further than this. */
const FAR = 400;
