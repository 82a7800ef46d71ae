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
import { tallySegments, type SegmentTally } from '../../eval/segments/tally.ts';
import { foldOf, hash, siteOf } from '../folds.ts';
import { readLabels } from '../labels.ts';
import { copiesOf } from './augment.ts';
import { calibrate } from './calibrate.ts';
import type { Settings } from './chain-fit.ts';
import { pageOf, readExample, type Example, type LabelledPage } from './examples.ts';
import { addReliability, emptyReliability } from './reliability.ts';
import { macroF1, reportText } from './report.ts';
import { LANGUAGES, tableText, toTable } from './table.ts';
import { train } from './train.ts';

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
const LEAST = { weight: 0.15, ruleWeight: 0.325 };

/** The bundled rules; which languages are learned from is known before anything is. */
const rules = {
  ...bundled,
  weights: {
    ...bundled.weights,
    [TABLE]: { columns: [], rows: {}, ...bundled.weights[TABLE], languages: LANGUAGES },
  },
};

export function fitSegments(args: Arguments): void {
  const facts = readRuleFacts(rules);
  const layout = openLayout(rules, facts);
  const docs = args.files.flatMap((file) => readJsonLines<LabelledPage>(file));
  const examples = docs.map((doc) => readExample(doc, rules, facts, layout));
  const further = args.labels ? readLabels(args.labels, args.pages) : [];
  const known = new Set(docs.map(({ id }) => id));
  const others = further.filter(({ id }) => !known.has(id));
  const copies =
    args.settings.copies > 0
      ? copiesOf([...docs, ...others], args.folds, args.settings.copies)
      : [];
  const lessons = [
    ...examples,
    ...[...others, ...copies].map((doc) => readExample(doc, rules, facts, layout)),
  ];
  console.log(
    `${examples.length} pages, ${others.length} more to learn from, and ${copies.length} copies`,
  );
  // Rounded and pruned like the weights that ship, so that the figures are theirs.
  const fit = (part: readonly Example[]): WeightTable =>
    toTable(train(part, rules, facts, layout, args.settings), rules, LEAST);
  const tables = Array.from({ length: args.folds }, (_, fold) =>
    fit(lessons.filter(({ doc }) => foldOf(doc, args.folds) !== fold)),
  );
  if (args.keep) keepModels(args.keep, tables);
  const rawModels = tables.map((table) => openModel(rules, table));
  const calibration = calibrate(
    examples.map((example) => ({
      example,
      model: rawModels[foldOf(example.doc, args.folds)] as Model,
    })),
  );
  const models = rawModels.map((model) => ({ ...model, calibration }));
  const reliability = emptyReliability();
  const tallies = examples.map((example) => {
    const decision = decide(example.page, models[foldOf(example.doc, args.folds)] as Model);
    const answer = assemble(example.page, decision, models[0] as Model, null);
    addReliability(reliability, example.doc, answer.segments);
    return tallySegments(example.doc, answer);
  });
  const units = examples.reduce((n, { gold }) => n + gold.length, 0);
  const report = reportText({
    documents: docs.length,
    further: others.length,
    units,
    features: layout.size,
    folds: args.folds,
    tallies,
    reliability,
  });
  console.log(report);
  if (args.curve) printCurve(examples, args.folds, (part) => openModel(rules, fit(part)));
  for (const file of args.predict) predict(file, models, args);
  if (args.write) {
    writeFileSync(
      `rules/weights/${TABLE}.json`,
      `${tableText(toTable({ ...train(lessons, rules, facts, layout, args.settings), calibration }, rules, LEAST))}\n`,
    );
    writeFileSync(`rules/weights/${TABLE}-report.md`, report);
  }
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
function printCurve(
  examples: readonly Example[],
  folds: number,
  fit: (part: readonly Example[]) => Model,
): void {
  for (const share of SHARES) {
    const kept = ({ doc }: Example): boolean =>
      (hash(`curve ${siteOf(doc)}`) % 1000) / 1000 < share;
    const tallies: SegmentTally[] = [];
    for (let fold = 0; fold < folds; fold++) {
      const model = fit(
        examples.filter((example) => foldOf(example.doc, folds) !== fold && kept(example)),
      );
      for (const { doc, page } of examples)
        if (foldOf(doc, folds) === fold)
          tallies.push(tallySegments(doc, assemble(page, decide(page, model), model, null)));
    }
    console.log(`${100 * share} % of the documents: macro F1 ${macroF1(tallies).toFixed(1)}`);
  }
}
