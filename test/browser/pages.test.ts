/**
 * The pages for people at `/rules` and `/docs`.
 * @module
 */
import { expect, test } from 'vitest';
import { overflow, violations, visits } from './browser.ts';

const { visit } = visits();

test.each(['light', 'dark'] as const)(
  'rules are browsed, searched and tried, %s',
  async (colorScheme) => {
    const page = await visit(
      { colorScheme, bypassCSP: true, viewport: { width: 390, height: 844 } },
      '/rules',
    );
    await page.locator('#list li').first().waitFor();
    expect(await page.locator('#list code').first().textContent()).toMatch(/^en\//);
    await page.getByLabel('Words').fill('newsletter');
    await page.getByLabel('Language').selectOption('de');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.locator('#list code', { hasText: /^de\// }).first().waitFor();
    expect(new URL(page.url()).search).toBe('?q=newsletter&language=de');
    await page.reload();
    await page.locator('#list code', { hasText: /^de\// }).first().waitFor();
    expect(await page.getByLabel('Language').inputValue()).toBe('de');
    await page.locator('#list summary').first().click();
    await page.getByText('Found in').first().waitFor();
    await page.getByLabel('A line, or a whole page').fill('Sign up for our newsletter');
    await page.getByRole('button', { name: 'Try' }).click();
    await page.locator('#tried li code', { hasText: /^en\// }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  },
);

test.each(['light', 'dark'] as const)('the API is described, %s', async (colorScheme) => {
  const page = await visit(
    { colorScheme, bypassCSP: true, viewport: { width: 390, height: 844 } },
    '/docs',
  );
  await page.getByRole('heading', { name: 'POST /v1/analyze' }).waitFor();
  await page.getByRole('heading', { name: 'Article' }).waitFor();
  expect(await page.locator('p, dd').filter({ hasText: '`' }).count()).toBe(0);
  await page.locator('#operations summary').first().click();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});
