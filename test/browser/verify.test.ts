/**
 * A quote from elsewhere against the text.
 * @module
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { panel, tab, trySample, visits } from './browser.ts';

const { visit } = visits();

async function verify(page: Page, quote: string): Promise<void> {
  await panel(page).getByLabel('Quotes to look for').fill(quote);
  await panel(page).getByLabel('Quotes to look for').press('Control+Enter');
  await panel(page).locator('.status').first().waitFor();
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

test('words left out are shown, and never told to be harmless', async () => {
  const page = await verifying();
  await verify(page, '“A ferry … and nobody closes a road at night.”');
  expect(await panel(page).locator('.status').textContent()).toContain('Shortened');
  expect(await panel(page).locator('.match').textContent()).toContain('Left out: is a road');
  await verify(page, '“A ferry is a road, and … closes a road at night.”');
  await panel(page).getByText('The wording differs').waitFor();
  expect(await panel(page).locator('td').allTextContents()).toEqual(['—', 'nobody']);
});

test('not there', async () => {
  const page = await verifying();
  await verify(page, 'Something that nobody in this text has ever uttered');
  expect(await panel(page).locator('.status').textContent()).toBe('Not in this text');
  expect(await panel(page).locator('.match').count()).toBe(0);
});

test('a refusal', async () => {
  const page = await verifying();
  await panel(page).getByLabel('Quotes to look for').fill('word '.repeat(2000));
  await panel(page).getByRole('button', { name: 'Verify' }).click();
  await panel(page).getByText('/quotes/0').waitFor();
});

test('many at once, each with its own result', async () => {
  const page = await verifying();
  const quotes = [
    'A ferry is a road, and nobody closes a road at night.',
    'A ferry is a road, and nobody shuts a road at night.',
    'Something that nobody in this text has ever uttered',
  ];
  await verify(page, quotes.join('\n'));
  const statuses = await panel(page).locator('.verified .status').allTextContents();
  expect(statuses).toEqual(['Word for word', 'The wording differs', 'Not in this text']);
  const told = 'Word for word: 1 · The wording differs: 1 · Not in this text: 1';
  expect(await page.locator('#live').textContent()).toBe(told);
  await panel(page).locator('.verified summary').nth(1).click();
  await panel(page).getByText('shuts').first().waitFor();
  await expect.poll(async () => (await found(page)).join()).toContain('nobody closes');
  await verify(page, quotes.slice(0, 2).join('\n\n'));
  await panel(page)
    .getByText('Word for word: 1 · The wording differs: 1', { exact: true })
    .waitFor();
});

test('more than the service takes at once', async () => {
  const page = await verifying();
  let requests = 0;
  page.on('request', (request) => (requests += request.url().endsWith('/v1/verify') ? 1 : 0));
  const quotes = Array.from({ length: 60 }, (_, i) => `A ferry is a road ${i}`);
  await verify(page, quotes.join('\n'));
  expect(await panel(page).locator('.verified li').count()).toBe(60);
  expect(requests).toBe(2);
  await panel(page).getByLabel('Quotes to look for').fill('word\n'.repeat(501));
  await panel(page).getByRole('button', { name: 'Verify' }).click();
  await panel(page).getByText('Too many quotes').waitFor();
});

test('the mark goes with the tab', async () => {
  const page = await verifying();
  await verify(page, 'A ferry is a road, and nobody closes a road at night.');
  expect((await found(page)).join()).toContain('A ferry is a road');
  await tab(page, 'Speakers').click();
  expect(await found(page)).toEqual([]);
});
