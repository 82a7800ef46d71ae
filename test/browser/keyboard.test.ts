/**
 * The page without a pointer.
 * @module
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { panel, settled, tab, trySample, visits } from './browser.ts';

const { visit } = visits();

const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '');

const isButton = (page: Page) =>
  page.evaluate(() => document.activeElement?.matches('button, [role=button]') ?? false);

/** Presses Tab until a button that says this has the focus. */
async function tabTo(page: Page, text: string, most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).includes(text) && (await isButton(page))) return;
  }
  throw new Error(`no way to ${text}`);
}

test('from a text to the reason for a quote, and back', async () => {
  const page = await visit();
  await page.getByRole('textbox', { name: 'Paste a news page' }).focus();
  await page.keyboard.type('Bridge closed\n\n“It is quite safe to use,” said Ann Reed.');
  await page.keyboard.press('Control+Enter');
  await settled(page);
  await tabTo(page, 'It is quite safe');
  expect(await page.locator('#text .lit').count()).toBeGreaterThan(1);
  await page.keyboard.press('Enter');
  expect(await focused(page)).toContain('Quote 1 of 1');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toContain('It is quite safe');
});

test('tabs and the walk through a speaker', async () => {
  const page = await visit();
  await trySample(page, 'a clean story');
  await tab(page, 'Speakers').focus();
  const order = ['Why', 'Verify', 'Export', 'Speakers'];
  for (const name of order) {
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe(name);
  }
  await page.keyboard.press('End');
  expect(await focused(page)).toBe('Export');
  await page.keyboard.press('Home');
  await tabTo(page, 'Ingrid Vale');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Next');
  await page.keyboard.press('Enter');
  expect(await panel(page).locator('.more:not([hidden]) .place').textContent()).toBe('2 of 3');
  expect(await focused(page)).toBe('Next');
});

test('a segment’s reasons, from its tag', async () => {
  const page = await visit();
  await trySample(page, 'a page with everything');
  await page.locator('.seg.affiliate .tag').focus();
  await page.keyboard.press('Space');
  expect(await focused(page)).toContain('Disclaimers: affiliate');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toContain('affiliate');
});

test('past everything to the text', async () => {
  const page = await visit();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the text');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('what happens is told', async () => {
  const page = await visit();
  const live = page.getByRole('status');
  await trySample(page, 'a clean story');
  expect(await live.textContent()).toMatch(/^Done\. English · 1 story/);
});
