/**
 * Which answered quote answers which gold attribution of a document.
 * @module
 */
import type { Quote } from '../../../src/schema/types.ts';
import type { QuoteDocument } from '../gold.ts';
import { matchBest, type Matching } from '../matching.ts';
import { LEAST_OVERLAP, meets, overlap, wordsIn, type WordSet } from '../words.ts';
import {
  AttributionReader,
  hasMarks,
  type Attribution,
  type GoldAttribution,
  type ToldAttribution,
} from './attribution.ts';
import { markedStretches } from './marks.ts';

export interface Pairing extends Matching {
  readonly golds: readonly GoldAttribution[];
  readonly tolds: readonly ToldAttribution[];
  /** Words of each stretch in double marks. */
  readonly stretches: readonly WordSet[];
}

/** Attributions without any word are left out. */
export function pair(doc: QuoteDocument, quotes: readonly Quote[]): Pairing {
  const stretches = markedStretches(doc.text);
  const reader = new AttributionReader(doc.text, stretches);
  const hasWords = ({ content }: Attribution): boolean => content.size > 0;
  const allGolds = doc.quotes.map((quote) => reader.gold(quote)).filter(hasWords);
  const allTolds = quotes.map((quote) => reader.told(quote)).filter(hasWords);
  const golds = reader.inParts(allGolds, allTolds);
  const tolds = reader.inParts(allTolds, allGolds);
  return {
    golds,
    tolds,
    ...matchBest(golds, tolds, likeness),
    stretches: stretches.map((stretch) => wordsIn(reader.words, [stretch])),
  };
}

/** The preference for a partner that has marks, or has none, as well: it only decides between equal overlaps. */
const SAME_SORT = 1e-6;

function likeness(gold: Attribution, told: Attribution): number {
  const value = overlap(gold.content, told.content);
  if (value < LEAST_OVERLAP) return 0;
  return value + (hasMarks(gold) === hasMarks(told) ? SAME_SORT : 0);
}

/** A source is right if it is the same mention, or if both sides have none. */
export function isSourceRight(gold: WordSet, told: WordSet): boolean {
  return gold.size > 0 ? meets(gold, told) : told.size === 0;
}
