/**
 * Segmentation, measured: per label over characters that are not white space and over lines, and stories that are lost.
 * @module
 */
import { LABELS, type Label } from '../../../src/labels.ts';
import type { SegmentDocument } from '../gold.ts';
import type { Measure } from '../measure.ts';
import { mean, percent, prf, sum, type Prf } from '../statistics.ts';
import { segmentDetails, worstSegments } from './details.ts';
import {
  accuracyOf,
  addTables,
  labelOf,
  shareOfBodyKept,
  tallySegments,
  type SegmentTally,
  type Table,
} from './tally.ts';

export const segmentMeasure: Measure<SegmentDocument, SegmentTally> = {
  tally: tallySegments,
  figures: segmentFigures,
  details: segmentDetails,
  worst: worstSegments,
};

/** A document that keeps less of its body counts as a false cut, the worst mistake there is. */
const LEAST_KEPT = 0.9;

function segmentFigures(tallies: readonly SegmentTally[]) {
  const kinds = addTables(tallies.map((tally) => tally.characters));
  const characters = byLabel(addTables([kinds], labelOf));
  const lines = byLabel(addTables(tallies.map((tally) => tally.lines)));
  const bodies = tallies.map(shareOfBodyKept).filter((share) => share !== null);
  return {
    documents: tallies.length,
    macroF1: mean(LABELS.map((label) => characters[label].f)),
    lineMacroF1: mean(LABELS.map((label) => lines[label].f)),
    characters,
    lines,
    accuracy: 100 * mean(tallies.map(accuracyOf)),
    kindAccuracy: kindAccuracy(kinds),
    falseCuts: {
      documents: bodies.filter((share) => share < LEAST_KEPT).length,
      of: bodies.length,
    },
  };
}

function byLabel(table: Table): Readonly<Record<Label, Prf>> {
  const told = (label: Label): number =>
    sum(LABELS.map((gold) => table.get(gold)?.get(label) ?? 0));
  const gold = (label: Label): number => sum([...(table.get(label)?.values() ?? [])]);
  const score = (label: Label): Prf =>
    prf(table.get(label)?.get(label) ?? 0, told(label), gold(label));
  return Object.fromEntries(LABELS.map((label) => [label, score(label)])) as Record<Label, Prf>;
}

/** The share of characters with the right label that have the right kind too. */
function kindAccuracy(kinds: Table): number {
  let rightLabel = 0;
  let rightKind = 0;
  for (const [gold, counts] of kinds)
    for (const [told, n] of counts) {
      if (labelOf(gold) === labelOf(told)) rightLabel += n;
      if (gold === told) rightKind += n;
    }
  return percent(rightKind, rightLabel);
}
