import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fromPredictions } from '../../tools/eval/answers.ts';
import { score } from '../../tools/eval/kinds.ts';
import { halfOf, inHalf, sourceOf } from '../../tools/eval/split.ts';

describe('the source of a document', () => {
  it.each([
    [{ id: 'a', url: 'https://www.example.org/news/1' }, 'example.org'],
    [{ id: 'b', url: 'http://example.org/sport/2?x=1' }, 'example.org'],
    [{ id: 'c', url: 'https://de.example.org/' }, 'de.example.org'],
    [{ id: 'harbour-post_2016-04-17_ferry_halted', url: null }, 'harbour-post'],
    [{ id: 'trees:story-12-p3s4' }, 'story-12'],
    [{ id: 'trees:story-12-p4s1' }, 'story-12'],
    [{ id: 'other-trees:10127_20001013_2' }, '10127_20001013'],
    [{ id: 'set:0b1c' }, '0b1c'],
    [{ id: 'set:news_20_21-01-2003' }, 'news_20_21-01-2003'],
    [{ id: 'set:H-0000000031' }, 'H-0000000031'],
    [{ id: 'a title: and more (2005-08-05)' }, 'a title: and more (2005-08-05)'],
    [{ id: 'x', url: 'not an address' }, 'x'],
  ])('%o is %s', (doc, source) => {
    expect(sourceOf(doc)).toBe(source);
  });
});

describe('halves', () => {
  const sites = Array.from({ length: 200 }, (_, i) => `https://site${i}.example/`);
  const docs = sites.flatMap((site) =>
    ['1', '2'].map((page) => ({ id: `${site}${page}`, url: `${site}${page}`, text: '' })),
  );

  it('are about as large, have no site in common, and miss nothing', () => {
    const [reading, checking] = [inHalf(docs, 'reading'), inHalf(docs, 'checking')];
    expect(reading.length + checking.length).toBe(docs.length);
    expect(Math.abs(reading.length - checking.length)).toBeLessThan(80);
    const hosts = new Set(reading.map(sourceOf));
    expect(checking.some((doc) => hosts.has(sourceOf(doc)))).toBe(false);
  });

  it('never change: a document that was read must not come to be checked', () => {
    const halves = sites.slice(0, 8).map((url) => halfOf({ id: '', url })[0]);
    expect(halves.join('')).toBe('crccrcrc');
  });
});

describe('scores of a half', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-split-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'pages.jsonl');
  const docs = Array.from({ length: 12 }, (_, i) => ({
    id: `page${i}`,
    url: `https://site${i}.example/`,
    language: i < 4 ? 'en' : undefined,
    text: 'The ferry will not sail before Monday.',
    gold_body: 'The ferry will not sail before Monday.',
  }));
  writeFileSync(path, docs.map((doc) => JSON.stringify(doc)).join('\n'));
  const answerer = fromPredictions(docs.map(({ id }) => ({ id })));
  const count = (half: 'reading' | 'checking'): number => inHalf(docs, half).length;

  it('keep the mistakes of the checking half to themselves', async () => {
    const checking = await score('body', path, answerer, { half: 'checking' });
    expect(checking.figures).toMatchObject({ documents: count('checking'), f1: 0 });
    expect(checking).toMatchObject({ mistakes: [], hidden: count('checking') });
    expect(checking.details(5)).toEqual([]);
    const all = await score('body', path, answerer);
    expect(all.mistakes).toHaveLength(count('reading'));
    expect(all.hidden).toBe(count('checking'));
    expect(all.details(12)).toHaveLength(1 + count('reading'));
  });

  it('are those of both together by the values of a field', async () => {
    const scored = await score('body', path, answerer);
    const groups = scored.by('language').map(([value, { figures }]) => [value, figures]);
    expect(groups).toMatchObject([
      ['-', { documents: 8 }],
      ['en', { documents: 4 }],
    ]);
  });

  it('are not to be had of cases, which are all read', async () => {
    writeFileSync(join(folder, 'cases.jsonl'), '{"id":"a","text":"x","expect":[]}');
    const cases = join(folder, 'cases.jsonl');
    await expect(score('cases', cases, answerer, { half: 'reading' })).rejects.toThrow('not split');
  });
});
