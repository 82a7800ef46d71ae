import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';

describe('fold', () => {
  it('keeps the length of every character of the basic plane, alone and between others', () => {
    const changed: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit++) {
      const char = String.fromCharCode(unit);
      if (fold(char).length !== 1 || fold(`a${char}b“`).length !== 4)
        changed.push(unit.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it('keeps the length of characters beyond the basic plane', () => {
    const changed: string[] = [];
    for (let point = 0x10000; point <= 0x10ffff; point += 7)
      if (fold(String.fromCodePoint(point)).length !== 2) changed.push(point.toString(16));
    // Deseret, Osage, Warang Citi, Adlam and Medefaidrin have upper and lower case.
    for (const from of [0x10400, 0x104b0, 0x118a0, 0x16e40, 0x1e900])
      for (let point = from; point < from + 0x40; point++)
        if (fold(String.fromCodePoint(point)).length !== 2) changed.push(point.toString(16));
    expect(changed).toEqual([]);
  });

  it('keeps the length of any text, lone surrogates included, and folds only once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(0xffff), (text, unit) => {
        const all = `${text}${String.fromCharCode(unit)}İ“${text}`;
        expect(fold(all)).toHaveLength(all.length);
        expect(fold(fold(all))).toBe(fold(all));
      }),
    );
  });

  it.each([
    ['lower-cases', 'Straße ÉCOLE Ωμέγα', 'straße école ωμεγα'],
    ['keeps accents', 'Žižek naïve', 'žižek naïve'],
    ['evens out apostrophes', '‘a’ ‚b‛ cʼs 5′ `d´ ＇', "'a' 'b' c's 5' 'd' '"],
    ['evens out double marks', '“a” „b‟ 6″ ＂', '"a" "b" 6" "'],
    ['evens out dashes', 'a‐b‑c‒d–e—f―g−h', 'a-b-c-d-e-f-g-h'],
    ['evens out blanks', 'a\u00a0b\u2009c\u202fd\u3000e', 'a b c d e'],
    ['folds the dotted capital I to one letter', 'İstanbul', 'istanbul'],
    ['folds the dotless i to that of its capital', 'Kapalı KAPALI', 'kapali kapali'],
    [
      'folds letters that writers leave out or mix up',
      'Ещё أخبار إلى ایران',
      'еще اخبار الي ايران',
    ],
    ['folds full width', 'ＡＢＣ（１２）：！', 'abc(12):!'],
    ['leaves guillemets and corner brackets', '«a» ‹b› 「c」', '«a» ‹b› 「c」'],
    ['leaves line breaks', 'a\r\nb\u2028c', 'a\r\nb\u2028c'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});
