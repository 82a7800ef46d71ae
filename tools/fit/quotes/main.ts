/**
 * `npm run fit -- quotes FILES…`: fits the weights of frames and of loose marks.
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { analyze, quotesAndSpeakers } from '../../../src/analyze.ts';
import { isComplementizer, type Scene } from '../../../src/annotation/annotated.ts';
import { reportedQuotes } from '../../../src/quotes/find.ts';
import { FeatureSpace } from '../../../src/quotes/model/features.ts';
import { openModel } from '../../../src/quotes/model/model.ts';
import type { QuoteModel } from '../../../src/quotes/quote.ts';
import { rules } from '../../../src/rules/load.ts';
import type { Rules } from '../../../src/rules/rules.ts';
import type { WeightTable } from '../../../src/rules/types.ts';
import type { Quote, Speaker } from '../../../src/schema/types.ts';
import { annotateText, parseText } from '../../../src/stages.ts';
import type { SpeakerDocument } from '../../eval/gold.ts';
import { hash, readCorpus, type CorpusDocument } from '../corpus.ts';
import { coarse } from '../segments/table.ts';
import {
  calibrationName,
  calibrationTable,
  judgeQuotes,
  judgeSpeakers,
  STRAIGHT,
  type Judged,
} from './calibrate.ts';
import { fitChoice, Instances } from './choice-model.ts';
import { goldOf, withoutOpening, type Gold, type QuoteDocument } from './gold.ts';
import { addFrames, addLoose, addRuns } from './instances.ts';
import { quoteReport } from './report.ts';

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
  readonly doc: QuoteDocument;
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
    .flatMap((file) => readCorpus<QuoteDocument>(file))
    .filter((doc) => options.language === '' || doc.language === options.language);
  const prior = priorOf(space, options.language);
  const frames = new Instances();
  const examples = docs.map((doc) => addExample(doc, frames, space, options.folds));
  console.log(`${docs.length} documents, ${frames.count} cues, ${space.size} features`);
  const whole = fitFold(examples, frames, prior, options, -1);
  const raw = Array.from({ length: options.folds }, (_, fold) =>
    withTables(tables(fitFold(examples, frames, prior, options, fold), prior, options)),
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
    ...tables(whole, prior, options),
    [calibrationName(options.language)]: calibrationTable(judged),
  });
  writeFileSync(`rules/weights/quotes-report${suffixOf(options)}.md`, report);
}

const withTables = (added: Readonly<Record<string, WeightTable>>, base: Rules = rules): Rules => ({
  ...base,
  weights: { ...base.weights, ...added },
});

/**
 * Gives each fold's model the meaning of its confidences, measured on the other folds' answers: first of quotes, then of
 * speakers, whose confidence builds on that.
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
    .flatMap((file) => readCorpus<LanguageDocument & CorpusDocument>(file))
    .flatMap((doc) => {
      const fold = foldOf(doc, options.folds);
      const { quotes, speakers } = answerOf(doc, models[fold] as Rules);
      return judgeSpeakers(doc, quotes, speakers, fold);
    });
}

/** A document with the names of speakers; in English, where it does not say. */
type LanguageDocument = SpeakerDocument & { readonly language?: string };

/** The quotes and speakers of a document whose every line is taken for its story. */
function answerOf(
  doc: QuoteDocument | LanguageDocument,
  model: Rules,
): { readonly quotes: readonly Quote[]; readonly speakers: readonly Speaker[] } {
  const read = parseText(doc.text, model);
  const { text } = doc;
  const story = {
    start: 0,
    end: text.length,
    text,
    label: 'body',
    kind: 'paragraph',
    confidence: 1,
    article: null,
  } as const;
  const ground = {
    parsed: read,
    rules: model,
    language: doc.language ?? 'en',
    segments: [story],
    paragraphs: read.doc.lines,
  };
  return quotesAndSpeakers(ground, { explain: false, minConfidence: 0 });
}

function sceneOf(doc: CorpusDocument, language: string): Scene {
  return annotateText(parseText(doc.text, rules), rules, language, undefined, true);
}

function addExample(
  doc: QuoteDocument,
  frames: Instances,
  space: FeatureSpace,
  folds: number,
): Example {
  const scene = sceneOf(doc, doc.language);
  const golds = goldOf(doc, scene.doc.words).map((gold) =>
    withoutOpening(gold, (word) => isComplementizer(scene, word)),
  );
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
function foldOf(doc: CorpusDocument, folds: number): number {
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
    const scene = sceneOf(doc, doc.language);
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
  const lines = readCorpus(file).map((doc) => {
    const model = models[foldOf(doc, options.folds)] as Rules;
    return JSON.stringify({ ...analyze(doc.text, model, {}), id: doc.id });
  });
  writeFileSync(path, `${lines.join('\n')}\n`);
  console.log(`${lines.length} answers -> ${path}`);
}

const suffixOf = ({ language }: QuoteFitOptions): string => (language === '' ? '' : `-${language}`);

/** What the bundle holds of a model: how far its weights are from where they started. */
function tables(
  { space, frames, loose, runs }: QuoteModel,
  prior: QuoteModel,
  options: QuoteFitOptions,
): Record<string, WeightTable> {
  const suffix = suffixOf(options);
  return {
    [`quotes-frames${suffix}`]: table(space, frames, prior.frames),
    [`quotes-loose${suffix}`]: table(space, loose, prior.loose),
    [`quotes-runs${suffix}`]: table(space, runs, prior.runs),
  };
}

/** Smaller weights cost bytes and change next to nothing. */
const LEAST_HUNDREDTHS = 8;

/** Weights in hundredths, as differences from `prior`. */
function table(space: FeatureSpace, weights: Float64Array, prior: Float64Array): WeightTable {
  const rows: Record<string, readonly number[]> = {};
  weights.forEach((weight, feature) => {
    const hundredths = coarse(weight - (prior[feature] as number));
    if (Math.abs(hundredths) >= LEAST_HUNDREDTHS) rows[space.name(feature)] = [0, hundredths];
  });
  return { columns: ['weight'], rows };
}

function writeWeights(written: Record<string, WeightTable>): void {
  for (const [name, content] of Object.entries(written)) {
    const path = `rules/weights/${name}.json`;
    writeFileSync(path, `${JSON.stringify(content)}\n`);
    console.log(`${Object.keys(content.rows).length} weights -> ${path}`);
  }
}
