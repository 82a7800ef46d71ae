/**
 * Every route of the built Worker: what it answers, and to which methods.
 * @module
 */
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Health } from '../../src/schema/health.ts';
import type { Rule, RuleList } from '../../src/schema/rule.ts';
import { EXAMPLES } from '../../tools/openapi/examples.ts';
import { answerOf, currentDocument } from '../../tools/openapi/main.ts';
import { talksTo } from './server.ts';

const server = talksTo(new URL(inject('origin')));

const ask = (path: string, init?: RequestInit) => fetch(server.url.origin + path, init);

describe('methods', () => {
  test.each([
    ['/', 'GET, HEAD, OPTIONS'],
    ['/page.js', 'GET, HEAD, OPTIONS'],
    ['/health', 'GET, HEAD, OPTIONS'],
    ['/openapi.json', 'GET, HEAD, OPTIONS'],
    ['/v1/analyze', 'POST, OPTIONS'],
    ['/v1/batch', 'POST, OPTIONS'],
    ['/v1/verify', 'POST, OPTIONS'],
    ['/mcp', 'POST, OPTIONS'],
    ['/v1/rules', 'GET, HEAD, OPTIONS'],
    ['/v1/jobs/a/pages', 'POST, OPTIONS'],
    ['/v1/rules/en/ads/ad-controls', 'GET, HEAD, OPTIONS'],
  ])('%s has %s', async (path, allow) => {
    const options = await ask(path, { method: 'OPTIONS' });
    expect(options.status).toBe(204);
    expect(options.headers.get('allow')).toBe(allow);
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      if (allow.includes(method)) continue;
      const refused = await ask(path, { method });
      expect(refused.status, method).toBe(405);
      expect(refused.headers.get('allow')).toBe(allow);
      expect(refused.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await refused.text()).toMatch(method === 'HEAD' ? /^$/ : /^\{"type":/);
    }
    if (!allow.includes('HEAD')) return;
    const head = await ask(path, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
  });

  test('files beside the Worker are not served by themselves', async () => {
    for (const path of ['/rules/index.json', '/rules/en/ads.json', '/.assetsignore', '/index.js']) {
      expect((await ask(path)).status, path).toBe(404);
    }
  });
});

describe('openapi.json', () => {
  // Made once: all its examples are asked for it.
  let current = '';
  beforeAll(async () => {
    current = await currentDocument();
  });

  test('is what the schemas say now', async () => {
    const response = await ask('/openapi.json');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.text()).toBe(current);
    const etag = response.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await ask('/openapi.json', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  const plain = EXAMPLES.filter(({ env }) => env === undefined);
  test.each(plain.map((example) => [`${example.operation} ${example.name}`, example] as const))(
    'example %s',
    async (_, { method, path, headers = {}, body, status, operation, name }) => {
      const response = await ask(path, { method, headers, body: body ?? null });
      expect(response.status).toBe(status);
      const document = JSON.parse(current);
      const operations = Object.values(document.paths).flatMap((found) =>
        Object.values(found as object),
      );
      const { responses } = operations.find(({ operationId }) => operationId === operation);
      const type = response.headers.get('content-type') ?? '';
      const { examples } = responses[status].content[type] as {
        examples: Record<string, { value: unknown }>;
      };
      expect(examples).toHaveProperty(name);
      expect(answerOf(await response.text())).toEqual(examples[name]?.value);
    },
  );
});

describe('rules', () => {
  test('evidence names rules that can be looked up', async () => {
    const text =
      'Home | Local\nBridge closed\n\n“It is safe,” said Ann Reed.\n\nSign up for our newsletter\n';
    const response = await server.post(text, {}, '?explain=true');
    const { segments } = (await response.json()) as {
      segments: { evidence: { rule: string }[] }[];
    };
    const ids = segments.flatMap(({ evidence }) => evidence.map(({ rule }) => rule));
    const rules = ids.filter((id) => /^(?:en|shared)\//.test(id));
    expect(rules.length).toBeGreaterThan(0);
    for (const id of rules) {
      for (const path of [id, encodeURIComponent(id)]) {
        const found = await ask(`/v1/rules/${path}`);
        expect(found.status, id).toBe(200);
        expect(((await found.json()) as Rule).id).toBe(id);
      }
    }
  });

  test('pages of the list add up to all rules', async () => {
    const { rulesVersion } = (await (await ask('/health')).json()) as Health;
    const ids: string[] = [];
    for (let total = 1; ids.length < total;) {
      const response = await ask(`/v1/rules?limit=200&offset=${ids.length}`);
      expect(response.headers.get('etag')).toBe(`W/"${rulesVersion}"`);
      const list = (await response.json()) as RuleList;
      expect(list.rulesVersion).toBe(rulesVersion);
      expect(list.rules.length).toBeGreaterThan(0);
      ids.push(...list.rules.map(({ id }) => id));
      total = list.total;
    }
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids[0]).toMatch(/^en\//);
    expect(ids.length).toBeGreaterThan(500);
  });
});
