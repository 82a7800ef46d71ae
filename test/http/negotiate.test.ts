import { expect, test } from 'vitest';
import { negotiate } from '../../src/http/negotiate.ts';
import { Problem } from '../../src/http/problems.ts';

test.each([
  undefined,
  '',
  '*/*',
  'application/json',
  'APPLICATION/JSON',
  'application/*',
  'application/json; charset=utf-8',
  'application/json;q=0.1',
  'text/html, application/xhtml+xml, */*;q=0.8',
  'text/csv, application/json;q=0.2',
  'garbage, */*',
])('Accept %j is answered in JSON', (accept) => {
  expect(negotiate(undefined, accept)).toBe('json');
});

test.each([
  'text/csv',
  'text/*',
  'application/ld+json',
  'application/json;q=0',
  'application/json;q=0, */*',
  '*/*;q=0',
  '*/*;q=2',
  '*/*;q=x',
  'garbage',
  ',',
])('Accept %j cannot be met', (accept) => {
  expect(() => negotiate(undefined, accept)).toThrow(Problem);
});

test('format wins over Accept', () => {
  expect(negotiate('json', 'text/csv')).toBe('json');
});

test.each(['xml', '', 'JSON', 'constructor', '__proto__'])('format %j is unknown', (format) => {
  expect(() => negotiate(format, '*/*')).toThrow(Problem);
});
