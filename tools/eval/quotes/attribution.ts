/**
 * Gold attributions and answered quotes of one text as sets of words.
 * @module
 */
import type { Quote, QuoteType } from '../../../src/schema/types.ts';
import type { GoldQuote, Pair } from '../gold.ts';
import {
  LEAST_OVERLAP,
  overlap,
  pairsOf,
  withoutOpening,
  wordsIn,
  wordsOf,
  type WordSet,
} from '../words.ts';
import { markMask, typeByMarks } from './marks.ts';
import { reportsSpeech } from './speech.ts';

/** What was said. */
interface Content {
  readonly spans: readonly Pair[];
  /** Read off the marks in the text. */
  readonly type: QuoteType;
  readonly content: WordSet;
  /** The content without a conjunction that opens it; this is what has to be exact. */
  readonly core: WordSet;
}

export interface Attribution extends Content {
  readonly source: WordSet;
  readonly cue: WordSet;
}

export interface GoldAttribution extends Attribution {
  readonly gold: GoldQuote;
  /** The cue is a verb of speech. */
  readonly isSpeech: boolean;
}

export interface ToldAttribution extends Attribution {
  readonly told: Quote;
}

/**
 * Corpora disagree on whether the conjunction that opens reported speech is part of it, so it never decides whether content is
 * exact. These words are part of the yardstick and do not change with the program's rules.
 */
const CONJUNCTION = /^(?:that|dass|daß|que|qu|che|dat|что|що)$/iu;

/** Reads the attributions of one text. */
export class AttributionReader {
  readonly words: readonly Pair[];
  readonly #text: string;
  readonly #mask: Uint8Array;

  /** @param stretches the stretches of the text in double quote marks */
  constructor(text: string, stretches: readonly Pair[]) {
    this.#text = text;
    this.words = wordsOf(text);
    this.#mask = markMask(text, stretches);
  }

  gold(gold: GoldQuote): GoldAttribution {
    const { quote_spans, speaker_spans = [], cue_spans = [] } = gold;
    return {
      gold,
      isSpeech: cue_spans.some(([start, end]) => reportsSpeech(this.#text.slice(start, end))),
      ...this.#content(quote_spans),
      source: wordsIn(this.words, speaker_spans),
      cue: wordsIn(this.words, cue_spans),
    };
  }

  told(told: Quote): ToldAttribution {
    return {
      told,
      ...this.#content(pairsOf(told.content)),
      source: wordsIn(this.words, pairsOf([told.source])),
      cue: wordsIn(this.words, pairsOf([told.cue])),
    };
  }

  /**
   * Corpora disagree on whether “A,” he said. “B.” is one quote or two. An attribution of several spans falls into its parts
   * where the other side has more than one attribution that matches a part. Compares every part with all of `others`; both are
   * the quotes of one document.
   */
  inParts<One extends Attribution>(
    attributions: readonly One[],
    others: readonly Attribution[],
  ): readonly One[] {
    return attributions.flatMap((whole) => {
      if (whole.spans.length < 2) return [whole];
      const parts = whole.spans
        .map((span) => ({ ...whole, ...this.#content([span]) }))
        .filter((part) => part.content.size > 0);
      const matches = ({ content }: Attribution): boolean =>
        parts.some((part) => overlap(part.content, content) >= LEAST_OVERLAP);
      return others.filter(matches).length > 1 ? parts : [whole];
    });
  }

  #content(spans: readonly Pair[]): Content {
    const content = wordsIn(this.words, spans);
    const isConjunction = (word: number): boolean =>
      CONJUNCTION.test(this.#text.slice(...(this.words[word] as Pair)));
    return {
      spans,
      type: typeByMarks(this.#text, this.#mask, spans),
      content,
      core: withoutOpening(content, isConjunction),
    };
  }
}

/** Whether the quote is direct or mixed. */
export function hasMarks({ type }: Pick<Attribution, 'type'>): boolean {
  return type !== 'indirect';
}
