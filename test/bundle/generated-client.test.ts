/**
 * A client that orval writes from openapi.json, with nothing configured but where the service is, calls the built Worker.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import createClient from 'openapi-fetch';
import { generate } from 'orval';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Analysis, AnalyzeOptions } from '../../src/schema/types.ts';
import { samplePage } from '../../tools/check/sample.ts';
import { currentDocument } from '../../tools/openapi/main.ts';
import { talksTo } from './server.ts';

interface Answer {
  readonly status: number;
  readonly data: unknown;
}

type Body = { readonly text?: string; readonly html?: string } & AnalyzeOptions;

/** What the tests use of it. */
interface Client {
  analyze(body: Body, query?: { readonly format?: string }): Promise<Answer>;
  verify(body: { readonly text: string; readonly quotes: readonly string[] }): Promise<Answer>;
  listRules(query?: { readonly limit?: number }): Promise<Answer>;
  getRule(id: string): Promise<Answer>;
  getHealth(): Promise<Answer>;
}

let folder: string;
const server = talksTo(new URL(inject('origin')));
let client: Client;

async function generated(document: string, baseUrl: string): Promise<Client> {
  const input = join(folder, 'openapi.json');
  const target = join(folder, 'client.ts');
  await writeFile(input, document);
  await generate({ input, output: { target, client: 'fetch', baseUrl } });
  const { code } = await transform(await readFile(target, 'utf8'), { loader: 'ts' });
  const script = join(folder, 'client.mjs');
  await writeFile(script, code);
  return (await import(/* @vite-ignore */ pathToFileURL(script).href)) as Client;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copydesk-client-'));
  client = await generated(await currentDocument(), server.url.origin);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const speakersOf = (data: unknown): readonly string[] =>
  ((data as Analysis).speakers ?? []).map(({ name }) => name);

describe('a client by orval', () => {
  test('sends a text as JSON', async () => {
    const { status, data } = await client.analyze({ text: samplePage(), include: ['speakers'] });
    expect(status).toBe(200);
    expect(speakersOf(data)).toContain('Ines Marlow');
    expect((data as Analysis).segments).toBeUndefined();
  });

  test('sends a page', async () => {
    const html = `<h1>Bridge</h1><p>${samplePage().replaceAll('\n\n', '<p>')}`;
    const { data } = await client.analyze({ html });
    expect((data as Analysis).text).toMatch(/^Bridge/);
  });

  test('asks for another format', async () => {
    const { data } = await client.analyze({ text: samplePage() }, { format: 'csv' });
    expect(data).toMatch(/^document_id,/);
  });

  test('gets problems', async () => {
    const { status, data } = await client.analyze({});
    expect(status).toBe(422);
    expect(data).toMatchObject({ status: 422, errors: [{ pointer: '/text' }] });
  });

  test('calls the other routes', async () => {
    const verified = await client.verify({ text: 'The bridge is shut.', quotes: ['is shut'] });
    expect(verified).toMatchObject({ status: 200, data: { quotes: [{ status: 'verbatim' }] } });
    const rules = await client.listRules({ limit: 1 });
    const [{ id }] = (rules.data as { rules: readonly [{ id: string }] }).rules;
    expect(await client.getRule(id)).toMatchObject({ status: 200, data: { id } });
    expect(await client.getHealth()).toMatchObject({ status: 200 });
  });
});

test('a client by openapi-fetch', async () => {
  const { POST } = createClient<Record<string, never>>({ baseUrl: server.url.origin });
  const post = POST as unknown as (
    path: string,
    init: { body: Body },
  ) => Promise<{ data?: unknown }>;
  const { data } = await post('/v1/analyze', { body: { text: samplePage() } });
  expect(speakersOf(data)).toContain('Ines Marlow');
});
