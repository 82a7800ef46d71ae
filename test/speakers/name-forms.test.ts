import { describe, expect, it } from 'vitest';
import { NameForms } from '../../src/speakers/name-forms.ts';

const forms = new NameForms(['а', 'у', 'ом', 'ой', 'я', 'и', 'ь']);

describe('NameForms', () => {
  it.each([
    ['ласкин', 'ласкина'],
    ['ласкиной', 'ласкина'],
    ['мария', 'марии'],
    ['игорь', 'игоря'],
    ['холм', 'холмом'],
    ['холм', 'холм'],
  ])('takes %s and %s for one name', (a, b) => {
    expect([forms.same(a, b), forms.same(b, a)]).toEqual([true, true]);
    expect(forms.key(a)).toBe(forms.key(b));
  });

  it.each([
    ['иван', 'иванов'],
    ['ласкин', 'ласточкина'],
    ['ли', 'лиа'],
    ['петр', 'павел'],
  ])('tells %s from %s', (a, b) => {
    expect(forms.same(a, b)).toBe(false);
  });

  it('knows one form only where a language has no endings', () => {
    const none = new NameForms([]);
    expect([none.any, none.same('reed', 'reed'), none.same('reed', 'reeda')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
