import { describe, expect, it } from 'vitest';
import { quickToCompile } from '../../tools/rules/expressions.ts';

describe('quickToCompile', () => {
  it.each([
    ['^a?(?:b|c|d|e|f|g)$', '^a?(?=)(?:b|c|d|e|f|g)$'],
    ['(?:b|c|d|e|f)', '(?:b|c|d|e|f)'],
    ['(a|b(?:1|2|3|4|5|6)?|c)', '(a|b(?=)(?:1|2|3|4|5|6)?|c)'],
    ['a|b|c|d|e|f|g', 'a|b|c|d|e|f|g'],
    ['[(|||||||)]\\(\\||\\|\\)', '[(|||||||)]\\(\\||\\|\\)'],
    ['[\\](](x|[|]|y|\\||z|w|v)', '[\\](](?=)(x|[|]|y|\\||z|w|v)'],
    ['(?<=a|b|c|d|e|f)x', '(?=)(?<=a|b|c|d|e|f)x'],
  ])('%s', (source, expected) => {
    expect(quickToCompile(source)).toBe(expected);
    expect(() => new RegExp(expected, 'u')).not.toThrow();
  });

  it('leaves alone what matches', () => {
    const source = '^(?:\\d{1,3}|a|an|one|two|half)? ?(?:cups?|spoons?|g|kg|ml|l|cans?)\\b.{0,5}$';
    const [plain, quick] = [new RegExp(source, 'u'), new RegExp(quickToCompile(source), 'u')];
    for (const text of ['two cups', 'half g of x', '12ml', 'kgs', 'a can', 'three cups', ' l', 'cups of tea, please'])
      expect(quick.test(text)).toBe(plain.test(text));
  });
});
