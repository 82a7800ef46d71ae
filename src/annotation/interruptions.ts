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
import type { Lexicon } from '../rules/lexicon.ts';
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
  isCue,
  PRONOUN,
  VERB,
  type WordClasses,
} from './tags.ts';

/** What asides are looked for on. */
export interface Ground {
  readonly doc: Document;
  readonly rules: Rules;
  readonly lexicon: Lexicon;
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
  const { fittedQuotes } = ground.lexicon.profile;
  return partsOf(ground, whole, (word) => isDash(ground, word) || (!fittedQuotes && isComma(ground, word)));
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
  const end = asideEnd(ground, cue.to, to, isDash(ground, from));
  return subject && end >= 0 ? { from, to: end } : null;
}

/** The word behind the sign that ends an aside, or -1. */
function asideEnd(ground: Ground, from: number, to: number, isBetweenDashes: boolean): number {
  const first = signAfter(ground, from, to);
  if (isBetweenDashes) {
    let dash = first;
    while (dash >= 0 && dash < to && ground.gaps[dash] === COMMA) dash = signAfter(ground, dash + 1, to);
    if (dash > first && /[–—―-]/.test(gapText(ground, dash))) return dash;
  }
  if (first < 0 || ground.gaps[first] !== COMMA) return first;
  const second = signAfter(ground, first + 1, to);
  return isApposition(ground, first, second) ? second : first;
}

function gapText({ doc: { text, words } }: Ground, word: number): string {
  return text.slice(words.end[word - 1], words.start[word]);
}

/** The first word from `from` on that a sign stands in front of; the end of the stretch if that is near; else -1. */
function signAfter({ gaps }: Ground, from: number, to: number): number {
  for (let w = from; w < Math.min(to, from + MOST_BEHIND_VERB); w++)
    if (gaps[w] !== PLAIN && gaps[w] !== BRACKET) return w;
  return to - from < MOST_BEHIND_VERB ? to : -1;
}

/** "…, raconte Hélène Roy, | sa voisine. | Il …": what the one named is, with no verb in it. */
function isApposition({ classes: { of }, lexicon }: Ground, from: number, to: number): boolean {
  if (to < 0) return false;
  let isRole = of[from] === POSSESSIVE;
  for (let w = from; w < to; w++) {
    if (of[w] === VERB || of[w] === AUXILIARY || of[w] === PRONOUN || isCue(of[w])) return false;
    isRole ||= lexicon.has(w, 'role') || lexicon.has(w, 'spokesperson') || lexicon.has(w, 'title');
  }
  return isRole;
}

/** Number of the first cue that starts at `word` or after it. */
export function firstCueFrom(cues: readonly CueHit[], word: number): number {
  return firstWhere(cues.length, (i) => (cues[i] as CueHit).from >= word);
}
