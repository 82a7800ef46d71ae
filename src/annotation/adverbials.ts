/**
 * Phrases that tell where, when or to whom something was said: "on Twitter", "in a statement on Monday", "to reporters".
 * They stand between a cue and its content, or behind it, and belong to neither.
 * @module
 */
import { chunkNumber, type Circumstance, type Scene, type Sentence } from './annotated.ts';
import type { Chunk } from './noun-phrases.ts';
import { PLAIN } from './punctuation.ts';
import { ADVERB, NUMBER, PREPOSITION, TIME } from './tags.ts';

export type { Circumstance } from './annotated.ts';

/** The circumstance that starts at `word`, or null. */
export function circumstanceAt(
  scene: Scene,
  sentence: Sentence,
  word: number,
): Circumstance | null {
  if (word >= sentence.to) return null;
  const { adverbials } = sentence.memo;
  const at = word - sentence.from;
  const known = adverbials[at];
  return known !== undefined ? known : (adverbials[at] = readCircumstance(scene, sentence, word));
}

function readCircumstance(scene: Scene, sentence: Sentence, word: number): Circumstance | null {
  if (scene.markOf[word] !== -1) return null;
  switch (scene.classes.of[word]) {
    case TIME:
    case NUMBER:
      return { kind: 'time', to: word + 1 };
    case ADVERB:
      return { kind: 'adverb', to: word + 1 };
    case PREPOSITION:
      return phraseAt(scene, sentence, word);
    default:
      return null;
  }
}

/** A preposition with what it governs. */
function phraseAt(scene: Scene, sentence: Sentence, word: number): Circumstance | null {
  const { classes } = scene;
  const next = word + 1;
  if (next >= sentence.to || scene.gaps[next] !== PLAIN || scene.markOf[next] !== -1) return null;
  if (classes.of[next] === TIME) return { kind: 'time', to: next + 1 };
  const chunk = chunkFrom(sentence, next);
  if (!chunk) return null;
  const isPlace = scene.lexicon.has(word, 'venue-preposition') && isVenue(scene, chunk);
  return { kind: isPlace ? 'venue' : 'phrase', to: chunk.to };
}

/** The chunk that starts at `word`. */
export function chunkFrom(sentence: Sentence, word: number): Chunk | undefined {
  const chunk = sentence.chunks[chunkNumber(sentence, word)];
  return chunk?.from === word ? chunk : undefined;
}

/** Whether something can be said there: a medium, an occasion or a publisher. */
export function isVenue({ lexicon }: Scene, { from, to }: Chunk): boolean {
  for (let w = to - 1; w >= from; w--)
    if (lexicon.has(w, 'medium') || lexicon.at(w, 'organisation-name')?.attribute === 'publisher')
      return true;
  return false;
}
