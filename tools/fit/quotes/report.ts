/**
 * The report that is committed beside the weights of the quote models.
 * @module
 */
import { LINES } from '../../../src/quotes/model/calibration.ts';
import type { Quote } from '../../../src/schema/types.ts';
import type { QuoteDocument } from '../../eval/gold.ts';
import { quoteMeasure } from '../../eval/quotes/measure.ts';
import { tallyQuotes, type QuoteTally } from '../../eval/quotes/tally.ts';
import { figureAt, interval } from '../../eval/statistics.ts';
import { judgeQuotes, type Judged } from './calibrate.ts';
import { reliability } from '../reliability.ts';

/** A document with the quotes that a model found which had not seen it. */
export interface Answered {
  readonly doc: QuoteDocument;
  readonly quotes: readonly Quote[];
}

const FIGURES: readonly (readonly [string, string])[] = [
  ['direct and mixed, found, F1', 'directMixed.found.f'],
  ['direct and mixed, right source, F1', 'directMixed.endToEnd.f'],
  ['direct and mixed, exact content, F1', 'directMixed.exact.f'],
  ['direct, recall', 'directRecall'],
  ['indirect with a cue of speech, recall', 'speechCueRecall.indirect'],
  ['indirect with a cue of speech, right source', 'speechCueRecall.endToEnd'],
  ['indirect, precision', 'indirectPrecision'],
  ['everything, found, F1', 'everything.found.f'],
  ['everything, right source, F1', 'everything.endToEnd.f'],
  ['short marked stretches wrongly taken, %', 'scareQuotesTaken.percent'],
];

/** The report as Markdown: figures with intervals, and whether confidences mean what they say. */
export function quoteReport(answers: readonly Answered[], folds: number): string {
  const tallies = answers.map(({ doc, quotes }) =>
    tallyQuotes(doc, { segments: [], articles: [], quotes: [...quotes], speakers: [] }),
  );
  return [
    '# Weights of the quote models',
    '',
    `Fitted on ${answers.length} documents; the figures are cross-validated (${folds} folds of documents), every line of a`,
    'document taken for its story. Intervals: 95 %, bootstrap over documents.',
    '',
    '| figure | value | interval |',
    '|---|---|---|',
    ...FIGURES.map((figure) => figureRow(tallies, figure)),
    '',
    '## Confidence',
    '',
    'A quote is right if its content is found and its source is right.',
    '',
    '| confidence | with marks | right | without marks | right |',
    '|---|---|---|---|---|',
    ...reliabilityRows(answers.flatMap(({ doc, quotes }) => judgeQuotes(doc, quotes, 0))),
    '',
  ].join('\n');
}

function figureRow(
  tallies: readonly QuoteTally[],
  [name, path]: readonly [string, string],
): string {
  const figure = (part: readonly QuoteTally[]): number =>
    figureAt(quoteMeasure.figures(part), path);
  const [low, high] = interval(tallies, figure);
  return `| ${name} | **${figure(tallies).toFixed(1)}** | ${low.toFixed(1)} to ${high.toFixed(1)} |`;
}

/** For each tenth of confidence, how many answers of each line there are and how many of them are right. */
function reliabilityRows(judged: readonly Judged[]): readonly string[] {
  return reliability(LINES.map((line) => judged.filter((one) => one.line === line)));
}
