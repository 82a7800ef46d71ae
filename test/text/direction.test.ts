import { describe, expect, test } from 'vitest';
import { directionOf, directionOfLanguage } from '../../src/text/direction.ts';

describe('a text', () => {
  test.each([
    ['The bridge', 'ltr'],
    ['الجسر مغلق', 'rtl'],
    ['הגשר סגור', 'rtl'],
    ['ދިވެހި', 'rtl'],
    ['𞤀𞤣𞤤𞤢𞤥', 'rtl'],
    ['“12” – (הגשר) bridge', 'rtl'],
    ['2024: bridge הגשר', 'ltr'],
    ['橋', 'ltr'],
    ['12 – 😀', null],
    ['', null],
    ['\ud800', null],
  ])('%j', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });
});

describe('a language', () => {
  test.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['ur', 'rtl'],
    ['az', 'ltr'],
    ['az-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['und', 'ltr'],
    ['no tag', 'ltr'],
  ])('%s', (tag, direction) => {
    expect(directionOfLanguage(tag)).toBe(direction);
  });
});
