/**
 * The built Worker as another one calls it, over a service binding.
 * @module
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestHarness } from 'wrangler';
import type { Analysis } from '../../src/schema/types.ts';
import type { Verification } from '../../src/verify/types.ts';
import { ROOT } from '../../tools/check/build.ts';
import { samplePage } from '../../tools/check/sample.ts';
import { breaches } from '../contract.ts';
import { blockOf, blocksOf } from './blocks.ts';

/** `wrangler.toml` and Worker of the recipe, as they stand there. */
const recipes = blocksOf('docs/recipes.md');
const recipe = (info: string): string => blockOf(recipes, info).code;
const services = parse(recipe('run=binding'))['services'] as unknown as Bound[];

interface Bound {
  binding: string;
  service: string;
  entrypoint: string;
}

const harness = createTestHarness();
const folder = mkdtempSync(join(tmpdir(), 'copydesk-binding-'));
let caller: ReturnType<typeof harness.getWorker>;
let own: ReturnType<typeof harness.getWorker>;
beforeAll(async () => {
  const main = join(folder, 'index.ts');
  writeFileSync(main, recipe('run=worker'));
  const calling = { compatibility_date: '2026-10-20', services };
  await harness.update({
    workers: [
      {
        configPath: join(ROOT, 'wrangler.toml'),
        prebuiltWorkerDir: inject('bundle'),
        // What a deployment asks of the network it does not ask of its own Workers.
        secrets: { API_KEYS: 'a'.repeat(64) },
      },
      {
        config: { name: 'caller', main: join(ROOT, 'test/bundle/caller/index.js'), ...calling },
      },
      { config: { name: 'recipe', main, ...calling } },
    ],
  });
  await harness.listen();
  caller = harness.getWorker('caller');
  own = harness.getWorker('copydesk');
});
afterAll(async () => {
  await harness.close();
  rmSync(folder, { recursive: true });
});

const TEXT = samplePage();

function call(request: object, method = 'analyze'): ReturnType<typeof caller.fetch> {
  return caller.fetch(`/${method}`, { method: 'POST', body: JSON.stringify(request) });
}

test('analyze', async () => {
  const response = await call({ text: TEXT, offsetUnit: 'codepoint' });
  expect(response.status).toBe(200);
  const analysis = (await response.json()) as Analysis;
  expect(breaches(TEXT, analysis)).toEqual([]);
  expect(analysis.quotes?.[0]?.source?.text).toContain('Ines Marlow');
});

test('analyze, of a page of HTML', async () => {
  const response = await call({ html: '<h1>Bridge closed</h1><p>“It is safe,” said Ann Reed.' });
  const { text = '', ...analysis } = (await response.json()) as Analysis;
  expect(text).toBe('Bridge closed\n\n“It is safe,” said Ann Reed.');
  expect(breaches(text, analysis)).toEqual([]);
});

test('verify', async () => {
  const request = { text: TEXT, quotes: ['they should say so', 'nothing like it'] };
  const response = await call(request, 'verify');
  expect(response.status).toBe(200);
  const verification = (await response.json()) as Verification;
  expect(verification.quotes.map(({ status }) => status)).toEqual(['verbatim', 'absent']);
  const invalid = await call({ text: 'SECRET', quotes: ['SECRET', 1] }, 'verify');
  expect(invalid.status).toBe(400);
  expect(await invalid.text()).toBe('/quotes/1 must be a string');
});

test('the recipe', async () => {
  const page = blockOf(recipes, 'file=page.txt').code;
  const response = await harness.getWorker('recipe').fetch('/', { method: 'POST', body: page });
  expect(await response.json()).toEqual(JSON.parse(recipe('prints=worker')));
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
