/**
 * What went wrong in segmentation: confusions by kind, and the worst documents.
 * @module
 */
import { columns } from '../print.ts';
import { sum } from '../statistics.ts';
import {
  accuracyOf,
  addTables,
  labelOf,
  mistakesIn,
  shareOfBodyKept,
  type SegmentTally,
  type Table,
} from './tally.ts';

const MOST_CONFUSIONS = 4;

export function segmentDetails(tallies: readonly SegmentTally[]): readonly string[] {
  const kinds = addTables(tallies.map((tally) => tally.characters));
  return [
    'Characters by kind: right kind, right label, and what else they were taken for, in percent',
    ...columns([...kinds].toSorted(byName).map(([kind, counts]) => confusionRow(kind, counts))),
  ];
}

export function worstSegments(tallies: readonly SegmentTally[], most: number): readonly string[] {
  return [
    'Worst documents: accuracy, share of the body kept, largest confusions in characters',
    ...columns(
      tallies
        .toSorted((a, b) => accuracyOf(a) - accuracyOf(b))
        .slice(0, most)
        .map(documentRow),
    ),
  ];
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function confusionRow(kind: string, counts: ReadonlyMap<string, number>): readonly string[] {
  const all = sum([...counts.values()]);
  const share = (n: number): string => ((100 * n) / all).toFixed(0);
  const rightLabel = sum([...counts].map(([told, n]) => (labelOf(told) === labelOf(kind) ? n : 0)));
  const others = [...counts]
    .filter(([told]) => told !== kind)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_CONFUSIONS)
    .filter(([, n]) => n >= all / 200);
  return [
    kind,
    `${all}`,
    share(counts.get(kind) ?? 0),
    share(rightLabel),
    others.map(([told, n]) => `${told || 'nothing'} ${share(n)}`).join(', '),
  ];
}

function documentRow(tally: SegmentTally): readonly string[] {
  const kept = shareOfBodyKept(tally);
  return [
    tally.id,
    `${(100 * accuracyOf(tally)).toFixed(1)}`,
    kept === null ? '-' : (100 * kept).toFixed(0),
    largestMistakes(tally.characters).join(', '),
  ];
}

function largestMistakes(table: Table): readonly string[] {
  return mistakesIn(table)
    .slice(0, 3)
    .map(({ gold, told, characters }) => `${gold} -> ${told || 'nothing'} ${characters}`);
}
