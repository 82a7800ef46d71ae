import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { quantile } from '../../tools/bench/clock.ts';
import { ms, tables, writeTables } from '../../tools/bench/tables.ts';
import type { Speed } from '../../tools/bench/speed.ts';

const stages = {
  readText: 1,
  readDocument: 1,
  findPhrases: 1,
  segmentDocument: 1,
  annotate: 1,
  findQuotes: 1,
  findSpeakers: 1,
};
const speed: Speed = {
  length: 6000,
  words: 0.5,
  analyze: 4,
  stages,
  peers: {
    'Intl.Segmenter, words': 1,
    'compromise, quotations': 160,
    'compromise, people': 200,
    'wink-nlp, tagging': 2,
  },
  html: { length: 8000, analyze: 5, readability: 55 },
};

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'copydesk-tables-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('has a row for each page, in passes over the words and in times of the others', () => {
  const worker = { p50: 5, p99: 12.34, cpu: 6 };
  const text = tables(
    [
      { name: '6 KB', speed, worker },
      { name: '10 MB', speed: { length: 1e7, words: 500, analyze: 5000, stages } },
    ],
    { p50: 3, p99: 9 },
  );
  expect(text).toContain('| 6 KB | 4.00 | 8.0 | 6.00 | 5.00, 12.3 |');
  expect(text).toContain('| 10 MB | 5000 | 10.0 | – | – |');
  expect(text).toContain('takes 3.00 ms of processor time, and 99 of 100 take at most 9.00 ms');
  expect(text).toContain('| 6 KB | 40 × | 50 × | 0.5 × | 0.3 × | 11 × |');
});

it('is written between its marks, again and again', () => {
  const path = join(folder, 'performance.md');
  writeFileSync(path, 'a\n<!-- speed:start -->\nold\n<!-- speed:end -->\nb\n');
  writeTables(path, 'first');
  writeTables(path, 'second');
  expect(readFileSync(path, 'utf8')).toBe(
    'a\n<!-- speed:start -->\n\nsecond\n\n<!-- speed:end -->\nb\n',
  );
  writeFileSync(path, 'no marks');
  expect(() => writeTables(path, 'x')).toThrow('no place');
});

it('takes quantiles from what was measured', () => {
  const values = Array.from({ length: 200 }, (_, i) => 200 - i);
  expect([quantile(values, 0.5), quantile(values, 0.99), quantile(values, 1)]).toEqual([
    100, 198, 200,
  ]);
  expect(quantile([7], 0.99)).toBe(7);
});

it.each([
  [undefined, '–'],
  [0.126, '0.13'],
  [12.34, '12.3'],
  [1234.5, '1235'],
])('writes %s as %s', (time, text) => {
  expect(ms(time)).toBe(text);
});
