import { describe, expect, test } from 'vitest';
import { RULE_INDEX, RULE_WORDS, shardPath } from '../../src/http/assets.ts';
import type { Env } from '../../src/http/env.ts';
import type { Rule, RuleList } from '../../src/schema/rule.ts';
import { catalogueFiles } from '../../tools/rules/catalogue.ts';
import { harness, pointersOf, problemOf } from './harness.ts';

function rule(id: string, kind: string): Rule {
  return {
    id,
    language: id.startsWith('shared') ? 'und' : (id.split('/')[0] ?? ''),
    kind,
    description: `Why ${id}.`,
    match: 'phrase',
    any: ['a phrase'],
    unless: [],
    weight: 2,
    fitted: false,
    weights: { [kind]: 2 },
    examples: { positive: ['A phrase.'], negative: ['Something else.'] },
  };
}

const RULES = [
  rule('de/ads/one', 'ads/house'),
  rule('en/ads/one', 'ads/house'),
  rule('en/ads/two', 'ads/ad'),
  rule('en/cues/say', 'cue/neutral'),
  rule('en/titles/courtesy', 'lexicon/title'),
  rule('no/ads/one', 'ads/ad'),
  rule('publishers/desk.example/share', 'boilerplate/share'),
  rule('shared/names/given', 'lexicon/given'),
];
const FILES = catalogueFiles(RULES);
const read: string[] = [];
const ASSETS: Env['ASSETS'] = {
  fetch: async ({ pathname }) => {
    read.push(pathname);
    const file = FILES.get(pathname);
    return new Response(file ?? null, { status: file === undefined ? 404 : 200 });
  },
};

const ask = (path: string, init?: RequestInit) => harness().request(path, init, { ASSETS });

async function idsOf(query: string): Promise<readonly string[]> {
  const response = await ask(`/v1/rules${query}`);
  expect(response.status).toBe(200);
  return ((await response.json()) as RuleList).rules.map(({ id }) => id);
}

