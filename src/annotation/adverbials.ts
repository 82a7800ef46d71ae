/**
 * Phrases that tell where, when or to whom something was said: "on Twitter", "in a statement on Monday", "to reporters".
 * They stand between a cue and its content, or behind it, and belong to neither.
 * @module
 */
import { phraseNumber, type Adverbial, type AnnotatedText, type Sentence } from './annotated.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { PLAIN } from './punctuation.ts';
import { ADVERB, DETERMINER, NAME, NUMBER, PREPOSITION, PRONOUN, TIME } from './tags.ts';

export type { Adverbial } from './annotated.ts';

/** The circumstance that starts at `word`, or null. */
export function adverbialAt(
  annotated: AnnotatedText,
  sentence: Sentence,
  word: number,
): Adverbial | null {
  if (word >= sentence.to) return null;
  const { adverbials } = sentence.memo;
  const at = word - sentence.from;
  const known = adverbials[at];
  return known !== undefined ? known : (adverbials[at] = readAdverbial(annotated, sentence, word));
}

function readAdverbial(
  annotated: AnnotatedText,
  sentence: Sentence,
  word: number,
): Adverbial | null {
  if (annotated.markOf[word] !== -1) return null;
  switch (annotated.classes.of[word]) {
    case TIME:
    case NUMBER:
      return { kind: 'time', to: word + 1 };
    case ADVERB:
      return { kind: 'adverb', to: word + 1 };
    case PREPOSITION:
      return phraseAt(annotated, sentence, word);
    case DETERMINER:
      return dayAt(annotated, sentence, word);
    case PRONOUN:
      // "a annoncé | ce mardi": a word of both classes.
      return annotated.lexicon.has(word, 'article') ? dayAt(annotated, sentence, word) : null;
    default:
      return annotated.lexicon.has(word, 'addressee') ? { kind: 'phrase', to: word + 1 } : null;
  }
}

/** "informó | este martes | la Junta": a day or time with its article. Weights fitted on a language know its own. */
function dayAt({ classes, gaps, lexicon }: AnnotatedText, { to }: Sentence, word: number) {
  const next = word + 1;
  const isDay = next < to && gaps[next] === PLAIN && classes.of[next] === TIME;
  return isDay && !lexicon.profile.fittedQuotes ? ({ kind: 'time', to: next + 1 } as const) : null;
}

/** A preposition with what it governs. */
function phraseAt(annotated: AnnotatedText, sentence: Sentence, word: number): Adverbial | null {
  const { classes } = annotated;
  const next = word + 1;
  if (next >= sentence.to || annotated.gaps[next] !== PLAIN || annotated.markOf[next] !== -1)
    return null;
  if (classes.of[next] === TIME) return { kind: 'time', to: next + 1 };
  // "davanti | ai giornalisti": two prepositions in a row.
  if (classes.of[next] === PREPOSITION && !annotated.lexicon.profile.fittedQuotes) {
    const twice = classes.of[word - 1] === PREPOSITION;
    return twice ? null : phraseAt(annotated, sentence, next);
  }
  const phrase = phraseFrom(sentence, next);
  if (!phrase) return null;
  const isPlace = annotated.lexicon.has(word, 'venue-preposition') && isVenue(annotated, phrase);
  const to = endsInThat(annotated, phrase) ? phrase.to - 1 : phrase.to;
  return { kind: isPlace ? 'venue' : 'phrase', to };
}

/** "dijo a periodistas | que": a word for “that” looks like a noun behind people without an article. */
function endsInThat({ lexicon, classes }: AnnotatedText, { from, to }: NounPhrase): boolean {
  if (to - from < 2) return false;
  // "demandé au maire | pourquoi"
  if (lexicon.profile.thatClauses && lexicon.has(to - 1, 'question-word')) return true;
  if (!lexicon.has(to - 1, 'complementizer')) return false;
  return (
    classes.of[to - 2] === NAME ||
    lexicon.has(to - 2, 'role-plural') ||
    lexicon.has(to - 2, 'medium')
  );
}

/** The noun phrase that starts at `word`. */
export function phraseFrom(sentence: Sentence, word: number): NounPhrase | undefined {
  const phrase = sentence.phrases[phraseNumber(sentence, word)];
  return phrase?.from === word ? phrase : undefined;
}

/** Whether something can be said there: a medium, an occasion or a publisher. */
export function isVenue({ lexicon }: AnnotatedText, { from, to }: NounPhrase): boolean {
  for (let w = to - 1; w >= from; w--)
    if (lexicon.has(w, 'medium') || lexicon.at(w, 'organisation-name')?.attribute === 'publisher')
      return true;
  return false;
}
