/**
 * Paragraphs of labelled articles, each a text of its own: people send a few lines too, where nobody has been introduced.
 * @module
 */
import type { GoldSpeech, Pair, SpeakerDocument } from '../../eval/gold.ts';
import { hash } from '../folds.ts';
import type { LanguageDocument } from '../quotes/reading.ts';

/** One in so many quotes: fragments should not outweigh articles. */
const ONE_IN = 3;

/** The paragraphs of some quotes. Those who go by a longer name elsewhere go by what the paragraph calls them. */
export function fragmentsOf(
  doc: LanguageDocument<SpeakerDocument>,
): readonly LanguageDocument<SpeakerDocument>[] {
  return doc.quotes.flatMap((quote, number) => {
    if (hash(`${doc.id} ${number}`) % ONE_IN !== 0) return [];
    const all = [...quote.quote_spans, ...(quote.speaker_spans ?? []), ...(quote.cue_spans ?? [])];
    const first = Math.min(...all.map(([start]) => start));
    const start = doc.text.lastIndexOf('\n', first) + 1;
    const behind = doc.text.indexOf('\n', Math.max(...all.map(([, end]) => end)));
    const end = behind < 0 ? doc.text.length : behind;
    const text = doc.text.slice(start, end);
    return [{ ...doc, id: `${doc.id} ${number}`, text, quotes: [inFragment(quote, text, start)] }];
  });
}

function inFragment(quote: GoldSpeech, text: string, start: number): GoldSpeech {
  const shifted = (spans: readonly Pair[] = []): readonly Pair[] =>
    spans.map(([from, to]) => [from - start, to - start]);
  const { mention, speaker } = quote;
  const speaker_spans = shifted(quote.speaker_spans);
  const own = mention === 'pronoun' ? [] : speaker_spans.map(([from, to]) => text.slice(from, to));
  const names = [speaker.name, ...speaker.accept, ...own];
  return {
    quote_spans: shifted(quote.quote_spans),
    speaker_spans,
    mention,
    speaker: {
      name: null,
      accept: names.filter((name) => name !== null && text.includes(name)) as string[],
    },
  };
}
