/**
 * `npm run fit -- quotes FILES…`: fits the weights of frames and of loose marks.
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { analyze } from '../../../src/analyze.ts';
import { FeatureSpace } from '../../../src/quotes/model/features.ts';
import { reportedQuotes } from '../../../src/quotes/find.ts';
import type { QuoteModel } from '../../../src/quotes/quote.ts';
import { openModel } from '../../../src/quotes/model/model.ts';
import { isComplementizer } from '../../../src/annotation/annotated.ts';
import { rules } from '../../../src/rules/load.ts';
import type { Rules } from '../../../src/rules/rules.ts';
import {
  readJsonLines,
  type GoldDocument,
  type QuoteDocument,
  type SpeakerDocument,
} from '../../eval/gold.ts';
import { withoutOpening } from '../../eval/words.ts';
import { hash } from '../folds.ts';
import { fitChoice, Instances } from './choice-model.ts';
import {
  calibrationName,
  calibrationTable,
  judgeQuotes,
  judgeSpeakers,
  STRAIGHT,
  type Judged,
} from './calibrate.ts';
import { answerOf, sceneOf, type LanguageDocument } from './reading.ts';
import { quoteReport } from './report.ts';
import { suffixOf, tables, writeWeights, type Tables } from './tables.ts';
import { goldOf, type Gold } from './gold.ts';
import { addFrames, addLoose, addRuns } from './instances.ts';

export interface QuoteFitOptions {
  readonly files: readonly string[];
  /** Whose changes to the common weights to fit; '' fits the common weights. */
  readonly language: string;
  /** Files of documents with the names of speakers. */
  readonly speakers: readonly string[];
  readonly predict: readonly string[];
  readonly out: string;
  readonly folds: number;
  readonly write: boolean;
  readonly penalty: number;
}

interface Example {
  readonly doc: LanguageDocument<QuoteDocument>;
  readonly golds: readonly Gold[];
  readonly fold: number;
  /** Numbers of its instances: frames, then loose marks. */
  readonly frames: readonly number[];
}

const ITERATIONS = 140;
const ITERATIONS_LOOSE = 80;

/** Fits, cross-validates, writes out-of-fold answers and, if asked to, the weights. */
export function fitQuotes(options: QuoteFitOptions): void {
  const space = new FeatureSpace(rules);
  const docs = options.files
    .flatMap((file) => readJsonLines<LanguageDocument<QuoteDocument>>(file))
    .filter((doc) => options.language === '' || doc.language === options.language);
  const prior = priorOf(space, options.language);
  const frames = new Instances();
  const examples = docs.map((doc) => addExample(doc, frames, space, options.folds));
  console.log(`${docs.length} documents, ${frames.count} cues, ${space.size} features`);
  const whole = fitFold(examples, frames, prior, options, -1);
  const raw = Array.from({ length: options.folds }, (_, fold) =>
    withTables(tables(fitFold(examples, frames, prior, options, fold), prior, options.language)),
  );
  const { models, judged } = calibrate(raw, examples, options);
  const answers = examples.map(({ doc, fold }) => ({
    doc,
    quotes: answerOf(doc, models[fold] as Rules).quotes,
  }));
  const report = quoteReport(answers, judgedSpeakers(models, options), options.folds);
  console.log(report);
  for (const file of options.predict) predict(file, models, options);
  if (!options.write) return;
  writeWeights({
    ...tables(whole, prior, options.language),
    [calibrationName(options.language)]: calibrationTable(judged),
  });
  writeFileSync(`rules/weights/quotes-report${suffixOf(options.language)}.md`, report);
}

const withTables = (added: Tables, base: Rules = rules): Rules => ({
  ...base,
  weights: { ...base.weights, ...added },
});

/**
 * Calibrates the confidences of each fold's model on the answers of the other folds: first those of quotes, then those of
 * speakers, which build on them.
 */
function calibrate(
  raw: readonly Rules[],
  examples: readonly Example[],
  options: QuoteFitOptions,
): { readonly models: readonly Rules[]; readonly judged: readonly Judged[] } {
  const name = calibrationName(options.language);
  const withLines = (judged: readonly Judged[]): readonly Rules[] =>
    raw.map((model, fold) =>
      withTables({ [name]: calibrationTable(judged.filter((one) => one.fold !== fold)) }, model),
    );
  const straight = raw.map((model) => withTables({ [name]: STRAIGHT }, model));
  const quotes = examples.flatMap(({ doc, fold }) =>
    judgeQuotes(doc, answerOf(doc, straight[fold] as Rules).quotes, fold),
  );
  const judged = [...quotes, ...judgedSpeakers(withLines(quotes), options)];
  return { models: withLines(judged), judged };
}

