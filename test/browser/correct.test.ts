/**
 * Answers corrected in place, and taken away.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { SegmentDocument, SpeakerDocument } from '../../tools/eval/gold.ts';
import { chip, panel, tab, trySample, violations, visits } from './browser.ts';

const { visit } = visits();

const TITLE = 'Choir looks for tenors before the spring concert';

/** Chooses a line of the text, and says what it is. */
async function relabel(page: Page, line: string, kind: string): Promise<void> {
  await page.locator('#text .lines > p', { hasText: line }).click({ position: { x: 3, y: 5 } });
  await panel(page).getByText('Not right?').click();
  await panel(page).getByLabel('It is', { exact: true }).selectOption(kind);
  await panel(page).getByRole('button', { name: 'Correct' }).click();
  await panel(page).getByText('You corrected this').waitFor();
}

async function labelled<Doc extends SegmentDocument | SpeakerDocument>(page: Page): Promise<Doc> {
  await tab(page, 'Export').click();
  const coming = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Download a labelled page' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('page.jsonl');
  const lines = readFileSync(await file.path(), 'utf8').split('\n');
  expect(lines).toHaveLength(2);
  return JSON.parse(lines[0] ?? '') as Doc;
}

test('a line of a stretch gets another label, alone, and can be taken back', async () => {
  const page = await visit();
  await trySample(page, 'a page with everything');
  const before = await page.locator('.seg').count();
  await relabel(page, TITLE, 'boilerplate/tag');
  const line = page.locator('.seg.boilerplate.tag', { hasText: TITLE });
  expect(await line.locator('p').allTextContents()).toEqual([TITLE]);
  expect(await page.locator('.seg').count()).toBeGreaterThan(before);
  expect(await line.getAttribute('class')).toContain('on');
  const { text, segments } = await labelled<SegmentDocument>(page);
  const found = segments.find(({ kind }) => kind === 'tag');
  expect(text.slice(found?.start, found?.end).trim()).toBe(TITLE);
  await line.locator('p').click();
  await panel(page).getByRole('button', { name: 'Take it back' }).click();
  await expect.poll(() => page.locator('.seg').count()).toBe(before);
});

test('filters and shares go by what was corrected', async () => {
  const page = await visit();
  await trySample(page, 'a page with everything');
  await relabel(page, TITLE, 'comments/comment');
  await chip(page, 'Comments').click();
  expect(await page.locator('p', { hasText: TITLE }).isVisible()).toBe(false);
});

test('a speaker is chosen or named; the labelled page has the quotes then', async () => {
  const page = await visit();
  await trySample(page, 'a clean story');
  await page.locator('#text .content', { hasText: 'We have bakers' }).click();
  await panel(page).getByText('Not right?').click();
  await panel(page).getByLabel('It is said by').selectOption('Somebody else …');
  await panel(page).getByLabel('Name', { exact: true }).fill('Zoe Abel');
  await page.keyboard.press('Enter');
  await panel(page).getByText('You corrected this').waitFor();
  expect(await panel(page).locator('dl').textContent()).toContain('Zoe Abel');
  await tab(page, 'Speakers').click();
  await panel(page)
    .getByRole('button', { name: /^Zoe Abel/ })
    .waitFor();
  const { quotes } = await labelled<SpeakerDocument>(page);
  expect(quotes[0]?.speaker.name).toBe('Zoe Abel');
});

test('what is no quote goes out of the text, the table, the speakers and the labelled page, and can come back', async () => {
  const page = await visit({ bypassCSP: true });
  await trySample(page, 'a clean story');
  const words = 'We have bakers';
  const mark = page.locator('#text .content', { hasText: words });
  await mark.first().click();
  await panel(page).getByText('Not right?').click();
  await panel(page).getByRole('button', { name: 'This is no quote' }).click();
  await panel(page).getByText(`No quote, you said: “${words}`).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('panel-why');
  expect(await violations(page)).toEqual([]);
  expect(await mark.count()).toBe(0);
  expect(await page.locator('#text').textContent()).toContain(words);
  await page.getByRole('button', { name: 'Table of quotes' }).click();
  expect(await page.locator('#table tbody').textContent()).not.toContain(words);
  const left = await page.locator('#table tbody tr').count();
  expect(left).toBeGreaterThan(1);
  await page.keyboard.press('Escape');
  const { text, quotes } = await labelled<SpeakerDocument>(page);
  const told = quotes.map(({ quote_spans: [first] }) => text.slice(first?.[0], first?.[1]));
  expect(told.length).toBeGreaterThan(0);
  expect(told.join()).not.toContain(words);
  await tab(page, 'Speakers').click();
  await panel(page).getByRole('button', { name: 'Take it back' }).click();
  await mark.first().waitFor();
  expect(await page.getByText('No quote, you said').count()).toBe(0);
  await page.getByRole('button', { name: 'Table of quotes' }).click();
  expect(await page.locator('#table tbody tr').count()).toBe(left + 1);
});

test('corrected lines become rules', async () => {
  const page = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
  await trySample(page, 'a page with everything');
  await tab(page, 'Export').click();
  await panel(page).getByRole('button', { name: 'Copy a proposal for rules' }).click();
  await panel(page).getByText('there are none yet').waitFor();
  await relabel(page, TITLE, 'boilerplate/tag');
  await tab(page, 'Export').click();
  await panel(page).getByText('1 correction').waitFor();
  await panel(page).getByRole('button', { name: 'Copy a proposal for rules' }).click();
  await panel(page).getByText('en/proposed.toml in a folder of your own').waitFor();
  const toml = await page.evaluate(() => navigator.clipboard.readText());
  expect(toml).toContain(`'${TITLE.toLowerCase()}',`);
  expect(toml).toContain(`kind = 'boilerplate/tag'`);
  expect(await panel(page).getByLabel('The rules').textContent()).toBe(toml);
});

test('are there again with the same text, and nothing else is lost with them unasked', async () => {
  const page = await visit();
  await trySample(page, 'a page with everything');
  const asks = () =>
    page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await asks()).toBe(false);
  await relabel(page, TITLE, 'boilerplate/tag');
  expect(await asks()).toBe(true);
  await page.getByRole('button', { name: 'Edit the text' }).click();
  await trySample(page, 'a clean story');
  await page.getByRole('button', { name: 'Edit the text' }).click();
  await trySample(page, 'a page with everything');
  expect(await page.locator('.seg.boilerplate.tag', { hasText: TITLE }).count()).toBe(1);
  await labelled(page);
  expect(await asks()).toBe(false);
});
