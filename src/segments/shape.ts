/**
 * What a unit looks like, whatever its language: lengths, capitals, digits, marks, how it starts and ends.
 * @module
 */
import { DIGIT, LETTER, SPACE, UPPER, classOf } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import { ALL_CAPS, CAMEL, CAPITAL, NUMERIC } from '../text/words.ts';
import type { Units } from './units.ts';

/** Classes of a unit's first character. */
export const FIRSTS = [
  'upper',
  'lower',
  'digit',
  'bullet',
  'mark',
  'open',
  'symbol',
  'other',
] as const;
/** Classes of a unit's last character. */
export const LASTS = [
  'letter',
  'digit',
  'stop',
  'ask',
  'exclaim',
  'colon',
  'comma',
  'more',
  'mark',
  'close',
  'symbol',
] as const;
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

const COPYRIGHT = bit('copyright');
const EMOJI = bit('emoji');
const MONEY = bit('money');
const COLON = bit('colon');
const LINK = bit('link');
const EMAIL = bit('email');
const TIME = bit('time');
const YEAR = bit('year');

const SIGN_BITS: ReadonlyMap<number, number> = new Map(
  (
    [
      ['copyright', '©®™℗'],
      ['bar', '|¦│'],
      ['at', '@'],
      ['hash', '#'],
      ['money', '$€£¥₹₽'],
      ['percent', '%'],
      ['arrow', '»›→←«‹▶►▼▲▸>'],
      ['ellipsis', '…'],
      ['slash', '/'],
      ['quote', '"“”„‟'],
      ['bracket', '([{'],
      ['colon', ':'],
      ['dash', '–—'],
      ['plus', '+'],
      ['star', '*★☆'],
      ['ask', '?'],
      ['exclaim', '!'],
      ['dot-list', '·•∙●'],
      ['semicolon', ';'],
    ] as const
  ).flatMap(([sign, chars]) => [...chars].map((char) => [char.charCodeAt(0), bit(sign)] as const)),
);

const SENTENCE_ENDS = new Set([...'.!?。！？…'].map((char) => char.charCodeAt(0)));
const CLOSERS = new Set([...'"”’\')]»'].map((char) => char.charCodeAt(0)));
const BULLETS = new Set([...'•·*-–—►▸▪■●○◦✓✔→»'].map((char) => char.charCodeAt(0)));
const MARKS = new Set([...'"“”„«‘\'’「'].map((char) => char.charCodeAt(0)));

/** Parallel arrays over units. */
export interface Shapes {
  readonly words: Int32Array;
  readonly chars: Int32Array;
  readonly sentences: Uint8Array;
  readonly capitals: Int32Array;
  readonly allCaps: Int32Array;
  readonly numbers: Int32Array;
  readonly camels: Uint8Array;
  /** Characters in words, to know the mean length of a word. */
  readonly letters: Int32Array;
  readonly first: Uint8Array;
  readonly last: Uint8Array;
  readonly signs: Int32Array;
}

/** Measures every unit; one pass over words and characters. */
export function measureShapes(doc: Document, units: Units): Shapes {
  const n = units.count;
  const shapes: Shapes = {
    words: new Int32Array(n),
    chars: new Int32Array(n),
    sentences: new Uint8Array(n),
    capitals: new Int32Array(n),
    allCaps: new Int32Array(n),
    numbers: new Int32Array(n),
    camels: new Uint8Array(n),
    letters: new Int32Array(n),
    first: new Uint8Array(n),
    last: new Uint8Array(n),
    signs: new Int32Array(n),
  };
  for (let u = 0; u < n; u++) {
    measureWords(doc, units, shapes, u);
    measureCharacters(doc.text, units, shapes, u);
  }
  return shapes;
}

function measureWords(doc: Document, units: Units, shapes: Shapes, u: number): void {
  const { shape, start, end } = doc.words;
  const from = units.from[u] as number;
  const to = units.to[u] as number;
  let capitals = 0;
  let allCaps = 0;
  let numbers = 0;
  let camels = 0;
  let letters = 0;
  let signs = 0;
  for (let w = from; w < to; w++) {
    const bits = shape[w] as number;
    const length = (end[w] as number) - (start[w] as number);
    if (bits & CAPITAL) capitals++;
    if (bits & ALL_CAPS) allCaps++;
    if (bits & CAMEL) camels++;
    letters += length;
    if (bits & NUMERIC) {
      numbers++;
      signs |= numberSigns(doc.text, start[w] as number, length);
    }
  }
  shapes.words[u] = to - from;
  shapes.capitals[u] = capitals;
  shapes.allCaps[u] = allCaps;
  shapes.numbers[u] = numbers;
  shapes.camels[u] = Math.min(255, camels);
  shapes.letters[u] = letters;
  shapes.signs[u] = signs;
}

