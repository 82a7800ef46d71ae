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
import { mean } from './statistics.ts';

/** Precision and recall, 0 to 1. */
interface Reading {
  readonly precision: number;
  readonly recall: number;
  /** More than a tenth of the story is lost. */
  readonly isCut: boolean;
}

/** Conventions differ on what belongs to the story, so a document is read in two ways. */
export interface BodyTally extends TallyBase {
  readonly bare: Reading;
  readonly whole: Reading;
}

const SHINGLE = 4;
const LEAST_RECALL = 0.9;
/** Kinds of the body that some people cut out with the story and some do not. */
const EDGE: ReadonlySet<string> = new Set(['headline', 'standfirst', 'caption']);

export const bodyMeasure: Measure<BodyDocument, BodyTally> = {
  tally: tallyBody,
  figures: bodyFigures,
  details: bodyDetails,
};

function tallyBody(doc: BodyDocument, { segments }: Answer): BodyTally {
  const gold = shingles(doc.gold_body ?? '');
  const body = segments.filter((segment) => segment.label === 'body');
  const read = (parts: readonly Segment[]): Reading =>
    compare(gold, shingles(parts.map(({ start, end }) => doc.text.slice(start, end)).join('\n')));
  return {
    id: doc.id,
    mistakes: [],
    bare: read(body.filter((segment) => !EDGE.has(segment.kind))),
    whole: read(body),
  };
}

/** How often each run of four words occurs; a shorter text is one run. */
function shingles(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const last = words.length > 0 && words.length < SHINGLE ? 0 : words.length - SHINGLE;
  for (let i = 0; i <= last; i++) {
    const shingle = words.slice(i, i + SHINGLE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function compare(gold: ReadonlyMap<string, number>, told: ReadonlyMap<string, number>): Reading {
  let common = 0;
  for (const [shingle, n] of told) common += Math.min(n, gold.get(shingle) ?? 0);
  const goldSize = sizeOf(gold);
  const toldSize = sizeOf(told);
  const share = (whole: number, other: number): number => (whole ? common / whole : other ? 0 : 1);
  const recall = share(goldSize, toldSize);
  return {
    precision: share(toldSize, goldSize),
    recall,
    isCut: goldSize > 0 && recall < LEAST_RECALL,
  };
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
  let size = 0;
  for (const n of counts.values()) size += n;
  return size;
}

/** The better of the two readings, for the whole of a corpus. */
function bodyFigures(tallies: readonly BodyTally[]) {
  const bare = figuresOf(tallies.map((tally) => tally.bare));
  const whole = figuresOf(tallies.map((tally) => tally.whole));
  return bare.f1 >= whole.f1
    ? { ...bare, reading: 'without headlines and captions' }
    : { ...whole, reading: 'all of the body' };
}

function figuresOf(readings: readonly Reading[]) {
  const precision = 100 * mean(readings.map((reading) => reading.precision));
  const recall = 100 * mean(readings.map((reading) => reading.recall));
  return {
    documents: readings.length,
    precision,
    recall,
    f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
    falseCuts: {
      documents: readings.filter((reading) => reading.isCut).length,
      of: readings.length,
    },
  };
}

function bodyDetails(tallies: readonly BodyTally[], worst: number): readonly string[] {
  const loss = ({ whole }: BodyTally): number => whole.precision + whole.recall;
  const percent = (share: number): string => (100 * share).toFixed(0);
  const rows = tallies
    .toSorted((a, b) => loss(a) - loss(b))
    .slice(0, worst)
    .map(({ id, whole }) => [id, percent(whole.precision), percent(whole.recall)]);
  return ['Worst documents: precision, recall (all of the body)', ...columns(rows)];
}
