/**
 * What a unit looks like, whatever its language: lengths, capitals, digits, marks, how it starts and ends.
 * @module
 */
import { CASELESS, DIGIT, LETTER, SPACE, UPPER, classOf } from '../../text/chars.ts';
import type { Document } from '../../text/document.ts';
import { ALL_CAPS, CAMEL, CAPITAL, IDEOGRAPH, NUMERIC } from '../../text/words.ts';
import type { Units } from '../units/units.ts';
import { isSign, numberSigns, settleSigns, signAt } from './signs.ts';

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
const SENTENCE_ENDS = new Set([...'.!?。！？…؟۔।'].map((char) => char.charCodeAt(0)));
/** Those of scripts without spaces: nothing need follow them. */
const SOLO_ENDS = new Set([...'。！？'].map((char) => char.charCodeAt(0)));
const CLOSERS = new Set([...'"”’\')]»」』）】'].map((char) => char.charCodeAt(0)));
const BULLETS = new Set([...'•·*-–—►▸▪■●○◦✓✔→»'].map((char) => char.charCodeAt(0)));
const MARKS = new Set([...'"“”„«‘\'’「」『』《》'].map((char) => char.charCodeAt(0)));

const SENTENCE_LASTS: ReadonlySet<number> = new Set(
  (['stop', 'ask', 'exclaim'] as const).map((last) => LASTS.indexOf(last)),
);

/** Whether a unit ends in a stop or a mark of question or exclamation. */
export function endsInStop({ last }: Pick<Shapes, 'last'>, u: number): boolean {
  return SENTENCE_LASTS.has(last[u] as number);
}

/** Parallel arrays over units. */
export interface Shapes {
  /** Of scripts without spaces, two characters make about one word. */
  readonly words: Int32Array;
  readonly chars: Int32Array;
  readonly sentences: Uint8Array;
  readonly capitals: Int32Array;
  /** 1 where the words are of a script without capitals. */
  readonly caseless: Uint8Array;
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
    caseless: new Uint8Array(n),
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
  let ideographs = 0;
  let caseless = 0;
  for (let w = from; w < to; w++) {
    const bits = shape[w] as number;
    const length = (end[w] as number) - (start[w] as number);
    if (bits & CAPITAL) capitals++;
    else if (classOf(doc.text.charCodeAt(start[w] as number)) & CASELESS) caseless++;
    if (bits & IDEOGRAPH) ideographs++;
    if (bits & ALL_CAPS) allCaps++;
    if (bits & CAMEL) camels++;
    letters += length;
    if (bits & NUMERIC) {
      numbers++;
      signs |= numberSigns(doc.text, start[w] as number, length);
    }
  }
  shapes.words[u] = to - from - (ideographs >> 1);
  shapes.capitals[u] = capitals;
  if (caseless * 2 > to - from - numbers) shapes.caseless[u] = 1;
  shapes.allCaps[u] = allCaps;
  shapes.numbers[u] = numbers;
  shapes.camels[u] = Math.min(255, camels);
  // So that words of two characters count as long as words elsewhere.
  shapes.letters[u] = letters + ((ideographs * 3) >> 1);
  shapes.signs[u] = signs;
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
  shapes.signs[u] = settleSigns(signs, text, from, to);
  shapes.sentences[u] = Math.min(255, sentences);
  shapes.chars[u] = to - from;
  shapes.first[u] = firstClass(text.charCodeAt(from), text.charCodeAt(from + 1));
  shapes.last[u] = lastClass(text.charCodeAt(to - 1), text.charCodeAt(to - 2));
}

/** A stop ends a sentence where white space, a closing mark or the end of the unit follows. */
function endsSentence(text: string, at: number, to: number): boolean {
  if (SOLO_ENDS.has(text.charCodeAt(at))) return true;
  let next = at + 1;
  while (next < to && CLOSERS.has(text.charCodeAt(next))) next++;
  return next >= to || (classOf(text.charCodeAt(next)) & SPACE) !== 0;
}

function firstClass(unit: number, second: number): number {
  const bits = classOf(unit);
  if (bits & (UPPER | CASELESS)) return 0;
  if (bits & LETTER) return 1;
  if (bits & DIGIT) return 2;
  if (BULLETS.has(unit) && classOf(second) & SPACE) return 3;
  if (MARKS.has(unit)) return 4;
  if (unit === 40 || unit === 91 || unit === 0xff08 || unit === 0x3010) return 5;
  return isSign(unit) || (unit >= 0xd800 && unit < 0xe000) ? 6 : 7;
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
    case 0x6d4:
    case 0x964:
      return 2;
    case 63:
    case 0xff1f:
    case 0x61f:
      return 3;
    case 33:
    case 0xff01:
      return 4;
    case 58:
    case 0xff1a:
      return 5;
    case 44:
    case 59:
    case 0x60c:
    case 0xff0c:
    case 0x3001:
      return 6;
    case 0x2026:
      return 7;
    case 41:
    case 93:
    case 0xff09:
    case 0x3011:
      return SENTENCE_ENDS.has(before) ? 2 : 9;
    default:
      return 10;
  }
}
