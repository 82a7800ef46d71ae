/**
 * `npm run fit -- speakers FILES…`: fits the weights of whom sources mean.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { calibrated, KNOTS } from '../../../src/rules/calibration.ts';
import type { WeightTable } from '../../../src/rules/types.ts';
import { SPEAKER_FEATURES } from '../../../src/speakers/model/features.ts';
import { TABLES, type SpeakerModel } from '../../../src/speakers/model/model.ts';
import { readJsonLines, type QuoteDocument, type SpeakerDocument } from '../../eval/gold.ts';
import { sourceOf } from '../../eval/split.ts';
import { risingRows } from '../quotes/calibrate.ts';
import { fitChoice, Instances } from '../quotes/choice-model.ts';
import type { LanguageDocument } from '../quotes/reading.ts';
import { writeWeights } from '../quotes/tables.ts';
import { coarse } from '../segments/table.ts';
import {
  addInstances,
  exampleOf,
  judge,
  silverExampleOf,
  type Answered,
  type Example,
  type Judged,
} from './examples.ts';
import { fragmentsOf } from './fragments.ts';
import { readSpeakers } from './labels.ts';
import { priorWeights } from './prior.ts';
import { speakerReport } from './report.ts';

export interface SpeakerFitOptions {
  /** Documents with speakers. */
  readonly files: readonly string[];
  /** Labels of speakers, and the files with the articles that they are of. */
  readonly labels: string | undefined;
  readonly articles: readonly string[];
  /** Documents in other languages that label only where sources stand. */
  readonly sources: readonly string[];
  readonly folds: number;
  readonly write: boolean;
  readonly penalty: number;
}

const ITERATIONS = 150;
/** Who spoke before depends on the weights: after so many rounds they hardly change any more. */
const ROUNDS = 3;

/** Fits, cross-validates and, if asked to, writes the weights. */
export function fitSpeakers(options: SpeakerFitOptions): void {
  const { files, labels, articles, sources, folds } = options;
  const docs: readonly LanguageDocument<SpeakerDocument>[] = [
    ...files.flatMap((file) => readJsonLines<SpeakerDocument>(file)),
    ...articles.flatMap((file) => (labels ? readSpeakers(labels, file) : [])),
  ];
  const examples = docs.map((doc) => exampleOf(doc, sourceOf(doc)));
  const fragments = docs.flatMap((doc) =>
    fragmentsOf(doc).map((fragment) => exampleOf(fragment, sourceOf(doc))),
  );
  const silver = sources
    .flatMap((file) => readJsonLines<LanguageDocument<QuoteDocument>>(file))
    .map((doc) => silverExampleOf(doc));
  const foldOf = foldsOf(examples, folds);
  const extra = [...fragments, ...silver];
  const count = examples.reduce((sum, { labels: own }) => sum + own.size, 0);
  console.log(`${fragments.length} fragments, ${silver.length} documents with sources`);
  console.log(`${docs.length} documents, ${count} quotes, ${SPEAKER_FEATURES.space.size} features`);
  const judged = Array.from({ length: folds }, (_, fold) => {
    const model = fit(
      [...examples, ...extra].filter((example) => foldOf(example) !== fold),
      options.penalty,
    );
    return examples
      .filter((example) => foldOf(example) === fold)
      .map((example) => ({ example, judged: judge(example, model) }));
  }).flat();
  const report = speakerReport(calibrate(judged, foldOf, folds), folds);
  console.log(report);
  if (!options.write) return;
  writeWeights({
    [TABLES.pairs]: tableOf(fit([...examples, ...extra], options.penalty)),
    [TABLES.calibration]: calibrationOf(judged.flatMap((one) => one.judged)),
  });
  writeFileSync('rules/weights/speakers-report.md', report);
}

/** The fold of each example: all articles of a publisher are in one, and folds have about as many quotes. */
function foldsOf(examples: readonly Example[], folds: number): (example: Example) => number {
  const sizes = new Map<string, number>();
  for (const { source, labels } of examples)
    sizes.set(source, (sizes.get(source) ?? 0) + labels.size);
  const filled = Array.from({ length: folds }, () => 0);
  const foldOf = new Map<string, number>();
  for (const [source, size] of [...sizes].sort((a, b) => b[1] - a[1])) {
    const least = filled.indexOf(Math.min(...filled));
    foldOf.set(source, least);
    filled[least] = (filled[least] as number) + size;
  }
  // Documents of other sources help to fit all folds.
  return ({ source }) => foldOf.get(source) ?? -1;
}

/** Lines under which probabilities stay as they are. */
const STRAIGHT = Float64Array.from({ length: KNOTS }, (_, knot) => knot / (KNOTS - 1));

function fit(examples: readonly Example[], penalty: number): SpeakerModel {
  const prior = priorWeights();
  let model: SpeakerModel | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const instances = new Instances();
    for (const example of examples) addInstances(instances, example, model);
    const numbers = Array.from({ length: instances.count }, (_, i) => i);
    model = {
      weights: fitChoice(instances, numbers, prior, penalty, ITERATIONS),
      knots: STRAIGHT,
    };
  }
  return model as SpeakerModel;
}

/** The answers of each fold, calibrated on those of the other folds. */
function calibrate(
  answers: readonly Answered[],
  foldOf: (example: Example) => number,
  folds: number,
): readonly Answered[] {
  return Array.from({ length: folds }, (_, fold) => {
    const others = answers.filter(({ example }) => foldOf(example) !== fold);
    const line = lineOf(others.flatMap(({ judged }) => judged));
    return answers
      .filter(({ example }) => foldOf(example) === fold)
      .map(({ example, judged }) => ({
        example,
        judged: judged.map((one) => ({ ...one, confidence: line(one.confidence) })),
      }));
  }).flat();
}

function lineOf(judged: readonly Judged[]): (probability: number) => number {
  const knots = Float64Array.from(
    Object.values(risingRows('speaker', judged)),
    ([, hundredths]) => (hundredths as number) / 100,
  );
  return (probability) => calibrated(knots, probability);
}

function calibrationOf(judged: readonly Judged[]): WeightTable {
  return { columns: ['weight'], rows: risingRows('speaker', judged) };
}

/** Smaller weights cost bytes and change next to nothing. */
const LEAST_HUNDREDTHS = 4;

function tableOf({ weights }: SpeakerModel): WeightTable {
  const rows: Record<string, readonly number[]> = {};
  weights.forEach((weight, feature) => {
    const hundredths = coarse(weight);
    if (Math.abs(hundredths) >= LEAST_HUNDREDTHS)
      rows[SPEAKER_FEATURES.space.nameOf(feature)] = [0, hundredths];
  });
  return { columns: ['weight'], rows };
}
