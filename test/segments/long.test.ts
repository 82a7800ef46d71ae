/**
 * A megabyte of one thing is divided in time. Linear work takes a fraction of the limit, quadratic work minutes.
 * @module
 */
import { expect, it } from 'vitest';
import { rules } from '../../src/rules/load.ts';
import { findPhrases } from '../../src/rules/match/trie.ts';
import { segmentDocument } from '../../src/segments/segment.ts';
import { readDocument } from '../../src/text/document.ts';
import { cpuMs } from '../../tools/bench/clock.ts';

it.each([
  ['one line', () => 'word '.repeat(200_000)],
  ['one word', () => 'x'.repeat(1_000_000)],
  ['sentences on one line', () => 'This is a sentence. '.repeat(50_000)],
  ['share words', () => 'facebook twitter telegram '.repeat(40_000)],
  ['short lines', () => 'a\n'.repeat(500_000)],
  ['separators', () => 'home | '.repeat(140_000)],
  ['marks', () => '|'.repeat(1_000_000)],
])('a megabyte of %s', (_, make) => {
  const text = make();
  const started = cpuMs();
  const doc = readDocument(text, rules.vocabulary);
  const hits = findPhrases(rules.trie, doc.words);
  const { segments } = segmentDocument(doc, rules, hits, { explain: false });
  expect(segments.at(-1)?.end).toBe(text.length);
  expect(cpuMs() - started).toBeLessThan(10_000);
});
