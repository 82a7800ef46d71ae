/**
 * Two publishers' rules on made-up stories in the furniture of their pages. `DOMAIN.EXTENSION.expect` holds lines
 * "LABEL/KIND | words": the line of the page that holds the words must be of that kind where the request names the site.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze, readPage } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import { openRules, type Rules } from '../../src/rules/rules.ts';
import type { Analysis, AnalyzeOptions } from '../../src/schema/types.ts';
import { compile } from '../../tools/rules/compile.ts';
import { cpuMs } from '../../tools/bench/clock.ts';
import { cases } from '../long.ts';
import { project } from '../rules/project.ts';

/** UTF-16 units of the longest pages. */
const LONGEST = cases(200_000, 500_000);

const PAGES = join(import.meta.dirname, '../fixtures');
const published = globSync('publishers/*.{txt,html}', { cwd: PAGES }).sort();
const others = globSync('pages/*.txt', { cwd: PAGES }).sort();

/** The answer for a page, read and analysed with the same options. */
function answerTo(path: string, options: AnalyzeOptions = {}, by: Rules = rules): Analysis {
  const page = readFileSync(join(PAGES, path), 'utf8');
  return analyze(
    extname(path) === '.html' ? readPage(page, by, undefined, options.url) : page,
    by,
    options,
  );
}

const domainOf = (path: string): string => basename(path, extname(path));

/** Kinds of the segments that a line of a page stands in. */
function kindsOf({ segments = [] }: Analysis, text: string, words: string): readonly string[] {
  const at = text.indexOf(words);
  expect(at, `“${words}” stands in the page`).toBeGreaterThanOrEqual(0);
  return segments
    .filter(({ start, end }) => start < at + words.length && at < end)
    .map(({ label, kind }) => `${label}/${kind}`);
}

describe.each(published)('%s', (path) => {
  const expectations = readFileSync(join(PAGES, `${path}.expect`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' | ') as [string, string]);
  const missed = (answer: Analysis): readonly string[] => {
    const text = answer.text ?? readFileSync(join(PAGES, path), 'utf8');
    return expectations.flatMap(([kind, words]) => {
      const kinds = kindsOf(answer, text, words);
      return kinds.length === 1 && kinds[0] === kind ? [] : [`${words}: ${kinds}`];
    });
  };

  it.each(['', 'www.', 'm.news.'])('is what it is with a url of %s its site', (prefix) => {
    expect(missed(answerTo(path, { url: `https://${prefix}${domainOf(path)}/a/b?c` }))).toEqual([]);
  });

  it('is misread without', () => {
    expect(missed(answerTo(path))).not.toEqual([]);
  });

  it('names the rules in evidence', () => {
    const { segments = [] } = answerTo(path, { url: `https://${domainOf(path)}/`, explain: true });
    const named = segments.flatMap(({ evidence = [] }) => evidence.map(({ rule }) => rule));
    const own = rules.segmentRules.filter(({ id }) =>
      id.startsWith(`publishers/${domainOf(path)}/`),
    );
    expect(own.filter(({ id }) => named.includes(id)).length).toBeGreaterThanOrEqual(4);
  });
});

it('another domain of the same site', () => {
  const options = { url: 'https://www.bbc.co.uk/news/1' };
  const { segments } = answerTo('publishers/bbc.com.txt', { url: 'https://www.bbc.com/news/1' });
  expect(answerTo('publishers/bbc.com.txt', options).segments).toEqual(segments);
});

describe('elsewhere publishers’ rules have no effect at all', () => {
  let without: Rules;
  beforeAll(() => {
    const common = project.files.filter(({ domains }) => domains.length === 0);
    without = openRules(compile(common, project.weights));
  });

  it.each([...published, ...others])('%s', (path) => {
    const bytes = (by: Rules, url?: string): string =>
      JSON.stringify({
        ...answerTo(path, { explain: true, ...(url === undefined ? {} : { url }) }, by),
        rulesVersion: '',
      });
    const plain = bytes(without);
    expect(bytes(rules)).toBe(plain);
    expect(bytes(rules, 'https://www.desk.example/')).toBe(plain);
    expect(bytes(rules, 'https://nottheguardian.com/')).toBe(plain);
  });

  it('a page read for one site and analysed for none, or for another', () => {
    const html =
      '<p>The bridge, <b class="ad-slot">they said on Friday, and</b> the road behind it stay shut until May.';
    const read = (url?: string) => readPage(html, rules, undefined, url);
    const plain = analyze(read(), rules);
    expect(analyze(read('https://theguardian.com/'), rules)).toEqual(plain);
    const bbc = { url: 'https://bbc.com/' };
    expect(analyze(read('https://theguardian.com/'), rules, bbc)).toEqual(
      analyze(read(), rules, bbc),
    );
  });
});

describe('any page of a site', () => {
  const PARTS = [
    '<div class="ad-slot">',
    '<b class="d-comment__body">',
    '<i class="ad-slot">',
    '</div>',
    '</b>',
    '</i>',
    '<p>',
    'Support the Guardian',
    'Most viewed',
    'wo',
    'rd',
    '你好',
    ' | ',
    '©',
    '\ud800',
    'The council met on Monday and agreed to repair the bridge before winter.',
    'Do you have an opinion on the issues raised in this article?',
    '\n',
    '<br>',
  ];
  const url = 'https://www.theguardian.com/';

  function expectSound(page: string, isHtml: boolean): void {
    const source = isHtml ? readPage(page, rules, undefined, url) : page;
    const text = typeof source === 'string' ? source : source.text;
    const { segments = [] } = analyze(source, rules, { url, explain: true });
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
    let at = 0;
    for (const { start, end } of segments) {
      expect(start).toBe(at);
      expect(end).toBeGreaterThan(start);
      at = end;
    }
  }

  it('is tiled by its segments', () => {
    const parts = fc.array(fc.constantFrom(...PARTS), { maxLength: 40 });
    fc.assert(
      fc.property(parts, fc.boolean(), (some, isHtml) => expectSound(some.join(''), isHtml)),
    );
  });

  it.each([
    ['elements', '<i class="ad-slot">x</i>y', true],
    ['words cut by elements', 'a<i class="ad-slot">b</i>', true],
    ['lines in elements', '<p>a<p class="ad-slot">b', true],
    ['lines that rules know', 'Support the Guardian\n', false],
    ['phrases on one line', 'Support the Guardian · ', false],
    ['beginnings of phrases', 'original reporting and incisive ', false],
  ])(`takes ${LONGEST / 1000} KB of %s`, (_, part, isHtml) => {
    const started = cpuMs();
    expectSound(part.repeat(LONGEST / part.length), isHtml);
    // As long for each character, whatever the length.
    expect(cpuMs() - started).toBeLessThan(0.04 * LONGEST);
  });
});
