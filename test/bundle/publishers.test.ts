/**
 * Publishers' rules in the built Worker.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import type { Rule, RuleList } from '../../src/schema/rule.ts';
import type { Analysis } from '../../src/schema/types.ts';
import { talksTo } from './server.ts';

const server = talksTo(new URL(inject('origin')));

const PAGES = join(import.meta.dirname, '../fixtures/publishers');

async function analyze(page: string, options: object): Promise<Analysis> {
  const member = page.endsWith('.html') ? 'html' : 'text';
  const body = JSON.stringify({
    [member]: readFileSync(join(PAGES, page), 'utf8'),
    explain: true,
    ...options,
  });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${server.url.origin}/v1/analyze`, {
    method: 'POST',
    headers,
    body,
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Analysis;
}

const rulesOf = ({ segments = [] }: Analysis): readonly string[] =>
  segments
    .flatMap(({ evidence = [] }) => evidence.map(({ rule }) => rule))
    .filter((rule) => rule.startsWith('publishers/'));

test.each(['theguardian.com.txt', 'theguardian.com.html', 'bbc.com.txt', 'bbc.com.html'])(
  'of the site of %s count with its url alone',
  async (page) => {
    const domain = page.replace(/\.\w+$/, '');
    const ids = rulesOf(await analyze(page, { url: `https://www.${domain}/story` }));
    expect(ids.length).toBeGreaterThan(3);
    expect(ids.filter((id) => !id.startsWith(`publishers/${domain}/`))).toEqual([]);
    expect(rulesOf(await analyze(page, {}))).toEqual([]);
    expect(rulesOf(await analyze(page, { url: 'https://desk.example/' }))).toEqual([]);
  },
);

test('are listed as all rules are', async () => {
  const ask = async <Value>(path: string): Promise<Value> =>
    (await (await fetch(`${server.url.origin}/v1/rules${path}`)).json()) as Value;
  const rule = await ask<Rule>('/publishers/bbc.com/byline-element');
  expect(rule).toMatchObject({ match: 'element', kind: 'boilerplate/byline', fitted: false });
  expect(rule.weight).toBeGreaterThan(0);
  const { rules } = await ask<RuleList>('?kind=boilerplate/byline&language=und&limit=200');
  expect(rules.map(({ id }) => id)).toContain(rule.id);
});

test('the list has the rules that count on pages in a language', async () => {
  const first = async (language: string) =>
    (await (
      await fetch(`${server.url.origin}/v1/rules?limit=3&language=${language}`)
    ).json()) as RuleList;
  const norwegian = await first('no');
  expect(norwegian.rules[0]?.language).toBe('no');
  for (const tag of ['nb', 'nn-NO', 'Norwegian']) expect(await first(tag), tag).toEqual(norwegian);
});
