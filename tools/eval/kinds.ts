/**
 * The kinds of labelled documents, each with its measure.
 * @module
 */
import type { Answerer } from './answers.ts';
import { bodyMeasure } from './body.ts';
import { caseMeasure } from './cases/measure.ts';
import { readLabels } from '../fit/labels.ts';
import { readSpeakers } from '../fit/speakers/labels.ts';
import { readGold, type GoldDocument, type SegmentDocument, type SpeakerDocument } from './gold.ts';
import type { Measure, TallyBase } from './measure.ts';
import { quoteMeasure } from './quotes/measure.ts';
import { seedMeasure } from './seeds.ts';
import { segmentMeasure } from './segments/measure.ts';
import { snippetMeasure } from './snippets.ts';
import { speakerMeasure } from './speakers.ts';
import { halfOf, type Half } from './split.ts';
import { figureAt, interval, type Figures } from './statistics.ts';

export const KINDS = [
  ...(['segments', 'body', 'html', 'snippets', 'quotes', 'speakers', 'seeds', 'cases'] as const),
] as const;
export type Kind = (typeof KINDS)[number];

/** Written to be read: they have no checking half. */
const UNSPLIT: ReadonlySet<Kind> = new Set(['seeds', 'cases']);

export interface ScoreOptions {
  /** How many documents of the file to take, before it is split. */
  readonly limit?: number;
  /** Score this half alone. */
  readonly half?: Half;
  /** A file of labels that stand apart from the texts: texts without any are left out. For `segments` and `speakers`. */
  readonly labels?: string;
}

/** Documents, measured. */
export interface Scored {
  readonly figures: Figures;
  /** Mistakes in the reading half. */
  readonly mistakes: readonly string[];
  /** How many mistakes were made in the checking half, which must not be read. */
  readonly hidden: number;
  /** Lines for people; `worst` is how many documents of the reading half to name. */
  details(worst: number): readonly string[];
  /** The middle 95 percent of the figure at the path `figure` over resampled documents. */
  interval(figure: string): readonly [number, number];
  /** The same by the values of a field of the documents, `-` for documents without it; sorted. */
  by(field: string): readonly (readonly [string, Scored])[];
}

type Scorer = (path: string, answerer: Answerer, options: ScoreOptions) => Promise<Scored>;

const SCORERS: Readonly<Record<Kind, Scorer>> = {
  segments: scorer('segments', segmentMeasure, readSegments),
  body: scorer('body', bodyMeasure),
  html: scorer('html', bodyMeasure),
  snippets: scorer('snippets', snippetMeasure),
  quotes: scorer('quotes', quoteMeasure),
  speakers: scorer('speakers', speakerMeasure, readSpeeches),
  seeds: scorer('seeds', seedMeasure),
  cases: scorer('cases', caseMeasure),
};

/** Measures the answers to the documents of a file. Throws where a half is asked of a kind that has none. */
export function score(
  kind: Kind,
  path: string,
  answerer: Answerer,
  options: ScoreOptions = {},
): Promise<Scored> {
  return SCORERS[kind](path, answerer, options);
}

export function isKind(word: string): word is Kind {
  return (KINDS as readonly string[]).includes(word);
}

function readSegments(path: string, { limit, labels }: ScoreOptions): readonly SegmentDocument[] {
  if (labels === undefined) return readGold<SegmentDocument>(path, limit);
  return readLabels(labels, [path]).slice(0, limit);
}

function readSpeeches(path: string, { limit, labels }: ScoreOptions): readonly SpeakerDocument[] {
  if (labels === undefined) return readGold<SpeakerDocument>(path, limit);
  return readSpeakers(labels, path).slice(0, limit);
}

function scorer<Doc extends GoldDocument, Tally extends TallyBase>(
  kind: Kind,
  measure: Measure<Doc, Tally>,
  read: (path: string, options: ScoreOptions) => readonly Doc[] = (path, { limit }) =>
    readGold<Doc>(path, limit),
): Scorer {
  const isHidden = (doc: Doc): boolean => !UNSPLIT.has(kind) && halfOf(doc) === 'checking';
  return async (path, answerer, options) => {
    const { half } = options;
    if (half && UNSPLIT.has(kind)) throw new Error(`${kind} are written to be read: not split`);
    const judged: Judged<Doc, Tally>[] = [];
    for (const doc of read(path, options)) {
      if (half && halfOf(doc) !== half) continue;
      const { text, ...answer } = await answerer.answer(doc);
      const tally = measure.tally({ ...doc, text }, answer);
      judged.push({ doc, tally, isHidden: isHidden(doc) });
    }
    return scoredOf(measure, judged);
  };
}

interface Judged<Doc, Tally> {
  readonly doc: Doc;
  readonly tally: Tally;
  readonly isHidden: boolean;
}

function scoredOf<Doc extends GoldDocument, Tally extends TallyBase>(
  measure: Measure<Doc, Tally>,
  judged: readonly Judged<Doc, Tally>[],
): Scored {
  const tallies = judged.map(({ tally }) => tally);
  const readable = judged.filter(({ isHidden }) => !isHidden).map(({ tally }) => tally);
  const mistakesOf = (some: readonly Tally[]): readonly string[] =>
    some.flatMap(({ mistakes }) => mistakes);
  const mistakes = mistakesOf(readable);
  return {
    figures: measure.figures(tallies),
    mistakes,
    hidden: mistakesOf(tallies).length - mistakes.length,
    details: (worst) => [
      ...measure.details(tallies),
      ...(worst > 0 && readable.length > 0 ? measure.worst(readable, worst) : []),
    ],
    interval: (figure) => interval(tallies, (some) => figureAt(measure.figures(some), figure)),
    by: (field) => {
      const valueOf = ({ doc }: Judged<Doc, Tally>): string =>
        String((doc as Readonly<Record<string, unknown>>)[field] ?? '-');
      const groups = Map.groupBy(judged, valueOf);
      return [...groups]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([value, some]) => [value, scoredOf(measure, some)]);
    },
  };
}
