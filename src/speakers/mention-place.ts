/**
 * What a mention is in its sentence: subject, object, behind a preposition …
 * @module
 */
import { phraseNumber, type AnnotatedText } from '../annotation/annotated.ts';
import { isPossessive } from '../annotation/possessives.ts';
import { BRACKET, COMMA, PLAIN } from '../annotation/punctuation.ts';
import { ADVERB, isCue, NOUN, PREPOSITION, VERB, isVerbal } from '../annotation/tags.ts';
import type { EntityIndex } from './entity-index.ts';
import type { Place } from './model/features.ts';

interface Mention {
  readonly from: number;
  readonly to: number;
  readonly titlesFrom: number;
}

/** @param sentence number of the sentence that the mention stands in */
export function placeOf(index: EntityIndex, sentence: number, mention: Mention): Place {
  const { annotated } = index;
  const { classes, gaps } = annotated;
  const { titlesFrom } = mention;
  const to = pastBracket(annotated, sentence, mention.to);
  if (isPossessive(annotated.doc, mention.to - 1)) return 'owner';
  // "a Hale supporter"
  if (gaps[to] === PLAIN && classes.of[to] === NOUN) return 'modifier';
  const before = titlesFrom - 1;
  const first = annotated.sentences.at(sentence)?.from ?? 0;
  const isTopic = before === first && gaps[to] === COMMA;
  if (before >= first && gaps[titlesFrom] === PLAIN) {
    if (classes.of[before] === PREPOSITION) return isTopic ? 'other' : 'oblique';
    if (isCue(classes.of[before]) && !opensVerb(annotated, to)) return 'told';
    if (classes.of[before] === VERB) return 'object';
  }
  if (opensVerb(annotated, to)) return 'subject';
  return titlesFrom <= firstVerbOf(index, sentence) ? 'early' : 'other';
}

/** "Hale (D-Ohio)": the word behind the bracket. */
function pastBracket({ sentences, gaps }: AnnotatedText, number: number, to: number): number {
  const sentence = sentences.at(number);
  if (!sentence || gaps[to] !== BRACKET) return to;
  const phrase = sentence.phrases[phraseNumber(sentence, to) - 1];
  return phrase && phrase.to === to ? phrase.reach : to;
}

/** Whether a verb goes on right behind a mention, with an adverb in front of it or not. */
function opensVerb(annotated: AnnotatedText, word: number): boolean {
  const { classes, gaps } = annotated;
  if (gaps[word] === COMMA) return isVerbBehindAside(annotated, word);
  if (gaps[word] !== PLAIN && gaps[word] !== BRACKET) return false;
  const at = classes.of[word] === ADVERB && gaps[word + 1] === PLAIN ? word + 1 : word;
  return isVerbal(classes.of[at]);
}

/** Words of an aside behind a name at most. Set by hand; it bounds the work. */
const MOST_IN_ASIDE = 12;

/** "Hale, | a baker, | waited": a verb right behind a comma that closes what is said of the name. */
function isVerbBehindAside({ classes, gaps }: AnnotatedText, word: number): boolean {
  for (let w = word + 1; w <= word + MOST_IN_ASIDE; w++) {
    if (gaps[w] === COMMA && isVerbal(classes.of[w])) return true;
    if (gaps[w] !== PLAIN && gaps[w] !== COMMA) return false;
    if (isVerbal(classes.of[w])) return false;
  }
  return false;
}

/** The first verb of a sentence outside of marks; the word behind it where it has none. Found once for each sentence. */
function firstVerbOf({ annotated, firstVerbs }: EntityIndex, number: number): number {
  const known = firstVerbs.get(number);
  if (known !== undefined) return known;
  const { classes, markOf, sentences } = annotated;
  const { from, to } = sentences.at(number) ?? { from: 0, to: 0 };
  let at = from;
  while (at < to && (markOf[at] !== -1 || !isVerbal(classes.of[at]))) at++;
  firstVerbs.set(number, at);
  return at;
}
