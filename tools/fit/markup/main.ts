/**
 * `npm run fit -- segments-html FILES… --models DIR [--labels FILE] [--pages FILE…] [--write]`
 *
 * The files hold pages (`html`) with their stories (`gold_body`). `--models` is where `fit segments --keep` left the
 * weights of its folds; `--labels` and `--pages` are labels of the same pages' texts, if there are any.
 * @module
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readPage as readHtmlPage } from '../../../src/analyze.ts';
import { rules } from '../../../src/rules/load.ts';
import type { WeightTable } from '../../../src/rules/types.ts';
import { namesIn } from '../../../src/rules/weights.ts';
import { readPage, type Page } from '../../../src/segments/features/page.ts';
import { FeatureList } from '../../../src/segments/features/space.ts';
import { emitMarkup } from '../../../src/segments/markup/emit.ts';
import {
  MARKUP_COLUMNS,
  MARKUP_TABLE,
  openMarkupLayer,
  openMarkupLayout,
  type MarkupLayer,
} from '../../../src/segments/markup/features.ts';
import type { Markup } from '../../../src/segments/markup/measure.ts';
import { openModel, type Model } from '../../../src/segments/model/model.ts';
import { decide, markupOf, scoreUnits } from '../../../src/segments/predict.ts';
import { assemble } from '../../../src/segments/segment.ts';
import { parseText } from '../../../src/stages.ts';
import { bodyMeasure } from '../../eval/body.ts';
import { readJsonLines, type BodyDocument } from '../../eval/gold.ts';
import { figureAt } from '../../eval/statistics.ts';
import { halfOf, inHalf } from '../../eval/split.ts';
import { foldOf } from '../folds.ts';
import { readLabels } from '../labels.ts';
import type { LabelledPage } from '../segments/examples.ts';
import { rowOf, tableText } from '../segments/table.ts';
import { fromLabels, fromStory, type Allowed } from './align.ts';
import { priorMeans } from './priors.ts';
import { fitLayer, type LayerSettings, type Lesson } from './layer.ts';

interface HtmlDocument extends BodyDocument {
  readonly html: string;
  readonly gold_body: string;
}

export interface Arguments {
  readonly files: readonly string[];
  /** More pages to learn from: of these only the reading half, so that the other half stays unseen. */
  readonly also: readonly string[];
  readonly models: string;
  readonly labels: string | undefined;
  /** Files of labelled pages, and of the pages of `labels`. */
  readonly pages: readonly string[];
  readonly out: string;
  readonly folds: number;
  readonly settings: LayerSettings;
  readonly write: boolean;
  /** Instead of cross-validation: learn from the reading half of all files, and report on the other. */
  readonly halves: boolean;
}

/**
 * What a page counts whose story alone is known, against 1 for a page with labels. With 0.3, stories in other languages come out
 * 0.2 points of F1 better and English ones 0.1 worse; fewer stories are cut with 0.6.
 */
const STORY_ONLY = 0.6;
/** Weights below this are left out. */
const LEAST_WEIGHT = 0.1;
const WIDTH = MARKUP_COLUMNS.length;
const layout = openMarkupLayout(rules.hints.names);
const means = priorMeans(namesIn(layout.groups), MARKUP_COLUMNS);

interface Example {
  readonly doc: HtmlDocument;
  /** Name of the file that the page is from. */
  readonly file: string;
  readonly page: Page;
  readonly fold: number;
  readonly model: Model;
  readonly lesson: Lesson | null;
  /** The same page, of which only is told what a text tells by its own marks. */
  readonly asText: Lesson | null;
}

export function fitMarkup(args: Arguments): void {
  const models = Array.from({ length: args.folds }, (_, fold) =>
    openModel(
      rules,
      JSON.parse(readFileSync(join(args.models, `fold-${fold}.json`), 'utf8')) as WeightTable,
    ),
  );
  const labels = labelsOf(args);
  const read = (file: string, docs: readonly HtmlDocument[]): readonly Example[] =>
    docs.map((doc) => readExample(doc, file, models, labels.get(doc.id)));
  const docsOf = (file: string): readonly HtmlDocument[] => readJsonLines<HtmlDocument>(file);
  const examples = [
    ...args.files.flatMap((file) => read(file, docsOf(file))),
    ...args.also.flatMap((file) =>
      read(file, args.halves ? docsOf(file) : inHalf(docsOf(file), 'reading')),
    ),
  ];
  const lessonsOf = (some: readonly Example[]): readonly Lesson[] =>
    some.flatMap(({ lesson }) => lesson ?? []);
  const fit = (some: readonly Example[]): WeightTable => {
    const ofText = some.flatMap(({ asText }) => asText ?? []);
    const none = new Float64Array(means.length);
    // The two have no feature in common, so that one table holds both.
    const weights = fitLayer(lessonsOf(some), means, args.settings);
    fitLayer(ofText, none, args.settings).forEach((weight, i) => {
      if (weight !== 0) weights[i] = weight;
    });
    return toTable(weights);
  };
  console.log(
    `${examples.length} pages, ${lessonsOf(examples).length} to learn from, ${layout.size} features`,
  );
  if (args.halves) {
    const table = fit(examples.filter(({ doc }) => halfOf(doc) === 'reading'));
    const layer = openMarkupLayer(rules, table);
    reportAll(
      examples.filter(({ doc }) => halfOf(doc) === 'checking'),
      () => layer,
    );
    if (args.write) writeTable(table);
    return;
  }
  const layers = models.map((_, fold) =>
    openMarkupLayer(rules, fit(examples.filter((example) => example.fold !== fold))),
  );
  const layerOf = ({ fold }: Example): MarkupLayer => layers[fold] as MarkupLayer;
  reportAll(examples, layerOf);
  predict(examples, layerOf, args);
  if (args.write) writeTable(fit(examples));
}

