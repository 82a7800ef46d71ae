/**
 * Where content in front of a cue may end, and its source or verb begin.
 * @module
 */
import {
  chunkNumber,
  endsAbbreviation,
  type Scene,
  type Sentence,
} from '../../annotation/annotated.ts';
import { PLAIN } from '../../annotation/punctuation.ts';
import { ADVERB, AUXILIARY } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';

const MOST_BORDERS = 3;
const MOST_WORDS_TO_BORDER = 60;

/** Words before which content may end and a source begin: after a comma, dash or mark to the left of the cue. */
export function bordersLeft(scene: Scene, sentence: Sentence, cue: CueHit): number[] {
  const found: number[] = [];
  for (let w = cue.from; w > sentence.from && cue.from - w < MOST_WORDS_TO_BORDER; w--) {
    const afterMark = scene.markOf[w - 1] !== -1;
    if (afterMark) {
      found.push(w);
      break;
    }
    if (scene.gaps[w] === PLAIN || endsAbbreviation(scene, w)) continue;
    if (found.length < MOST_BORDERS) found.push(w);
  }
  const borders = found.filter((w) => w < cue.from);
  const bare = borders.length === 0 ? bareBorder(scene, sentence, cue) : -1;
  return bare > sentence.from ? [bare] : borders;
}

/** "… in the town he claimed.": the source of a cue that ends its sentence, though no comma stands in front. */
function bareBorder(scene: Scene, sentence: Sentence, cue: CueHit): number {
  const ends = cue.to >= sentence.to || scene.gaps[cue.to] !== PLAIN;
  const chunk = sentence.chunks[chunkNumber(sentence, cue.from) - 1];
  return ends && chunk && chunk.to === cue.from ? chunk.from : -1;
}

/** The first word of the verb group of a cue: content that stands right before it ends there. */
export function verbBorder(scene: Scene, sentence: Sentence, cue: CueHit): number {
  let w = cue.from;
  while (w > sentence.from && scene.gaps[w] === PLAIN && isAuxiliary(scene, w - 1)) w--;
  return scene.gaps[w] !== PLAIN || scene.markOf[w - 1] !== -1 ? w : -1;
}

/** Whether a word outside marks is an auxiliary or an adverb. */
export function isAuxiliary(scene: Scene, word: number): boolean {
  const kind = scene.classes.of[word];
  return scene.markOf[word] === -1 && (kind === AUXILIARY || kind === ADVERB);
}
