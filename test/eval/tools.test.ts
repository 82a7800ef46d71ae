import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromPredictions, fromProgram, fromService } from '../../tools/eval/answers.ts';
import { compare, countsOf } from '../../tools/eval/baseline.ts';
import { readGold, type GoldDocument } from '../../tools/eval/gold.ts';
import { score } from '../../tools/eval/kinds.ts';
import { bareName } from '../../tools/eval/names.ts';
import { reportsSpeech } from '../../tools/eval/quotes/speech.ts';
import { figureAt, interval, mean, prf, rounded } from '../../tools/eval/statistics.ts';
import { between, markdown, tableRows } from '../../tools/eval/table.ts';
import type { Segment } from '../../src/schema/types.ts';
import { segmentsOf } from './answer.ts';

/** A file of labelled documents in a folder of its own. */
function fileOf(content: string): { readonly folder: string; readonly path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-eval-'));
  const path = join(folder, 'pages.jsonl');
  writeFileSync(path, content);
  return { folder, path };
}

describe('answers', () => {
  it('of a service are asked for over HTTP; a failed request is an empty answer', async () => {
    const text = 'One';
    const segments = segmentsOf(text, [['body/paragraph', 'One']]);
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        const isKnown = request.headers.authorization === 'Bearer secret' && request.url;
        response.statusCode = isKnown === '/v1/analyze' && body === '{"text":"One"}' ? 200 : 503;
        response.end(JSON.stringify({ segments }));
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const answerer = fromService(`http://127.0.0.1:${port}`, 'secret');
      expect((await answerer.answer({ id: 'a', text })).segments).toEqual(segments);
      expect((await answerer.answer({ id: 'b', text: 'Two' })).segments).toEqual([]);
      expect(answerer.failures).toEqual(['b: HTTP 503']);
      server.close();
      await once(server, 'close');
      const silent = fromService(`http://127.0.0.1:${port}`);
      expect((await silent.answer({ id: 'a', text })).segments).toEqual([]);
      expect(silent.failures).toEqual([`a: no answer from http://127.0.0.1:${port}: fetch failed`]);
    } finally {
      server.close();
    }
  });

  it('must give confidences as shares, if at all', async () => {
    const text = 'One';
    const [segment] = segmentsOf(text, [['body/paragraph', 'One']]);
    const sure = { id: 'a', segments: [{ ...(segment as Segment), confidence: 1.5 }] };
    const answerer = fromPredictions([sure]);
    await answerer.answer({ id: 'a', text });
    expect(answerer.failures).toEqual(['a: segment confidence']);
  });

  it('counts a missing prediction and a broken one', async () => {
    const text = 'One\nTwo';
    const good = { id: 'a', segments: segmentsOf(text, [['body/paragraph', 'One']]) };
    const gap = { id: 'b', segments: good.segments.map((segment) => ({ ...segment, start: 1 })) };
    const answerer = fromPredictions([good, gap]);
    expect((await answerer.answer({ id: 'a', text })).segments).toHaveLength(1);
    expect(answerer.failures).toEqual([]);
    await answerer.answer({ id: 'b', text });
    expect((await answerer.answer({ id: 'c', text })).segments).toEqual([]);
    expect(answerer.failures).toEqual([
      'b: segments do not tile the text at 0',
      'b: segments end at 0, the text at 7',
      'b: segment.text is not the slice',
      'c: no prediction',
    ]);
  });
});

