import { expect, it } from 'vitest';
import { didYouMean } from '../../tools/rules/suggest.ts';

const KNOWN = ['title', 'role', 'role-plural', 'as', 'for', 'marks', 'lexicon/role', 'ads/house'];

it.each([
  ['titel', 'title'],
  ['rol', 'role'],
  ['role-plurals', 'role-plural'],
  ['mark', 'marks'],
  ['lexicon/rol', 'lexicon/role'],
  ['lexikon/role', 'lexicon/role'],
  ['add/house', 'ads/house'],
])('takes %s for %s', (name, meant) => {
  expect(didYouMean(name, KNOWN)).toBe(` (did you mean "${meant}"?)`);
});

it.each(['colour', 'xy', '', 'verb', 'lexicon/bird'])('has no idea of %j', (name) => {
  expect(didYouMean(name, KNOWN)).toBe('');
});
