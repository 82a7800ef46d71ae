/**
 * Segmentation: a document in, labelled stretches and stories out.
 * @module
 */
import { LABELLED_KINDS, splitKind } from '../labels.ts';
import type { Hits } from '../rules/match/trie.ts';
import type { Rules } from '../rules/rules.ts';
import type { Article, Segment } from '../schema/types.ts';
import type { Document } from '../text/document.ts';
import { findStories, type Story } from './articles.ts';
import { Explainer } from './evidence.ts';
import { readPage, type Page, type PageFacts } from './features/page.ts';
import { markupLayerOf } from './markup/features.ts';
import { calibrated, modelOf, type Model } from './model/model.ts';
import { decide, type Decision } from './predict.ts';

export interface Segmentation {
  /** Tile the text; offsets in UTF-16. */
  readonly segments: readonly Segment[];
  readonly articles: readonly Pick<Article, 'id' | 'start' | 'end' | 'headline'>[];
}

const NOTHING: Segmentation = { segments: [], articles: [] };

/**
 * Labels every stretch of a document and finds its stories.
 * Any text is accepted; an empty one has no segments, white space alone is one `boilerplate/other`.
 * @param hits `findPhrases` over the document's words
 */
export function segmentDocument(
  doc: Document,
  rules: Rules,
  hits: Hits,
  { explain, ...known }: PageFacts & { readonly explain: boolean },
): Segmentation {
  if (doc.text.length === 0) return NOTHING;
  if (doc.lines.length === 0) return { segments: [blank(doc.text)], articles: [] };
  const model = modelOf(rules);
  const layer = known.html ? markupLayerOf(rules) : null;
  const page = readPage(doc, rules, model.facts, hits, known);
  const decision = decide(page, model, layer);
  const explainer = explain ? new Explainer(page, model, decision, layer) : null;
  return assemble(page, decision, model, explainer);
}

function blank(text: string): Segment {
  return {
    start: 0,
    end: text.length,
    text,
    label: 'boilerplate',
    kind: 'other',
    confidence: 1,
    article: null,
  };
}

/** Joins decided units into segments and stories. */
export function assemble(
  page: Page,
  decision: Decision,
  model: Model,
  explainer: Explainer | null,
): Segmentation {
  const stories = findStories(page, decision.kind);
  const { text } = page.doc;
  const { count, start, end } = page.units;
  const segments: Segment[] = [];
  let story = -1;
  for (let u = 0; u < count;) {
    story = storyAt(stories, story, u);
    const first = u;
    const kind = decision.kind[u] as number;
    while (u < count && decision.kind[u] === kind && storyAt(stories, story, u) === story) u++;
    const from = first === 0 ? 0 : (start[first] as number);
    const to = u === count ? text.length : (start[u] as number);
    segments.push({
      start: from,
      end: to,
      text: text.slice(from, to),
      ...splitKind(LABELLED_KINDS[kind] as (typeof LABELLED_KINDS)[number]),
      confidence:
        Math.round(1000 * calibrated(model, probabilityOf(page, decision, first, u))) / 1000,
      article: story < 0 ? null : articleId(story),
      ...explainer?.explain(first, u),
    });
  }
  const span = (u: number, v: number) => ({ start: start[u] as number, end: end[v] as number });
  const articles = stories.map(({ first, last, headline }, i) => ({
    id: articleId(i),
    ...span(first, last),
    headline:
      headline < 0
        ? null
        : { ...span(headline, headline), text: text.slice(start[headline], end[headline]) },
  }));
  return { segments, articles };
}

const articleId = (story: number): string => `a${story + 1}`;

/** The story that unit `u` belongs to or follows. */
function storyAt(stories: readonly Story[], current: number, u: number): number {
  const next = stories[current + 1];
  return next && u >= next.first ? current + 1 : current;
}

/** Probability of the label, before calibration: the mean over the units' characters. */
export function probabilityOf(page: Page, decision: Decision, from: number, to: number): number {
  let sum = 0;
  let weight = 0;
  for (let u = from; u < to; u++) {
    const chars = (page.units.end[u] as number) - (page.units.start[u] as number);
    sum += chars * (decision.confidence[u] as number);
    weight += chars;
  }
  return sum / weight;
}