describe('pages of HTML', () => {
  it('are measured over the text that the answer has', async () => {
    const { folder, path } = fileOf('');
    const story = 'The ferry will not sail before Monday, the harbour master said on Friday.';
    const page = { id: 'ferry', html: `<p>${story}</p><script>x</script>`, gold_body: story };
    writeFileSync(path, `${JSON.stringify(page)}\n`);
    try {
      const [doc] = readGold(path);
      expect(doc?.text).toBe('');
      expect(await fromProgram().answer(doc as GoldDocument)).toMatchObject({ text: story });
      const segments = segmentsOf(story, [['body/paragraph', 'The ferry']]);
      const other = { id: 'ferry', text: `${story}!`, segments };
      const predicted = fromPredictions([other]);
      await predicted.answer(doc as GoldDocument);
      expect(predicted.failures).toEqual(['ferry: segments end at 73, the text at 74']);
      const { figures } = await score('html', path, fromPredictions([{ id: 'ferry', segments }]));
      expect(figures).toMatchObject({ documents: 1, f1: 100 });
      writeFileSync(path, '{"id":"nothing"}\n');
      expect(() => readGold(path)).toThrow('nothing has neither');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('statistics', () => {
  it('knows precision, recall and their harmonic mean', () => {
    expect(prf(1, 2, 4)).toEqual({ p: 50, r: 25, f: 100 / 3 });
    expect(prf(0, 0, 0)).toEqual({ p: 0, r: 0, f: 0 });
  });

  it('rounds through nested figures', () => {
    expect(rounded({ a: 1.26, b: { c: [0.04] }, d: 'x' })).toEqual({
      a: 1.3,
      b: { c: [0] },
      d: 'x',
    });
  });

  it('finds a figure by its path, and says so where there is none', () => {
    expect(figureAt({ a: { b: 3 } }, 'a.b')).toBe(3);
    expect(() => figureAt({ a: {} }, 'a.b')).toThrow('no figure at a.b');
  });

  it('resamples the same way every time', () => {
    const values = Array.from({ length: 40 }, (_, i) => i);
    const [low, high] = interval(values, mean);
    expect(interval(values, mean)).toEqual([low, high]);
    expect(low).toBeLessThan(mean(values));
    expect(high).toBeGreaterThan(mean(values));
    expect(interval([5, 5, 5], mean)).toEqual([5, 5]);
  });
});

describe('names', () => {
  it.each([
    ['Former Sen. Ada Okoro’s', 'ada okoro'],
    ['The President', 'president'],
    ['Vice President Lena Holm', 'lena holm'],
    ['General', 'general'],
  ])('%s', (name, bare) => {
    expect(bareName(name)).toBe(bare);
  });
});

describe('cues of speech', () => {
  it.each([
    ['told the council that', true],
    ['called for', true],
    ['called', false],
    ['believes', false],
    ['According to', true],
  ])('%s: %s', (cue, expected) => {
    expect(reportsSpeech(cue)).toBe(expected);
  });
});

describe('baseline', () => {
  const row = {
    segmentsWrong: ['x'],
    quotesMissed: [],
    sourceWrong: [],
    speakerWrong: [],
    extraQuotes: ['y', 'z'],
    scareQuotesTaken: [],
  };
  const before = countsOf({ 'seeds:gold.jsonl': [{ id: 'one', ...row }], contractViolations: 0 });

  it('counts mistakes, of a list of rows and of rows by id alike', () => {
    expect(before.documents['one']).toMatchObject({ segmentsWrong: 1, extraQuotes: 2 });
    expect(countsOf({ 'seeds:gold.jsonl': { one: row }, contractViolations: 0 })).toEqual(before);
    expect(() => countsOf({})).toThrow('no seed documents');
  });

  const seeds = { 'seeds:gold.jsonl': [{ id: 'one', ...row }] };
  const cases = (figures: Readonly<Record<string, number>>) =>
    countsOf(seeds, { 'cases:small.jsonl': figures, contractViolations: 0 });
  const figures = { cases: 10, casesRight: 7, storyLost: 3, lines: 80 };

  it('counts cases, and what users see of the wrong ones', () => {
    expect(cases(figures).cases).toEqual({
      'small.jsonl': { cases: 10, casesRight: 7, storyLost: 3 },
    });
    const now = cases({ ...figures, casesRight: 6, storyLost: 2 });
    expect(compare(cases(figures), now)).toEqual({
      worse: ['small.jsonl cases wrong: 4, was 3'],
      better: ['small.jsonl storyLost: 2, was 3'],
      skipped: [],
    });
  });

  it('compares no cases that are missing or others', () => {
    const none = compare(cases(figures), countsOf(seeds));
    expect(none).toEqual({ worse: [], better: [], skipped: ['small.jsonl is missing'] });
    const more = compare(cases(figures), cases({ ...figures, cases: 12, storyLost: 9 }));
    expect(more).toEqual({
      worse: [],
      better: [],
      skipped: ['small.jsonl has 12 cases, the baseline 10'],
    });
  });

  it('fails what is worse, missing or broken, and tells what is better', () => {
    const changed = { ...row, segmentsWrong: ['x', 'y'], extraQuotes: [] };
    const now = countsOf({ 'seeds:gold.jsonl': { one: changed }, contractViolations: 1 });
    expect(compare(before, now)).toEqual({
      worse: ['contract violations: 1, was 0', 'one segmentsWrong: 2, was 1'],
      better: ['one extraQuotes: 0, was 2'],
      skipped: [],
    });
    expect(compare(before, { contractViolations: 0, documents: {}, cases: {} }).worse).toEqual([
      'one is missing',
    ]);
  });
});

describe('the table', () => {
  it('marks what is not cross-validated', () => {
    const [first, second] = tableRows({
      engine: '0.1.0',
      rulesVersion: 'x',
      corpora: {
        'segments.jsonl': {
          isCrossValidated: false,
          figures: { documents: 3, macroF1: 61.25, kindAccuracy: 50 },
          intervals: { macroF1: [58, 64.5] },
        },
      },
    });
    expect(first).toEqual([
      '3 news pages labelled line by line',
      'five labels, macro F1 over characters',
      '**61.3**\\* (58.0 to 64.5)',
      '57',
      '–',
      '97.5',
    ]);
    expect(second?.[0]).toBe('');
    expect(second?.[2]).toBe('**50.0**\\*');
  });

  it('is written between the markers', () => {
    const document = 'a\n<!-- quality:start -->\nold\n<!-- quality:end -->\nb';
    expect(between(document, 'new')).toBe(
      'a\n<!-- quality:start -->\n\nnew\n\n<!-- quality:end -->\nb',
    );
    expect(() => between('a', 'b')).toThrow('there is no <!-- quality:start -->');
    expect(
      markdown([
        ['A', 'B'],
        ['long', 'x'],
      ]),
    ).toBe('| A    | B   |\n| ---- | --- |\n| long | x   |');
  });
});
