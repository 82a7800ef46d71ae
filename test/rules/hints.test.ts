import { describe, expect, test } from 'vitest';
import { Hints } from '../../src/rules/hints.ts';

const hints = new Hints([
  { hint: 'talk', words: 'comment comments disqus*' },
  { hint: 'story', words: 'article-body prose' },
  { hint: 'talk', words: 'kommentar*' },
]);
const named = (names: string): readonly string[] =>
  hints.names.filter((_, bit) => (hints.of(names) >> bit) & 1);

describe('Hints', () => {
  test.each([
    ['comment', ['talk']],
    ['c-comment__list--2', ['talk']],
    ['userComments', ['talk']],
    ['COMMENTS', ['talk']],
    ['commentary', []],
    ['disqus_thread', ['talk']],
    ['disqusthread', ['talk']],
    ['Kommentarbereich', ['talk']],
    ['article-body', ['story']],
    ['articleBody', ['story']],
    ['article-main-body', []],
    ['body article', []],
    ['prose comment', ['talk', 'story']],
    ['', []],
    ['12 34', []],
  ])('%j', (names, found) => {
    expect(named(names)).toEqual(found);
  });

  test('a reader remembers nothing wrong', () => {
    const read = hints.reader();
    for (let i = 0; i < 5000; i++) expect(read(`prose${i}`)).toBe(hints.of('prose'));
    expect(read('comment')).toBe(read('comment'));
  });

  test('a megabyte of names costs no more than their beginning', () => {
    expect(named(`${'x '.repeat(500_000)}comment`)).toEqual([]);
  });
});
