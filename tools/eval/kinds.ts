/**
 * The kinds of labelled documents, each with its measure.
 * @module
 */
import type { Answerer } from './answers.ts';
import { bodyMeasure } from './body.ts';
import { readGold, type GoldDocument } from './gold.ts';
import type { Measure, TallyBase } from './measure.ts';
import { quoteMeasure } from './quotes/measure.ts';
import { seedMeasure } from './seeds.ts';
import { segmentMeasure } from './segments/measure.ts';
import { snippetMeasure } from './snippets.ts';
import { speakerMeasure } from './speakers.ts';
import { figureAt, interval, type Figures } from './statistics.ts';

export const KINDS = [
  'segments',
  'body',
  'html',
  'snippets',
  'quotes',
  'speakers',
  'seeds',
] as const;
export type Kind = (typeof KINDS)[number];

/** A file, measured. */
export interface Scored {
  readonly figures: Figures;
  readonly mistakes: readonly string[];
  /** Lines for people; `worst` is how many documents to name. */
  details(worst: number): readonly string[];
  /** The middle 95 percent of the figure at `figure` over documents drawn again. */
  interval(figure: string): readonly [number, number];
}

const SCORERS: Readonly<Record<Kind, (path: string, answerer: Answerer, limit: number) => Scored>> =
  {
    segments: scorer(segmentMeasure),
    body: scorer(bodyMeasure),
    html: scorer(bodyMeasure),
    snippets: scorer(snippetMeasure),
    quotes: scorer(quoteMeasure),
    speakers: scorer(speakerMeasure),
    seeds: scorer(seedMeasure),
  };

/** Measures the answers to the first `limit` documents of a file. */
export function score(kind: Kind, path: string, answerer: Answerer, limit = Infinity): Scored {
  return SCORERS[kind](path, answerer, limit);
}

export function isKind(word: string): word is Kind {
  return (KINDS as readonly string[]).includes(word);
}

function scorer<Doc extends GoldDocument, Tally extends TallyBase>(measure: Measure<Doc, Tally>) {
  return (path: string, answerer: Answerer, limit: number): Scored => {
    const docs = readGold<Doc>(path, limit);
    const tallies = docs.map((doc) => measure.tally(doc, answerer.answer(doc)));
    return {
      figures: measure.figures(tallies),
      mistakes: tallies.flatMap((tally) => tally.mistakes),
      details: (worst) => measure.details(tallies, worst),
      interval: (figure) => interval(tallies, (some) => figureAt(measure.figures(some), figure)),
    };
  };
}
