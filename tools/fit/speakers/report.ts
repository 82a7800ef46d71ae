/**
 * The report that is committed beside the weights of the speakers' model.
 * @module
 */
import { interval } from '../../eval/statistics.ts';
import { meanGap, reliability } from '../reliability.ts';
import type { Answered, Judged } from './examples.ts';

/** Confidences from which on a speaker is named. The program's is `LEAST_CONFIDENCE` in `src/speakers/speakers.ts`. */
const LEASTS = [0.4, 0.5, 0.6, 0.7];

/** The report as Markdown; the answers are of models that had not seen the document. */
export function speakerReport(answers: readonly Answered[], folds: number): string {
  const judged = answers.flatMap((one) => one.judged);
  const languages = [...new Set(judged.map(({ language }) => language))];
  return [
    '# Weights of the model of speakers',
    '',
    `Fitted on ${answers.length} documents; the figures are cross-validated (${folds} folds of publishers) over the labelled`,
    'quotes that are found. Intervals: 95 %, bootstrap over documents.',
    '',
    '| language | named from | right of all, % | right of named, % | interval |',
    '|---|---|---|---|---|',
    ...languages.flatMap((language) => LEASTS.map((least) => figureRow(answers, language, least))),
    '',
    '| mention | quotes | right of all, % | right of named, % |',
    '|---|---|---|---|',
    ...(['pronoun', 'one-word', 'longer'] as const).map((mention) => mentionRow(judged, mention)),
    '',
    '## Confidence',
    '',
    `The mean gap between confidence and share of right speakers is ${(100 * meanGap(judged)).toFixed(1)} points.`,
    '',
    '| confidence | speakers | right |',
    '|---|---|---|',
    ...reliability([judged]),
    '',
  ].join('\n');
}

function figureRow(answers: readonly Answered[], language: string, least: number): string {
  const own = answers.filter(({ example }) => (example.doc.language ?? 'en') === language);
  const ofAll = (part: readonly Answered[]): number =>
    percentRight(
      part.flatMap((one) => one.judged.filter(named(least))),
      sizeOf(part),
    );
  const [low, high] = interval(own, ofAll);
  const given = own.flatMap((one) => one.judged.filter(named(least)));
  const figures = [ofAll(own), percentRight(given, given.length)].map((n) => n.toFixed(1));
  return `| ${language} | ${least} | ${figures.join(' | ')} | ${low.toFixed(1)} to ${high.toFixed(1)} |`;
}

function mentionRow(judged: readonly Judged[], mention: Judged['mention']): string {
  const own = judged.filter((one) => one.mention === mention);
  const given = own.filter(named(LEASTS[1] as number));
  const figures = [percentRight(given, own.length), percentRight(given, given.length)];
  return `| ${mention} | ${own.length} | ${figures.map((n) => n.toFixed(1)).join(' | ')} |`;
}

const named =
  (least: number) =>
  ({ confidence }: Judged): boolean =>
    confidence >= least;

/** Labelled quotes that are found, with a source or without. */
function sizeOf(answers: readonly Answered[]): number {
  return answers.reduce((sum, { example }) => sum + example.labels.size, 0);
}

function percentRight(judged: readonly Judged[], of: number): number {
  return (100 * judged.filter(({ isRight }) => isRight).length) / Math.max(1, of);
}
