/**
 * Sentences that are none: longer, or fuller of cues, than any sentence of prose. They are cut, because whatever is looked
 * for in a sentence is looked for in all of it.
 * @module
 */
import type { CueHit } from '../rules/match/cues.ts';
import type { Document } from '../text/document.ts';
import type { Span } from '../text/spans.ts';
import { wordsWithin } from '../text/words.ts';
import type { Sentence } from './annotated.ts';

/** Longer sentences are not sentences; a bound keeps the search for sources and contents linear. */
const MOST_WORDS = 250;

/** Cuts sentences of over 250 words. */
export function cutLong(doc: Document, sentences: readonly Span[]): readonly Span[] {
  return sentences.flatMap((span) => {
    const { from, to } = wordsWithin(doc.words, span.start, span.end);
    if (to - from <= MOST_WORDS) return [span];
    const parts: Span[] = [];
    for (let w = from; w < to; w += MOST_WORDS) {
      const start = w === from ? span.start : (doc.words.start[w] as number);
      const next = w + MOST_WORDS;
      parts.push({ start, end: next < to ? (doc.words.end[next - 1] as number) : span.end });
    }
    return parts;
  });
}

/**
 * Each cue is read together with all others of its sentence, so their number needs a bound. Of the 60,000 sentences of
 * the labelled texts none has more than nine.
 */
export const MOST_CUES = 9;
/**
 * Cues as dense as this report nothing. In the labelled texts, sentences with more than five cues have at least four
 * words for each of them.
 */
const FEW_CUES = 5;
const LEAST_WORDS_PER_CUE = 4;

/** Cuts a span in front of every cue that would be one too many. `cues` are those outside marks that stand in it. */
export function cutDense(
  { words }: Document,
  { start, end }: Span,
  cues: readonly CueHit[],
): readonly (Span & Pick<Sentence, 'cues'>)[] {
  if (cues.length <= FEW_CUES) return [{ start, end, cues }];
  const parts: (Span & Pick<Sentence, 'cues'>)[] = [];
  for (let i = 0; i < cues.length; i += MOST_CUES) {
    const next = cues[i + MOST_CUES];
    const own = cues.slice(i, i + MOST_CUES);
    const span = {
      start: i === 0 ? start : (words.start[(own[0] as CueHit).from] as number),
      end: next ? (words.end[next.from - 1] as number) : end,
    };
    const { from, to } = wordsWithin(words, span.start, span.end);
    parts.push({ ...span, cues: to - from >= LEAST_WORDS_PER_CUE * own.length ? own : NO_CUES });
  }
  return parts;
}

export const NO_CUES: readonly CueHit[] = [];
