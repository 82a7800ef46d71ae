/**
 * A thread that dies takes what it was at with it, and nothing else.
 * @module
 */
import { expect, test } from 'vitest';
import { Pool } from '../../src/archive/pool.ts';
import type { PageDone } from '../../src/archive/work.ts';
import { Page } from '../../tools/bench/pages.ts';
import { LETHAL } from './lethal.ts';

const SETTINGS = { options: {}, text: false, formats: ['ndjson'], rules: undefined } as const;
const PAGES = 24;
const DYING = new URL('./dying-worker.ts', import.meta.url);

const line = (text: string): Uint8Array => new TextEncoder().encode(JSON.stringify({ text }));

async function run(lethal: readonly number[]): Promise<readonly PageDone[]> {
  const all: PageDone[] = [];
  const pool = new Pool(2, SETTINGS, (page) => all.push(page), DYING);
  try {
    for (let pageId = 1; pageId <= PAGES; pageId++) {
      const text = lethal.includes(pageId) ? LETHAL : new Page(400, pageId).text;
      const content = { kind: 'line', bytes: line(text) } as const;
      await pool.give({ kind: 'page', pageId, file: 'pages.ndjson', record: pageId, content });
    }
    await expect.poll(() => all.length, { timeout: 50_000 }).toBe(PAGES);
  } finally {
    await pool.close();
  }
  return all.toSorted((a, b) => a.pageId - b.pageId);
}

test.each([[[7]], [[1, 2, 13, PAGES]]])('pages %j end their threads', async (lethal) => {
  const pages = await run(lethal);
  expect(pages.map(({ pageId }) => pageId)).toEqual(Array.from({ length: PAGES }, (_, i) => i + 1));
  const failed = pages.filter(({ error }) => error !== undefined);
  expect(failed.map(({ pageId }) => pageId)).toEqual(lethal);
  for (const { error } of failed)
    expect(error).toBe('the analysis broke off: it ran out of memory');
});
