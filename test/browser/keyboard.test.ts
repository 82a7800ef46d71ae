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

test('n and p go through the quotes, but not while somebody types', async () => {
  const page = await visit();
  await trySample(page, 'a clean story');
  const here = () => page.locator('#text .here.content').first().textContent();
  await page.keyboard.press('n');
  expect(await here()).toContain('We have bakers');
  expect(await panel(page).textContent()).toContain('Quote 1 of');
  await page.keyboard.press('n');
  expect(await panel(page).textContent()).toContain('Quote 2 of');
  expect(await page.locator('#live').textContent()).toMatch(/^Quote 2 of \d+$/);
  await page.keyboard.press('p');
  expect(await here()).toContain('We have bakers');
  await page.keyboard.press('p');
  expect(await panel(page).textContent()).toContain('Quote 1 of');
  await tab(page, 'Verify').click();
  await panel(page).getByLabel('Quotes to look for').pressSequentially('np?');
  expect(await panel(page).getByLabel('Quotes to look for').inputValue()).toBe('np?');
  expect(await tab(page, 'Verify').getAttribute('aria-selected')).toBe('true');
});

test('the help tells the keys, and letters can be turned off', async () => {
  const page = await visit();
  await trySample(page, 'a clean story');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  expect(await help.textContent()).toContain('The next quote, and the one before');
  expect(await help.textContent()).toContain('What stands around any story of the site');
  await help.getByLabel('Single letters are keys').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  expect(await page.locator('#text .here').count()).toBe(0);
});

test('Tab stops once among the tags and once among the quotes', async () => {
  const page = await visit();
  await trySample(page, 'a page with everything');
  expect(await page.locator('#text [tabindex="0"]').count()).toBe(2);
  await page.locator('#text .tag').first().focus();
  await page.keyboard.press('ArrowDown');
  expect(
    await page.evaluate(() =>
      document.activeElement?.closest('.seg')?.getAttribute('data-segment'),
    ),
  ).toBe('1');
  await page.keyboard.press('Tab');
  const quote = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['quote']);
  expect(await quote()).toBe('0');
  await page.keyboard.press('ArrowDown');
  expect(await quote()).toBe('1');
  await page.keyboard.press('ArrowUp');
  expect(await quote()).toBe('0');
  expect(await page.locator('#text [tabindex="0"]').count()).toBe(2);
});

test('labels are explained to those who point and to those who listen', async () => {
  const page = await visit();
  await trySample(page, 'a page with everything');
  for (const element of [
    page.locator('.chip.boilerplate'),
    page.locator('.seg.boilerplate .tag').first(),
  ]) {
    expect(await element.getAttribute('title')).toContain('menus, share buttons');
    expect(await element.getAttribute('aria-description')).toContain('menus, share buttons');
  }
});
