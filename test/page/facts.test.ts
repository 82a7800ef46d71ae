import { expect, test } from 'vitest';
import { warningsOf } from '../../src/page/facts.ts';

test.each([
  [{}, []],
  [{ warnings: null }, []],
  [{ warnings: 'markup' }, []],
  [{ warnings: [] }, []],
  [{ warnings: [{ code: 'markup-in-text', detail: 'This is HTML.' }] }, ['This is HTML.']],
  [
    { warnings: ['words', { code: 'binary' }, { message: 'm' }, {}, null, 7] },
    ['words', 'binary', 'm'],
  ],
])('warnings of %j', (answer, words) => {
  expect(warningsOf(answer)).toEqual(words);
});
