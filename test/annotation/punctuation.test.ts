import { describe, expect, it } from 'vitest';
import {
  BRACKET,
  COLON,
  COMMA,
  DASH,
  LINE_BREAK,
  PLAIN,
  QUOTE_MARK,
  SEMICOLON,
  STOP,
  classifyGaps,
} from '../../src/annotation/punctuation.ts';
import { splitWords, vocabularyOf } from '../../src/text/words.ts';

function gaps(text: string): readonly number[] {
  return [...classifyGaps(text, splitWords(text, text, vocabularyOf(new Map())))];
}

describe('classifyGaps', () => {
  it.each<[string, number]>([
    [' ', PLAIN],
    ['\u00a0', PLAIN],
    ['-', PLAIN],
    ['/', PLAIN],
    [' & ', PLAIN],
    ['.', PLAIN],
    [', ', COMMA],
    [' – ', DASH],
    ['—', DASH],
    [' - ', DASH],
    [' -- ', DASH],
    [': ', COLON],
    ['://', PLAIN],
    ['; ', SEMICOLON],
    [' (', BRACKET],
    [') ', BRACKET],
    [' “', QUOTE_MARK],
    [',” ', COMMA],
    [': “', COLON],
    ['. ', STOP],
    ['? ', STOP],
    ['… ', STOP],
    ['.” ', STOP],
    ['\n', LINE_BREAK],
    ['.\r\n\r\n', LINE_BREAK],
    ['\u2028', LINE_BREAK],
  ])('%j', (between, kind) => {
    expect(gaps(`one${between}two`)).toEqual([LINE_BREAK, kind]);
  });

  it('lets nothing go on across a long row of signs', () => {
    expect(gaps(`one ${'* '.repeat(100)}two`)).toEqual([LINE_BREAK, LINE_BREAK]);
  });

  it('has no gap where there is no word', () => {
    expect(gaps('… — “”')).toEqual([]);
  });
});
