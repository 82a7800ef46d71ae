/**
 * The subject of a main clause in languages whose finite verb comes second: in front of the verb or right behind it.
 * @module
 */
import { chunkNumber, type Scene, type Sentence } from './annotated.ts';
import type { Chunk } from './noun-phrases.ts';
import { COMMA, PLAIN } from './punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  isCue,
  NAME,
  NOUN,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  TIME,
  VERB,
} from './tags.ts';

/** The mention that the first main clause is about; where the language tells nothing, the first mention. */
export function subjectOf(scene: Scene, sentence: Sentence): Chunk | undefined {
  const first = sentence.chunks[0];
  if (!scene.lexicon.profile.verbSecond) return first;
  const verb = mainVerb(scene, sentence);
  return verb < 0 ? first : (besideVerb(scene, sentence, verb) ?? first);
}

/** The first finite verb that no subordinate clause holds, or -1. */
function mainVerb({ classes: { of }, gaps, markOf }: Scene, { from, to }: Sentence): number {
  let isSubordinate = false;
  let hasVerb = false;
  for (let w = from; w < to; w++) {
    if (markOf[w] !== -1) continue;
    if (gaps[w] === COMMA && hasVerb) isSubordinate = false;
    const kind = of[w];
    if (kind === SUBORDINATOR || kind === RELATIVE) {
      isSubordinate = true;
      hasVerb = false;
    } else if (kind === AUXILIARY || kind === VERB || isCue(kind)) {
      if (!isSubordinate) return w;
      hasVerb = true;
    }
  }
  return -1;
}

/** The subject of a finite verb: what stands in front of it, unless that is none, or a pronoun behind it is. */
export function besideVerb(scene: Scene, sentence: Sentence, verb: number): Chunk | undefined {
  const after = behindVerb(scene, sentence, verb);
  if (after?.pronoun) return after;
  return beforeVerb(scene, sentence, verb) ?? after;
}

function beforeVerb(scene: Scene, sentence: Sentence, verb: number): Chunk | undefined {
  let number = chunkNumber(sentence, verb) - 1;
  if (sentence.chunks[number]?.reach !== verb) return undefined;
  while (
    number > 0 &&
    isTied(scene, sentence.chunks[number] as Chunk, sentence.chunks[number - 1] as Chunk)
  )
    number--;
  const chunk = sentence.chunks[number] as Chunk;
  return canBeSubject(scene, sentence, chunk) ? chunk : undefined;
}

function behindVerb(scene: Scene, sentence: Sentence, verb: number): Chunk | undefined {
  const { gaps } = scene;
  let at = verb + 1;
  while (at < sentence.to && gaps[at] === PLAIN && isBetween(scene, at)) at++;
  const chunk = sentence.chunks[chunkNumber(sentence, at)];
  return chunk?.from === at && gaps[at] === PLAIN && canBeSubject(scene, sentence, chunk)
    ? chunk
    : undefined;
}

/** Whether a word may stand between a verb and the subject behind it: "sagte | gestern | Reed". */
export function isBetween({ classes, lexicon }: Scene, word: number): boolean {
  const kind = classes.of[word];
  return kind === ADVERB || kind === TIME || lexicon.has(word, 'pronoun-object');
}

/** Whether a phrase is part of the one in front of it: "der Sprecher | der Polizei | in Halden". */
export function isTied({ classes, gaps, lexicon }: Scene, chunk: Chunk, before: Chunk): boolean {
  if (gaps[chunk.from] !== PLAIN || before.pronoun) return false;
  if (before.reach === chunk.from) {
    const head = classes.of[chunk.from - 1];
    return (head === NOUN || head === NAME) && lexicon.has(chunk.from, 'genitive');
  }
  return before.reach === chunk.from - 1 && classes.of[chunk.from - 1] === PREPOSITION;
}

function canBeSubject(
  { classes, gaps, lexicon }: Scene,
  sentence: Sentence,
  { from }: Chunk,
): boolean {
  if (lexicon.has(from, 'oblique')) return false;
  return from === sentence.from || gaps[from] !== PLAIN || classes.of[from - 1] !== PREPOSITION;
}
