/**
 * Every style that must work, by its fixtures. A case marked `todo` must fail: when it begins to pass,
 * `node test/quotes/todo.ts --write` takes the mark away.
 * @module
 */
import { describe, expect, test } from 'vitest';
import { quotesIn, readStyle, stylePaths } from './cases.ts';

for (const style of stylePaths().map(readStyle))
  describe(style.title, () => {
    for (const { name, text, language, quotes, todo } of style.cases)
      (todo ? test.fails : test)(name, () => {
        expect(quotesIn(text, quotes, language ?? style.language)).toEqual(quotes);
      });
  });
