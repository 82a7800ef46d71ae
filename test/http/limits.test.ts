import { describe, expect, test } from 'vitest';
import { compressedLimit, ConfigError, fitsUtf8, limitsOf } from '../../src/http/limits.ts';

describe('limitsOf', () => {
  test('has a default of one megabyte, and room for a JSON body that escapes all of it', () => {
    const limits = limitsOf(undefined);
    expect(limits.textBytes).toBe(1_048_576);
    expect(limits.jsonBytes).toBeGreaterThan(6 * limits.textBytes);
    expect(limitsOf({ MAX_TEXT_BYTES: '' })).toEqual(limits);
  });

  test('has five of HTML, and twice the room for it in JSON', () => {
    const limits = limitsOf(undefined);
    expect(limits.htmlBytes).toBe(5 * 1_048_576);
    expect(limits.jsonBytes).toBeGreaterThan(2 * limits.htmlBytes);
    expect(limitsOf({ MAX_HTML_BYTES: 10, MAX_TEXT_BYTES: 10 }).jsonBytes).toBeGreaterThan(60);
    expect(() => limitsOf({ MAX_HTML_BYTES: 'x' })).toThrow(ConfigError);
  });

  test('takes numbers and digits', () => {
    expect(limitsOf({ MAX_TEXT_BYTES: 500 }).textBytes).toBe(500);
    expect(limitsOf({ MAX_TEXT_BYTES: '500' }).textBytes).toBe(500);
  });

  test.each(['1MB', '-1', '0', '1.5', '1e6', ' 5', 'NaN'])('refuses %j', (value) => {
    expect(() => limitsOf({ MAX_TEXT_BYTES: value })).toThrow(ConfigError);
  });
});

describe('fitsUtf8', () => {
  test.each([
    '',
    'a',
    'é',
    '€',
    '😀',
    '\uD800',
    '\uDC00',
    '\uD800a',
    '\uDC00\uD800',
    'aé€😀\uD83Dz',
  ])('counts %j as an encoder does', (text) => {
    const bytes = new TextEncoder().encode(text).length;
    expect(fitsUtf8(text, bytes)).toBe(true);
    if (bytes > 0) expect(fitsUtf8(text, bytes - 1)).toBe(false);
  });
});

test('compressedLimit leaves room for what cannot be compressed', () => {
  expect(compressedLimit(1_048_576)).toBeGreaterThan(1_048_576 + 5 * 64 + 18);
});
