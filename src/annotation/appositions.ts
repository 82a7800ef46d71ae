/**
 * Appositions: a name and what its bearer is, side by side. "Ukraine's president, Volodymyr Zelensky", "Reed, the mayor of
 * Avon,", "the governor, Karen Blake, said". Whoever asks whether a description belongs to a name asks here.
 * @module
 */
import { chunkFrom } from './adverbials.ts';
import { chunkNumber, sentenceAt, type Scene } from './annotated.ts';
import { headOf } from './mention-types.ts';
import type { NameMention } from './names.ts';
import { COMMA, PLAIN } from './punctuation.ts';
import { NAME, NOUN, PREPOSITION } from './tags.ts';
import type { WordSpan } from '../text/spans.ts';

/** Whether a word is for what a person is or does. */
export function isRole({ lexicon }: Scene, word: number): boolean {
  return (
    lexicon.has(word, 'role') || lexicon.has(word, 'title') || lexicon.has(word, 'spokesperson')
  );
}

/** The last role word of a stretch, or -1. */
export function roleIn(scene: Scene, { from, to }: WordSpan): number {
  for (let w = to - 1; w >= from; w--) if (isRole(scene, w)) return w;
  return -1;
}

/**
 * A source with what stands in apposition to it: the role in front of a name, and the name between commas behind a role.
 * Without either, the source itself.
 */
export function wholeMention(scene: Scene, { from, to }: WordSpan): WordSpan {
  return { from: roleInFront(scene, from), to: nameBehind(scene, from, to) };
}

/** "The governor, Karen Blake, said": the word behind the name that follows the role, or `to`. */
function nameBehind(scene: Scene, from: number, to: number): number {
  const { classes, gaps } = scene;
  if (gaps[to] !== COMMA || !isRole(scene, headOf(scene, from, to))) return to;
  const name = chunkFrom(sentenceAt(scene, from), to);
  const isName = name !== undefined && classes.of[name.from] === NAME && !name.pronoun;
  return isName && gaps[name.to] === COMMA ? name.to : to;
}

/** "Ukraine's president, | Volodymyr Zelensky": the first word of the role in front of the comma, or `from`. */
function roleInFront(scene: Scene, from: number): number {
  if (scene.gaps[from] !== COMMA) return from;
  const sentence = sentenceAt(scene, from);
  const { chunks } = sentence;
  let first = chunkNumber(sentence, from) - 1;
  const tail = chunks[first];
  if (!tail || tail.to !== from || tail.pronoun) return from;
  while (first > 0 && isTiedOn(scene, chunks[first - 1]?.to ?? 0, chunks[first]?.from ?? 0))
    first--;
  const chunk = chunks[first];
  return chunk && isRole(scene, chunk.to - 1) ? chunk.from : from;
}

/** Whether a preposition alone stands between two phrases: "the mayor | of | Avon". */
function isTiedOn({ classes }: Scene, end: number, next: number): boolean {
  return next === end + 1 && classes.of[end] === PREPOSITION;
}

/** Whether a name is set off by a comma from the description that opens a source: "the mayor, Dana Reed". */
export function isApposedIn(scene: Scene, source: WordSpan, name: NameMention): boolean {
  return (
    name.titlesFrom > source.from && scene.gaps[name.titlesFrom] !== PLAIN && name.to === source.to
  );
}

/** Words of a description in front of a name, and behind it. */
const MOST_IN_FRONT = 6;
const MOST_BEHIND = 8;

/** Titles and nouns in front of a name, with a possessive in front of them; a comma may stand between. Null without a role. */
export function descriptionBefore(scene: Scene, name: NameMention): WordSpan | null {
  const { gaps, classes } = scene;
  const to = name.from;
  let from = Math.min(name.titlesFrom, to);
  for (let steps = 0; from > 0 && steps < MOST_IN_FRONT; steps++) {
    const isJoined =
      gaps[from] === PLAIN || (from === to && gaps[from] === COMMA && isRole(scene, from - 1));
    const kind = classes.of[from - 1];
    if (!isJoined || (kind !== NOUN && kind !== NAME)) break;
    from--;
  }
  return from < to && roleIn(scene, { from, to }) >= 0 ? { from, to } : null;
}

/** "Reed, the mayor of Avon," and "Reed, chief of the fire service,". Null without a role. */
export function descriptionAfter(scene: Scene, { to: from }: NameMention): WordSpan | null {
  const { gaps, classes, doc } = scene;
  if (from >= doc.words.count || gaps[from] !== COMMA) return null;
  const isPart = (word: number): boolean =>
    gaps[word] === PLAIN && (classes.of[word] === NOUN || classes.of[word] === NAME);
  const limit = Math.min(doc.words.count, from + MOST_BEHIND);
  let to = from + 1;
  while (to < limit && isPart(to)) to++;
  return roleIn(scene, { from, to }) >= 0 ? { from, to } : null;
}
