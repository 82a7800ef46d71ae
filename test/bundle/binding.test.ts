/**
 * The built Worker as another one calls it, over a service binding.
 * @module
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestHarness } from 'wrangler';
import type { Analysis } from '../../src/types.ts';
import { ROOT } from '../../tools/check/build.ts';
import { samplePage } from '../../tools/check/sample.ts';
import { breaches } from '../contract.ts';

const harness = createTestHarness();
let caller: ReturnType<typeof harness.getWorker>;
let own: ReturnType<typeof harness.getWorker>;
beforeAll(async () => {
  await harness.update({
    workers: [
      {
        configPath: join(ROOT, 'wrangler.toml'),
        prebuiltWorkerDir: inject('bundle'),
        // What a deployment asks of the network it does not ask of its own Workers.
        secrets: { API_KEYS: 'a'.repeat(64) },
      },
      {
        config: {
          name: 'caller',
          main: join(ROOT, 'test/bundle/caller/index.js'),
          compatibility_date: '2026-10-20',
          services: [{ binding: 'COPYDESK', service: 'copydesk', entrypoint: 'Copydesk' }],
        },
      },
    ],
  });
  await harness.listen();
  caller = harness.getWorker('caller');
  own = harness.getWorker('copydesk');
});
afterAll(() => harness.close());

const TEXT = samplePage();

function call(request: object): ReturnType<typeof caller.fetch> {
  return caller.fetch('/analyze', { method: 'POST', body: JSON.stringify(request) });
}

test('analyze', async () => {
  const response = await call({ text: TEXT, offsetUnit: 'codepoint' });
  expect(response.status).toBe(200);
  const analysis = (await response.json()) as Analysis;
  expect(breaches(TEXT, analysis)).toEqual([]);
  expect(analysis.quotes?.[0]?.source?.text).toContain('Ines Marlow');
});

test('a request that is not valid throws what is wrong with it, and no text', async () => {
  const response = await call({ text: 'SECRET', minConfidence: 2, SECRET: 'SECRET' });
  expect(response.status).toBe(400);
  const message = await response.text();
  expect(message).toContain('/minConfidence must be at most 1');
  expect(message).not.toContain('SECRET');
});

test('fetch is the service as everybody has it', async () => {
  const health = (await (await caller.fetch('/fetch')).json()) as object;
  expect(health).toMatchObject({ status: 'ok', protection: { keys: true } });
  const response = await own.fetch('/v1/analyze', { method: 'POST', body: TEXT });
  expect(response.status).toBe(401);
});
