import { hc } from 'hono/client';
import { expect, expectTypeOf, test } from 'vitest';
import type { AppType } from '../../src/http/app.ts';
import type { Label } from '../../src/labels.ts';
import { harness } from './harness.ts';

test('a typed client knows routes, requests and answers', async () => {
  const { app, asked } = harness();
  const client = hc<AppType>('http://copydesk.test', {
    fetch: async (input: string | URL | Request, init?: RequestInit) => app.request(input, init),
  });
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
