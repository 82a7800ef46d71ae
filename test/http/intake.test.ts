import { describe, expect, test } from 'vitest';
import { contentType } from '../../src/http/intake.ts';

describe('contentType', () => {
  test.each([
    ['text/plain', 'text/plain', undefined],
    ['  Text/HTML ; Charset=Latin2 ', 'text/html', 'latin2'],
    ['text/plain;charset="UTF-8"', 'text/plain', 'utf-8'],
    ['text/plain; charset=" utf-8 "', 'text/plain', 'utf-8'],
    [String.raw`text/plain; charset="u\tf-8"`, 'text/plain', 'utf-8'],
    ['text/plain; note="a; charset=latin1"; charset=utf-8', 'text/plain', 'utf-8'],
    ['text/plain; charset=utf-8; charset=latin1', 'text/plain', 'utf-8'],
    ['text/plain;; charset=utf-8;', 'text/plain', 'utf-8'],
    ['application/json; profile=x', 'application/json', undefined],
    ['text/plain; charset=""', 'text/plain', ''],
  ])('%j', (header, type, charset) => {
    expect(contentType(header)).toEqual({ type, charset });
  });

  test.each([
    null,
    undefined,
    '',
    'text',
    'text/',
    'text/plain, text/plain',
    'text/plain; charset',
    'text/plain; charset=',
    'text/plain; charset = utf-8',
    'text/plain; charset="utf-8',
    'text/plain; charset=utf-8"',
    'text/plain; charset="utf-8"x',
    'text/plain; charset=utf-8 latin1',
    `text/plain; charset="${' '.repeat(40)}`,
    `text/plain; charset=${' '.repeat(40)}x"x`,
    `text/plain${' '.repeat(40)}x`,
  ])('%j has no type that a route takes', (header) => {
    expect(contentType(header)).toEqual({ type: '', charset: undefined });
  });
});
