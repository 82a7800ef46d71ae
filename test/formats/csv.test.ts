import { parse } from 'csv-parse/sync';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../src/formats/csv.ts';
import { analysis, PAGE, quotes, rendered } from './ground.ts';

type Row = Record<string, string>;

/** Both parsers at their strictest. They must agree. */
function rowsOf(csv: string): readonly Row[] {
  const rows: Row[] = parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
  const papa = Papa.parse<Row>(csv.replace(/\r\n$/, ''), { header: true, newline: '\r\n' });
  expect(papa.errors).toEqual([]);
  expect(papa.data).toEqual(rows);
  return rows;
}

describe('rows', () => {
  const rows = rowsOf(rendered('csv', PAGE, { id: 'wire-1', url: 'https://example.com/a,b' }));

  test('one a quote, with who says it', () => {
    expect(rows).toHaveLength(quotes.length);
    expect(rows[2]).toMatchObject({
      document_id: 'wire-1',
      quote_id: 'q3',
      type: 'direct',
      content:
        '“We found cracks in <two> of the main beams & more,” “Nobody should drive over that.”',
      speaker: 'Ines Marlow',
      speaker_type: 'person',
      speaker_role: 'chief engineer',
      source: 'Ines Marlow',
      cue: 'said',
      headline: 'Harbour bridge to stay shut until May',
      label: 'body',
      language: 'en',
      url: 'https://example.com/a,b',
    });
  });

  test.each(['utf16', 'codepoint'] as const)('offsets count in %s', (offsetUnit) => {
    const units = offsetUnit === 'utf16' ? PAGE.split('') : [...PAGE];
    for (const [i, row] of rowsOf(rendered('csv', PAGE, { offsetUnit })).entries()) {
      const spans = (row['spans'] ?? '').split(' ').map((span) => span.split('-').map(Number));
      const texts = spans.map(([start, end]) => units.slice(start, end).join(''));
      expect(texts).toEqual(quotes[i]?.content.map(({ text }) => text));
      expect(Number(row['content_start'])).toBe(spans[0]?.[0]);
      expect(Number(row['content_end'])).toBe(spans.at(-1)?.[1]);
    }
  });

  test('column names need no quoting in SQL', () => {
    for (const name of Object.keys(rows[0] ?? {})) expect(name).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
  });
});

describe('a field', () => {
  /** The first row where the content of the first quote is this. */
  const rowWith = (text: string): Row => {
    const [quote] = quotes;
    const content = [{ start: 0, end: 1, text }];
    const changed = { ...analysis, quotes: [{ ...quote!, content }] };
    const same = (offset: number): number => offset;
    const csv = writeCsv({ text: PAGE, analysis: changed, offset: same, codePoint: same });
    expect(csv.endsWith('\r\n')).toBe(true);
    return rowsOf(csv)[0] ?? {};
  };

  test.each(['a,b', '“a”', '"a"', '""', 'a\nb', 'a\r\nb', ' a ', '\u2028', "'a'", 'a;b', 'a\tb'])(
    'comes back as it was: %j',
    (text) => {
      expect(rowWith(text)['content']).toBe(text);
    },
  );

  test.each([
    '=HYPERLINK("http://example.com","a")',
    '+1',
    '-1+2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
  ])('is no formula to a spreadsheet: %j', (text) => {
    expect(rowWith(text)['content']).toBe(`'${text}`);
  });
});

test('the file says that it is UTF-8, once', () => {
  const csv = rendered('csv');
  expect(csv.lastIndexOf('\uFEFF')).toBe(0);
  expect([...new TextEncoder().encode(csv).subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x64]);
});

test('a text without quotes has the header alone', () => {
  const csv = rendered('csv', '');
  expect(csv.split('\r\n')).toHaveLength(2);
  expect(csv.startsWith('\uFEFFdocument_id,quote_id,')).toBe(true);
});
