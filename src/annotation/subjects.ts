/**
 * The subject of a main clause in languages whose finite verb comes second: in front of the verb or right behind it.
 * @module
 */
import { phraseNumber, type AnnotatedText, type Sentence } from './annotated.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { COMMA, PLAIN } from './punctuation.ts';
import {
  ADVERB,
  COORDINATOR,
  NAME,
  NOUN,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  TIME,
  isVerbal,
} from './tags.ts';
import type { WordSpan } from '../text/spans.ts';

/** The mention that the first main clause is about; where the language tells nothing, the first mention. */
export function subjectOf(annotated: AnnotatedText, sentence: Sentence): NounPhrase | undefined {
  const first = sentence.phrases[0];
  if (!annotated.lexicon.profile.verbSecond) return first;
  const verb = mainVerb(annotated, sentence);
  const beside =
    verb < 0
      ? undefined
      : (beforeAside(annotated, sentence, verb) ?? besideVerb(annotated, sentence, verb));
  // "An die Firma richtet sich Kritik.": what a preposition adds is no subject.
  return (
    beside ?? sentence.phrases.find((phrase) => canBeSubject(annotated, sentence, phrase)) ?? first
  );
}

/** The first finite verb that no subordinate clause holds, or -1. */
export function mainVerb(
  { classes: { of }, gaps, markOf }: AnnotatedText,
  { from, to }: Sentence,
): number {
  let isSubordinate = false;
  let hasVerb = false;
  for (let w = from; w < to; w++) {
    if (markOf[w] !== -1) continue;
    if (gaps[w] === COMMA && hasVerb) isSubordinate = false;
    const kind = of[w];
    if (kind === SUBORDINATOR || kind === RELATIVE) {
      isSubordinate = true;
      hasVerb = false;
    } else if (isVerbal(kind)) {
      if (!isSubordinate) return w;
      hasVerb = true;
    }
  }
  return -1;
}

/** The last finite verb in front of word `to` that no subordinate clause holds, or -1. Infinitives with their preposition are none. */
export function lastMainVerb(annotated: AnnotatedText, { from, to }: WordSpan): number {
  const {
    classes: { of },
    gaps,
    markOf,
  } = annotated;
  let found = -1;
  let isSubordinate = false;
  let hasVerb = false;
  for (let w = from; w < to; w++) {
    if (markOf[w] !== -1) continue;
    if (gaps[w] !== PLAIN && (!isSubordinate || hasVerb)) {
      isSubordinate = false;
      hasVerb = false;
    }
    const kind = of[w];
    if (kind === SUBORDINATOR || kind === RELATIVE) {
      isSubordinate = true;
      hasVerb = false;
    } else if (kind === COORDINATOR && !isSubordinate) hasVerb = false;
    else if (isVerbal(kind)) {
      if (gaps[w] === PLAIN && of[w - 1] === PREPOSITION) continue;
      if (!isSubordinate && !hasVerb) found = w;
      hasVerb = true;
    }
  }
  return found;
}

/** The subject of a finite verb: what stands in front of it, unless that is none, or a pronoun behind it is. */
export function besideVerb(
  annotated: AnnotatedText,
  sentence: Sentence,
  verb: number,
): NounPhrase | undefined {
  const after = behindVerb(annotated, sentence, verb);
  if (after?.pronoun) return after;
  return beforeVerb(annotated, sentence, verb) ?? after;
}

/** The phrase that phrase `number` is tied to, over others in between: "die Sprecherin | der Werft | in Avon"; itself where it is tied to none. */
function headOfTied(annotated: AnnotatedText, { phrases }: Sentence, number: number): NounPhrase {
  let head = number;
  while (
    head > 0 &&
    isTied(annotated, phrases[head] as NounPhrase, phrases[head - 1] as NounPhrase)
  )
    head--;
  return phrases[head] as NounPhrase;
}

/** The subject in front of a finite verb, if that is one. */
export function beforeVerb(
  annotated: AnnotatedText,
  sentence: Sentence,
  verb: number,
): NounPhrase | undefined {
  const number = phraseNumber(sentence, verb) - 1;
  const { classes, gaps } = annotated;
  // "Reeds Partei selbst | dagegen warf …"
  let end = verb;
  while (end > sentence.from && gaps[end] === PLAIN && classes.of[end - 1] === ADVERB) end--;
  if (sentence.phrases[number]?.reach !== end || gaps[end] !== PLAIN) return undefined;
  const phrase = headOfTied(annotated, sentence, number);
  return canBeSubject(annotated, sentence, phrase) ? phrase : undefined;
}

/** "Reed, | der den Brief unterschrieb, | verurteilte …": what opens the sentence and has an aside in commas behind it. */
export function beforeAside(
  annotated: AnnotatedText,
  sentence: Sentence,
  end: number,
): NounPhrase | undefined {
  const { gaps } = annotated;
  if (gaps[end] !== COMMA || behindVerb(annotated, sentence, end)?.pronoun) return undefined;
  const number = sentence.phrases.findIndex(({ reach }) => gaps[reach] === COMMA);
  const last = sentence.phrases[number];
  if (!last || last.reach >= end) return undefined;
  const phrase = headOfTied(annotated, sentence, number);
  const isFirst = phrase.from - sentence.from <= MOST_IN_FRONT;
  return isFirst && canBeSubject(annotated, sentence, phrase) ? phrase : undefined;
}

/** Words in front of the subject that opens a sentence: "Auch | Reed, der …". */
const MOST_IN_FRONT = 1;

/** The subject right behind a finite verb, if that is one. */
export function behindVerb(
  annotated: AnnotatedText,
  sentence: Sentence,
  verb: number,
): NounPhrase | undefined {
  const { gaps } = annotated;
  let at = verb + 1;
  while (at < sentence.to && gaps[at] === PLAIN && isBetween(annotated, at)) at++;
  const phrase = sentence.phrases[phraseNumber(sentence, at)];
  return phrase?.from === at && gaps[at] === PLAIN && canBeSubject(annotated, sentence, phrase)
    ? phrase
    : undefined;
}

/** Whether a word may stand between a verb and the subject behind it: "sagte | gestern | Reed". */
export function isBetween({ classes, lexicon }: AnnotatedText, word: number): boolean {
  const kind = classes.of[word];
  return kind === ADVERB || kind === TIME || lexicon.has(word, 'pronoun-object');
}

/** Whether a phrase is part of the one in front of it: "der Sprecher | der Polizei | in Halden". */
export function isTied(
  { classes, gaps, lexicon }: AnnotatedText,
  phrase: NounPhrase,
  before: NounPhrase,
): boolean {
  if (gaps[phrase.from] !== PLAIN || before.pronoun) return false;
  if (before.reach === phrase.from) {
    const head = classes.of[phrase.from - 1];
    return (head === NOUN || head === NAME) && lexicon.has(phrase.from, 'genitive');
  }
  return before.reach === phrase.from - 1 && classes.of[phrase.from - 1] === PREPOSITION;
}

function canBeSubject(
  { classes, gaps, lexicon }: AnnotatedText,
  sentence: Sentence,
  { from }: NounPhrase,
): boolean {
  if (lexicon.has(from, 'oblique')) return false;
  return from === sentence.from || gaps[from] !== PLAIN || classes.of[from - 1] !== PREPOSITION;
}
