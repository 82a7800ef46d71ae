/**
 * Names of bodies in quote marks: el diario «La Marea», компания «Северный путь». The marks belong to the name as a capital does, and nobody
 * says what stands in them.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { LexiconName } from '../rules/lexicons.ts';
import type { Document } from '../text/document.ts';
import { CAPITAL, firstWordAfter, NUMERIC } from '../text/words.ts';
import { hasVerb, type Marked } from './annotated.ts';
import { COMMA, DASH, gapBetween, isQuoteMark, LINE_BREAK, PLAIN, STOP } from './punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  isCue,
  NAME,
  NOUN,
  PRONOUN,
  TIME,
  type WordClasses,
  isVerbal,
} from './tags.ts';

interface Ground {
  readonly doc: Document;
  readonly lexicon: Lexicon;
  readonly gaps: Uint8Array;
  readonly classes: WordClasses;
}

/** Nouns that such a name goes with; a verb of saying that closes a sentence may have it alone: "…, пишет «Прилив»." */
const BEARERS: readonly LexiconName[] = ['organisation', 'group-noun', 'medium'];

/** Words of such a name, at most. Set by hand. */
const MOST_WORDS = 5;

/**
 * The stretches in marks without those that are names of bodies. The words of these become names, and their marks no pause: changes `gaps` and
 * `classes`. Linear in the stretches. Languages with `names-in-marks` have learned about such names by themselves.
 */
export function withoutNames(ground: Ground, marked: readonly Marked[]): readonly Marked[] {
  if (ground.lexicon.profile.namesInMarks) return marked;
  return marked.filter((mark) => {
    const name = nameIn(ground, mark);
    if (!name) return true;
    const { gaps, classes, doc } = ground;
    const { words, text } = doc;
    classes.of.fill(NAME, name.from, name.to);
    gaps[name.from] = PLAIN;
    // "директор компании «Заря» | Олег Носов", "z „Gazetą” | prezes klubu": one mention ends, another starts.
    if (name.to < words.count && classes.of[name.to] !== NAME && !name.tied)
      gaps[name.to] = gapBetween(text, mark.end, words.start[name.to] as number);
    return false;
  });
}

/** The words of a stretch that is the name of what stands in front of it. */
function nameIn(
  ground: Ground,
  { start, end, closed }: Marked,
): { readonly from: number; readonly to: number; readonly tied: boolean } | null {
  const { doc } = ground;
  const { text, words } = doc;
  const from = firstWordAfter(words, start);
  if (!closed || from === 0 || start - (words.end[from - 1] as number) !== 1) return null;
  const isBorne = isBearer(ground, from - 1) || isHeldByRole(ground, from - 1);
  // "w rozmowie z „Gazetą”"
  const isTied = !isBorne && isPreposition(ground, from - 1);
  if (!isBorne && !isTied && !isTagVerb(ground, from - 1)) return null;
  let to = from;
  while (to < words.count && (words.end[to] as number) < end && to - from <= MOST_WORDS) to++;
  if (to === from || to - from > MOST_WORDS) return null;
  if (isTied && to - from > MOST_TIED) return null;
  // "the group: “We Won!”", "el partido «Hola a todos»"
  const isBare = isQuoteMark(text.slice(words.end[to - 1], end).trim());
  const span = { from, to, tied: isTied };
  if (!isBare || !isNamed(doc, from) || hasVerb(ground, span)) return null;
  return isBorne || isTied || (isNamed(doc, to - 1) && endsClause(ground, to)) ? span : null;
}

/** "El puente sigue cerrado, | informa hoy «El Faro».": behind a clause and a comma, a verb of saying. */
function isTagVerb({ classes: { of }, gaps }: Ground, last: number): boolean {
  let w = last;
  while (w > last - MOST_IN_PHRASE && gaps[w] === PLAIN && (of[w] === ADVERB || of[w] === TIME))
    w--;
  if (!isCue(of[w])) return false;
  const verb = w;
  while (w > verb - MOST_IN_PHRASE && gaps[w] === PLAIN && SMALL.has(of[w - 1] as number)) w--;
  if (gaps[w] !== COMMA && gaps[w] !== DASH) return false;
  for (let at = w - 1; at >= Math.max(0, w - MOST_IN_CLAUSE); at--) {
    if (isVerbal(of[at])) return true;
    if (gaps[at] === STOP || gaps[at] === LINE_BREAK) return false;
  }
  return false;
}

/** Small words in front of a verb: "a | écrit". */
const SMALL: ReadonlySet<number> = new Set([ADVERB, AUXILIARY, PRONOUN]);

/** How far back the verb of a clause is looked for. Set by hand; it bounds the work. */
const MOST_IN_CLAUSE = 40;

/** Whether a pause stands in front of a word. */
function endsClause({ gaps }: Ground, word: number): boolean {
  const gap = gaps[word];
  return gap === undefined || gap === COMMA || gap === STOP || gap === LINE_BREAK;
}

/** Whether a word, or one in front of it that it describes, is such a noun: "el diario | conservador «La Marea»". */
function isBearer({ classes: { of }, gaps, lexicon }: Ground, last: number): boolean {
  for (let w = last; w > last - MOST_IN_PHRASE && w >= 0; w--) {
    if (BEARERS.some((list) => lexicon.has(w, list))) return true;
    if (of[w] !== NOUN || gaps[w] !== PLAIN) return false;
  }
  return false;
}

/** "тренер | «Зари» Иванов", "в | «Заре» заявили": behind what somebody is, or inside what, in languages that have such prepositions. */
function isHeldByRole({ lexicon }: Ground, last: number): boolean {
  if (!lexicon.hasApart('oblique-ending')) return false;
  return (
    lexicon.has(last, 'role') || lexicon.has(last, 'spokesperson') || lexicon.has(last, 'within')
  );
}

function isPreposition({ lexicon }: Ground, word: number): boolean {
  return (
    !lexicon.profile.fittedQuotes &&
    lexicon.has(word, 'preposition') &&
    lexicon.hasApart('oblique-ending')
  );
}

/** Words of a name that only a preposition tells, at most. Set by hand. */
const MOST_TIED = 2;

/** A noun and its adjectives. Set by hand; it bounds the work. */
const MOST_IN_PHRASE = 3;

/** Whether a word has a capital or is a number. */
function isNamed({ words }: Document, word: number): boolean {
  return ((words.shape[word] as number) & (CAPITAL | NUMERIC)) !== 0;
}