describe('the list', () => {
  test('has all rules in order, whole', async () => {
    const response = await ask('/v1/rules');
    expect(await response.json()).toEqual({
      rulesVersion: 'test',
      total: RULES.length,
      offset: 0,
      rules: RULES,
    });
    expect(response.headers.get('etag')).toBe('W/"test"');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  test.each([
    ['?language=de', ['de/ads/one']],
    ['?language=de-AT', ['de/ads/one']],
    ['?language=German', ['de/ads/one']],
    ['?language=deu', ['de/ads/one']],
    ['?language=nb', ['no/ads/one']],
    ['?language=fr', []],
    ['?language=und', ['shared/names/given']],
    ['?kind=ads/house', ['de/ads/one', 'en/ads/one']],
    ['?kind=ads', ['de/ads/one', 'en/ads/one', 'en/ads/two', 'no/ads/one']],
    ['?kind=ad', []],
    ['?kind=lexicon', ['en/titles/courtesy', 'shared/names/given']],
    ['?kind=cue&language=en', ['en/cues/say']],
    ['?kind=cue&language=fr', []],
    ['?q=SAY%20why', ['en/cues/say']],
    ['?q=phrase&language=de', ['de/ads/one']],
    ['?q=nowhere', []],
    ['?limit=2', ['de/ads/one', 'en/ads/one']],
    ['?limit=2&offset=7', ['shared/names/given']],
    ['?offset=8', []],
  ])('%s', async (query, ids) => {
    expect(await idsOf(query)).toEqual(ids);
  });

  test('is searched for parts of words, which are read once', async () => {
    read.length = 0;
    // A binding of its own, as a Worker that has just started has it.
    const fresh: Env['ASSETS'] = { fetch: async (...asked) => ASSETS.fetch(...asked) };
    const search = async (q: string) =>
      (
        await harness().request(`/v1/rules?q=${encodeURIComponent(q)}`, {}, { ASSETS: fresh })
      ).json();
    expect(await search('phras')).toMatchObject({ total: RULES.length });
    expect(await search('en/ads/two')).toMatchObject({ total: 1, rules: [RULES[2]] });
    expect(await search('hy phra two')).toMatchObject({ total: 1 });
    expect(await search('phrase why')).toMatchObject({ total: RULES.length });
    expect(read.filter((path) => path === RULE_WORDS)).toEqual([RULE_WORDS]);
  });

  test('pages add up, and the total is of all', async () => {
    const response = await ask('/v1/rules?kind=ads&limit=1&offset=1');
    expect(await response.json()).toMatchObject({ total: 4, offset: 1, rules: [RULES[1]] });
  });

  test.each([
    ['?limit=0', '/limit'],
    ['?limit=201', '/limit'],
    ['?limit=2.5', '/limit'],
    ['?limit=many', '/limit'],
    ['?limit=', '/limit'],
    ['?limit=1&limit=2', '/limit'],
    ['?offset=-1', '/offset'],
    [`?kind=${'a'.repeat(65)}`, '/kind'],
    ['?page=2', '/page'],
    ['?language=', '/language'],
    ['?language=englisch', '/language'],
    ['?language=xq', '/language'],
  ])('%s is a 422', async (query, pointer) => {
    const response = await ask(`/v1/rules${query}`);
    expect(response.status).toBe(422);
    expect(await pointersOf(response)).toEqual([pointer]);
  });
});

describe('one rule', () => {
  test('by its id, with slashes as they are or encoded, from one file', async () => {
    for (const path of [
      '/v1/rules/en/ads/two',
      '/v1/rules/en%2Fads%2ftwo',
      '/v1/rules/en/ads%2Ftwo',
    ]) {
      read.length = 0;
      const response = await ask(path);
      expect(response.status, path).toBe(200);
      expect(await response.json()).toEqual(RULES[2]);
      expect(read).toEqual(['/rules/en/ads.json']);
    }
    expect((await ask('/v1/rules/publishers/desk.example/share')).status).toBe(200);
  });

  test.each([
    '/v1/rules/en/ads/three',
    '/v1/rules/en/ads',
    '/v1/rules/en',
    '/v1/rules/index',
    '/v1/rules/EN/ads/one',
    '/v1/rules/__proto__/a/b',
    '/v1/rules/en/ads/toString',
    '/v1/rules/..%2F..%2Fopenapi/x',
    '/v1/rules/en/..%2fads/one',
    '/v1/rules/%',
    '/v1/rules/%E0%A4%A',
    '/v1/rules/en/ads/one%00',
    '/v1/rules/en//ads/one',
  ])('%s is a 404 that reads nothing above the rules', async (path) => {
    read.length = 0;
    const problem = await problemOf(await ask(path));
    expect(problem.status).toBe(404);
    for (const file of read) expect(file).toMatch(/^\/rules\/[a-z]/);
  });

  test('HEAD and other methods', async () => {
    const head = await ask('/v1/rules/en/ads/two', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('etag')).toBe('W/"test"');
    expect(await head.text()).toBe('');
    for (const path of ['/v1/rules', '/v1/rules/en/ads/two', '/v1/rules/en/ads/none']) {
      const post = await ask(path, { method: 'POST' });
      expect(post.status).toBe(405);
      expect(post.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    }
  });
});

describe('a client that has this version', () => {
  const having = (tag: string) => ({ headers: { 'if-none-match': tag } });

  test.each(['/v1/rules', '/v1/rules?kind=ads', '/v1/rules/en/ads/two'])('%s', async (path) => {
    for (const tag of ['W/"test"', '"test"', '"other", W/"test"', '*']) {
      const response = await ask(path, having(tag));
      expect(response.status, tag).toBe(304);
      expect(response.headers.get('etag')).toBe('W/"test"');
      expect(await response.text()).toBe('');
    }
    for (const tag of ['W/"tes"', 'test', '']) {
      expect((await ask(path, having(tag))).status, tag).toBe(200);
    }
  });

  test('does not have a rule that there is not', async () => {
    expect((await ask('/v1/rules/en/ads/three', having('*'))).status).toBe(404);
  });
});

test('the words to search hold each word once, also as a part of another', () => {
  const any = ['Sign up', 'Signing up for it', 'the upkeep'];
  const [line = ''] =
    catalogueFiles([{ ...rule('en/ads/x', 'ads/ad'), any }])
      .get(RULE_WORDS)
      ?.split('\n') ?? [];
  for (const word of ['sign', 'signing', 'up', 'it', 'for', 'the', 'upkeep', 'en/ads/x', 'phrase'])
    expect(line).toContain(word);
  expect(line.match(/sign/g)).toHaveLength(1);
  expect(line.match(/up/g)).toHaveLength(1);
});

test('files are by group', () => {
  const all = [RULE_INDEX, RULE_WORDS];
  expect([...FILES.keys()].filter((path) => !all.includes(path))).toEqual([
    '/rules/de/ads.json',
    '/rules/en/ads.json',
    '/rules/en/cues.json',
    '/rules/en/titles.json',
    '/rules/no/ads.json',
    '/rules/publishers/desk.example.json',
    '/rules/shared/names.json',
  ]);
  expect(shardPath('en/ads/two')).toBe('/rules/en/ads.json');
});
