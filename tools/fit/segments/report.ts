/**
 * The report that is committed beside the weights.
 * @module
 */
import { LABELS } from '../../../src/labels.ts';
import { segmentMeasure } from '../../eval/segments/measure.ts';
import { addTables, mistakesIn, type SegmentTally } from '../../eval/segments/tally.ts';
import { figureAt, interval } from '../../eval/statistics.ts';
import { reliabilityRows, type Reliability } from './reliability.ts';

export interface Run {
  readonly documents: number;
  /** Pages learned from that the figures do not count. */
  readonly further: number;
  readonly units: number;
  readonly features: number;
  readonly folds: number;
  /** Of answers by weights that have not seen the document's site. */
  readonly tallies: readonly SegmentTally[];
  readonly reliability: Reliability;
  /** Rows of the table of costs. */
  readonly costs: readonly string[];
}

const MOST_CONFUSIONS = 24;

/** The report as Markdown. */
export function reportText(run: Run): string {
  const { tallies } = run;
  const figures = segmentMeasure.figures(tallies);
  const one = (path: string): string => figureAt(figures, path).toFixed(1);
  const [low, high] = interval(tallies, macroF1);
  const confusions = mistakesIn(addTables(tallies.map(({ characters }) => characters)));
  return [
    '# Weights of the segment model',
    '',
    `Fitted on ${run.documents} documents (${run.units} units, ${run.features} features) and ${run.further} further pages with labels of our own`,
    'that are only learned from; the figures are cross-validated',
    `(${run.folds} folds by host: pages of one site never stand on both sides), over characters that are not white space.`,
    '',
    `Macro F1 over the five labels **${one('macroF1')}** (95 % interval over documents ${low.toFixed(1)} to ${high.toFixed(1)});`,
    `kind right where the label is: ${one('kindAccuracy')} %; documents that lose over a tenth of their story: ${figureAt(figures, 'falseCuts.documents')} of ${figureAt(figures, 'falseCuts.of')}.`,
    '',
    '| label | F1 | precision | recall |',
    '|---|---|---|---|',
    ...LABELS.map((label) => {
      const cells = ['f', 'p', 'r'].map((name) => one(`characters.${label}.${name}`));
      return `| ${label} | ${cells.join(' | ')} |`;
    }),
    '',
    '## Confidence',
    '',
    '| confidence | segments | mean | right |',
    '|---|---|---|---|',
    ...reliabilityRows(run.reliability),
    '',
    '## What a lost line costs',
    '',
    'All labelled pages, by the price of a lost line of story: characters of the story that are lost and foreign ones in what is called',
    'story, in percent, and macro F1, in the half of the sites that phrases may be read from and in the other one.',
    '',
    '| price | lost | foreign | macro F1 | lost, checking | foreign, checking | macro F1, checking |',
    '|---|---|---|---|---|---|---|',
    ...run.costs,
    '',
    '## Largest confusions across labels',
    '',
    '| gold | answer | characters |',
    '|---|---|---|',
    ...confusions
      .slice(0, MOST_CONFUSIONS)
      .map(({ gold, told, characters }) => `| ${gold} | ${told} | ${characters} |`),
    '',
  ].join('\n');
}

export function macroF1(tallies: readonly SegmentTally[]): number {
  return figureAt(segmentMeasure.figures(tallies), 'macroF1');
}
