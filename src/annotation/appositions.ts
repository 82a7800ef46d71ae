/**
 * Appositions: a name and what its bearer is, side by side. "Ukraine's president, Volodymyr Zelensky", "Reed, the mayor of
 * Avon,", "the governor, Karen Blake, said". Whoever asks whether a description belongs to a name asks here.
 * @module
 */
import { phraseFrom } from './adverbials.ts';
import { phraseNumber, sentenceAt, type AnnotatedText } from './annotated.ts';
import { headOf } from './mention-types.ts';
import type { NameMention } from './names.ts';
import { COMMA, PLAIN } from './punctuation.ts';
import { ADVERB, AUXILIARY, CUE, NAME, NOUN, PREPOSITION, RELATIVE, VERB } from './tags.ts';
import type { WordSpan } from '../text/spans.ts';

/** Whether a word is for what a person is or does. */
export function isRole({ lexicon }: AnnotatedText, word: number): boolean {
  return (
    lexicon.has(word, 'role') || lexicon.has(word, 'title') || lexicon.has(word, 'spokesperson')
  );
}

/** The last role word of a stretch, or -1. */
export function roleIn(annotated: AnnotatedText, { from, to }: WordSpan): number {
  for (let w = to - 1; w >= from; w--) if (isRole(annotated, w)) return w;
  return -1;
}

/**
 * A source with what stands in apposition to it: the role in front of a name, and the name between commas behind a role.
 * Without either, the source itself.
 */
export function wholeMention(annotated: AnnotatedText, { from, to }: WordSpan): WordSpan {
  return { from: roleInFront(annotated, from, to), to: nameBehind(annotated, from, to) };
}

/** "The governor, Karen Blake, said": the word behind the name that follows the role, or `to`. */
function nameBehind(annotated: AnnotatedText, from: number, to: number): number {
  const { classes, gaps } = annotated;
  if (gaps[to] !== COMMA || !isRole(annotated, headOf(annotated, from, to))) return to;
  const name = phraseFrom(sentenceAt(annotated, from), to);
  const isName = name !== undefined && classes.of[name.from] === NAME && !name.pronoun;
  return isName && gaps[name.to] === COMMA ? name.to : to;
}

/** "Ukraine's president, | Volodymyr Zelensky, said": the first word of the role in front of the comma, or `from`. */
function roleInFront(annotated: AnnotatedText, from: number, to: number): number {
  if (annotated.gaps[from] !== COMMA || opensClause(annotated, from, to)) return from;
  const sentence = sentenceAt(annotated, from);
  const { phrases } = sentence;
  let first = phraseNumber(sentence, from) - 1;
  const tail = phrases[first];
  if (!tail || tail.to !== from || tail.pronoun) return from;
  while (first > 0 && isTiedOn(annotated, phrases[first - 1]?.to ?? 0, phrases[first]?.from ?? 0))
    first--;
  const phrase = phrases[first];
  return phrase && isRole(annotated, phrase.to - 1) ? phrase.from : from;
}

/**
 * "As president, | Zelensky said", "“…” unlike that of the president, | he said": with its verb right behind it, a mention behind a comma is the subject of a
 * clause of its own. "The president, who said" is one mention; so is, in other languages, "le président, il dit".
 */
function opensClause(
  { classes: { of }, gaps, lexicon }: AnnotatedText,
  from: number,
  to: number,
): boolean {
  return (
    lexicon.profile.fittedQuotes &&
    gaps[to] === PLAIN &&
    VERBAL.has(of[to] as number) &&
    of[from] !== RELATIVE &&
    !lexicon.has(from, 'relative')
  );
}

const VERBAL: ReadonlySet<number> = new Set([ADVERB, AUXILIARY, CUE, VERB]);

/** Whether a preposition alone stands between two phrases: "the mayor | of | Avon". */
function isTiedOn({ classes }: AnnotatedText, end: number, next: number): boolean {
  return next === end + 1 && classes.of[end] === PREPOSITION;
}

/** Whether a name is set off by a comma from the description that opens a source: "the mayor, Dana Reed". */
export function isApposedIn(
  annotated: AnnotatedText,
  source: WordSpan,
  name: NameMention,
): boolean {
  return (
    name.titlesFrom > source.from &&
    annotated.gaps[name.titlesFrom] !== PLAIN &&
    name.to === source.to
  );
}

/**
 * "The company, Gannet Marine, said", "a spokesperson for the supplier, Medilogic, said": a name that nothing makes a person's, between commas behind a body
 * with an article. What may be a person too, as a supplier may, is a body where somebody speaks for it.
 */
export function isNameOfBody(annotated: AnnotatedText, name: NameMention): boolean {
  const { gaps, classes, lexicon } = annotated;
  const noun = name.titlesFrom - 1;
  if (name.sure || name.titlesFrom < name.from || gaps[name.from] !== COMMA) return false;
  if (gaps[name.to] !== COMMA) return false;
  if (!lexicon.has(noun, 'organisation') && !lexicon.has(noun, 'group-noun')) return false;
  let from = noun;
  while (
    from > 0 &&
    noun - from < MOST_IN_FRONT &&
    gaps[from] === PLAIN &&
    classes.of[from] === NOUN
  )
    from--;
  if (lexicon.at(from, 'article')?.attribute !== 'definite') return false;
  if (!isRole(annotated, noun)) return true;
  return classes.of[from - 1] === PREPOSITION && isRole(annotated, from - 2);
}

/** Words of a description in front of a name, and behind it. */
const MOST_IN_FRONT = 6;
const MOST_BEHIND = 8;

/** Titles and nouns in front of a name, with a possessive in front of them; a comma may stand between. Null without a role. */
export function descriptionBefore(annotated: AnnotatedText, name: NameMention): WordSpan | null {
  const { gaps, classes } = annotated;
  const to = name.from;
  let from = Math.min(name.titlesFrom, to);
  for (let steps = 0; from > 0 && steps < MOST_IN_FRONT; steps++) {
    const isJoined =
      gaps[from] === PLAIN || (from === to && gaps[from] === COMMA && isRole(annotated, from - 1));
    const kind = classes.of[from - 1];
    if (!isJoined || (kind !== NOUN && kind !== NAME)) break;
    from--;
  }
  return from < to && roleIn(annotated, { from, to }) >= 0 ? { from, to } : null;
}

/** "Reed, the mayor of Avon," and "Reed, chief of the fire service,". Null without a role. */
export function descriptionAfter(
  annotated: AnnotatedText,
  { to: from }: NameMention,
): WordSpan | null {
  const { gaps, classes, doc } = annotated;
  if (from >= doc.words.count || gaps[from] !== COMMA) return null;
  const isPart = (word: number): boolean =>
    gaps[word] === PLAIN && (classes.of[word] === NOUN || classes.of[word] === NAME);
  const limit = Math.min(doc.words.count, from + MOST_BEHIND);
  let to = from + 1;
  while (to < limit && isPart(to)) to++;
  return roleIn(annotated, { from, to }) >= 0 ? { from, to } : null;
}
