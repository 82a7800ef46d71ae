import { describe, expect, it } from 'vitest';
import {
  BREAK,
  CASELESS,
  CharSet,
  DIGIT,
  LETTER,
  MARK,
  SOLO,
  SPACE,
  UPPER,
  classOf,
  classOfPair,
  isDigit,
  isLetter,
  isLower,
  isSolo,
  isSpace,
  isUpper,
  isWordish,
} from '../../src/text/chars.ts';

const unit = (char: string): number => char.charCodeAt(0);

describe('classOf', () => {
  it.each([
    ['a', LETTER],
    ['Ä', LETTER | UPPER],
    ['ǅ', LETTER | UPPER],
    ['ß', LETTER],
    ['7', DIGIT],
    ['٣', DIGIT],
    ['½', DIGIT],
    ['\u0301', MARK],
    ['\u00ad', MARK],
    ['\u200d', MARK],
    ['字', LETTER | SOLO | CASELESS],
    ['か', LETTER | SOLO | CASELESS],
    ['ไ', LETTER | SOLO | CASELESS],
    ['한', LETTER | CASELESS],
    ['ა', LETTER | CASELESS],
    ['\u0640', LETTER | MARK | CASELESS],
    [' ', SPACE],
    ['\u00a0', SPACE],
    ['\u200b', SPACE],
    ['\ufeff', SPACE],
    ['\n', SPACE | BREAK],
    ['\r', SPACE | BREAK],
    ['\u0085', SPACE | BREAK],
    ['\u2028', SPACE | BREAK],
    ['\f', SPACE | BREAK],
    ['.', 0],
    ["'", 0],
    ['“', 0],
    ['\u0000', 0],
    ['\ud800', 0],
    ['\udfff', 0],
  ])('knows %j', (char, bits) => {
    expect(classOf(unit(char))).toBe(bits);
  });

  it('answers the same when asked again, over all pages', () => {
    const ask = (): readonly number[] => Array.from({ length: 0x10000 }, (_, i) => classOf(i));
    expect(ask()).toEqual(ask());
  });

  it('takes every line break for white space', () => {
    for (let i = 0; i <= 0xffff; i++)
      if (classOf(i) & BREAK) expect(classOf(i) & SPACE, i.toString(16)).toBeTruthy();
  });
});

describe('classOfPair', () => {
  it('knows letters and digits beyond the basic plane', () => {
    expect(classOfPair('𝐀', 0)).toBe(LETTER | UPPER);
    expect(classOfPair('x𐐨', 1)).toBe(LETTER);
    expect(classOfPair('𝟗', 0)).toBe(DIGIT);
    expect(classOfPair('𠮷', 0)).toBe(LETTER | SOLO | CASELESS);
    expect(classOfPair('😀', 0)).toBe(0);
  });

  it('has nothing where there is no pair', () => {
    expect(classOfPair('a', 0)).toBe(0);
    expect(classOfPair('\ud835', 0)).toBe(0);
    expect(classOfPair('\udc00\ud835', 0)).toBe(0);
    expect(classOfPair('𝐀', 1)).toBe(0);
    expect(classOfPair('', 3)).toBe(0);
  });
});

it('answers yes or no for single classes', () => {
  expect([isSpace(9), isLetter(unit('é')), isDigit(unit('4')), isUpper(unit('É'))]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([isSpace(65), isLetter(32), isDigit(65), isUpper(unit('é'))]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(['a', '1', '\u0301', '字'].every((char) => isWordish(unit(char)))).toBe(true);
  expect(['-', ' ', '“', '\u0000'].some((char) => isWordish(unit(char)))).toBe(false);
  expect(['a', 'б', 'ß'].every((char) => isLower(unit(char)))).toBe(true);
  expect(['A', '字', 'ا', 'ა', '1'].some((char) => isLower(unit(char)))).toBe(false);
  expect([isSolo(unit('字')), isSolo(unit('한'))]).toEqual([true, false]);
});

describe('CharSet', () => {
  it('holds the units it was made of, and no others', () => {
    const set = new CharSet('.“。');
    const found = Array.from({ length: 0x10000 }, (_, i) => i).filter((i) => set.has(i));
    expect(String.fromCharCode(...found)).toBe('.“。');
  });
});
