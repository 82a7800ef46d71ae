/**
 * A service that wants keys.
 * @module
 */
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { panel, settled, trySample, visits } from './browser.ts';

const KEY = 'correct horse battery staple'.replaceAll(' ', '-');

const { visit } = visits({
  secrets: { API_KEYS: createHash('sha256').update(KEY).digest('hex') },
});

async function giveKey(page: Page, key: string): Promise<void> {
  await page.locator('#secret').fill(key);
  await page.getByRole('button', { name: 'Go on' }).click();
}

test('is asked for, kept in memory, and used for everything', async () => {
  const page = await visit();
  await page.getByRole('button', { name: 'a clean story' }).click();
  const dialog = page.getByRole('dialog', { name: 'This service wants a key' });
  await dialog.waitFor();
  await giveKey(page, 'wrong');
  await dialog.getByText('not known here').waitFor();
  await giveKey(page, KEY);
  await settled(page);
  await page.locator('#text .content').first().click();
  await panel(page).getByText('All evidence').click();
  await panel(page).locator('.rule details').first().waitFor();
  const coming = page.waitForEvent('popup');
  const link = panel(page).locator('.rule a').first();
  const id = await link.textContent();
  await link.click();
  const rule = await coming;
  // The key is in the memory of the page that was told it, so the page of rules asks for itself.
  await rule.getByRole('dialog', { name: 'This service wants a key' }).waitFor();
  await giveKey(rule, KEY);
  await rule.locator('#list details[open]').getByText(String(id), { exact: true }).waitFor();
  await rule.close();
  await page.getByRole('button', { name: 'Edit the text' }).click();
  await trySample(page, 'two stories');
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
  );
  expect(kept).not.toContain(KEY);
  expect(await page.content()).not.toContain(KEY);
  expect(await page.locator('#secret').inputValue()).toBe('');
  await page.reload();
  await page.getByRole('button', { name: 'a clean story' }).click();
  await dialog.waitFor();
});

test('may be refused', async () => {
  const page = await visit();
  await page.getByRole('button', { name: 'a clean story' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('alert').getByText('Key required').waitFor();
  expect(await page.locator('#compose').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'a clean story' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('alert').getByText('Key required').waitFor();
});
