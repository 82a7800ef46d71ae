/**
 * `copydesk archive`: what it reads and writes, and that a run may be killed.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TABLE_NAMES, TABLES } from '../../src/archive/tables.ts';
import { service } from '../../src/service.ts';
import { Page } from '../../tools/bench/pages.ts';
import { ROOT } from '../../tools/check/build.ts';
import { copydesk } from '../cli/io.ts';
import { ownFolder, OWN_LINE } from '../cli/own-folder.ts';
import { cases } from '../long.ts';
import { archive, filesOf, lines, makeArchive } from './made.ts';

type Row = Readonly<Record<string, string | number | null>>;

let folder: string;
const at = (...path: readonly string[]): string => join(folder, ...path);
const ndjson = (path: string): readonly Row[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Row);

const ARGS = ['in', '--format', 'ndjson,csv,parquet', '--batch', '7'];
const LONG = 300_000;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-archive-'));
  await makeArchive(at('in'), 30);
  expect(await archive(folder, [...ARGS, '--out', 'whole'])).toMatchObject({ code: 3 });
}, LONG);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a run', () => {
  test('has every page once, in order, or tells why not', () => {
    const pages = ndjson(at('whole', 'pages.ndjson'));
    const errors = ndjson(at('whole', 'errors.ndjson'));
    const ids = [...pages, ...errors]
      .map((row) => Number(row['page_id']))
      .toSorted((a, b) => a - b);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, i) => i + 1));
    const failed = errors.map(({ file, record }) => `${file} ${record}`);
    expect(failed).toEqual([
      ...['in/a.ndjson 6', 'in/a.ndjson 23', 'in/b.ndjson.gz 6', 'in/b.ndjson.gz 23'],
      ...['in/b.ndjson.gz 36', 'in/b.ndjson.gz 53', 'in/c.warc.gz 6', 'in/e.warc.gz 6'],
      'in/files/broken.txt 1',
    ]);
    expect(new Set(errors.map(({ reason }) => reason))).toContain('is not JSON');
    const urls = pages.filter(({ file }) => file === 'in/c.warc.gz').map(({ url }) => url);
    expect(urls).toEqual(['https://example.com/one', 'https://example.com/two']);
    const formats = new Set(pages.map(({ format }) => format));
    for (const format of ['plain', 'html', 'nitf', 'ninjs', 'newsml-g2'])
      expect(formats).toContain(format);
    expect(pages[0]).toMatchObject({
      id: 'desk-1',
      published: '2020-03-01',
      year: 2020,
      captured: null,
    });
    expect(pages.find(({ file }) => file === 'in/d.wet.gz')).toMatchObject({
      url: 'https://example.com/text',
      captured: '2024-05-01T10:00:00Z',
    });
  });

  test('has what the analysis answers, in tables that join', () => {
    const analysis = service.analyze(new Page(1500, 1).text, {});
    const of = (table: string) =>
      ndjson(at('whole', `${table}.ndjson`)).filter((row) => row['page_id'] === 1);
    expect(of('segments').map(({ label, kind, start, end }) => [label, kind, start, end])).toEqual(
      analysis.segments?.map(({ label, kind, start, end }) => [label, kind, start, end]),
    );
    expect(of('quotes').map(({ quote_id, speaker_id }) => [quote_id, speaker_id])).toEqual(
      analysis.quotes?.map(({ id, speaker }) => [id, speaker]),
    );
    const speakers = of('speakers');
    expect(speakers.map(({ name }) => name)).toEqual(analysis.speakers?.map(({ name }) => name));
    const known = new Set(speakers.map(({ speaker_id }) => speaker_id));
    for (const { speaker_id } of of('quotes'))
      expect(speaker_id === null || known.has(speaker_id)).toBe(true);
    const genders = ndjson(at('whole', 'speakers.ndjson')).map(({ gender }) => gender);
    expect(new Set(genders)).toEqual(new Set(['male', 'female', null]));
  });

  test.each(TABLE_NAMES)('%s is the same in all formats', async (table) => {
    const rows = ndjson(at('whole', `${table}.ndjson`));
    const file = readFileSync(at('whole', `${table}.parquet`));
    const { buffer, byteOffset, byteLength } = file;
    const parquet = await parquetReadObjects({
      file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
    });
    expect(parquet).toEqual(rows);
    const csv: Row[] = parse(readFileSync(at('whole', `${table}.csv`)), {
      bom: true,
      columns: true,
    });
    expect(csv.length).toBe(rows.length);
    expect(Object.keys(csv[0] ?? {})).toEqual(Object.keys(TABLES[table]));
  });
});

/** Each kill takes a start of the program. */
const KILLS = cases(1, 10);

