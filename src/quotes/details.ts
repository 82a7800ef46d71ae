/**
 * What is known of a quote besides its words and its source: how it is marked, the whole mention of whoever said it, to whom
 * and where, and the sentences it takes up.
 * @module
 */
import { sentenceAt, type Scene, type Sentence } from '../annotation/annotated.ts';
import { wholeMention } from '../annotation/appositions.ts';
import type { QuoteType } from '../schema/types.ts';
import type { WordSpan } from '../text/spans.ts';
import { audienceOf, type Audience } from './audience.ts';
import type { RawQuote } from './quote.ts';

/** A mention as it was found, and with what stands in apposition to it. */
export interface Mention {
  readonly found: WordSpan;
  readonly whole: WordSpan;
}

export interface QuoteDetails extends Audience {
  readonly type: QuoteType;
  readonly source: Mention | null;
  /** Who passed the words on. */
  readonly via: Mention | null;
  /** The sentences of the first and the last word of content, cue and source. */
  readonly first: Sentence;
  readonly last: Sentence;
}

export function detailsOf(scene: Scene, quote: RawQuote): QuoteDetails {
  const via = quote.by === 'cue' && quote.via ? quote.via.source : null;
  return {
    type: typeOf(scene, quote),
    source: quote.source && mentionOf(scene, quote.source),
    via: via && mentionOf(scene, via),
    ...sentencesOf(scene, quote),
    ...audienceOf(scene, quote),
  };
}

function mentionOf(scene: Scene, found: WordSpan): Mention {
  return { found, whole: wholeMention(scene, found) };
}

/** Read off the marks: all inside, partly, or not at all. */
function typeOf(scene: Scene, { content }: RawQuote): QuoteType {
  let all = 0;
  let marked = 0;
  for (const { from, to } of content)
    for (let w = from; w < to; w++) {
      all++;
      if (scene.markOf[w] !== -1) marked++;
    }
  if (marked === 0) return 'indirect';
  return marked === all ? 'direct' : 'mixed';
}

function sentencesOf(
  scene: Scene,
  { content, source, cue }: RawQuote,
): Pick<QuoteDetails, 'first' | 'last'> {
  const parts: readonly WordSpan[] = [
    ...content,
    ...(source ? [source] : []),
    ...(cue ? [cue] : []),
  ];
  const from = parts.reduce((first, part) => Math.min(first, part.from), Infinity);
  const to = parts.reduce((last, part) => Math.max(last, part.to), 0);
  return { first: sentenceAt(scene, from), last: sentenceAt(scene, to - 1) };
}
