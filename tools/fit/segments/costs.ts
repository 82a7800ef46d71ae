/**
 * What the choice of labels costs at different prices of a lost line (`LOSS` in `src/segments/labels.ts`), half by half: the price
 * is chosen on pages that may be read, and has to hold on those that nobody reads.
 * @module
 */
import type { Model } from '../../../src/segments/model/model.ts';
import { choose, LOSS } from '../../../src/segments/labels.ts';
import type { Decision } from '../../../src/segments/predict.ts';
import { assemble } from '../../../src/segments/segment.ts';
import { labelOf, tallySegments, type SegmentTally } from '../../eval/segments/tally.ts';
import { HALVES, halfOf } from '../../eval/split.ts';
import type { Example } from './examples.ts';
import { macroF1 } from './report.ts';

/** A page and what a model says of it that has not seen its site. */
export interface Judged {
  readonly example: Example;
  readonly model: Model;
  readonly decision: Decision;
}

const PRICES = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5];

/** Rows of a Markdown table: for each price the share of the story that is lost, and the foreign share of what is called story. */
export function costRows(judged: readonly Judged[]): readonly string[] {
  return PRICES.map((price) => {
    const cells = HALVES.flatMap((half) => {
      const some = judged.filter(({ example }) => halfOf(example.doc) === half);
      return cellsOf(some.map((page) => tallyAt(page, price)));
    });
    return `| ${price}${price === LOSS ? ' (chosen)' : ''} | ${cells.join(' | ')} |`;
  });
}

function tallyAt({ example: { doc, page }, model, decision }: Judged, price: number): SegmentTally {
  const choice = choose(page, decision.kinds, price);
  return tallySegments(doc, assemble(page, { ...decision, ...choice }, model, null));
}

function cellsOf(tallies: readonly SegmentTally[]): readonly string[] {
  let [story, lost, foreign] = [0, 0, 0];
  for (const { characters } of tallies)
    for (const [gold, counts] of characters)
      for (const [told, n] of counts) {
        const isStory = labelOf(gold) === 'body';
        if (isStory) story += n;
        if (isStory && labelOf(told) !== 'body') lost += n;
        if (!isStory && labelOf(told) === 'body') foreign += n;
      }
  const share = (n: number, of: number): string => ((100 * n) / Math.max(1, of)).toFixed(2);
  return [share(lost, story), share(foreign, story - lost + foreign), macroF1(tallies).toFixed(1)];
}
