import { describe, expect, test } from 'vitest';
import { jsonFault, placeIn, utf8Fault } from '../../src/http/faults.ts';
import { nearestName } from '../../src/schema/nearest.ts';
import { settingFaults } from '../../src/http/start.ts';
import { harness } from './harness.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const detailOf = async (answer: Promise<Response> | Response): Promise<string> =>
  ((await (await answer).json()) as { detail: string }).detail;

describe('where JSON breaks', () => {
  test.each([
    ['', 0],
    ['{', 1],
    ['{"a":1', 6],
    ['{"a":x}', 5],
    ['{"a" 1}', 5],
    ['{a:1}', 1],
    ['{"a":1,}', 7],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['[[[]]', 5],
    ['{"a":{"b":[]},"c":01}', 18],
    ['{"a":"b\nc"}', 7],
    ['{"a":"\\x"}', 6],
    ['{"a":1} x', 8],
    ['tru', 0],
    ["{'a':1}", 1],
  ])('%j at %i', (json, at) => {
    expect(() => JSON.parse(json)).toThrow();
    expect(jsonFault(json)).toBe(at);
  });

  test('whole JSON has no fault before its end', () => {
    const values = [
      {},
      [],
      [[], {}],
      { a: [1, -2.5e3, 'x"\\\n', null, { b: true }], c: {} },
      'a',
      7,
    ];
    for (const value of values)
      for (const space of [0, 2]) {
        const json = JSON.stringify(value, null, space);
        expect(jsonFault(json)).toBe(json.length);
        // Cut off anywhere, the end is what is missing, but in words and numbers.
        expect(jsonFault(json.slice(0, -1))).toBeLessThanOrEqual(json.length);
      }
  });

  test('is told with line, column and byte', async () => {
    expect(placeIn('ä\nöx', 3)).toBe('line 2, column 2 (byte 5)');
    const answer = harness().post('\uFEFF{\n "text": "Ä",\n SECRET}', JSON_TYPE);
    const detail = await detailOf(answer);
    expect(detail).toContain('line 3, column 2 (byte 21)');
    expect(detail).not.toContain('SECRET');
  });
});

describe('where UTF-8 breaks', () => {
  test.each([
    [[0x61, 0xff], 1],
    [[0xc3, 0xa4, 0xc3], 2],
    [[0xed, 0xa0, 0x80], 0],
    [[0xc0, 0x80], 0],
    [[0xf4, 0x90, 0x80, 0x80], 0],
    [[0xe2, 0x82], 0],
    [[0xf0, 0x9f, 0x98, 0x80, 0x80], 4],
    [[0x61], 1],
  ])('%j at %i', (bytes, at) => expect(utf8Fault(Uint8Array.from(bytes))).toBe(at));

  test('is told with line, column and byte', async () => {
    const body = new Uint8Array([0xc3, 0xa4, 0x0a, 0x61, 0xe4, 0x62]);
    const answer = harness().post(body, { 'content-type': 'text/plain' });
    expect(await detailOf(answer)).toContain('line 2, column 2 (byte 4)');
  });
});

describe('messages say what to do', () => {
  const errorsOf = async (body: object, query = '') => {
    const response = await harness().post(JSON.stringify(body), JSON_TYPE, query);
    return ((await response.json()) as { errors: { pointer: string; detail: string }[] }).errors;
  };

  test('an unknown option names the nearest', async () => {
    const [error] = await errorsOf({ text: 'a', langauge: 'en' });
    expect(error).toEqual({
      pointer: '/langauge',
      detail: 'is not an option of this route; did you mean language?',
    });
    const [far] = await errorsOf({ text: 'a', colour: 'red' });
    expect(far?.detail).toContain('it has text, markdown');
    expect(far?.detail).toContain('minConfidence');
  });

  test.each([
    ['quotesin', 'quotesIn'],
    ['min_confidence', 'minConfidence'],
    ['ofsetUnit', 'offsetUnit'],
    ['lang', 'language'],
    ['Off', 'offsetUnit'],
    ['la', undefined],
    ['quo', undefined],
    ['x', undefined],
    ['a'.repeat(100_000), undefined],
  ])('%.20s is near %s', (name, near) => {
    const known = ['id', 'language', 'quotes', 'quotesIn', 'minConfidence', 'offsetUnit'];
    expect(nearestName(name, known)).toBe(near);
  });

  test('a limit is told', async () => {
    const env = { MAX_TEXT_BYTES: 10 };
    const answer = harness().post('a'.repeat(11), { 'content-type': 'text/plain' }, '', env);
    expect(await detailOf(answer)).toContain('10 bytes');
  });

  test('a url alone is not fetched', async () => {
    const [error] = await errorsOf({ url: 'https://example.com/story' });
    expect(error?.pointer).toBe('/text');
    expect(error?.detail).toContain('nothing is fetched from a url');
  });

  test('GET is told to be POST', async () => {
    const response = await harness().request('/v1/analyze');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toContain('POST');
    expect(await detailOf(response)).toContain('POST');
  });
});

describe('settings', () => {
  test('a key in place of its hash is told', async () => {
    expect(settingFaults({ API_KEYS: 'my-secret-key' })).toEqual([
      expect.stringContaining('API_KEYS must be SHA-256 hashes'),
    ]);
    expect(settingFaults({ API_KEYS: 'my-secret-key' })[0]).not.toContain('my-secret');
    expect(settingFaults({ API_KEYS: 'ab'.repeat(32) })).toEqual([]);
    expect(settingFaults({ MAX_TEXT_BYTES: 'many', CORS_ORIGINS: 'x' })).toHaveLength(2);
    expect(settingFaults({})).toEqual([]);
  });

  test('so is one that looks like a hash, once it is used', async () => {
    const key = 'ab'.repeat(32);
    const headers = { 'content-type': 'text/plain', authorization: `Bearer ${key}` };
    const response = await harness().post('a', headers, '', { API_KEYS: key });
    expect(response.status).toBe(401);
    expect(await detailOf(response)).toContain('in place of its SHA-256 hash');
  });
});
