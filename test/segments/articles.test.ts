import { describe, expect, it } from 'vitest';
import { LABELLED_KINDS, type LabelledKind } from '../../src/labels.ts';
import { rules } from '../../src/rules/load.ts';
import { findPhrases } from '../../src/rules/match/trie.ts';
import { findStories } from '../../src/segments/articles.ts';
import { readPage } from '../../src/segments/features/page.ts';
import { readRuleFacts } from '../../src/segments/features/rule-hits.ts';
import { readDocument } from '../../src/text/document.ts';

const PROSE =
  `${'Workers closed the old bridge on Monday and began to lift its planks. '.repeat(6)}`.trim();

function storiesOf(rows: readonly (readonly [LabelledKind, string])[]) {
  const doc = readDocument(rows.map(([, text]) => text).join('\n'), rules.vocabulary);
  const page = readPage(doc, rules, readRuleFacts(rules), findPhrases(rules.trie, doc.words));
  return findStories(page, Uint8Array.from(rows.map(([kind]) => LABELLED_KINDS.indexOf(kind))));
}

describe('stories', () => {
  it('run from the headline to the last body unit', () => {
    expect(
      storiesOf([
        ['boilerplate/navigation', 'Home'],
        ['body/headline', 'Bridge closes'],
        ['boilerplate/byline', 'By Ann Low'],
        ['body/paragraph', PROSE],
        ['ads/ad', 'Advertisement'],
        ['body/paragraph', PROSE],
        ['boilerplate/related', 'More news'],
      ]),
    ).toEqual([{ first: 1, last: 5, headline: 1 }]);
  });

  it('are two where a second headline has a story of its own', () => {
    expect(
      storiesOf([
        ['body/headline', 'Bridge closes'],
        ['body/paragraph', PROSE],
        ['boilerplate/related', 'More news'],
        ['body/headline', 'Ferry sinks'],
        ['body/headline', 'Ferry sinks'],
        ['body/paragraph', PROSE],
      ]),
    ).toEqual([
      { first: 0, last: 1, headline: 0 },
      { first: 3, last: 5, headline: 3 },
    ]);
  });

  it('stay one where the headline is only repeated, or nothing follows', () => {
    expect(
      storiesOf([
        ['body/headline', 'Bridge closes'],
        ['body/paragraph', PROSE],
        ['body/headline', 'Bridge closes'],
      ]),
    ).toEqual([{ first: 0, last: 2, headline: 0 }]);
  });

  it('are none without body', () => {
    expect(
      storiesOf([
        ['boilerplate/navigation', 'Home'],
        ['boilerplate/footer', 'Imprint'],
      ]),
    ).toEqual([]);
  });
});
