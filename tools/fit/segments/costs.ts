/**
 * What the choice of labels costs at different prices of a lost line (`LOSS` in `src/segments/labels.ts`), half by half: the price
 * is chosen on pages that may be read, and has to hold on those that nobody reads.
 * @module
 */
import { LABELS } from '../../../src/labels.ts';
import { LABEL_OF_KIND } from '../../../src/segments/kinds.ts';
import { choose, LOSS } from '../../../src/segments/labels.ts';
import { prf } from '../../eval/statistics.ts';
import { HALVES, halfOf } from '../../eval/split.ts';
import type { Example } from './examples.ts';

/** A page and the probabilities that a model gives which has not seen its site. */
export interface Judged {
  readonly example: Example;
  /** Unit by unit, one for each kind. */
  readonly kinds: Float32Array;
}

const PRICES = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5];
const BODY = LABELS.indexOf('body');

/**
 * Rows of a Markdown table: for each price the share of the story that is lost, the foreign share of what is called story, and macro
 * F1, in percent, by half. Counted are the characters of units: pages are too many to look at every character at every price.
 */
export function costRows(judged: readonly Judged[]): readonly string[] {
  return PRICES.map((price) => {
    const cells = HALVES.flatMap((half) =>
      cellsOf(
        judged.filter(({ example }) => halfOf(example.doc) === half),
        price,
      ),
    );
    return `| ${price}${price === LOSS ? ' (chosen)' : ''} | ${cells.join(' | ')} |`;
  });
}

function cellsOf(judged: readonly Judged[], price: number): readonly string[] {
  const counts = LABELS.map(() => LABELS.map(() => 0));
  for (const page of judged) addPage(counts, page, price);
  const total = (some: readonly number[]): number => some.reduce((sum, n) => sum + n, 0);
  const told = (label: number): number => total(counts.map((row) => row[label] as number));
  const right = (label: number): number => counts[label]?.[label] as number;
  const gold = (label: number): number => total(counts[label] as readonly number[]);
  const share = (n: number, of: number): string => ((100 * n) / Math.max(1, of)).toFixed(2);
  const scores = LABELS.map((_, l) => prf(right(l), told(l), gold(l)).f);
  return [
    share(gold(BODY) - right(BODY), gold(BODY)),
    share(told(BODY) - right(BODY), told(BODY)),
    (total(scores) / LABELS.length).toFixed(1),
  ];
}

function addPage(counts: number[][], { example, kinds }: Judged, price: number): void {
  const { gold, page } = example;
  const { label } = choose(page, kinds, price);
  gold.forEach((kind, u) => {
    const row = counts[LABEL_OF_KIND[kind] as number] as number[];
    const told = label[u] as number;
    const chars = (page.units.end[u] as number) - (page.units.start[u] as number);
    row[told] = (row[told] as number) + chars;
  });
}
