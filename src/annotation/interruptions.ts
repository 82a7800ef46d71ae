/**
 * Who says it, inside what is said.
 *
 * ```
 *   « Ce projet, explique Paul Mercier, coûtera plus cher. »
 *              ^----------------------^
 *   —No vamos a ceder —dijo Pérez—. Hay que seguir.
 *                     ^-----------^
 * ```
 * @module
 */
import type { CueHit } from '../rules/match/cues.ts';
import type { Rules } from '../rules/rules.ts';
import type { Document } from '../text/document.ts';
import { firstWhere } from '../text/search.ts';
import type { Span } from '../text/spans.ts';
import { wordsWithin } from '../text/words.ts';
import type { Marked } from './annotated.ts';
import { BRACKET, COMMA, PLAIN } from './punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  DETERMINER,
  NAME,
  NOUN,
  POSSESSIVE,
  PRONOUN,
  type WordClasses,
} from './tags.ts';

/** What asides are looked for on. */
export interface Ground {
  readonly doc: Document;
  readonly rules: Rules;
  readonly gaps: Uint8Array;
  readonly classes: WordClasses;
  /** In order, those in marks included. */
  readonly cues: readonly CueHit[];
}

const MOST_BEFORE_VERB = 4;
const MOST_BEHIND_VERB = 10;
const SUBJECTS = new Set([NAME, NOUN, DETERMINER, POSSESSIVE, PRONOUN]);

/**
 * The parts of a stretch in marks that its asides leave; the stretch itself where it has none. Between guillemets only:
 * who writes with other marks closes them in front of an aside.
 */
export function cutAtAsides(ground: Ground, mark: Marked): readonly Marked[] {
  if (ground.doc.text[mark.start] !== '«') return [mark];
  const parts = partsOf(ground, mark, (word) => isComma(ground, word) || isDash(ground, word));
  return parts.length === 0 ? [mark] : parts;
}

/** What is said in a paragraph that opens with a dash, if an aside behind another dash says who said it. */
export function dashSpeech(ground: Ground, paragraph: Span, number: number): readonly Marked[] {
  const { text } = ground.doc;
  if (!DASHES.includes(text[paragraph.start] ?? ' ')) return [];
  const whole = { ...paragraph, single: false, closed: true, paragraph: number, continues: false };
  return partsOf(ground, whole, (word) => isDash(ground, word));
}

const DASHES = '—–―-';

const isComma = ({ gaps }: Ground, word: number): boolean => gaps[word] === COMMA;

/** A dash behind a space: it opens what stands behind it, or stands between two words. */
function isDash({ doc: { text, words } }: Ground, word: number): boolean {
  return /\s[—–―-]/.test(text.slice(words.end[word - 1], words.start[word]));
}

/** Whether an aside may start at a word. */
type Opens = (word: number) => boolean;

function partsOf(ground: Ground, mark: Marked, opens: Opens): readonly Marked[] {
  const { words } = ground.doc;
  const { from, to } = wordsWithin(words, mark.start, mark.end);
  const parts: Marked[] = [];
  let { start } = mark;
  let first = from;
  for (let c = firstCueFrom(ground.cues, from); c < ground.cues.length; c++) {
    const cue = ground.cues[c] as CueHit;
    if (cue.from >= to) break;
    const aside = asideOf(ground, cue, first, to, opens);
    if (!aside) continue;
    parts.push({ ...mark, start, end: words.end[aside.from - 1] as number, continues: false });
    start = words.start[aside.to] ?? mark.end;
    first = aside.to;
  }
  if (parts.length > 0 && first < to) parts.push({ ...mark, start });
  return parts;
}

/** The aside of a cue within words `first` to `to`, half-open word numbers. */
function asideOf(
  ground: Ground,
  cue: CueHit,
  first: number,
  to: number,
  opens: Opens,
): { readonly from: number; readonly to: number } | null {
  const { gaps, classes, rules } = ground;
  const takes = rules.cueRules[cue.rule]?.takes ?? [];
  if (!takes.includes('inverted') || takes.includes('person')) return null;
  if (cue.form !== 'present' && cue.form !== 'past') return null;
  let from = cue.from;
  let subject = SUBJECTS.has(classes.of[cue.to] as number) && gaps[cue.to] === PLAIN;
  while (from > first && cue.from - from < MOST_BEFORE_VERB && gaps[from] === PLAIN) {
    const kind = classes.of[from - 1];
    if (kind !== PRONOUN && kind !== ADVERB && kind !== AUXILIARY) break;
    subject ||= kind === PRONOUN;
    from--;
  }
  if (from <= first || !opens(from)) return null;
  const end = asideEnd(gaps, cue.to, to);
  return subject && end >= 0 ? { from, to: end } : null;
}

/** The word behind the sign that ends an aside, or -1. */
function asideEnd(gaps: Uint8Array, from: number, to: number): number {
  for (let w = from; w < Math.min(to, from + MOST_BEHIND_VERB); w++)
    if (gaps[w] !== PLAIN && gaps[w] !== BRACKET) return w;
  return to - from < MOST_BEHIND_VERB ? to : -1;
}

/** Number of the first cue that starts at `word` or after it. */
export function firstCueFrom(cues: readonly CueHit[], word: number): number {
  return firstWhere(cues.length, (i) => (cues[i] as CueHit).from >= word);
}
