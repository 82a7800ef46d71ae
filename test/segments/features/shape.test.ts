import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/rules/load.ts';
import { segmentHits } from '../../../src/rules/match/segment-rules.ts';
import { findPhrases } from '../../../src/rules/match/trie.ts';
import { isProse } from '../../../src/segments/features/prose.ts';
import { FIRSTS, LASTS, measureShapes } from '../../../src/segments/features/shape.ts';
import { SIGNS } from '../../../src/segments/features/signs.ts';
import { cutUnits } from '../../../src/segments/units/units.ts';
import { readDocument } from '../../../src/text/document.ts';

/** The shapes of a text of one line. */
function shapeOf(text: string) {
  const doc = readDocument(text, rules.vocabulary);
  const units = cutUnits(doc, rules, segmentHits(rules, findPhrases(rules.trie, doc.words)));
  const shapes = measureShapes(doc, units);
  const signs = shapes.signs[0] as number;
  return {
    words: shapes.words[0],
    sentences: shapes.sentences[0],
    caseless: shapes.caseless[0],
    wordLength: (shapes.letters[0] as number) / (shapes.words[0] as number),
    first: FIRSTS[shapes.first[0] as number],
    last: LASTS[shapes.last[0] as number],
    signs: SIGNS.filter((_, i) => signs & (1 << i)),
    prose: isProse(shapes, 0),
  };
}

describe('measureShapes', () => {
  it.each([
    ['en', 'The bridge over the river stays closed until spring, the council said. Repairs go on.'],
    [
      'ru',
      'Мост через реку останется закрытым до весны, сообщил городской совет. Ремонт там продолжается.',
    ],
    [
      'ar',
      'يبقى الجسر المقام فوق النهر مغلقا حتى الربيع كما أعلن المجلس البلدي أمس. وتتواصل أعمال الإصلاح.',
    ],
    ['ja', '川にかかる橋は春まで通行止めが続くと市議会が発表した。修理は続いている。'],
    ['zh', '市议会宣布，河上的大桥将一直封闭到春天。目前维修工作仍在继续进行。'],
  ])('takes a paragraph for prose: %s', (_, text) => {
    const shape = shapeOf(text);
    expect(shape).toMatchObject({ sentences: 2, first: 'upper', last: 'stop', prose: true });
    expect(shape.words).toBeGreaterThanOrEqual(12);
    expect(shape.words).toBeLessThanOrEqual(20);
    expect(shape.wordLength).toBeGreaterThan(3);
  });

  it.each([
    ['スポーツ', 2],
    ['経済ニュース一覧', 4],
    ['3件のコメント', 4],
    ['Sports', 1],
  ])('counts two characters of a script without spaces as a word: %s', (text, words) => {
    expect(shapeOf(text).words).toBe(words);
  });

  it.each([
    ['Sports', 0],
    ['Спорт', 0],
    ['رياضة', 1],
    ['スポーツ', 1],
    ['12:30', 0],
  ])('knows scripts without capitals: %s', (text, caseless) => {
    expect(shapeOf(text).caseless).toBe(caseless);
  });

  it.each([
    ['本当ですか？', 'ask'],
    ['すごい！', 'exclaim'],
    ['「行きます。」', 'stop'],
    ['「行きます」', 'mark'],
    ['関連記事：', 'colon'],
    ['続き（全文）', 'close'],
    ['هل هذا صحيح؟', 'ask'],
    ['وقال،', 'comma'],
  ])('knows how a line ends: %s', (text, last) => {
    expect(shapeOf(text).last).toBe(last);
  });

  it('tells guillemets around words from arrows', () => {
    expect(shapeOf('Он сказал «да» и ушёл').signs).toEqual(['quote']);
    expect(shapeOf('Er sagte »ja« und ging').signs).toEqual(['quote']);
    expect(shapeOf('« Previous | Next »').signs).toEqual(['bar', 'arrow']);
    expect(shapeOf('Read more »').signs).toEqual(['arrow']);
  });
});
