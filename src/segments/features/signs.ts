/**
 * Signs that a unit may hold: characters, and patterns of characters, that tell what it is for.
 * @module
 */
import { DIGIT, LETTER, classOf } from '../../text/chars.ts';

/** Characters and patterns of characters that a unit may hold. */
export const SIGNS = [
  'copyright',
  'bar',
  'at',
  'hash',
  'money',
  'percent',
  'arrow',
  'ellipsis',
  'emoji',
  'slash',
  'quote',
  'bracket',
  'colon',
  'link',
  'email',
  'dash',
  'plus',
  'star',
  'ask',
  'exclaim',
  'time',
  'year',
  'dot-list',
  'semicolon',
] as const;

const SIGN_OF = new Map<string, number>(SIGNS.map((sign, i) => [sign, i]));
const bit = (sign: (typeof SIGNS)[number]): number => 1 << (SIGN_OF.get(sign) as number);

const ARROW = bit('arrow');
const QUOTE = bit('quote');
const EMOJI = bit('emoji');
const COLON = bit('colon');
const LINK = bit('link');
const EMAIL = bit('email');
const TIME = bit('time');
const YEAR = bit('year');

const SIGN_BITS: ReadonlyMap<number, number> = new Map(
  (
    [
      ['copyright', '©®™℗'],
      ['bar', '|¦│｜'],
      ['at', '@'],
      ['hash', '#'],
      ['money', '$€£¥₹₽₺₴￥'],
      ['percent', '%％٪'],
      ['arrow', '»›→←«‹▶►▼▲▸>'],
      ['ellipsis', '…'],
      ['slash', '/'],
      ['quote', '"“”„‟「『《'],
      ['bracket', '([{（【［〔'],
      ['colon', ':：'],
      ['dash', '–—'],
      ['plus', '+'],
      ['star', '*★☆'],
      ['ask', '?？؟'],
      ['exclaim', '!！'],
      ['dot-list', '·•∙●'],
      ['semicolon', ';；؛'],
    ] as const
  ).flatMap(([sign, chars]) => [...chars].map((char) => [char.charCodeAt(0), bit(sign)] as const)),
);

/** Whether a number looks like a time of day or a year. */
export function numberSigns(text: string, at: number, length: number): number {
  if (length > 8 || length < 4) return 0;
  const first = text.charCodeAt(at);
  if (
    length === 4 &&
    ((first === 49 && text[at + 1] === '9') || (first === 50 && text[at + 1] === '0'))
  )
    return YEAR;
  return text.charCodeAt(at + 1) === 58 || text.charCodeAt(at + 2) === 58 ? TIME : 0;
}

/** The signs of a unit, once all are collected: guillemets around words are quote marks and no arrows. */
export function settleSigns(signs: number, text: string, from: number, to: number): number {
  return signs & ARROW && isQuoted(text, from, to) ? (signs & ~ARROW) | QUOTE : signs;
}

/** Whether guillemets are quote marks here: «word», »word«; not "« Previous | Next »". */
function isQuoted(text: string, from: number, to: number): boolean {
  const unit = text.slice(from, to);
  const left = unit.indexOf('«');
  const right = unit.indexOf('»');
  return left >= 0 && right >= 0 && unit.charCodeAt(Math.min(left, right) + 1) !== 32;
}

/** The sign at `at`, in a unit that goes from `from` to `to`. */
export function signAt(text: string, at: number, unit: number, from: number, to: number): number {
  if (unit >= 0xd83c && unit <= 0xd83e) return EMOJI;
  if (unit >= 0x2600 && unit <= 0x27bf) return EMOJI;
  const sign = SIGN_BITS.get(unit) ?? 0;
  if (sign === COLON && text.charCodeAt(at + 1) === 47) return LINK;
  if (unit === 64 && at > from && classOf(text.charCodeAt(at - 1)) & (LETTER | DIGIT)) return EMAIL;
  if (unit === 46 && at + 1 < to && at - 3 >= from && text.startsWith('www', at - 3)) return LINK;
  return sign;
}

/** Whether a character is one of the signs. */
export function isSign(unit: number): boolean {
  return SIGN_BITS.has(unit);
}
