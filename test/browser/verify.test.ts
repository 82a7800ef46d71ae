/**
 * A quote from elsewhere against the text.
 * @module
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { panel, tab, trySample, visits } from './browser.ts';

const { visit } = visits();

async function verify(page: Page, quote: string): Promise<void> {
  await panel(page).getByLabel('A quote to look for').fill(quote);
  await panel(page).getByRole('button', { name: 'Verify' }).click();
  await panel(page).locator('.status').waitFor();
}

async function verifying(): Promise<Page> {
  const page = await visit();
  await trySample(page, 'a clean story');
  await tab(page, 'Verify').click();
  return page;
}

const found = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => String(range)));

test('word for word: who said it, and where it stands', async () => {
  const page = await verifying();
  await verify(page, '“A ferry is a road, and nobody closes a road at night.”');
  expect(await panel(page).locator('.status').textContent()).toBe('Word for word');
  expect(await panel(page).locator('.match').textContent()).toContain('said by Ingrid Vale');
  expect((await found(page)).join()).toContain('A ferry is a road');
  expect(await page.locator('#live').textContent()).toBe('Word for word');
  await page.keyboard.press('Escape');
  expect(await found(page)).toEqual([]);
});

test('other words: which ones', async () => {
  const page = await verifying();
  await verify(page, 'A ferry is a road, and nobody shuts a road at night.');
  expect(await panel(page).locator('.status').textContent()).toBe('The wording differs');
  const cells = await panel(page).locator('td').allTextContents();
  expect(cells).toEqual(['shuts', 'closes']);
  expect(await panel(page).locator('.match mark').allTextContents()).toEqual(['closes']);
});

test('other marks, and nothing else', async () => {
  const page = await verifying();
  await verify(page, '"A ferry is a road, and nobody closes a road at night."');
  expect(await panel(page).locator('.status').textContent()).toBe('Same words, other typography');
  expect(await panel(page).locator('.match').textContent()).toContain('quote marks');
});

test('not there', async () => {
  const page = await verifying();
  await verify(page, 'Something that nobody in this text has ever uttered');
  expect(await panel(page).locator('.status').textContent()).toBe('Not in this text');
  expect(await panel(page).locator('.match').count()).toBe(0);
});

test('a refusal', async () => {
  const page = await verifying();
  await panel(page).getByLabel('A quote to look for').fill('word '.repeat(2000));
  await panel(page).getByRole('button', { name: 'Verify' }).click();
  await panel(page).getByText('/quotes/0').waitFor();
});
