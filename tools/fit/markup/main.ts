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
import {
  emitMarkup,
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
import { foldOf } from '../folds.ts';
import { readLabels } from '../labels.ts';
import type { LabelledPage } from '../segments/examples.ts';
import { rowOf, tableText } from '../segments/table.ts';
import { fromLabels, fromStory, type Allowed } from './align.ts';
import { fitLayer, type LayerSettings, type Lesson } from './layer.ts';

interface HtmlDocument extends BodyDocument {
  readonly html: string;
  readonly gold_body: string;
}

export interface Arguments {
  readonly files: readonly string[];
  readonly models: string;
  readonly labels: string | undefined;
  /** Files of labelled pages, and of the pages of `labels`. */
  readonly pages: readonly string[];
  readonly out: string;
  readonly folds: number;
  readonly settings: LayerSettings;
  readonly write: boolean;
}

/** What a page counts whose story alone is known, against 1 for a page with labels. */
const STORY_ONLY = 0.3;
/** Weights below this are left out. */
const LEAST_WEIGHT = 0.1;
const WIDTH = MARKUP_COLUMNS.length;
const layout = openMarkupLayout(rules.hints.names);

interface Example {
  readonly doc: HtmlDocument;
  readonly page: Page;
  readonly fold: number;
  readonly model: Model;
  readonly lesson: Lesson | null;
}

export function fitMarkup(args: Arguments): void {
  const models = Array.from({ length: args.folds }, (_, fold) =>
    openModel(
      rules,
      JSON.parse(readFileSync(join(args.models, `fold-${fold}.json`), 'utf8')) as WeightTable,
    ),
  );
  const labels = labelsOf(args);
  const examples = args.files
    .flatMap((file) => readJsonLines<HtmlDocument>(file))
    .map((doc) => readExample(doc, models, labels.get(doc.id)));
  const lessonsOf = (some: readonly Example[]): readonly Lesson[] =>
    some.flatMap(({ lesson }) => lesson ?? []);
  const fit = (some: readonly Example[]): WeightTable =>
    toTable(fitLayer(lessonsOf(some), layout.size, args.settings));
  const layers = models.map((_, fold) =>
    openMarkupLayer(rules, fit(examples.filter((example) => example.fold !== fold))),
  );
  console.log(
    `${examples.length} pages, ${lessonsOf(examples).length} to learn from, ${layout.size} features`,
  );
  report('text alone', examples, () => null);
  report('with markup', examples, ({ fold }) => layers[fold] as MarkupLayer);
  predict(examples, layers, args);
  if (args.write)
    writeFileSync(`rules/weights/${MARKUP_TABLE}.json`, `${tableText(fit(examples))}\n`);
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
  models: readonly Model[],
  gold: LabelledPage | undefined,
): Example {
  const fold = foldOf(doc, models.length);
  const model = models[fold] as Model;
  const html = readHtmlPage(doc.html, rules);
  const { doc: text, hits } = parseText(html.text, rules);
  const page = readPage(text, rules, model.facts, hits, { html });
  const { kinds } = decide(page, model);
  const markup = markupOf(page, kinds) as Markup;
  const story = fromStory(page, doc.gold_body, kinds, markup);
  const known = story && gold ? fromLabels(page, gold, story) : story;
  return {
    doc,
    page,
    fold,
    model,
    lesson: known && lessonOf(page, model, markup, known, gold ? 1 : STORY_ONLY),
  };
}

function lessonOf(
  page: Page,
  model: Model,
  markup: Markup,
  allowed: Allowed,
  trust: number,
): Lesson {
  const list = new FeatureList();
  const ids: number[] = [];
  const at = new Int32Array(page.units.count + 1);
  for (let u = 0; u < page.units.count; u++) {
    list.clear();
    emitMarkup(page, markup, layout, u, list);
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
function report(
  name: string,
  examples: readonly Example[],
  layerOf: (example: Example) => MarkupLayer | null,
): void {
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
function predict(
  examples: readonly Example[],
  layers: readonly MarkupLayer[],
  { files, out }: Arguments,
): void {
  mkdirSync(out, { recursive: true });
  const lines = examples.map((example) =>
    JSON.stringify({
      id: example.doc.id,
      text: example.page.doc.text,
      ...answerOf(example, layers[example.fold] as MarkupLayer),
    }),
  );
  writeFileSync(join(out, basename(files[0] as string)), `${lines.join('\n')}\n`);
}
