/**
 * What a page of HTML teaches, and that it is learned.
 * @module
 */
import { describe, expect, it } from 'vitest';
import { readPage as readHtmlPage } from '../../src/analyze.ts';
import { LABELLED_KINDS } from '../../src/labels.ts';
import { rules } from '../../src/rules/load.ts';
import { findPhrases } from '../../src/rules/match/trie.ts';
import { namesIn } from '../../src/rules/weights.ts';
import { readPage, type Page } from '../../src/segments/features/page.ts';
import { addLabels, MARKUP_COLUMNS, openMarkupLayout } from '../../src/segments/markup/features.ts';
import type { Markup } from '../../src/segments/markup/measure.ts';
import { modelOf } from '../../src/segments/model/model.ts';
import { decide, markupOf, scoreUnits } from '../../src/segments/predict.ts';
import { readDocument } from '../../src/text/document.ts';
import { fromLabels, fromStory, type Allowed } from '../../tools/fit/markup/align.ts';
import { fitLayer } from '../../tools/fit/markup/layer.ts';
import { priorMeans, PRIORS } from '../../tools/fit/markup/priors.ts';

const STORY = [
  'The ferry will not sail before Monday, the harbour master said on Friday.',
  'Ice blocks the river below the old bridge.',
  'Stay home.',
].join('\n');
const HTML = `<ul><li><a href=1>Home</a><li><a href=2>Stay home.</a></ul><ul><li>x<li>y</ul><h1>No ferry</h1>${STORY.split(
  '\n',
)
  .map((line) => `<p>${line}</p>`)
  .join('')}<p>Read our other stories about ferries and their captains.</p>`;
const KINDS = LABELLED_KINDS.length;
const model = modelOf(rules);

function read(html: string): {
  readonly page: Page;
  readonly markup: Markup;
  readonly kinds: Float32Array;
} {
  const source = readHtmlPage(html, rules);
  const doc = readDocument(source.text, rules.vocabulary);
  const page = readPage(doc, rules, model.facts, findPhrases(rules.trie, doc.words), {
    html: source,
  });
  const { kinds } = decide(page, model);
  return {
    page,
    markup: markupOf(page, kinds, openMarkupLayout(rules.hints.names)) as Markup,
    kinds,
  };
}

/** What each unit may be: of the body, of anything else, or the one kind it is. */
function told(allowed: Allowed): readonly string[] {
  return Array.from({ length: allowed.length / KINDS }, (_, u) => {
    const kinds = LABELLED_KINDS.filter(
      (kind) => allowed[u * KINDS + LABELLED_KINDS.indexOf(kind)],
    );
    if (kinds.length === 1) return kinds[0] as string;
    return kinds.includes('body/paragraph') ? 'story' : 'other';
  });
}

describe('what a page teaches', () => {
  const { page, markup, kinds } = read(HTML);
  const story = fromStory(page, STORY, kinds, markup) as Allowed;

  it('is which of its lines are the story, short ones only beside it', () => {
    expect(told(story)).toEqual([
      ...['other', 'other', 'other', 'other', 'other'],
      ...['story', 'story', 'story', 'other'],
    ]);
  });

  it('is nothing where the story is that of another page', () => {
    expect(
      fromStory(page, 'Quite another story of which nothing stands here.', kinds, markup),
    ).toBeNull();
  });

  it('is the kinds of lines that were labelled in another text of the page', () => {
    const text = `Home\nNo ferry\n${STORY}`;
    const at = text.indexOf('No ferry');
    const segments = [
      { start: 0, end: at, label: 'boilerplate' as const, kind: 'navigation' },
      { start: at, end: at + 9, label: 'body' as const, kind: 'headline' },
      { start: at + 9, end: text.length, label: 'body' as const, kind: 'paragraph' },
    ];
    expect(told(fromLabels(page, { id: 'a', url: null, text, segments }, story))).toEqual([
      ...['boilerplate/navigation', 'other', 'other', 'other', 'body/headline'],
      ...['body/paragraph', 'body/paragraph', 'body/paragraph', 'other'],
    ]);
  });
});

it('a feature that every line of the story has comes to speak for the body', () => {
  const { page, markup, kinds } = read(HTML);
  const allowed = fromStory(page, STORY, kinds, markup) as Allowed;
  const count = page.units.count;
  const lesson = {
    // Feature 0 on lines of the story, feature 1 on all others.
    ids: Int32Array.from(told(allowed), (what) => Number(what !== 'story')),
    at: Int32Array.from({ length: count + 1 }, (_, u) => u),
    gaps: page.units.gap,
    scores: new Float32Array(scoreUnits(page, model).length),
    potentials: model.potentials,
    allowed,
    weight: 1,
  };
  const settings = { labelPrecision: 1, kindPrecision: 10, iterations: 20 };
  const weights = addLabels(
    fitLayer([lesson], new Float64Array(2 * MARKUP_COLUMNS.length), settings),
  );
  const paragraph = LABELLED_KINDS.indexOf('body/paragraph');
  const related = LABELLED_KINDS.indexOf('boilerplate/related');
  expect(weights[paragraph]).toBeGreaterThan(weights[related] as number);
  expect(weights[KINDS + paragraph]).toBeLessThan(weights[KINDS + related] as number);
});

describe('what markup says before any page is seen', () => {
  const names = namesIn(openMarkupLayout(rules.hints.names).groups);

  it('is said by features that there are', () => {
    for (const { feature } of PRIORS)
      expect(
        names.some((name) => name === feature || /^[/=]/.test(name.slice(feature.length))),
        feature,
      ).toBe(true);
  });

  it('holds for all features whose names begin so, and for the column named', () => {
    const columns = ['body', 'ads'];
    const means = priorMeans(['a=x', 'a=x/y', 'a=xy', 'b'], columns, [
      { feature: 'a=x', column: 'ads', weight: 2 },
      { feature: 'b', column: 'body', weight: 1 },
    ]);
    expect([...means]).toEqual([0, 2, 0, 2, 0, 0, 1, 0]);
  });

  it('is unlearned by a page that says otherwise', () => {
    const { page, markup, kinds } = read(HTML);
    const allowed = fromStory(page, STORY, kinds, markup) as Allowed;
    const isStory = told(allowed).map((what) => what === 'story');
    const at = isStory.reduce<number[]>(
      (ends, is) => [...ends, (ends.at(-1) ?? 0) + Number(is)],
      [0],
    );
    const lesson = {
      ids: new Int32Array(isStory.filter(Boolean).length),
      at: Int32Array.from(at),
      gaps: page.units.gap,
      scores: new Float32Array(scoreUnits(page, model).length),
      potentials: model.potentials,
      allowed,
      weight: 20,
    };
    const comments = MARKUP_COLUMNS.indexOf('comments');
    const means = new Float64Array(MARKUP_COLUMNS.length);
    means[comments] = 3;
    const settings = { labelPrecision: 1, kindPrecision: 10, iterations: 30 };
    expect(fitLayer([lesson], means, settings)[comments]).toBeLessThan(2);
    expect(fitLayer([], means, settings)[comments]).toBeCloseTo(3);
  });
});
