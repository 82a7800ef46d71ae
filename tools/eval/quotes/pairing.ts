/**
 * Gold attributions and answered quotes of one document, and which answers which.
 * @module
 */
import type { Quote, QuoteType } from '../../../src/schema/types.ts';
import type { GoldQuote, Pair, QuoteDocument } from '../gold.ts';
import {
  LEAST_OVERLAP,
  meets,
  overlap,
  pairsOf,
  wordsIn,
  wordsOf,
  type WordSet,
} from '../words.ts';
import { markedStretches, markMask, typeByMarks } from './marks.ts';
import { reportsSpeech } from './speech.ts';

/** An attribution as sets of words. */
export interface Attribution {
  /** Read off the marks in the text. */
  readonly type: QuoteType;
  readonly content: WordSet;
  readonly source: WordSet;
  readonly cue: WordSet;
}

export interface GoldAttribution extends Attribution {
  readonly gold: GoldQuote;
  readonly isSpeech: boolean;
}

export interface ToldAttribution extends Attribution {
  readonly told: Quote;
}

export interface Pairing {
  readonly golds: readonly GoldAttribution[];
  readonly tolds: readonly ToldAttribution[];
  /** Number of the answer to each gold attribution, and of the gold one to each answer; -1 for none. */
  readonly answerOf: readonly number[];
  readonly goldOf: readonly number[];
  /** Words of each stretch in double marks. */
  readonly stretches: readonly WordSet[];
}

export function pair(doc: QuoteDocument, quotes: readonly Quote[]): Pairing {
  const { text } = doc;
  const words = wordsOf(text);
  const stretches = markedStretches(text);
  const mask = markMask(text, stretches);
  const read = (content: readonly Pair[], source: readonly Pair[], cue: readonly Pair[]) => ({
    type: typeByMarks(text, mask, content),
    content: wordsIn(words, content),
    source: wordsIn(words, source),
    cue: wordsIn(words, cue),
  });
  const golds = doc.quotes.map((gold) => {
    const { quote_spans: content, speaker_spans: source = [], cue_spans: cue = [] } = gold;
    const isSpeech = cue.some(([start, end]) => reportsSpeech(text.slice(start, end)));
    return { gold, isSpeech, ...read(content, source, cue) };
  });
  const spansOf = (span: Quote['source']): readonly Pair[] => (span ? pairsOf([span]) : []);
  const tolds = quotes.map((told) => ({
    told,
    ...read(pairsOf(told.content), spansOf(told.source), spansOf(told.cue)),
  }));
  return match(
    golds.filter(({ content }) => content.size > 0),
    tolds.filter(({ content }) => content.size > 0),
    stretches.map((stretch) => wordsIn(words, [stretch])),
  );
}

/** So much in favour of a partner of the same sort, with or without marks. */
const SAME_SORT = 1e-6;

/** One to one, the greatest overlaps first. */
function match(
  golds: readonly GoldAttribution[],
  tolds: readonly ToldAttribution[],
  stretches: readonly WordSet[],
): Pairing {
  const candidates = golds.flatMap((a, gold) =>
    tolds.flatMap((b, told) => {
      const value = overlap(a.content, b.content);
      if (value < LEAST_OVERLAP) return [];
      return [{ gold, told, value: value + (hasMarks(a) === hasMarks(b) ? SAME_SORT : 0) }];
    }),
  );
  const answerOf = golds.map(() => -1);
  const goldOf = tolds.map(() => -1);
  for (const { gold, told } of candidates.toSorted((a, b) => b.value - a.value)) {
    if (answerOf[gold] !== -1 || goldOf[told] !== -1) continue;
    answerOf[gold] = told;
    goldOf[told] = gold;
  }
  return { golds, tolds, answerOf, goldOf, stretches };
}

export function hasMarks({ type }: Attribution): boolean {
  return type !== 'indirect';
}

/** Right is the same mention, or none where there is none. */
export function isSourceRight(gold: WordSet, told: WordSet): boolean {
  return gold.size > 0 ? meets(gold, told) : told.size === 0;
}
