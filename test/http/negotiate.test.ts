import { expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/formats.ts';
import { negotiate } from '../../src/http/negotiate.ts';
import { Problem } from '../../src/http/problems.ts';

const ANNOTATION = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

test.each([
  undefined,
  '',
  '*/*',
  'application/json',
  'APPLICATION/JSON',
  'application/*',
  'application/json; charset=utf-8',
  'application/json;q=0.1',
  'application/json, text/html, */*;q=0.8',
  'text/csv;q=0.2, application/json',
  'image/png, */*',
  'garbage, */*',
  'text/html, application/json;note="a, text/csv;q=1"',
])('Accept %j is answered in JSON', (accept) => {
  expect(negotiate(undefined, accept)).toBe('json');
});

test.each([
  ['text/plain', 'text'],
  ['text/*', 'text'],
  ['text/csv', 'csv'],
  ['text/csv; header=present', 'csv'],
  ['text/csv, application/json;q=0.2', 'csv'],
  ['text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', 'html'],
  ['text/*;q=0.5, text/html', 'html'],
  ['text/*, text/plain;q=0.1, text/csv;q=0.2', 'html'],
  ['application/json;q=0, */*', 'text'],
  ['application/ld+json', 'web-annotation'],
  [ANNOTATION, 'web-annotation'],
  ['application/ld+json; profile="https://schema.org/"', 'schema-org'],
  ['application/ld+json;PROFILE="https://SCHEMA.org/ http://www.w3.org/ns/other"', 'schema-org'],
  [`${ANNOTATION};q=0.3, application/ld+json;q=0.5`, 'schema-org'],
  [`${ANNOTATION};q=0, application/ld+json`, 'schema-org'],
])('Accept %j is answered in %s', (accept, format) => {
  expect(negotiate(undefined, accept)).toBe(format);
});

test.each([
  'image/png',
  'image/*',
  'application/xml',
  'application/json;q=0',
  'application/ld+json; profile="http://www.w3.org/ns/activitystreams"',
  'application/ld+json; profile=""',
  '*/*;q=0',
  '*/*;q=2',
  '*/*;q=x',
  'garbage',
  ',',
  '"',
  '"*/*"',
])('Accept %j cannot be met', (accept) => {
  expect(() => negotiate(undefined, accept)).toThrow(Problem);
});

/** Formats that share the media type of `json`. */
const ONLY_BY_NAME = ['citron'];

test.each(Object.entries(FORMATS))('%s can be asked for by its media type', (name, { type }) => {
  const expected = ONLY_BY_NAME.includes(name) ? 'json' : name;
  expect(negotiate(undefined, type), `the format that ${type} stands for`).toBe(expected);
});

test('format wins over Accept', () => {
  expect(negotiate('json', 'text/csv')).toBe('json');
  expect(negotiate('citron', 'text/csv')).toBe('citron');
});

test('a route may have some of the formats', () => {
  expect(negotiate(undefined, 'text/*, */*;q=0.1', ['json'])).toBe('json');
  expect(() => negotiate(undefined, 'text/csv', ['json'])).toThrow('are: json.');
  expect(() => negotiate('csv', undefined, ['json'])).toThrow(Problem);
});

test.each(['xml', '', 'JSON', 'constructor', '__proto__'])('format %j is unknown', (format) => {
  expect(() => negotiate(format, '*/*')).toThrow(Problem);
});
