/**
 * Counts of one segmented document: characters that are not white space, by gold kind and answered kind.
 * @module
 */
import type { Segment } from '../../../src/schema/types.ts';
import type { Answer } from '../answer.ts';
import type { GoldSegment, SegmentDocument } from '../gold.ts';
import { cut, type TallyBase } from '../measure.ts';
import { sum } from '../statistics.ts';

export interface SegmentTally extends TallyBase {
  /** Characters by gold kind, then by answered kind (`body/paragraph`; '' if no segment covers them). */
  readonly characters: Table;
  /** Gold stretches (most of them are lines) by gold label, then by the label that most of their characters got. */
  readonly lines: Table;
}

export type Table = ReadonlyMap<string, ReadonlyMap<string, number>>;
type Rows = Map<string, Map<string, number>>;

/** Counts one document. */
export function tallySegments(
  doc: SegmentDocument,
  { segments }: Pick<Answer, 'segments'>,
): SegmentTally {
  const kindAt = kindsByOffset(doc.text, segments);
  const characters: Rows = new Map();
  const lines: Rows = new Map();
  const mistakes: string[] = [];
  for (const gold of doc.segments) {
    if (!gold.label) continue;
    const labels = countStretch(doc.text, gold, kindAt, characters);
    const told = mostFrequent(labels);
    if (told === null) continue;
    count(lines, gold.label, told);
    const length = Math.min(90, gold.end - gold.start);
    if (told !== gold.label)
      mistakes.push(
        `${gold.label}/${gold.kind} got ${told || 'nothing'} ${doc.id}: ${cut(doc.text, gold.start, length)}`,
      );
  }
  return { id: doc.id, mistakes, characters, lines };
}

/** The answered kind of every character of the text. */
function kindsByOffset(text: string, segments: readonly Segment[]): readonly string[] {
  const kinds = Array.from({ length: text.length }, () => '');
  for (const { start, end, label, kind } of segments) kinds.fill(`${label}/${kind}`, start, end);
  return kinds;
}

/** Counts one gold stretch, and gives its characters by answered label. */
function countStretch(
  text: string,
  gold: GoldSegment,
  kindAt: readonly string[],
  characters: Rows,
): ReadonlyMap<string, number> {
  const labels = new Map<string, number>();
  for (let at = gold.start; at < gold.end; at++) {
    if (/\s/.test(text.charAt(at))) continue;
    const kind = kindAt[at] ?? '';
    const label = labelOf(kind);
    count(characters, `${gold.label}/${gold.kind}`, kind);
    labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  return labels;
}

export function labelOf(kind: string): string {
  return kind.split('/')[0] as string;
}

function count(table: Rows, row: string, column: string, by = 1): void {
  const counts = table.get(row) ?? new Map<string, number>();
  table.set(row, counts.set(column, (counts.get(column) ?? 0) + by));
}

/** The most frequent one; of several, the first. */
function mostFrequent(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [name, n] of counts) if (best === null || n > (counts.get(best) ?? 0)) best = name;
  return best;
}

/** The sum of tables, with rows and columns renamed (and merged where names become the same). */
export function addTables(
  tables: readonly Table[],
  rename: (name: string) => string = (name) => name,
): Table {
  const total: Rows = new Map();
  for (const table of tables)
    for (const [row, counts] of table)
      for (const [column, n] of counts) count(total, rename(row), rename(column), n);
  return total;
}

export interface Confusion {
  readonly gold: string;
  readonly told: string;
  readonly characters: number;
}

/** Kinds that were taken for kinds of another label, the most characters first. */
export function mistakesIn(kinds: Table): readonly Confusion[] {
  return [...kinds]
    .flatMap(([gold, counts]) =>
      [...counts].map(([told, characters]) => ({ gold, told, characters })),
    )
    .filter(({ gold, told }) => labelOf(gold) !== labelOf(told))
    .toSorted((a, b) => b.characters - a.characters);
}

/** The share of a document's judged characters whose label is right. */
export function accuracyOf({ characters }: SegmentTally): number {
  let right = 0;
  let all = 0;
  for (const [gold, counts] of characters)
    for (const [told, n] of counts) {
      all += n;
      if (labelOf(gold) === labelOf(told)) right += n;
    }
  return right / Math.max(1, all);
}

/** The share of a document's body that is labelled as body; null if it has none. */
export function shareOfBodyKept({ characters }: SegmentTally): number | null {
  const body = addTables([characters], labelOf).get('body');
  if (!body) return null;
  return (body.get('body') ?? 0) / sum([...body.values()]);
}
