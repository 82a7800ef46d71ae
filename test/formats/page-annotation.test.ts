/**
 * `web-annotation` of pages sent as HTML: annotation tools find every quote on the page itself.
 */
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { analyze, readPage } from '../../src/analyze.ts';
import { optionsForRendering, render } from '../../src/formats/formats.ts';
import { locateInDom } from '../../src/html/dom-text.ts';
import { rules } from '../../src/rules/load.ts';
import { byApacheAnnotator, byHypothesis, errorsOfBestMatch, targetsOf } from './anchoring.ts';
import { ARTICLE_PAGE, QUOTED } from './article-page.ts';

const SCRIPTS = /ad\("“x”"\)|p\{\}|<img src=x>|Advertisement /g;

/** What a reader sees of it. */
const seen = (words: string): string => words.replace(SCRIPTS, '').replace(/[ \n]+/g, ' ');

function annotated(html: string): string {
  const page = readPage(html, rules);
  const analysis = analyze(page, rules, optionsForRendering({}));
  return render('web-annotation', page.text, analysis, {}, locateInDom(html));
}

/** The body of a document that has its scripts on, as in a browser. The tools take these names for granted. */
function bodyOf(html: string): HTMLElement {
  const { window } = new JSDOM(html.replace(/^\uFEFF/, ''), {
    runScripts: 'dangerously',
    // Their scripts are none.
    virtualConsole: new VirtualConsole(),
  });
  const { Node, NodeFilter, Range } = window;
  Object.assign(globalThis, { Node, NodeFilter, Range });
  return window.document.body;
}

/** All text in front of a range: the same for two that start at the same character, in whichever node. */
function textBefore(body: HTMLElement, range: Range): string {
  const before = body.ownerDocument.createRange();
  before.setStart(body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString();
}

describe('a page with much between its words', () => {
  const targets = targetsOf(annotated(ARTICLE_PAGE));
  const body = bodyOf(ARTICLE_PAGE);

  test('has all its quotes', () => {
    expect(targets.map(({ selector }) => seen(selector[0].exact))).toEqual(QUOTED);
  });

  test('Apache Annotator finds each quote once, by words and by position', async () => {
    for (const target of targets) {
      const { byQuote, byPosition } = await byApacheAnnotator(body, target);
      expect(byPosition.map(String)).toEqual([target.selector[0].exact]);
      expect(byQuote).toHaveLength(1);
      expect(byQuote.map((range) => textBefore(body, range))).toEqual(
        byPosition.map((range) => textBefore(body, range)),
      );
    }
  });

  test('Hypothesis finds the same places', async () => {
    for (const target of targets) {
      const { byPosition } = await byApacheAnnotator(body, target);
      const range = byHypothesis(body, target);
      expect(String(range)).toBe(target.selector[0].exact);
      expect([textBefore(body, range)]).toEqual(byPosition.map((found) => textBefore(body, found)));
      expect(errorsOfBestMatch(body, target)).toBe(0);
    }
  });

  test('the same words said twice are two places', () => {
    const [first, second] = targets
      .filter(({ selector }) => selector[0].exact === '“We will not wait,”')
      .map((target) => byHypothesis(body, target).startContainer.parentElement?.textContent);
    expect(first).toContain('Marlow said in the morning');
    expect(second).toContain('Brandt said in the evening');
  });
});

test('words that a page does not have in a row are given without a position', () => {
  const html = `${'<div>'.repeat(600)}<h1>Bridge</h1><p>“We will not wait,” said Ines Marlow, the engineer.`;
  const [target] = targetsOf(annotated(html));
  expect(target?.selector).toEqual([{ type: 'TextQuoteSelector', exact: '“We will not wait,”' }]);
});