test(
  `killed at random (${KILLS}), it comes to the same bytes`,
  async () => {
    let kills = 0;
    let runs = 1;
    const out = (): string => `killed-${runs}`;
    const batches = (): number => {
      try {
        return readFileSync(at(out(), 'journal.ndjson'), 'latin1').split('\n').length;
      } catch {
        return 0;
      }
    };
    while (kills < KILLS) {
      const before = batches();
      const wanted = before + Math.floor(Math.random() * 2);
      const { code } = await archive(folder, [...ARGS, '--out', out()], (kill) => {
        const look = setInterval(() => {
          if (batches() < wanted) return;
          clearInterval(look);
          setTimeout(kill, Math.random() * 300);
        }, 5);
      });
      if (code === null) kills++;
      else {
        // On a busy machine the kill may come late. What came to its end is as it should be, and another run is killed further.
        expect(code).toBe(3);
        expect(filesOf(at(out()))).toEqual(filesOf(at('whole')));
        runs++;
      }
    }
    expect((await archive(folder, [...ARGS, '--out', out()])).code).toBe(3);
    expect(filesOf(at(out()))).toEqual(filesOf(at('whole')));
    // Half a line of the journal, and rows that it does not know of, are what a kill in the middle of a write leaves.
    const { 'journal.ndjson': whole } = filesOf(at('whole'));
    mkdirSync(at('torn'));
    for (const name of Object.keys(filesOf(at('whole'))))
      copyFileSync(at('whole', name), at('torn', name));
    const cut = whole?.indexOf('\n', whole.length / 2) ?? 0;
    writeFileSync(at('torn', 'journal.ndjson'), (whole as Buffer).subarray(0, cut + 20));
    expect((await archive(folder, [...ARGS, '--out', 'torn'])).code).toBe(3);
    expect(filesOf(at('torn'))).toEqual(filesOf(at('whole')));
  },
  2 * LONG,
);

test(
  'goes on with its own run alone, and is done once',
  async () => {
    const again = await archive(folder, [...ARGS, '--out', 'whole']);
    expect(again.code).toBe(3);
    const other = await archive(folder, [...ARGS, '--out', 'whole', '--language', 'de']);
    expect(other.code).toBe(2);
    expect(other.err).toContain('whole holds a run with other settings');
    writeFileSync(at('in', 'z.txt'), 'One more.');
    const more = await archive(folder, [...ARGS, '--out', 'whole']);
    rmSync(at('in', 'z.txt'));
    expect([more.code, more.err]).toEqual([2, expect.stringContaining('other inputs')]);
    writeFileSync(at('whole', 'journal.lock'), String(process.ppid));
    const locked = await archive(folder, [...ARGS, '--out', 'whole']);
    rmSync(at('whole', 'journal.lock'));
    expect(locked.err).toContain(`is being written by process ${process.ppid}`);
  },
  LONG,
);

