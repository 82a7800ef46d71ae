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
import { CAPITAL, firstWordAfter, wordsWithin } from '../text/words.ts';
import type { Marked } from './annotated.ts';
import { BRACKET, COMMA, PLAIN, STOP } from './punctuation.ts';
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
  readonly lexicon: Lexicon;
  readonly gaps: Uint8Array;
  readonly classes: WordClasses;
  /** In order, those in marks included. */
  readonly cues: readonly CueHit[];
}

const MOST_BEFORE_VERB = 4;
/** Up to the sign that ends an aside; a dash is waited for longer, since only another dash ends what it opens. */
const MOST_BEHIND_VERB = 10;
const MOST_UP_TO_DASH = 30;
const SUBJECTS = new Set([NAME, NOUN, DETERMINER, POSSESSIVE, PRONOUN]);

/**
 * The parts of a stretch in marks that its asides leave; the stretch itself where it has none. Between commas only inside guillemets:
 * who writes with other marks closes them in front of such an aside.
 */
export function cutAtAsides(ground: Ground, mark: Marked): readonly Marked[] {
  const isGuillemet = ground.doc.text[mark.start] === '«';
  const parts = partsOf(ground, mark, (word, cue) =>
    isGuillemet
      ? isDash(ground, word) || isComma(ground, word) || goesOn(ground, word)
      : // “I am not allowed to say – she said –”: only the verb in front makes an aside certain.
        isDash(ground, word) && opensWithVerb(ground, word, cue),
  );
  return parts.length === 0 ? [mark] : parts;
}

/** What is said in a paragraph that opens with a dash, if an aside behind another dash says who said it. */
export function dashSpeech(ground: Ground, paragraph: Span, number: number): readonly Marked[] {
  const { text } = ground.doc;
  const { fittedQuotes } = ground.lexicon.profile;
  if (!DASHES.includes(text[paragraph.start] ?? ' ')) {
    if (fittedQuotes || MARK.test(text.slice(paragraph.start, paragraph.end))) return NO_SPEECH;
    const inLine = behindColon(ground, paragraph, number);
    return inLine.length > 0 ? inLine : behindStop(ground, paragraph, number);
  }
  const whole = { ...paragraph, single: false, closed: true, paragraph: number, continues: false };
  // "– Vi ger oss inte, säger Berg": the Nordic languages part an aside by a comma here.
  const opens = (word: number): boolean =>
    isDash(ground, word) || (!fittedQuotes && (isComma(ground, word) || goesOn(ground, word)));
  const [first, ...others] = partsOf(ground, whole, opens);
  // "— Да, — сказал он. Все встали.": behind the aside, only a dash says that speech goes on.
  const isDashed = ({ start }: Marked): boolean => DASH_IN_FRONT.test(text.slice(start - 6, start));
  return first ? [first, ...others.filter(isDashed)] : [];
}

/** "Соседка вздыхает: | — Раньше тут было шумно. А теперь …": behind a verb of saying, a colon and a dash, up to the end of the paragraph. */
function behindColon(
  { cues, doc: { text, words } }: Ground,
  { start, end }: Span,
  number: number,
): readonly Marked[] {
  const paragraph = text.slice(start, end);
  const colon = start + paragraph.indexOf(': ');
  if (colon < start || !COLON_DASH.test(text.slice(colon, colon + 5))) return NO_SPEECH;
  const verb = firstWordAfter(words, colon) - 1;
  const cue = cues[firstCueFrom(cues, verb)];
  if (cue?.from !== verb) return NO_SPEECH;
  const said = { start: colon + 2, end, single: false, closed: true, paragraph: number };
  return [{ ...said, continues: false }];
}

/** "O sprawie mówił rzecznik. | – Podejrzany się przyznał – przekazał.": behind a sentence and a dash, if an aside behind another one says who said it. */
function behindStop(ground: Ground, { start, end }: Span, number: number): readonly Marked[] {
  const { text } = ground.doc;
  const at = text.slice(start, end).search(STOP_DASH);
  if (at < 0) return NO_SPEECH;
  const from = start + at + 2;
  const said = { start: from, end, single: false, closed: true, paragraph: number };
  const [first, ...others] = partsOf(ground, { ...said, continues: false }, (word) =>
    isDash(ground, word),
  );
  const isDashed = (part: Marked): boolean =>
    DASH_IN_FRONT.test(text.slice(part.start - 6, part.start));
  return first ? [first, ...others.filter(isDashed)] : NO_SPEECH;
}

