/**
 * Where content in front of a cue may end, and its source or verb begin.
 * @module
 */
import {
  phraseNumber,
  endsAbbreviation,
  type AnnotatedText,
  type Sentence,
} from '../../annotation/annotated.ts';
import { PLAIN } from '../../annotation/punctuation.ts';
import { ADVERB, AUXILIARY } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';

const MOST_BORDERS = 3;
const MOST_WORDS_TO_BORDER = 60;
const MOST_IN_REFERENCE = 2;

/** Words before which content may end and a source begin: after a comma, dash or mark to the left of the cue. */
export function bordersLeft(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): number[] {
  const found: number[] = [];
  for (let w = cue.from; w > sentence.from && cue.from - w < MOST_WORDS_TO_BORDER; w--) {
    const afterMark = annotated.markOf[w - 1] !== -1;
    if (afterMark) {
      found.push(w);
      break;
    }
    if (annotated.gaps[w] === PLAIN || endsAbbreviation(annotated, w)) continue;
    if (found.length < MOST_BORDERS) found.push(w);
  }
  const borders = found.filter((w) => w < cue.from);
  const bare = borders.length === 0 ? bareBorder(annotated, sentence, cue) : -1;
  return bare > sentence.from ? [bare] : borders;
}

/** "… in the town he claimed.": the source of a cue that ends its sentence, though no comma stands in front. */
function bareBorder(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): number {
  const ends = cue.to >= sentence.to || annotated.gaps[cue.to] !== PLAIN;
  const phrase = sentence.phrases[phraseNumber(sentence, cue.from) - 1];
  return ends && phrase && phrase.to === cue.from ? phrase.from : -1;
}

/** The first word of the verb group of a cue: content that stands right before it ends there. */
export function verbBorder(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): number {
  let w = cue.from;
  while (w > sentence.from && annotated.gaps[w] === PLAIN && isAuxiliary(annotated, w - 1)) w--;
  // "…, | das teilte", "…, | про що повідомила"
  for (let n = 0; n < MOST_IN_REFERENCE; n++)
    if (annotated.gaps[w] === PLAIN && isReference(annotated, w - 1) && w - 1 > sentence.from) w--;
  return annotated.gaps[w] !== PLAIN || annotated.markOf[w - 1] !== -1 ? w : -1;
}

/** "…, | das teilte die Stadt mit": a word for all that was said before. */
export function isReference({ lexicon, markOf }: AnnotatedText, word: number): boolean {
  return lexicon.has(word, 'referring') && markOf[word] === -1;
}

/** Whether a word outside marks is an auxiliary or an adverb. */
export function isAuxiliary(annotated: AnnotatedText, word: number): boolean {
  const kind = annotated.classes.of[word];
  return annotated.markOf[word] === -1 && (kind === AUXILIARY || kind === ADVERB);
}
