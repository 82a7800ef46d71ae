/**
 * The phrases that a relative pronoun may go on from, the likeliest first.
 * @module
 */
import { phraseNumber, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { headOf } from '../annotation/mention-types.ts';
import type { NounPhrase } from '../annotation/noun-phrases.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import { NAME, PREPOSITION } from '../annotation/tags.ts';
import type { RawQuote } from '../quotes/quote.ts';
import type { WordSpan } from '../text/spans.ts';
import { mentionsWithin, type EntityIndex } from './entity-index.ts';
import { isRole } from '../annotation/appositions.ts';

/** Words between the nearest phrase and the "who" that goes on from it, and how many phrases are tried. Set by hand. */
const MOST_BEFORE_RELATIVE = 6;
const MOST_PHRASES = 6;

/**
 * "Hale of Avon, the chair of the board, who": the phrases in front, from near to far, as far as prepositions and
 * commas tie them; where one is a role in apposition, the name in front of it comes first.
 */
export function relativeGround(
  index: EntityIndex,
  quote: RawQuote,
  source: WordSpan,
): readonly WordSpan[] {
  const { annotated } = index;
  const sentence = annotated.sentences.at(quote.sentence) as Sentence;
  const phrases = phrasesBefore(annotated, sentence, source).filter(
    (phrase, i, all) => !isPlaceOf(index, phrase, all[i + 1]),
  );
  const apposed = phrases.findIndex(
    ({ from, to }) =>
      annotated.gaps[from] === COMMA && isRole(annotated, headOf(annotated, from, to)),
  );
  if (apposed < 0 || phrases.slice(0, apposed).some((phrase) => isPerson(index, phrase)))
    return phrases;
  const named = phrases.slice(apposed + 1).find((phrase) => isPerson(index, phrase));
  return named ? [named] : phrases;
}

function isPerson(index: EntityIndex, { from, to }: WordSpan): boolean {
  const head = headOf(index.annotated, from, to);
  return (
    index.annotated.classes.of[head] === NAME &&
    mentionsWithin(index, { from, to }).some(({ entity }) => entity.type === 'person')
  );
}

/** "Martin Hale of | Avon": one name behind a preposition tells where the person in front of it belongs. */
function isPlaceOf(
  index: EntityIndex,
  { from, to }: WordSpan,
  before: WordSpan | undefined,
): boolean {
  if (to - from > 1 || index.annotated.classes.of[from - 1] !== PREPOSITION) return false;
  return before?.to === from - 1 && before.to - before.from > 1 && isPerson(index, before);
}

function phrasesBefore(
  annotated: AnnotatedText,
  sentence: Sentence,
  source: WordSpan,
): readonly NounPhrase[] {
  const found: NounPhrase[] = [];
  let next = source.from;
  for (
    let n = phraseNumber(sentence, source.from) - 1;
    n >= 0 && found.length < MOST_PHRASES;
    n--
  ) {
    const phrase = sentence.phrases[n] as NounPhrase;
    const isNear = found.length === 0 && source.from - phrase.to <= MOST_BEFORE_RELATIVE;
    if (phrase.pronoun || (!isNear && !isTiedTo(annotated, phrase, next))) break;
    found.push(phrase);
    next = phrase.from;
  }
  return found;
}

/** Whether a preposition or a comma alone stands between a phrase and the next. */
function isTiedTo({ classes, gaps }: AnnotatedText, { reach }: NounPhrase, next: number): boolean {
  if (reach === next) return gaps[next] === COMMA;
  return reach === next - 1 && classes.of[reach] === PREPOSITION && gaps[next] === PLAIN;
}
