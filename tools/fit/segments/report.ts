/**
 * The report that is committed beside the weights.
 * @module
 */
import { LABELS } from '../../../src/labels.ts';
import type { Segment } from '../../../src/schema/types.ts';
import type { GoldDocument } from './examples.ts';
import { interval, rightShare, scoresOf, worst, type Confusion } from './score.ts';

const one = (x: number): string => x.toFixed(1);

/** How often labels given with a certain confidence are right. */
export interface Reliability {
  readonly units: Float64Array;
  readonly right: Float64Array;
  readonly confidence: Float64Array;
}

const BINS = 10;

export function emptyReliability(): Reliability {
  return {
    units: new Float64Array(BINS),
    right: new Float64Array(BINS),
    confidence: new Float64Array(BINS),
  };
}

/** Every segment counts once; it is right by the share of its characters that have its label. */
export function addReliability(
  reliability: Reliability,
  doc: GoldDocument,
  segments: readonly Segment[],
): void {
  for (const segment of segments) {
    const share = rightShare(doc, segment);
    if (share === null) continue;
    const bin = Math.min(BINS - 1, Math.floor(segment.confidence * BINS));
    reliability.units[bin] = (reliability.units[bin] as number) + 1;
    reliability.confidence[bin] = (reliability.confidence[bin] as number) + segment.confidence;
    reliability.right[bin] = (reliability.right[bin] as number) + share;
  }
}

export interface Run {
  readonly documents: number;
  /** Pages learned from that the figures do not count. */
  readonly further: number;
  readonly units: number;
  readonly features: number;
  readonly folds: number;
  readonly confusions: readonly Confusion[];
  readonly reliability: Reliability;
}

/** The report as Markdown. */
export function reportText(run: Run): string {
  const scores = scoresOf(run.confusions);
  const [low, high] = interval(run.confusions);
  return [
    '# Weights of the segment model',
    '',
    `Fitted on ${run.documents} documents (${run.units} units, ${run.features} features) and ${run.further} further pages with labels of our own`,
    'that are only learned from; the figures are cross-validated',
    `(${run.folds} folds by host: pages of one site never stand on both sides), over characters that are not white space.`,
    '',
    `Macro F1 over the five labels **${one(scores.macroF1)}** (95 % interval over documents ${one(low)} to ${one(high)});`,
    `kind right where the label is: ${one(scores.kindAccuracy)} %; documents that lose over a tenth of their story: ${scores.falseCuts} of ${scores.withBody}.`,
    '',
    '| label | F1 | precision | recall |',
    '|---|---|---|---|',
    ...LABELS.map(
      (label, l) =>
        `| ${label} | ${one(scores.f1[l] as number)} | ${one(scores.precision[l] as number)} | ${one(scores.recall[l] as number)} |`,
    ),
    '',
    '## Confidence',
    '',
    '| confidence | segments | mean | right |',
    '|---|---|---|---|',
    ...reliabilityRows(run.reliability),
    '',
    '## Largest confusions across labels',
    '',
    '| gold | answer | characters |',
    '|---|---|---|',
    ...worst(run.confusions, 24).map(([gold, told, count]) => `| ${gold} | ${told} | ${count} |`),
    '',
  ].join('\n');
}

function reliabilityRows({ units, right, confidence }: Reliability): readonly string[] {
  return [...units].flatMap((count, bin) => {
    if (count === 0) return [];
    const mean = (100 * (confidence[bin] as number)) / count;
    return [
      `| ${bin / BINS} to ${(bin + 1) / BINS} | ${count} | ${one(mean)} % | ${one((100 * (right[bin] as number)) / count)} % |`,
    ];
  });
}
