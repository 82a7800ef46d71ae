/**
 * `npm run fit -- segments FILES… [--predict FILE… --out DIR] [--write] [--curve]`
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rules as bundled } from '../../../src/rules/load.ts';
import type { WeightTable } from '../../../src/rules/types.ts';
import { openLayout } from '../../../src/segments/features/layout.ts';
import { readRuleFacts } from '../../../src/segments/features/rule-hits.ts';
import { openModel, TABLE, type Model } from '../../../src/segments/model/model.ts';
import { decide } from '../../../src/segments/predict.ts';
import { assemble } from '../../../src/segments/segment.ts';
import { readJsonLines, type GoldDocument } from '../../eval/gold.ts';
import { tallySegments } from '../../eval/segments/tally.ts';
import { foldOf, hash, siteOf } from '../folds.ts';
import { readLabels } from '../labels.ts';
import { copiesOf } from './augment.ts';
import { calibrate } from './calibrate.ts';
import type { Settings } from './chain-fit.ts';
import { costRows } from './costs.ts';
import { pageOf, readExample, type Example, type LabelledPage } from './examples.ts';
import { madeUpPages } from './madeup/madeup.ts';
import { addReliability, emptyReliability } from './reliability.ts';
import { macroF1, reportText, type Run } from './report.ts';
import { LANGUAGES, tableText, toTable } from './table.ts';
import { trainAll, type Course } from './train.ts';

export interface Arguments {
  readonly files: readonly string[];
  /** Labels of further pages, to learn from but not to be measured on, and the files their texts are in. */
  readonly labels: string | undefined;
  readonly pages: readonly string[];
  readonly predict: readonly string[];
  readonly out: string;
  /** A folder for the weights of each fold: what is fitted on top of them needs answers that have not seen the page. */
  readonly keep: string | undefined;
  readonly folds: number;
  readonly settings: Settings;
  readonly write: boolean;
  readonly curve: boolean;
}

/** Weights below these are left out: they cost bytes and change next to nothing. */
const LEAST = { weight: 0.1, ruleWeight: 0.325 };

/** The bundled rules; which languages are learned from is known before anything is. */
const rules = {
  ...bundled,
  weights: {
    ...bundled.weights,
    [TABLE]: { columns: [], rows: {}, ...bundled.weights[TABLE], languages: LANGUAGES },
  },
};

export async function fitSegments(args: Arguments): Promise<void> {
  const facts = readRuleFacts(rules);
  const layout = openLayout(rules, facts);
  const course: Course = { rules, facts, layout, settings: args.settings };
  const { examples, further, copies, made } = readLessons(args, course);
  const lessons = [...examples, ...further, ...copies, ...made];
  console.log(
    `${examples.length} pages; to learn from ${further.length} more, ${copies.length} copies and ${made.length} made-up pages`,
  );
  const parts = Array.from(
    { length: args.folds },
    (_, fold) =>
      ({ doc }: Example) =>
        foldOf(doc, args.folds) !== fold,
  );
  // The last one, from all pages, is the one that ships.
  const fitted = await trainAll(lessons, args.write ? [...parts, () => true] : parts, course);
  // Rounded and pruned like the weights that ship, so that the figures are theirs.
  const tables = fitted.slice(0, args.folds).map((model) => toTable(model, rules, LEAST));
  if (args.keep) keepModels(args.keep, tables);
  const rawModels = tables.map((table) => openModel(rules, table));
  const unseen = (example: Example, models: readonly Model[]): Model =>
    models[foldOf(example.doc, args.folds)] as Model;
  const calibration = calibrate(
    [...examples, ...further].map((example) => ({ example, model: unseen(example, rawModels) })),
  );
  const models = rawModels.map((model) => ({ ...model, calibration }));
  const report = reportText({
    ...args,
    features: layout.size,
    ...judge(examples, further, (e) => unseen(e, models)),
  });
  console.log(report);
  if (args.curve) await printCurve(examples, args.folds, course);
  for (const file of args.predict) predict(file, models, args);
  const final = fitted[args.folds];
  if (final) {
    const table = toTable({ ...final, calibration }, rules, LEAST);
    writeFileSync(`rules/weights/${TABLE}.json`, `${tableText(table)}\n`);
    writeFileSync(`rules/weights/${TABLE}-report.md`, report);
  }
}