function writeTable(table: WeightTable): void {
  writeFileSync(`rules/weights/${MARKUP_TABLE}.json`, `${tableText(table)}\n`);
}

type LayerOf = (example: Example) => MarkupLayer | null;

function reportAll(examples: readonly Example[], layerOf: LayerOf): void {
  for (const [file, some] of Map.groupBy(examples, (example) => example.file)) {
    report(`${file}, text alone`, some, () => null);
    report(`${file}, with markup`, some, layerOf);
  }
}

function labelsOf({ labels, pages }: Arguments): ReadonlyMap<string, LabelledPage> {
  const own = labels === undefined ? [] : readLabels(labels, pages);
  const labelled = pages
    .flatMap((file) => readJsonLines<LabelledPage>(file))
    .filter(({ segments }) => segments !== undefined);
  return new Map([...own, ...labelled].map((doc) => [doc.id, doc]));
}

function readExample(
  doc: HtmlDocument,
  file: string,
  models: readonly Model[],
  gold: LabelledPage | undefined,
): Example {
  const fold = foldOf(doc, models.length);
  const model = models[fold] as Model;
  const html = readHtmlPage(doc.html, rules);
  const { doc: text, hits } = parseText(html.text, rules);
  const page = readPage(text, rules, model.facts, hits, { html });
  const { kinds } = decide(page, model);
  const markup = markupOf(page, kinds, layout) as Markup;
  const story = fromStory(page, doc.gold_body, kinds, markup);
  const known = story && gold ? fromLabels(page, gold, story) : story;
  const learn = (asText: boolean): Lesson | null =>
    known && lessonOf(page, model, markup, known, gold ? 1 : STORY_ONLY, asText);
  return {
    doc,
    file: basename(file),
    page,
    fold,
    model,
    lesson: learn(false),
    asText: learn(true),
  };
}

function lessonOf(
  page: Page,
  model: Model,
  markup: Markup,
  allowed: Allowed,
  trust: number,
  asText: boolean,
): Lesson {
  const list = new FeatureList();
  const ids: number[] = [];
  const at = new Int32Array(page.units.count + 1);
  for (let u = 0; u < page.units.count; u++) {
    list.clear();
    emitMarkup(page, markup, layout, u, list, asText);
    for (let i = 0; i < list.count; i++) ids.push(list.ids[i] as number);
    at[u + 1] = ids.length;
  }
  return {
    at,
    ids: Int32Array.from(ids),
    gaps: page.units.gap,
    scores: scoreUnits(page, model),
    potentials: model.potentials,
    allowed,
    weight: trust * (TYPICAL_UNITS / Math.max(10, page.units.count)) ** LENGTH_POWER,
  };
}

/** A page of `n` units counts `n ** -LENGTH_POWER` a unit, times a constant: long menus must not outweigh stories. */
const TYPICAL_UNITS = 150;
const LENGTH_POWER = 0.3;

function toTable(weights: Float64Array): WeightTable {
  const rows = namesIn(layout.groups).flatMap((name, feature) => {
    const row = rowOf(weights.subarray(feature * WIDTH, (feature + 1) * WIDTH), LEAST_WEIGHT);
    return row.length > 0 ? [[name, row] as const] : [];
  });
  return { columns: MARKUP_COLUMNS, rows: Object.fromEntries(rows) };
}

function answerOf({ page, model }: Example, layer: MarkupLayer | null) {
  return { ...assemble(page, decide(page, model, layer), model, null), quotes: [], speakers: [] };
}

/** How much of the stories is found by weights that have not seen the pages' sites. */
function report(name: string, examples: readonly Example[], layerOf: LayerOf): void {
  const tallies = examples.map((example) => {
    const { id, gold_body } = example.doc;
    const gold = { id, text: example.page.doc.text, gold_body };
    return bodyMeasure.tally(gold, answerOf(example, layerOf(example)));
  });
  const figures = bodyMeasure.figures(tallies);
  const one = (path: string): string => figureAt(figures, path).toFixed(1);
  console.log(
    `${name}: F1 ${one('f1')}, precision ${one('precision')}, recall ${one('recall')}, ${figureAt(figures, 'falseCuts.documents')} lose over a tenth of their story`,
  );
}

/** Answers for `npm run eval`, each of weights that have not seen the page. */
function predict(examples: readonly Example[], layerOf: LayerOf, { out }: Arguments): void {
  mkdirSync(out, { recursive: true });
  for (const [file, some] of Map.groupBy(examples, (example) => example.file)) {
    const lines = some.map((example) =>
      JSON.stringify({
        id: example.doc.id,
        text: example.page.doc.text,
        ...answerOf(example, layerOf(example)),
      }),
    );
    writeFileSync(join(out, file), `${lines.join('\n')}\n`);
  }
}
