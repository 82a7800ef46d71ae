/**
 * Whose words a pull quote repeats: nobody is named beside it, but somebody said them elsewhere.
 * @module
 */
import type { RawQuote } from '../quotes/quote.ts';
import type { Attribution, RawSpeaker } from './speaker.ts';

/** What is left of the confidence in the speaker of the words themselves. Set by hand. */
const KEPT = 0.95;

interface Found {
  readonly speakers: RawSpeaker[];
  readonly attributions: readonly Attribution[];
}

/**
 * Gives quotes in marks that name nobody to whoever said the same words elsewhere in the text, if that is one person. Linear in the quotes.
 * @param repeats for each quote the number of the first one with the same words, or -1
 */
export function lendSpeakers(
  { speakers, attributions }: Found,
  quotes: Iterable<RawQuote>,
  repeats: readonly number[],
): Found {
  const known = new Map<number, Attribution | null>();
  attributions.forEach((attribution, i) => {
    if (attribution.speaker < 0) return;
    const first = rootOf(repeats, i);
    const other = known.get(first);
    const isSame = other === undefined || other?.speaker === attribution.speaker;
    known.set(first, isSame ? (other ?? attribution) : null);
  });
  const lent = new Map<number, number[]>();
  const all = Array.from(quotes, ({ by, source }, i) => {
    const attribution = attributions[i] as Attribution;
    const whose = known.get(rootOf(repeats, i));
    if (attribution.speaker >= 0 || by !== 'marks' || source || !whose) return attribution;
    const more = lent.get(whose.speaker);
    if (more) more.push(i);
    else lent.set(whose.speaker, [i]);
    return { ...whose, confidence: KEPT * whose.confidence, step: 'repeat', trail: [] };
  });
  if (lent.size === 0) return { speakers, attributions };
  return {
    attributions: all,
    speakers: speakers.map((speaker, number) => {
      const more = lent.get(number);
      return more
        ? { ...speaker, quotes: [...speaker.quotes, ...more].sort((a, b) => a - b) }
        : speaker;
    }),
  };
}

function rootOf(repeats: readonly number[], quote: number): number {
  const first = repeats[quote] as number;
  return first < 0 ? quote : first;
}
