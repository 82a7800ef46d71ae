/**
 * The phrases that a relative pronoun may go on from, the likeliest first.
 * @module
 */
import { chunkNumber, type Scene, type Sentence } from '../annotation/annotated.ts';
import { headOf } from '../annotation/mention-types.ts';
import type { Chunk } from '../annotation/noun-phrases.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import { NAME, PREPOSITION } from '../annotation/tags.ts';
import type { RawQuote } from '../quotes/quote.ts';
import type { WordSpan } from '../text/spans.ts';
import { mentionsWithin, type Cast } from './entity-index.ts';
import { isRole } from '../annotation/appositions.ts';

/** Words between a phrase and the "who" that goes on from it. */
const MOST_BEFORE_RELATIVE = 6;
const MOST_PHRASES = 6;

/**
 * "Hale of Avon, the chair of the board, who": the phrases in front, from near to far, as far as prepositions and
 * commas tie them; where one is a role in apposition, the name in front of it comes first.
 */
export function relativeGround(cast: Cast, quote: RawQuote, source: WordSpan): readonly WordSpan[] {
  const { scene } = cast;
  const sentence = scene.sentences[quote.sentence] as Sentence;
  const phrases = phrasesBefore(scene, sentence, source).filter(
    (phrase, i, all) => !isPlaceOf(cast, phrase, all[i + 1]),
  );
  const apposed = phrases.findIndex(
    ({ from, to }) => scene.gaps[from] === COMMA && isRole(scene, headOf(scene, from, to)),
  );
  if (apposed < 0 || phrases.slice(0, apposed).some((phrase) => isPerson(cast, phrase)))
    return phrases;
  const named = phrases.slice(apposed + 1).find((phrase) => isPerson(cast, phrase));
  return named ? [named] : phrases;
}

function isPerson(cast: Cast, { from, to }: WordSpan): boolean {
  const head = headOf(cast.scene, from, to);
  return (
    cast.scene.classes.of[head] === NAME &&
    mentionsWithin(cast, { from, to }).some(({ entity }) => entity.type === 'person')
  );
}

/** "Martin Hale of | Avon": one name behind a preposition tells where the person in front of it belongs. */
function isPlaceOf(cast: Cast, { from, to }: WordSpan, before: WordSpan | undefined): boolean {
  if (to - from > 1 || cast.scene.classes.of[from - 1] !== PREPOSITION) return false;
  return before?.to === from - 1 && before.to - before.from > 1 && isPerson(cast, before);
}

function phrasesBefore(scene: Scene, sentence: Sentence, source: WordSpan): readonly Chunk[] {
  const found: Chunk[] = [];
  let next = source.from;
  for (let n = chunkNumber(sentence, source.from) - 1; n >= 0 && found.length < MOST_PHRASES; n--) {
    const chunk = sentence.chunks[n] as Chunk;
    const isNear = found.length === 0 && source.from - chunk.to <= MOST_BEFORE_RELATIVE;
    if (chunk.pronoun || (!isNear && !isTiedTo(scene, chunk, next))) break;
    found.push(chunk);
    next = chunk.from;
  }
  return found;
}

/** Whether a preposition or a comma alone stands between a phrase and the next. */
function isTiedTo({ classes, gaps }: Scene, { reach }: Chunk, next: number): boolean {
  if (reach === next) return gaps[next] === COMMA;
  return reach === next - 1 && classes.of[reach] === PREPOSITION && gaps[next] === PLAIN;
}
