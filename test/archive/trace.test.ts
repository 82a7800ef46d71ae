/**
 * Quotes followed through an archive.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Trace } from '../../src/archive/trace.ts';
import { relationOf } from '../../src/archive/trace.ts';
import {
  fingerprintOf,
  fingerprintsOf,
  readFingerprint,
  writeFingerprint,
} from '../../src/verify/fingerprint.ts';
import { copydesk } from '../cli/io.ts';
import { archive } from './made.ts';
import { CHANGED, outlets } from './outlets.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-trace-'));
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in', 'outlets.ndjson'), outlets());
  expect((await archive(folder, ['in', '--out', 'ndjson', '--format', 'ndjson'])).code).toBe(0);
  expect((await archive(folder, ['in', '--out', 'parquet', '--format', 'parquet'])).code).toBe(0);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

const trace = async (quote: string, from = 'ndjson'): Promise<readonly Trace[]> => {
  const { code, out } = await copydesk(['trace', quote, join(folder, from), '-f', 'json']);
  expect(code).toBe(0);
  return JSON.parse(out) as readonly Trace[];
};

describe.each(CHANGED.map((changed, i) => ({ i, ...changed })))(
  '$again',
  ({ i, said, again, kinds }) => {
    test(`is ${kinds.join(', ')}`, async () => {
      // Whichever of the two is asked for, both are found, and who had it first.
      for (const asked of [said, again]) {
        const found = await trace(asked);
        expect(found.map(({ id }) => id)).toEqual([`post-${i}`, `courier-${i}`]);
        expect(found.map((one) => one.kinds)).toEqual([['first'], kinds]);
        expect(new Set(found.map(({ speaker }) => speaker)).size).toBe(1);
      }
    });
  },
);

test('other words are told, and what was left out', async () => {
  const differences = async (i: number) => (await trace(CHANGED[i]?.said ?? ''))[1]?.differences;
  expect(await differences(7)).toEqual([{ here: 'eight', first: 'nine' }]);
  expect(await differences(9)).toEqual([{ here: null, first: 'not' }]);
  expect(await differences(10)).toEqual([{ here: 'toxic', first: null }]);
  expect(await differences(15)).toEqual([{ here: null, first: 'that we made in March and April' }]);
});

test('Parquet answers the same, and a terminal gets words', async () => {
  const [, , { said } = { said: '' }] = CHANGED;
  expect(await trace(said, 'parquet')).toEqual(await trace(said));
  const { out } = await copydesk(['trace', said, join(folder, 'ndjson'), '-f', 'terminal']);
  expect(out).toMatch(/2024-03-05.* first .*post-2\n[^]*2024-03-06 {2}cut {2}courier-2/);
  const nowhere = await copydesk([
    'trace',
    'The moon is made of green cheese',
    join(folder, 'ndjson'),
  ]);
  expect(nowhere).toMatchObject({ code: 1, out: '' });
});

test('fingerprints survive typography and cuts, and are written and read', () => {
  const whole = fingerprintOf(`“${CHANGED[2]?.said},”`);
  expect(fingerprintOf(CHANGED[2]?.said.toUpperCase() ?? '')).toEqual(whole);
  const known = new Set(whole);
  for (const { said, again } of CHANGED) {
    const shared = fingerprintOf(again).filter((hash) => fingerprintOf(said).includes(hash));
    expect(shared.length, again).toBeGreaterThan(0);
    if (said !== CHANGED[2]?.said)
      expect(fingerprintOf(said).some((hash) => known.has(hash))).toBe(false);
  }
  expect(readFingerprint(writeFingerprint(whole))).toEqual(whole);
  expect([fingerprintOf('“…”'), fingerprintOf('No.').length]).toEqual([[], 1]);
  // However long a quote is, what is cut from it is recognised.
  const long = CHANGED.map(({ said }) => said).join('. ');
  const part = fingerprintOf(long.slice(0, long.length / 2));
  expect(fingerprintOf(long).some((hash) => part.includes(hash))).toBe(true);
});

test('many quotes have the fingerprints that each has alone', () => {
  const quotes = [
    ...CHANGED.flatMap(({ said, again }) => [said, again]),
    ...[
      '',
      '…',
      'don’',
      'tis the season',
      '\ud800',
      '\udc00 half',
      'ﬁve ｆull words',
      'naïve e\u0301te',
    ],
    ...['日本語です', 'İstanbul’da ışık', 'co\u00adopera\u00adtion of the towns'],
  ];
  expect(fingerprintsOf(quotes)).toEqual(quotes.map(fingerprintOf));
  // As archives that were made earlier have them.
  expect(writeFingerprint(fingerprintOf('“We’ll mend the naïve ﬁnance plan,”'))).toBe(
    '51bbb9cd 91557d59 e2b6a241 fafa02b5',
  );
});

test('a first one that is shorter', () => {
  const { said = '' } = CHANGED[5] ?? {};
  expect(relationOf('The ferry is safe in calm water', said)?.kinds).toEqual(['longer']);
  expect(relationOf('Nothing of the sort was ever said by anybody', said)).toBe(null);
});

test.each([
  [['a'], 'name a quote and the folder'],
  [['…', '/tmp'], 'the quote has no words'],
  [['a b', '/nowhere'], '/nowhere has no tables'],
  [['a', 'b', '-f', 'xml'], '--format must be one of: terminal, ndjson, json'],
])('%j is refused', async (argv, message) => {
  const { code, err } = await copydesk(['trace', ...argv]);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});
