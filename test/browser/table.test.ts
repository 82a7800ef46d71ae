/**
 * The quotes as a table.
 * @module
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { panel, tab, trySample, visits } from './browser.ts';

const { visit } = visits();

async function table(page: Page): Promise<void> {
  await trySample(page, 'a clean story');
  await page.getByRole('button', { name: 'Table of quotes' }).click();
}

const rows = (page: Page) => page.locator('#table tbody tr');
const cells = (page: Page, column: number) =>
  page.locator(`#table tbody td:nth-child(${column})`).allTextContents();
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('has who, what, verb, where and certainty, and sorts by them', async () => {
  const page = await visit();
  await table(page);
  expect(await page.locator('#sheet').isHidden()).toBe(true);
  const heads = await page.getByRole('columnheader').allTextContents();
  expect(heads).toEqual(['Who', 'What', 'Verb', 'Where', 'Certainty', 'Copy']);
  const first = (await rows(page).first().textContent()) ?? '';
  for (const part of [
    'Ingrid Vale',
    'managing director',
    'We have bakers',
    'said',
    'Story, paragraph',
    '% sure',
  ]) {
    expect(first).toContain(part);
  }
  const head = page.getByRole('columnheader', { name: 'Who' });
  await head.getByRole('button').click();
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  const names = await cells(page, 1);
  expect(names).toEqual([...names].sort());
  await head.getByRole('button').click();
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect(await cells(page, 1)).toEqual([...names].reverse());
});

test('keeps the rows that hold the words', async () => {
  const page = await visit();
  await table(page);
  const all = await rows(page).count();
  await page.getByLabel('Quotes with').fill('oduya school');
  expect(await rows(page).count()).toBe(1);
  expect(await page.locator('#table [role=status]').textContent()).toBe('1 quote');
  await page.getByLabel('Quotes with').fill('');
  expect(await rows(page).count()).toBe(all);
});

test('copies a quote with its source, as text and as Markdown', async () => {
  const page = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByText('Options').click();
  await page.getByLabel('Address of the page').fill('https://press.example/ferry');
  const text =
    'Island ferry to run all night\n\nThe ferry will run.\n\n“It is a road,” said Ingrid Vale.';
  await page.getByRole('textbox', { name: 'Paste a news page' }).fill(text);
  await page.getByRole('button', { name: 'Analyse' }).click();
  await page.getByRole('button', { name: 'Table of quotes' }).click();
  await rows(page).first().getByRole('button', { name: 'Text' }).click();
  await page.locator('#table').getByText('in the clipboard').waitFor();
  expect(await clipboard(page)).toMatch(
    /^“It is a road,” — Ingrid Vale\n.*https:\/\/press\.example\/ferry$/,
  );
  await rows(page).first().getByRole('button', { name: 'Markdown' }).click();
  await expect
    .poll(() => clipboard(page))
    .toMatch(/^> “It is a road,”\n>\n> — Ingrid Vale, \[.+\]\(<https/);
});

test('leads to the reasons and to the text', async () => {
  const page = await visit();
  await table(page);
  await rows(page).nth(1).getByRole('button').first().click();
  expect(await tab(page, 'Why').getAttribute('aria-selected')).toBe('true');
  expect(await panel(page).textContent()).toContain('Quote 2 of');
  await rows(page).nth(1).getByRole('button', { name: 'Story, paragraph' }).click();
  expect(await page.locator('#table').isHidden()).toBe(true);
  expect(await page.locator('#text .here').count()).toBeGreaterThan(0);
});

test('Tab stops in one row; arrow keys and letters go from row to row', async () => {
  const page = await visit();
  await table(page);
  expect(await page.locator('#table tbody [tabindex="0"]').count()).toBe(4);
  await rows(page).first().getByRole('button', { name: 'Text' }).focus();
  await page.keyboard.press('ArrowDown');
  const row = () => page.evaluate(() => document.activeElement?.closest('tr')?.dataset['row']);
  expect(await row()).toBe('1');
  expect(await page.locator('#table tbody [tabindex="0"]').count()).toBe(4);
  await page.keyboard.press('n');
  expect(await row()).toBe('0');
  await page.keyboard.press('n');
  expect(await row()).toBe('1');
  expect(await panel(page).textContent()).toContain('Quote 2 of');
});

test('Esc goes back to the text, to the quote of the row; first it empties the filter, or closes the help', async () => {
  const page = await visit();
  await table(page);
  await rows(page).nth(1).getByRole('button').first().click();
  await page.keyboard.press('?');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.locator('#table').isVisible()).toBe(true);
  const words = (await rows(page).nth(1).locator('.what').textContent()) ?? '';
  await rows(page).nth(1).getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  expect(await page.locator('#table').isHidden()).toBe(true);
  const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
  expect(focused.trim().length).toBeGreaterThan(5);
  expect(words).toContain(focused.trim().replace(/\s+/g, ' '));
  await page.getByRole('button', { name: 'Table of quotes' }).click();
  await page.getByLabel('Quotes with').fill('oduya');
  await page.keyboard.press('Escape');
  expect(await page.getByLabel('Quotes with').inputValue()).toBe('');
  expect(await page.locator('#table').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.locator('#table').isHidden()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('view');
});