test(
  'the question in the documentation is answered by DuckDB',
  async () => {
    const [, sql = ''] =
      /```sql\n([^]*?)```/.exec(readFileSync(join(ROOT, 'docs/archive.md'), 'utf8')) ?? [];
    mkdirSync(at('duck', 'in'), { recursive: true });
    writeFileSync(at('duck', 'in', 'a.ndjson'), lines(40, 1));
    await archive(at('duck'), ['in', '--out', 'tables']);
    const connection = await (await DuckDBInstance.create()).connect();
    const reader = await connection.runAndReadAll(
      sql.replaceAll("'tables/", `'${at('duck', 'tables')}/`),
    );
    const rows = reader.getRowObjectsJson();
    const counts = new Map<string, number>();
    const pages = new Map(
      ndjson(at('duck', 'tables', 'pages.ndjson')).map((row) => [row['page_id'], row]),
    );
    for (const { page_id, name, gender, type, quotes } of ndjson(
      at('duck', 'tables', 'speakers.ndjson'),
    )) {
      if (type !== 'person' || gender === null) continue;
      const key = [pages.get(page_id as number)?.['year'], gender, name].join('|');
      counts.set(key, (counts.get(key) ?? 0) + Number(quotes));
    }
    expect(rows.length).toBeGreaterThan(4);
    for (const { year, gender, name, quoted } of rows) {
      const same = [...counts].filter(([key]) => key.startsWith(`${year}|${gender}|`));
      expect(Number(quoted)).toBe(Math.max(...same.map(([, count]) => count)));
      expect(counts.get(`${year}|${gender}|${name}`)).toBe(Number(quoted));
    }
  },
  LONG,
);

test(
  'goes by rules of a folder, and does not go on with others',
  async () => {
    const rules = ownFolder();
    writeFileSync(at('own.txt'), `Harbour\n\n${OWN_LINE}\n\nThe ferry stays in port, he said.\n`);
    const argv = (out: string, ...more: readonly string[]) =>
      ['archive', at('own.txt'), '--out', at(out), '--threads', '1', '--text', ...more] as const;
    const labels = (out: string) =>
      ndjson(at(out, 'segments.ndjson'))
        .filter(({ text }) => String(text).startsWith(OWN_LINE))
        .map(({ label }) => label);
    expect(await copydesk(argv('project'))).toMatchObject({ code: 0 });
    expect(await copydesk(argv('own', '--rules', rules))).toMatchObject({ code: 0 });
    expect(labels('project')).not.toEqual(['ads']);
    expect(labels('own')).toEqual(['ads']);
    const { code, err } = await copydesk(argv('own'));
    expect([code, err]).toEqual([2, expect.stringContaining('a run with other rulesVersion')]);
    writeFileSync(join(rules, 'columns.toml'), 'schema = 2');
    const faulty = await copydesk(argv('faulty', '--rules', rules));
    expect([faulty.code, faulty.err]).toEqual([2, expect.stringContaining('have faults')]);
    rmSync(rules, { recursive: true });
  },
  LONG,
);

describe('usage', () => {
  test.each([
    [[], 'name files, folders or patterns'],
    [['a.txt'], '--out names the folder'],
    [['-', '--out', 'x'], 'standard input cannot be read again'],
    [['nowhere', '--out', '/tmp/x'], 'nowhere no such file or folder'],
    [['nowhere/*.txt', '--out', '/tmp/x'], 'nowhere/*.txt has no file that is read'],
    [['package.json.png', '--out', '/tmp/x'], 'no such file'],
    [['a', '--out', 'x', '--format', 'xml'], '--format must be some of: ndjson, csv, parquet'],
    [['a', '--out', 'x', '--threads', '0'], '--threads must be a whole number from 1 to 256'],
    [['a', '--out', 'x', '--batch', 'many'], '--batch must be a whole number'],
    [['a', '--out', 'x', '--language', 'klingonish'], '--language must be a BCP-47'],
  ])('%j is refused', async (argv, message) => {
    const { code, err } = await copydesk(['archive', ...argv]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain('copydesk archive --help');
  });

  test('help', async () => {
    const { code, out } = await copydesk(['archive', '--help']);
    expect([code, out.split('\n').every((line) => line.length <= 125)]).toEqual([0, true]);
  });
});