function judgedSpeakers(models: readonly Rules[], options: QuoteFitOptions): readonly Judged[] {
  return options.speakers
    .flatMap((file) => readJsonLines<LanguageDocument<SpeakerDocument>>(file))
    .flatMap((doc) => {
      const fold = foldOf(doc, options.folds);
      const { quotes, speakers } = answerOf(doc, models[fold] as Rules);
      return judgeSpeakers(doc, quotes, speakers, fold);
    });
}

function addExample(
  doc: LanguageDocument<QuoteDocument>,
  frames: Instances,
  space: FeatureSpace,
  folds: number,
): Example {
  const scene = sceneOf(doc);
  // Annotators put the conjunction inside the content; the program's contents begin behind it.
  const golds = goldOf(doc, scene.doc.words).map((gold) => ({
    ...gold,
    content: withoutOpening(gold.content, (word) => isComplementizer(scene, word)),
  }));
  const first = frames.count;
  const added = addFrames(frames, scene, golds, space);
  return {
    doc,
    golds,
    fold: foldOf(doc, folds),
    frames: Array.from({ length: added }, (_, i) => first + i),
  };
}

/** Corpora of quotes have no addresses: a document is a fold's by its id. */
function foldOf(doc: GoldDocument, folds: number): number {
  return hash(doc.id) % folds;
}

/** Where weights start: nothing is known of the common ones; those of a language are like the common ones. */
function priorOf(space: FeatureSpace, language: string): QuoteModel {
  const nothing = new Float64Array(space.size);
  if (language !== '') return openModel(rules, '');
  return { ...openModel(rules, ''), frames: nothing, loose: nothing, runs: nothing };
}

/** Fits on all examples but those of `fold`. */
function fitFold(
  examples: readonly Example[],
  frames: Instances,
  prior: QuoteModel,
  options: QuoteFitOptions,
  fold: number,
): QuoteModel {
  const train = examples.filter((example) => example.fold !== fold);
  const weights = fitChoice(
    frames,
    train.flatMap((e) => e.frames),
    prior.frames,
    options.penalty,
    ITERATIONS,
  );
  const framed = withoutRuns({ ...prior, frames: weights });
  const runs = fitRest(train, framed, prior.runs, options, addRuns);
  const loose = fitRest(train, { ...framed, runs: runs.weights }, prior.loose, options, addLoose);
  console.log(
    `fold ${fold}: ${train.length} documents, ${runs.count} runs, ${loose.count} loose marks`,
  );
  return { ...prior, frames: weights, loose: loose.weights, runs: runs.weights };
}

/** Fits what comes after frames, on what `model` finds. */
function fitRest(
  train: readonly Example[],
  model: QuoteModel,
  prior: Float64Array,
  options: QuoteFitOptions,
  add: typeof addLoose,
): { readonly weights: Float64Array; readonly count: number } {
  const instances = new Instances();
  for (const { doc, golds } of train) {
    const scene = sceneOf(doc);
    add(instances, scene, golds, reportedQuotes(scene, model).quotes);
  }
  const all = Array.from({ length: instances.count }, (_, i) => i);
  const weights = fitChoice(instances, all, prior, options.penalty, ITERATIONS_LOOSE);
  return { weights, count: instances.count };
}

/** The model with weights under which no run is ever taken, so that frames alone remain. */
function withoutRuns(model: QuoteModel): QuoteModel {
  return { ...model, runs: new Float64Array(model.space.size).fill(-1) };
}

function predict(file: string, models: readonly Rules[], options: QuoteFitOptions): void {
  mkdirSync(options.out, { recursive: true });
  const path = join(options.out, basename(file));
  const lines = readJsonLines<GoldDocument>(file).map((doc) => {
    const model = models[foldOf(doc, options.folds)] as Rules;
    return JSON.stringify({ ...analyze(doc.text, model, {}), id: doc.id });
  });
  writeFileSync(path, `${lines.join('\n')}\n`);
  console.log(`${lines.length} answers -> ${path}`);
}
