/**
 * The first half of an analysis for a person to read: what is decided of each unit, and what speaks for it.
 * @module
 */
import { outlinedPage, readPage } from '../../src/analyze.ts';
import type { HtmlPage } from '../../src/html/reader.ts';
import { LABELLED_KINDS } from '../../src/labels.ts';
import { readText } from '../../src/reading/read.ts';
import type { Rules } from '../../src/rules/rules.ts';
import { weightOf } from '../../src/segments/crf/sparse.ts';
import { Explainer } from '../../src/segments/evidence.ts';
import { readPage as measurePage } from '../../src/segments/features/page.ts';
import { markupLayerOf } from '../../src/segments/markup/features.ts';
import { modelOf, type Model } from '../../src/segments/model/model.ts';
import { decide, type Decision } from '../../src/segments/predict.ts';
import { GAPS } from '../../src/segments/units/units.ts';
import type { ParsedText } from '../../src/stages.ts';

const KINDS = LABELLED_KINDS.length;
const MOST_EVIDENCE = 5;

/** What the stages behind the first one see, as in the analysis: the text of a page, or the reading copy of a text. */
export function readSource(
  source: string,
  isHtml: boolean,
  rules: Rules,
): { readonly text: string; readonly html: HtmlPage | null } {
  if (isHtml) {
    const html = readPage(source, rules);
    return { text: html.text, html };
  }
  const reading = readText(source);
  return { text: reading.copy.text, html: outlinedPage(reading) };
}

/** Three lines for each unit: what it holds, what it is taken for and what else it might be, and why. */
export function unitLines(
  read: ParsedText,
  rules: Rules,
  html: HtmlPage | null,
  language: string | undefined,
): readonly string[] {
  if (read.doc.lines.length === 0) return ['no units: the text is empty'];
  const model = modelOf(rules);
  const layer = html ? markupLayerOf(rules) : null;
  const page = measurePage(read.doc, rules, model.facts, read.hits, { language, html });
  const decision = decide(page, model, layer);
  const explainer = new Explainer(page, model, decision, layer);
  const { units, hits } = page;
  return Array.from({ length: units.count }, (_, u) => {
    const fired = [...hits.rule.subarray(hits.at[u], hits.at[u + 1])].map((rule) =>
      ruleLine(rules, model, rule),
    );
    const { evidence } = explainer.explain(u, u + 1);
    const text = read.doc.text.slice(units.start[u], units.end[u]);
    return [
      `${u} (${GAPS[units.gap[u] as number]}) ${onOneLine(text)}`,
      `    ${chances(decision, u)}`,
      `    rules: ${fired.join(', ') || 'none'}`,
      `    ${evidence
        .slice(0, MOST_EVIDENCE)
        .map(({ rule, weight }) => `${rule} ${weight.toFixed(2)}`)
        .join(', ')}`,
    ];
  }).flat();
}

/** A rule with what it speaks for, and how much it says for that: also where the unit is taken for something else. */
function ruleLine({ segmentRules }: Rules, { rows, layout, facts }: Model, rule: number): string {
  const weight = weightOf(rows, layout.base.rule + rule, facts.kind[rule] as number);
  return `${segmentRules[rule]?.id} (${segmentRules[rule]?.kind} ${weight.toFixed(2)})`;
}

/** What a unit is taken for, and the two likeliest other kinds. */
function chances({ kind, confidence, kinds }: Decision, u: number): string {
  const own = kind[u] as number;
  const others = Array.from({ length: KINDS }, (_, k) => k)
    .filter((k) => k !== own)
    .sort((a, b) => (kinds[u * KINDS + b] as number) - (kinds[u * KINDS + a] as number))
    .slice(0, 2);
  const chance = (k: number): string =>
    `${LABELLED_KINDS[k]} ${(kinds[u * KINDS + k] as number).toFixed(2)}`;
  const label = `label ${(confidence[u] as number).toFixed(2)}`;
  return `${chance(own)} (${label}); else ${others.map(chance).join(', ')}`;
}

const MOST_SHOWN = 100;

/** A stretch of text on one line, cut where it is long. */
export function onOneLine(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return flat.length > MOST_SHOWN ? `${flat.slice(0, MOST_SHOWN)}…` : flat;
}
