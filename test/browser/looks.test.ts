/**
 * How the page looks, to people and to screen readers: axe in both themes, and screenshots in `dist/browser`.
 * @module
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../tools/check/build.ts';
import { overflow, panel, tab, trySample, violations, visits } from './browser.ts';

const { visit } = visits();

const SHOTS = join(ROOT, 'dist/browser');
mkdirSync(SHOTS, { recursive: true });

const WIDTHS = [320, 390, 1024, 1600];
const cases = WIDTHS.flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

describe.each(cases)('$width pixels, $colorScheme', ({ width, colorScheme }) => {
  const height = width < 500 ? 844 : 900;

  async function look(page: Page, name: string): Promise<void> {
    expect(await violations(page), name).toEqual([]);
    expect(await overflow(page), name).toBe(0);
    await page.screenshot({ path: join(SHOTS, `${name}-${width}-${colorScheme}.png`) });
  }

  test('every state', async () => {
    const page = await visit({
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
    await look(page, 'start');
    await page.getByText('Options').click();
    await look(page, 'options');
    await trySample(page, 'a page with everything');
    await page.getByRole('checkbox', { name: 'Kinds' }).check();
    await look(page, 'page');
    // What sticks below the bar counts on its height.
    const bar = await page
      .locator('#bar')
      .evaluate((element) => element.getBoundingClientRect().height);
    if (width > 900) expect(bar).toBeLessThanOrEqual(58);
    await page.locator('.seg.comments').first().scrollIntoViewIfNeeded();
    await page.locator('.foot').scrollIntoViewIfNeeded();
    await look(page, 'end');
    await page.getByRole('button', { name: 'Edit the text' }).click();
    await trySample(page, 'a clean story');
    await look(page, 'story');
    await page.locator('#text .content').first().click();
    await look(page, 'why');
    await panel(page).getByText('All evidence').click();
    await panel(page).locator('.rule details').first().waitFor();
    await panel(page).locator('.rule summary').first().click();
    await panel(page).getByText('Not right?').click();
    await look(page, 'evidence');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Table of quotes' }).click();
    await look(page, 'table');
    await page.getByRole('button', { name: 'Table of quotes' }).click();
    await page.getByRole('button', { name: 'Help' }).click();
    await look(page, 'help');
    await page.keyboard.press('Escape');
    await tab(page, 'Speakers').click();
    await panel(page)
      .getByRole('button', { name: /^Ingrid Vale/ })
      .click();
    await look(page, 'speakers');
    await tab(page, 'Verify').click();
    await panel(page)
      .getByLabel('Quotes to look for')
      .fill(
        'A ferry is a road, and nobody shuts a road.\nOur school roof leaks\nNobody ever said this',
      );
    await panel(page).getByRole('button', { name: 'Verify' }).click();
    await panel(page).locator('.verified summary').first().click();
    await look(page, 'verify');
    await tab(page, 'Export').click();
    await look(page, 'export');
  });
});
