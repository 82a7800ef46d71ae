/**
 * Scores of segmentation: per label over characters that are not white space, and what went wrong.
 * @module
 */
import { LABELLED_KINDS, LABELS, type LabelledKind } from '../../../src/labels.ts';
import type { Segment } from '../../../src/schema/types.ts';
import { randomNumbers } from '../../eval/statistics.ts';
import type { GoldDocument } from './examples.ts';

const KINDS = LABELLED_KINDS.length;

/** Characters of one document by gold kind (row) and predicted kind (column). */
export type Confusion = Float64Array;

export function confusionOf(doc: GoldDocument, segments: readonly Segment[]): Confusion {
  const out = new Float64Array(KINDS * KINDS);
  let s = 0;
  for (const gold of doc.segments) {
    const row = LABELLED_KINDS.indexOf(`${gold.label}/${gold.kind}` as LabelledKind);
    if (row < 0) continue;
    while (s > 0 && (segments[s]?.start ?? Infinity) > gold.start) s--;
    for (let at = gold.start; at < gold.end; at++) {
      if (/\s/.test(doc.text[at] as string)) continue;
      while (s < segments.length - 1 && (segments[s] as Segment).end <= at) s++;
      const { label, kind } = segments[s] as Segment;
      const cell = row * KINDS + LABELLED_KINDS.indexOf(`${label}/${kind}` as LabelledKind);
      out[cell] = (out[cell] as number) + 1;
    }
  }
  return out;
}

export interface Scores {
  readonly macroF1: number;
  readonly f1: readonly number[];
  readonly precision: readonly number[];
  readonly recall: readonly number[];
  readonly kindAccuracy: number;
  readonly falseCuts: number;
  readonly withBody: number;
}

const labelOf = (kind: number): number =>
  LABELS.findIndex((label) => LABELLED_KINDS[kind]?.startsWith(`${label}/`));
const LABEL_OF = Array.from({ length: KINDS }, (_, k) => labelOf(k));

export function sum(confusions: readonly Confusion[]): Confusion {
  const out = new Float64Array(KINDS * KINDS);
  for (const one of confusions) one.forEach((value, i) => (out[i] = (out[i] as number) + value));
  return out;
}

/** A document loses its story when more than a tenth of its body is labelled something else. */
function losesBody(confusion: Confusion): boolean | null {
  let all = 0;
  let kept = 0;
  confusion.forEach((count, cell) => {
    if (LABEL_OF[Math.floor(cell / KINDS)] !== 0) return;
    all += count;
    if (LABEL_OF[cell % KINDS] === 0) kept += count;
  });
  return all === 0 ? null : kept < 0.9 * all;
}

export function scoresOf(confusions: readonly Confusion[]): Scores {
  const total = sum(confusions);
  const right = LABELS.map(() => 0);
  const gold = LABELS.map(() => 0);
  const told = LABELS.map(() => 0);
  let kindsRight = 0;
  total.forEach((count, cell) => {
    const g = LABEL_OF[Math.floor(cell / KINDS)] as number;
    const p = LABEL_OF[cell % KINDS] as number;
    gold[g] = (gold[g] as number) + count;
    told[p] = (told[p] as number) + count;
    if (g === p) right[g] = (right[g] as number) + count;
    if (Math.floor(cell / KINDS) === cell % KINDS) kindsRight += count;
  });
  const ratio = (a: number, b: number): number => (b > 0 ? (100 * a) / b : 0);
  const f1 = LABELS.map((_, l) =>
    ratio(2 * (right[l] as number), (gold[l] as number) + (told[l] as number)),
  );
  const losses = confusions.map(losesBody);
  return {
    macroF1: f1.reduce((a, b) => a + b, 0) / f1.length,
    f1,
    precision: LABELS.map((_, l) => ratio(right[l] as number, told[l] as number)),
    recall: LABELS.map((_, l) => ratio(right[l] as number, gold[l] as number)),
    kindAccuracy: ratio(
      kindsRight,
      right.reduce((a, b) => a + b, 0),
    ),
    falseCuts: losses.filter((lost) => lost === true).length,
    withBody: losses.filter((lost) => lost !== null).length,
  };
}

/** The middle 95 of a hundred resamplings of the documents. */
export function interval(
  confusions: readonly Confusion[],
  rounds = 200,
): readonly [number, number] {
  const random = randomNumbers(7);
  const values = Array.from(
    { length: rounds },
    () =>
      scoresOf(
        confusions.map(() => confusions[Math.floor(random() * confusions.length)] as Confusion),
      ).macroF1,
  ).sort((a, b) => a - b);
  return [
    values[Math.floor(rounds * 0.025)] as number,
    values[Math.floor(rounds * 0.975)] as number,
  ];
}

/** The largest confusions across labels: gold, predicted, characters. */
export function worst(
  confusions: readonly Confusion[],
  most: number,
): readonly (readonly [string, string, number])[] {
  return [...sum(confusions)]
    .map(
      (count, cell) =>
        [
          LABELLED_KINDS[Math.floor(cell / KINDS)] as string,
          LABELLED_KINDS[cell % KINDS] as string,
          count,
        ] as const,
    )
    .filter(([gold, told]) => gold.split('/')[0] !== told.split('/')[0])
    .sort((a, b) => b[2] - a[2])
    .slice(0, most);
}

/** The share of a segment's characters that have its label in gold; null where gold says nothing. */
export function rightShare(
  doc: GoldDocument,
  { start, end, label }: Pick<Segment, 'start' | 'end' | 'label'>,
): number | null {
  let all = 0;
  let right = 0;
  for (const gold of doc.segments) {
    const common = Math.min(end, gold.end) - Math.max(start, gold.start);
    if (common <= 0) continue;
    const chars = doc.text
      .slice(Math.max(start, gold.start), Math.min(end, gold.end))
      .replace(/\s/g, '').length;
    all += chars;
    if (gold.label === label) right += chars;
  }
  return all === 0 ? null : right / all;
}
