import { hc } from 'hono/client';
import { expect, expectTypeOf, test } from 'vitest';
import type { AppType } from '../../src/http/app.ts';
import type { Env } from '../../src/http/env.ts';
import type { Label } from '../../src/labels.ts';
import type { Rule } from '../../src/schema/rule.ts';
import type { Status } from '../../src/verify/types.ts';
import { harness } from './harness.ts';

function clientOf(app: AppType, env: Env = {}) {
  return hc<AppType>('http://copydesk.test', {
    fetch: async (input: string | URL | Request, init?: RequestInit) =>
      app.request(input, init, env),
  });
}

test('a typed client knows routes, requests and answers', async () => {
  const { app, asked } = harness();
  const client = clientOf(app);
  const health = await (await client.health.$get()).json();
  expectTypeOf(health.rulesVersion).toEqualTypeOf<string>();
  expect(health.status).toBe('ok');
  const response = await client.v1.analyze.$post({ json: { text: 'Hello.', include: ['quotes'] } });
  const analysis = await response.json();
  expectTypeOf(analysis.length).toEqualTypeOf<number>();
  expectTypeOf<NonNullable<typeof analysis.segments>[number]['label']>().toEqualTypeOf<Label>();
  expect(analysis.length).toBe(6);
  expect(asked).toEqual([{ text: 'Hello.', options: { include: ['quotes'] } }]);
  // @ts-expect-error An option that does not exist.
  expect((await client.v1.analyze.$post({ json: { text: '', quotes: [] } })).status).toBe(422);
});

test('it sends pages, and verifies quotes', async () => {
  const { app, asked } = harness();
  const { v1 } = clientOf(app);
  const html = '<p>One &amp; two';
  expect((await (await v1.analyze.$post({ json: { html } })).json()).text).toBe('One & two');
  const response = await v1.verify.$post({ json: { html, quotes: ['three'] } });
  const { text, quotes } = await response.json();
  expectTypeOf<(typeof quotes)[number]['status']>().toEqualTypeOf<Status>();
  expect([text, quotes[0]?.status]).toEqual(['One & two', 'absent']);
  expect(asked).toHaveLength(2);
  // @ts-expect-error Quotes are what it is about.
  expect((await v1.verify.$post({ json: { html } })).status).toBe(422);
});

test('it lists rules, and finds one by its id', async () => {
  const id = 'en/ads/one';
  const files: Readonly<Record<string, unknown>> = {
    '/rules/index.json': [[id, 'en', 'ads/ad']],
    '/rules/en/ads.json': { [id]: { id } },
  };
  const ASSETS = { fetch: async ({ pathname }: URL) => Response.json(files[pathname]) };
  const { v1 } = clientOf(harness().app, { ASSETS });
  const list = await v1.rules.$get({ query: { kind: 'ads', limit: '1' } });
  expect(list.status).toBe(200);
  if (list.status === 200) {
    const { total, rules } = await list.json();
    expectTypeOf<(typeof rules)[number]['match']>().toEqualTypeOf<Rule['match']>();
    expect([total, rules[0]?.id]).toEqual([1, id]);
  }
  const rule = await v1.rules[':id{.+}'].$get({ param: { id } });
  expect(rule.status === 200 && (await rule.json()).id).toBe(id);
});

test('it sends batches', async () => {
  const response = await clientOf(harness().app).v1.batch.$post(
    {},
    {
      init: {
        body: '{"text":"a"}\n{"text":"b"}',
        headers: { 'content-type': 'application/x-ndjson' },
      },
    },
  );
  expect((await response.text()).trim().split('\n')).toHaveLength(2);
});
