/**
 * Names of things in marks, in languages that set them so: der Film „Die Flut“, die „Halder Zeitung“. What stands in front of the marks, and capitals
 * at both ends, tell them from what somebody said.
 * @module
 */
import { endOfMark, type AnnotatedText } from '../annotation/annotated.ts';
import { QUOTE_MARK } from '../annotation/punctuation.ts';
import { DETERMINER, NAME, NOUN, PREPOSITION } from '../annotation/tags.ts';
import { namesOf, type NumberOf } from '../rules/feature-space.ts';
import { CAPITAL, NUMERIC } from '../text/words.ts';

/** What stands in front of words in marks that look like a name; `called`: something that says so stands behind them. */
export const THINGS = namesOf([
  'work',
  'term',
  'called',
  'noun',
  'definite',
  'indefinite',
  'preposition',
  'name',
  'other',
  'no',
]);
export const THING = THINGS.numbers;
export type Thing = NumberOf<typeof THINGS>;

/** Words of such a name, at most. Set by hand. */
const MOST_WORDS = 8;

/** What the words in marks from `from` on are named by; `no` where they look like no name. */
export function thingAt(annotated: AnnotatedText, from: number): Thing {
  const { doc, gaps, lexicon, marked, markOf } = annotated;
  const { words } = doc;
  const mark = marked.at(markOf[from] as number);
  const to = endOfMark(markOf, from, from + MOST_WORDS + 1);
  if (!mark?.closed || to - from > MOST_WORDS || markOf[from - 1] !== -1) return THING.no;
  if (gaps[from] !== QUOTE_MARK) return THING.no;
  // „Wer kommt?“
  const isBare = mark.end - (words.end[to - 1] as number) === 1;
  if (lexicon.has(from - 1, 'scare-cue')) return THING.term;
  if (!isBare) return THING.no;
  if (isDefinite(annotated, from - 1)) return THING.definite;
  const isNamed = (word: number): boolean =>
    ((words.shape[word] as number) & (CAPITAL | NUMERIC)) !== 0;
  if (!isNamed(from) || !isNamed(to - 1)) return THING.no;
  if (lexicon.has(from - 1, 'work-noun')) return THING.work;
  return lexicon.has(to, 'scare-cue') ? THING.called : wordBefore(annotated, from - 1);
}

/** Words between a bracket and the marks in it, at most: "(übersetzt in etwa: „…“". Set by hand. */
const MOST_IN_GLOSS = 4;

/** "die „Union Verde“ (etwa: „Grüner Bund“)": whether words in marks, without a sign at their end, are all that a bracket adds to a name. */
export function isGloss({ doc, lexicon, marked, markOf }: AnnotatedText, from: number): boolean {
  if (!lexicon.profile.nounCapitals || markOf[from] === -1) return false;
  const { text, words } = doc;
  const start = marked.at(markOf[from] as number)?.start ?? 0;
  const end = marked.at(markOf[from] as number)?.end ?? 0;
  if (/[.,!?…]/.test(text[end - 2] ?? '')) return false;
  const first = words.end[Math.max(0, from - MOST_IN_GLOSS - 1)] as number;
  const front = text.slice(first, start);
  return front.lastIndexOf('(') > front.lastIndexOf(')');
}

/** "die", "zum": the thing is known. */
function isDefinite({ lexicon }: AnnotatedText, word: number): boolean {
  return lexicon.at(word, 'article')?.attribute === 'definite' || lexicon.has(word, 'contraction');
}

function wordBefore({ classes, doc: { words } }: AnnotatedText, word: number): Thing {
  switch (classes.of[word]) {
    case NOUN:
      return ((words.shape[word] as number) & CAPITAL) !== 0 ? THING.noun : THING.other;
    case DETERMINER:
      return THING.indefinite;
    case PREPOSITION:
      return THING.preposition;
    case NAME:
      return THING.name;
    default:
      return THING.other;
  }
}

/** Whether what stands in front of words in marks, or behind them, makes them a name in all likelihood. */
export function isNamedThing(annotated: AnnotatedText, from: number): boolean {
  return annotated.lexicon.profile.nounCapitals && CERTAIN.has(thingAt(annotated, from));
}

/** "la novela «Ceniza»", "la llamada «ley seca»": what stands right in front of short words in marks says that they are a name. */
export function isNamedBefore(
  { doc, gaps, lexicon, markOf }: AnnotatedText,
  from: number,
): boolean {
  if (gaps[from] !== QUOTE_MARK || markOf[from] === -1 || markOf[from - 1] !== -1) return false;
  const to = endOfMark(markOf, from, from + MOST_WORDS + 1);
  if (to - from > MOST_WORDS) return false;
  if (lexicon.has(from - 1, 'scare-cue')) return true;
  const isCapital = ((doc.words.shape[from] as number) & CAPITAL) !== 0;
  return isCapital && lexicon.has(from - 1, 'work-noun');
}

const CERTAIN: ReadonlySet<Thing> = new Set([
  THING.work,
  THING.term,
  THING.called,
  THING.noun,
  THING.definite,
]);
