import { expect, it } from 'vitest';
import { didYouMean } from '../../tools/rules/suggest.ts';

const KNOWN = ['title', 'role', 'role-plural', 'as', 'for', 'marks'];

it.each([
  ['titel', 'title'],
  ['rol', 'role'],
  ['role-plurals', 'role-plural'],
  ['mark', 'marks'],
])('takes %s for %s', (name, meant) => {
  expect(didYouMean(name, KNOWN)).toBe(` (did you mean "${meant}"?)`);
});

it.each(['colour', 'xy', '', 'verb'])('has no idea of %j', (name) => {
  expect(didYouMean(name, KNOWN)).toBe('');
});
