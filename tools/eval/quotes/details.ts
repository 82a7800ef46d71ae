/**
 * What went wrong with quotes: figures by group, and the worst documents.
 * @module
 */
import { percent } from '../statistics.ts';
import { columns, one } from '../print.ts';
import { GROUPINGS, plus, type GroupCounts, type Grouping } from './groups.ts';
import type { QuoteTally } from './tally.ts';

export function quoteDetails(tallies: readonly QuoteTally[]): readonly string[] {
  return GROUPINGS.flatMap((grouping) => [...groupTable(tallies, grouping), '']);
}

export function worstQuotes(tallies: readonly QuoteTally[], most: number): readonly string[] {
  return [
    'Worst documents: with marks missed, wrongly sourced, too many; found of gold with marks',
    ...columns(
      tallies
        .toSorted((a, b) => faultsOf(b) - faultsOf(a))
        .slice(0, most)
        .map(documentRow),
    ),
  ];
}

function groupTable(tallies: readonly QuoteTally[], grouping: Grouping): readonly string[] {
  const total = new Map<string, GroupCounts>();
  for (const { groups } of tallies)
    for (const [name, counts] of groups[grouping]) {
      const before = total.get(name);
      total.set(name, before ? plus(before, counts) : counts);
    }
  const rows = [...total]
    .toSorted((a, b) => b[1].gold - a[1].gold)
    .map(([name, { gold, found, right, exact }]) => [
      name,
      `${gold}`,
      ...[found, right, exact].map((n) => one(percent(n, gold))),
    ]);
  return columns([[grouping, 'gold', 'found %', 'source right %', 'exact %'], ...rows]);
}

const missedOf = ({ counts }: QuoteTally): number => counts.marked - counts.foundMarked;
const wrongOf = ({ counts }: QuoteTally): number => counts.foundMarked - counts.rightMarked;
const extraOf = ({ counts, isComplete }: QuoteTally): number =>
  isComplete ? counts.toldMarked - counts.foundMarked : 0;

function faultsOf(tally: QuoteTally): number {
  return missedOf(tally) + wrongOf(tally) + extraOf(tally);
}

function documentRow(tally: QuoteTally): readonly string[] {
  const { foundMarked, marked } = tally.counts;
  return [
    tally.id,
    ...[missedOf(tally), wrongOf(tally), extraOf(tally)].map(String),
    `${foundMarked} of ${marked}`,
  ];
}
