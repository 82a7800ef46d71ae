/**
 * The report that is committed beside the weights of the quote models.
 * @module
 */
import type { Quote } from '../../../src/types.ts';
import type { QuoteDocument } from '../../eval/gold.ts';
import { quoteMeasure } from '../../eval/quotes/measure.ts';
import { hasMarks, isSourceRight, pair } from '../../eval/quotes/pairing.ts';
import { tallyQuotes, type QuoteTally } from '../../eval/quotes/tally.ts';
import { figureAt, interval } from '../../eval/statistics.ts';

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
    'Right: the content is found and the source is right.',
    '',
    '| confidence | with marks | right | without marks | right |',
    '|---|---|---|---|---|',
    ...reliabilityRows(answers),
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

const BINS = 10;

interface Bin {
  given: number;
  right: number;
}

function reliabilityRows(answers: readonly Answered[]): readonly string[] {
  const bins = { marked: emptyBins(), plain: emptyBins() };
  for (const { doc, quotes } of answers) {
    const { golds, tolds, goldOf } = pair(doc, quotes);
    tolds.forEach((told, i) => {
      const gold = golds[goldOf[i] as number];
      const list = hasMarks(told) ? bins.marked : bins.plain;
      const bin = list[Math.min(BINS - 1, Math.floor(told.told.confidence * BINS))] as Bin;
      bin.given++;
      if (gold && isSourceRight(gold.source, told.source)) bin.right++;
    });
  }
  return bins.marked.map((marked, i) => {
    const plain = bins.plain[i] as Bin;
    return `| ${i / BINS} to ${(i + 1) / BINS} | ${marked.given} | ${share(marked)} | ${plain.given} | ${share(plain)} |`;
  });
}

function emptyBins(): Bin[] {
  return Array.from({ length: BINS }, () => ({ given: 0, right: 0 }));
}

function share({ given, right }: Bin): string {
  return given === 0 ? '–' : `${((100 * right) / given).toFixed(0)} %`;
}
