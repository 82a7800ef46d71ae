import { expect, test } from 'vitest';
import { rules } from '../../src/rules/load.ts';
import { excerpt, featureName, isRule, languageName } from '../../src/page/words.ts';

test('rules are told from features', () => {
  const ids = [...rules.segmentRules, ...rules.cueRules].map(({ id }) => id);
  expect(ids.filter((id) => !isRule(id))).toEqual([]);
  const features = [
    'words=6<n<=9',
    'found=ads/house/phrase/short',
    'source/place+form=adjacent+past',
    'content/start-after<=0',
    'speaker/relative/name',
    'speaker/name',
  ];
  expect(features.filter(isRule)).toEqual([]);
});

test.each([
  ['words=6<n<=9', 'words: 6 < n ≤ 9'],
  ['content/start-after<=0', 'content · start after ≤ 0'],
  ['neighbour=-1/comments/comment-meta', 'neighbour: -1 · comments · comment meta'],
])('the feature %s', (name, shown) => {
  expect(featureName(name)).toBe(shown);
});

test('languages', () => {
  expect(['de', 'und', 'not a tag'].map(languageName)).toEqual([
    'German',
    'Unknown language',
    'not a tag',
  ]);
});

test('excerpts', () => {
  expect(excerpt(' a\n\n b ', 10)).toBe('a b');
  expect(excerpt('a'.repeat(20), 10)).toBe(`${'a'.repeat(10)}…`);
});