const STOP_DASH = /[.!?…] [—–-] \p{Lu}/u;
const COLON_DASH = /^: [—–-]\s?\p{Lu}/u;
const MARK = /["“”„«»]/;

/** What nearly all paragraphs have: one list for all of them. */
export const NO_SPEECH: readonly Marked[] = [];

const DASH_IN_FRONT = /[—–―-][\s.,;:!?…]*$/;

const DASHES = '—–―-';

/** What a paragraph of dialogue says that opens with a dash and has no aside: all of it. */
export function dashLine(
  { doc: { text } }: Ground,
  paragraph: Span,
  number: number,
): readonly Marked[] {
  const said = text.slice(paragraph.start, paragraph.end);
  if (!DIALOGUE_LINE.test(said)) return [];
  return [{ ...paragraph, single: false, closed: true, paragraph: number, continues: false }];
}

/** A dash, a sentence, and no other long dash. */
const DIALOGUE_LINE = /^(?:[—–―]\s?|-\s)[^\s—–―-][^—–―]*[.!?…]$/;

const isComma = ({ gaps }: Ground, word: number): boolean => gaps[word] === COMMA;

/** Whether nothing but auxiliaries stands between a word and a cue: “– dice Colonna”, “– ha detto Colonna”. */
function opensWithVerb({ classes: { of } }: Ground, word: number, cue: CueHit): boolean {
  for (let w = word; w < cue.from; w++) if (of[w] !== AUXILIARY) return false;
  return true;
}

/** « Trop tard ! lance Mercier »: behind a question or exclamation mark, what has no capital goes on. */
function goesOn({ doc: { words }, gaps }: Ground, word: number): boolean {
  return gaps[word] === STOP && ((words.shape[word] ?? 0) & CAPITAL) === 0;
}

/** A dash behind a space: it opens what stands behind it, or stands between two words. */
function isDash({ doc: { text, words } }: Ground, word: number): boolean {
  return /\s[—–―-]/.test(text.slice(words.end[word - 1], words.start[word]));
}

/** A dash that may close what another one opened: “dijo Pérez—.”, “said Reed. — But”. */
function hasDash({ doc: { text, words } }: Ground, word: number): boolean {
  return /[—–―]|-[\s.,;:]/.test(text.slice(words.end[word - 1], words.start[word]));
}

/** Whether the aside of a cue may start at a word. */
type Opens = (word: number, cue: CueHit) => boolean;

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
    parts.push({ ...mark, start, end: endOfPart(ground, aside.from), continues: false });
    start = words.start[aside.to] ?? mark.end;
    first = aside.to;
  }
  if (parts.length > 0 && first < to) parts.push({ ...mark, start });
  return parts;
}

/** The end of what was said in front of an aside: with its question mark, exclamation mark or dots, without its comma. */
function endOfPart({ doc: { text, words } }: Ground, aside: number): number {
  const end = words.end[aside - 1] as number;
  const signs = /^["”»’]*(?:\s?[?!…]+|\.{2,})?["”»’]*/.exec(text.slice(end, words.start[aside]));
  return end + (signs?.[0].length ?? 0);
}

/** The aside of a cue within words `first` to `to`, half-open word numbers. */
function asideOf(
  ground: Ground,
  cue: CueHit,
  first: number,
  to: number,
  opens: Opens,
): { readonly from: number; readonly to: number } | null {
  const { gaps, classes, lexicon, rules } = ground;
  const takes = rules.cueRules[cue.rule]?.takes ?? [];
  if (cue.form !== 'present' && cue.form !== 'past') return null;
  let from = cue.from;
  let subject = SUBJECTS.has(classes.of[cue.to] as number) && gaps[cue.to] === PLAIN;
  while (from > first && cue.from - from < MOST_BEFORE_VERB && gaps[from] === PLAIN) {
    const kind = classes.of[from - 1];
    if (kind !== PRONOUN && kind !== ADVERB && kind !== AUXILIARY) break;
    subject ||= kind === PRONOUN;
    from--;
  }
  if (from <= first || !opens(from, cue)) return null;
  const isDashed = isDash(ground, from);
  if (!takes.includes('inverted') || (takes.includes('person') && !isDashed)) return null;
  if (isDashed) return { from, to: dashEnd(ground, cue.to, to) };
  const end = asideEnd(ground, cue.to, to);
  // "«El acuerdo, añadió, no perjudica»": some verbs need no subject.
  const isAlone = end === cue.to && lexicon.endings('plural-verb-ending').length > 0;
  return (subject || (isAlone && isComma(ground, end))) && end >= 0 ? { from, to: end } : null;
}

/** The word behind the dash that ends an aside opened by a dash; where there is none, the end of what it stands in. */
function dashEnd(ground: Ground, from: number, to: number): number {
  for (let w = from; w < Math.min(to, from + MOST_UP_TO_DASH); w++)
    if (hasDash(ground, w)) return w;
  const end = asideEnd(ground, from, to);
  return end < 0 || isComma(ground, end) ? to : end;
}

/** The word behind the sign that ends an aside, or -1. The comma in front of what its subject is does not end it. */
function asideEnd(ground: Ground, from: number, to: number): number {
  const { gaps } = ground;
  for (let w = from; w < Math.min(to, from + MOST_BEHIND_VERB); w++) {
    if (gaps[w] === PLAIN || gaps[w] === BRACKET) continue;
    if (w === from || gaps[w] !== COMMA || !isApposition(ground, w)) return w;
  }
  return to - from < MOST_BEHIND_VERB ? to : -1;
}

/** "explique Paul Mercier, | maire d’Avon": a role, or an article and a role, behind a comma. */
function isApposition({ classes: { of }, lexicon }: Ground, word: number): boolean {
  const role = of[word] === DETERMINER || of[word] === POSSESSIVE ? word + 1 : word;
  return lexicon.has(role, 'role') || lexicon.has(role, 'title');
}

/** Number of the first cue that starts at `word` or after it. */
export function firstCueFrom(cues: readonly CueHit[], word: number): number {
  return firstWhere(cues.length, (i) => (cues[i] as CueHit).from >= word);
}
