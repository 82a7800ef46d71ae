import { describe, expect, test } from 'vitest';
import { analyze, answerTo } from '../../src/analyze.ts';
import { jsonOf, written } from '../../src/answer/answer.ts';
import { LazyList } from '../../src/answer/lazy-list.ts';
import { rules } from '../../src/rules/load.ts';
import type { AnalyzeOptions } from '../../src/schema/types.ts';
import { samplePage } from '../../tools/check/sample.ts';

const MANY = Array.from({ length: 800 }, (_, i) => `“We built ${i} bridges,” said Ann Reed.`);

describe('an answer in chunks', () => {
  const texts = {
    empty: '',
    'without quotes': 'Bridge closed.',
    page: samplePage(),
    many: MANY.join('\n'),
  };
  const asked: readonly AnalyzeOptions[] = [
    {},
    { explain: true, offsetUnit: 'codepoint' },
    { include: ['speakers'] },
    { include: [], id: 'a "b"' },
  ];
  test.each(Object.entries(texts))('is the JSON of the whole: %s', (_, text) => {
    for (const options of asked) {
      const chunks = [...jsonOf(answerTo(text, rules, options))];
      expect(chunks.join('')).toBe(JSON.stringify(analyze(text, rules, options)));
    }
  });

  test('holds some quotes at a time', () => {
    const chunks = [...jsonOf(answerTo(texts.many, rules, { quotesIn: ['body', 'comments'] }))];
    const lengths = chunks.map(({ length }) => length);
    expect(Math.max(...lengths)).toBeLessThan(chunks.join('').length / 3);
  });
});

test('a list is made anew each time, and can be walked again', () => {
  let made = 0;
  const list = new LazyList(2, ['a', 'b']).map((item, i) => {
    made++;
    return item + i;
  });
  expect(made).toBe(0);
  expect([...list, ...list]).toEqual(['a0', 'b1', 'a0', 'b1']);
  expect(made).toBe(4);
  expect(list).toHaveLength(2);
});

test('what was written is as it stands in the answer', () => {
  const answer = answerTo(samplePage(), rules);
  expect(Object.keys(written(answer))).toEqual(Object.keys(answer));
});
