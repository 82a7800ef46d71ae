/**
 * The text of the story against what somebody cut out, by shingles of four words.
 *
 * The metric of the article extraction benchmark (github.com/scrapinghub/article-extraction-benchmark): multisets of
 * four consecutive words, precision and recall of every document, their means over documents, and the harmonic mean of
 * the means.
 * @module
 */
import type { Segment } from '../../src/schema/types.ts';
import type { Answer } from './answer.ts';
import type { BodyDocument } from './gold.ts';
import type { Measure, TallyBase } from './measure.ts';
import { columns } from './print.ts';
import { agreement, commonShingles, shinglesOf, type Agreement } from './shingles.ts';
import { mean, sum } from './statistics.ts';

/** Conventions differ on what belongs to the story, so each document is read in two ways. */
export interface BodyTally extends TallyBase {
  /** The body without headlines, standfirsts and captions. */
  readonly bare: Agreement;
  /** All of the body. */
  readonly whole: Agreement;
  /** All of the body lacks more than a tenth of the gold text that the page's text holds. */
  readonly isCut: boolean;
}

const LEAST_KEPT = 0.9;
/** Kinds of the body that some people cut out with the story and some do not. */
const EDGE: ReadonlySet<string> = new Set(['headline', 'standfirst', 'caption']);

export const bodyMeasure: Measure<BodyDocument, BodyTally> = {
  tally: tallyBody,
  figures: bodyFigures,
  details: () => [],
  worst: worstBodies,
};

function tallyBody(doc: BodyDocument, { segments }: Answer): BodyTally {
  const gold = shinglesOf(doc.gold_body ?? '');
  const whole = shinglesOf(textOf(doc.text, bodyOf(segments)));
  // What the text does not hold nobody could find: extractors lose some of a page before this program sees it.
  const held = commonShingles(shinglesOf(doc.text), gold);
  const kept = commonShingles(whole, gold);
  const isCut = held > 0 && kept < LEAST_KEPT * held;
  return {
    id: doc.id,
    mistakes: isCut ? [`CUT ${doc.id}: ${kept} of ${held} shingles are left`] : [],
    bare: agreement(gold, shinglesOf(storyOf(doc.text, segments))),
    whole: agreement(gold, whole),
    isCut,
  };
}

/** The body without the kinds that conventions differ on. */
export function storyOf(text: string, segments: readonly Segment[]): string {
  return textOf(
    text,
    bodyOf(segments).filter(({ kind }) => !EDGE.has(kind)),
  );
}

function bodyOf(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter(({ label }) => label === 'body');
}

function textOf(text: string, segments: readonly Segment[]): string {
  return segments.map(({ start, end }) => text.slice(start, end)).join('\n');
}

/** The better of the two readings, chosen for the whole corpus. */
function bodyFigures(tallies: readonly BodyTally[]) {
  const falseCuts = { documents: sum(tallies.map(({ isCut }) => +isCut)), of: tallies.length };
  const bare = figuresOf(tallies.map((tally) => tally.bare));
  const whole = figuresOf(tallies.map((tally) => tally.whole));
  return bare.f1 >= whole.f1
    ? { ...bare, falseCuts, reading: 'without headlines and captions' }
    : { ...whole, falseCuts, reading: 'all of the body' };
}

function figuresOf(readings: readonly Agreement[]) {
  const precision = 100 * mean(readings.map((reading) => reading.precision));
  const recall = 100 * mean(readings.map((reading) => reading.recall));
  return {
    documents: readings.length,
    precision,
    recall,
    f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
  };
}

function worstBodies(tallies: readonly BodyTally[], most: number): readonly string[] {
  const quality = ({ whole }: BodyTally): number => whole.precision + whole.recall;
  const percent = (share: number): string => (100 * share).toFixed(0);
  const rows = tallies
    .toSorted((a, b) => quality(a) - quality(b))
    .slice(0, most)
    .map(({ id, whole }) => [id, percent(whole.precision), percent(whole.recall)]);
  return ['Worst documents: precision, recall (all of the body)', ...columns(rows)];
}