/** Whether a number looks like a time of day or a year. */
function numberSigns(text: string, at: number, length: number): number {
  if (length > 8 || length < 4) return 0;
  const first = text.charCodeAt(at);
  if (
    length === 4 &&
    ((first === 49 && text[at + 1] === '9') || (first === 50 && text[at + 1] === '0'))
  )
    return YEAR;
  return text.charCodeAt(at + 1) === 58 || text.charCodeAt(at + 2) === 58 ? TIME : 0;
}

function measureCharacters(text: string, units: Units, shapes: Shapes, u: number): void {
  const from = units.start[u] as number;
  const to = units.end[u] as number;
  let signs = shapes.signs[u] as number;
  let sentences = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    // Letters, digits and spaces are most of a text and carry no sign.
    if (unit === 32 || (unit > 96 && unit < 123) || (unit > 64 && unit < 91)) continue;
    if (SENTENCE_ENDS.has(unit) && endsSentence(text, at, to)) sentences++;
    signs |= signAt(text, at, unit, from, to);
  }
  shapes.signs[u] = signs;
  shapes.sentences[u] = Math.min(255, sentences);
  shapes.chars[u] = to - from;
  shapes.first[u] = firstClass(text.charCodeAt(from), text.charCodeAt(from + 1));
  shapes.last[u] = lastClass(text.charCodeAt(to - 1), text.charCodeAt(to - 2));
}

function signAt(text: string, at: number, unit: number, from: number, to: number): number {
  if (unit >= 0xd83c && unit <= 0xd83e) return EMOJI;
  if (unit >= 0x2600 && unit <= 0x27bf) return EMOJI;
  const sign = SIGN_BITS.get(unit) ?? 0;
  if (sign === COLON && text.charCodeAt(at + 1) === 47) return LINK;
  if (unit === 64 && at > from && classOf(text.charCodeAt(at - 1)) & (LETTER | DIGIT)) return EMAIL;
  if (unit === 46 && at + 1 < to && at - 3 >= from && text.startsWith('www', at - 3)) return LINK;
  if (sign === COPYRIGHT || sign === MONEY) return sign;
  return sign;
}

/** A stop ends a sentence where white space, a closing mark or the end of the unit follows. */
function endsSentence(text: string, at: number, to: number): boolean {
  let next = at + 1;
  while (next < to && CLOSERS.has(text.charCodeAt(next))) next++;
  return next >= to || (classOf(text.charCodeAt(next)) & SPACE) !== 0;
}

function firstClass(unit: number, second: number): number {
  const bits = classOf(unit);
  if (bits & UPPER) return 0;
  if (bits & LETTER) return 1;
  if (bits & DIGIT) return 2;
  if (BULLETS.has(unit) && classOf(second) & SPACE) return 3;
  if (MARKS.has(unit)) return 4;
  if (unit === 40 || unit === 91) return 5;
  return SIGN_BITS.has(unit) || (unit >= 0xd800 && unit < 0xe000) ? 6 : 7;
}

function lastClass(unit: number, before: number): number {
  const bits = classOf(unit);
  if (bits & LETTER) return 0;
  if (bits & DIGIT) return 1;
  if (MARKS.has(unit) || unit === 187) return SENTENCE_ENDS.has(before) ? 2 : 8;
  switch (unit) {
    case 46:
      return before === 46 ? 7 : 2;
    case 0x3002:
      return 2;
    case 63:
    case 0xff1f:
      return 3;
    case 33:
    case 0xff01:
      return 4;
    case 58:
      return 5;
    case 44:
    case 59:
      return 6;
    case 0x2026:
      return 7;
    case 41:
    case 93:
      return SENTENCE_ENDS.has(before) ? 2 : 9;
    default:
      return 10;
  }
}