interface Lessons {
  /** Pages that the figures are of. */
  readonly examples: readonly Example[];
  /** Further pages with labels, copies of pages, and made-up ones: to learn from alone. */
  readonly further: readonly Example[];
  readonly copies: readonly Example[];
  readonly made: readonly Example[];
}

function readLessons(args: Arguments, { facts, layout }: Course): Lessons {
  const docs = args.files.flatMap((file) => readJsonLines<LabelledPage>(file));
  const known = new Set(docs.map(({ id }) => id));
  const labelled = args.labels ? readLabels(args.labels, args.pages) : [];
  const others = labelled.filter(({ id }) => !known.has(id));
  const { copies, madeup, madeupWeight } = args.settings;
  const all = [...docs, ...others];
  const read = (doc: LabelledPage): Example => readExample(doc, rules, facts, layout);
  return {
    examples: docs.map(read),
    further: others.map(read),
    copies: copies > 0 ? copiesOf(all, args.folds, copies).map(read) : [],
    made: madeUpPages(all, args.folds, madeup, madeupWeight, rules).map(read),
  };
}

/** What the report tells, given for each page a model that has not seen its site. */
function judge(
  examples: readonly Example[],
  further: readonly Example[],
  modelFor: (example: Example) => Model,
): Omit<Run, 'features' | 'folds'> {
  const reliability = emptyReliability();
  const tallies = examples.map((example) => {
    const model = modelFor(example);
    const answer = assemble(example.page, decide(example.page, model), model, null);
    addReliability(reliability, example.doc, answer.segments);
    return tallySegments(example.doc, answer);
  });
  const costs = costRows(
    [...examples, ...further].map((example) => ({
      example,
      kinds: decide(example.page, modelFor(example)).kinds,
    })),
  );
  return {
    documents: examples.length,
    further: further.length,
    units: examples.reduce((n, { gold }) => n + gold.length, 0),
    tallies,
    reliability,
    costs,
  };
}

/** Writes the weights of each fold to `DIR/fold-N.json`. */
function keepModels(folder: string, tables: readonly WeightTable[]): void {
  mkdirSync(folder, { recursive: true });
  tables.forEach((table, fold) =>
    writeFileSync(join(folder, `fold-${fold}.json`), tableText(table)),
  );
}

/** Answers of the models that did not see a document's host. */
function predict(file: string, models: readonly Model[], { out, folds }: Arguments): void {
  mkdirSync(out, { recursive: true });
  const lines = readJsonLines<GoldDocument>(file).map((doc) => {
    const model = models[foldOf(doc, folds)] as Model;
    const page = pageOf(doc.text, rules, model.facts);
    return JSON.stringify({
      id: doc.id,
      ...assemble(page, decide(page, model), model, null),
      quotes: [],
      speakers: [],
    });
  });
  writeFileSync(join(out, basename(file)), `${lines.join('\n')}\n`);
}

const SHARES = [0.25, 0.5, 0.75, 1];

/** How well models do that were fitted on a part of the documents. */
async function printCurve(
  examples: readonly Example[],
  folds: number,
  course: Course,
): Promise<void> {
  for (const share of SHARES) {
    const kept = ({ doc }: Example): boolean =>
      (hash(`curve ${siteOf(doc)}`) % 1000) / 1000 < share;
    const parts = Array.from(
      { length: folds },
      (_, fold) => (example: Example) => foldOf(example.doc, folds) !== fold && kept(example),
    );
    const models = (await trainAll(examples, parts, course)).map((model) =>
      openModel(rules, toTable(model, rules, LEAST)),
    );
    const tallies = examples.map(({ doc, page }) => {
      const model = models[foldOf(doc, folds)] as Model;
      return tallySegments(doc, assemble(page, decide(page, model), model, null));
    });
    console.log(`${100 * share} % of the documents: macro F1 ${macroF1(tallies).toFixed(1)}`);
  }
}
