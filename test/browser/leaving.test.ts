/**
 * The text of somebody who leaves the page and comes back; texts that are not what they are sent as; what the service warns of.
 * @module
 */
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/schema/types.ts';
import { analyse, settled, violations, visits } from './browser.ts';

const { visit, origin } = visits();

const TEXT = 'Bridge closed\n\n“It is quite safe to use,” said Ann Reed.';

test('a text is there again after another page, and is sent nowhere', async () => {
  const page = await visit();
  await page.getByText('Options').click();
  await page.getByLabel('Language').selectOption('German');
  const field = page.getByRole('textbox', { name: 'Paste a news page' });
  await field.fill(TEXT);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await page.goto('/health');
  await page.goto('/');
  await page.getByText('your text from before').waitFor();
  expect(await field.inputValue()).toBe(TEXT);
  expect(await page.getByLabel('Language').inputValue()).toBe('de');
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.reload();
  expect(await field.inputValue()).toBe('');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('an analysed text is there again as well; other tabs know nothing of it', async () => {
  const page = await visit();
  await analyse(page, TEXT);
  await page.reload();
  const field = page.getByRole('textbox', { name: 'Paste a news page' });
  expect(await field.inputValue()).toBe(TEXT);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  const other = await page.context().newPage();
  await other.goto(`${origin()}/`);
  expect(await other.getByRole('textbox', { name: 'Paste a news page' }).inputValue()).toBe('');
});

test('markup as text is noticed, and read as markup when asked', async () => {
  const page = await visit();
  const html = '<h1>Bridge closed</h1><p>“It is quite safe to use,” said Ann Reed.</p><p>End.</p>';
  const field = page.getByRole('textbox', { name: 'Paste a news page' });
  await field.fill('Plain words, 1 < 2.');
  expect(await page.locator('#markup').isHidden()).toBe(true);
  await field.fill(html);
  await page.getByText('This looks like HTML').waitFor();
  await page.getByRole('button', { name: 'Read it as HTML' }).click();
  expect(await page.locator('#markup').isHidden()).toBe(true);
  const request = page.waitForRequest('**/v1/analyze');
  await page.getByRole('button', { name: 'Analyse' }).click();
  expect((await request).postDataJSON()).toHaveProperty('html', html);
  await settled(page);
  expect(await page.locator('#text').textContent()).not.toContain('<p>');
});

test('JSON as text is noticed, and read as ninjs where it is that', async () => {
  const page = await visit();
  const field = page.getByRole('textbox', { name: 'Paste a news page' });
  await field.fill(JSON.stringify({ text: TEXT }));
  await page.getByText('This looks like JSON. Paste the text in it alone.').waitFor();
  expect(await page.locator('#markup button').count()).toBe(0);
  await field.fill(JSON.stringify({ headline: 'Bridge closed', body_text: TEXT }));
  await page.getByRole('button', { name: 'Read it as ninjs' }).click();
  expect(await page.locator('#markup').isHidden()).toBe(true);
  const request = page.waitForRequest('**/v1/analyze');
  await page.getByRole('button', { name: 'Analyse' }).click();
  expect((await request).postDataJSON()).toHaveProperty('ninjs.body_text', TEXT);
  await settled(page);
  expect(await page.locator('#text').textContent()).not.toContain('{');
});

test('what the service warns of stands above the text', async () => {
  const page = await visit({ bypassCSP: true });
  await analyse(page, '<h1>Bridge closed</h1>\n<p>“It is quite safe to use,” said Ann Reed.</p>');
  const warnings = page.locator('#warnings li');
  expect(await warnings.count()).toBe(1);
  expect(await warnings.textContent()).toMatch(/^The text has tags .* text\/html/);
  expect(await warnings.isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Edit the text' }).click();
  await analyse(page, TEXT);
  expect(await page.locator('#warnings').isHidden()).toBe(true);
});

test('beside the warning, markup is read as markup', async () => {
  const page = await visit();
  const html = '<h1>Bridge closed</h1>\n<p>“It is quite safe to use,” said Ann Reed.</p>';
  await analyse(page, html);
  const request = page.waitForRequest('**/v1/analyze');
  await page.locator('#warnings').getByRole('button', { name: 'Read it as HTML' }).click();
  expect((await request).postDataJSON()).toHaveProperty('html', html);
  await page.locator('#warnings').waitFor({ state: 'hidden' });
  await settled(page);
  expect(await page.locator('#text').textContent()).not.toContain('<p>');
  await page.getByRole('button', { name: 'Edit the text' }).click();
  expect(await page.getByLabel('HTML').isChecked()).toBe(true);
});

test('warnings are words, whatever is in them, and a service may have none', async () => {
  const page = await visit();
  await page.route('**/v1/analyze', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as Analysis;
    const warnings = [{ code: 'markup-in-text', detail: 'This <b>is</b> HTML.' }];
    await route.fulfill({ response, json: { ...answer, warnings } });
  });
  await analyse(page, TEXT);
  expect(await page.locator('#warnings li').allTextContents()).toEqual(['This <b>is</b> HTML.']);
  await page.unroute('**/v1/analyze');
  await page.route('**/v1/analyze', async (route) => {
    const response = await route.fetch();
    const { warnings: _, ...answer } = (await response.json()) as Analysis;
    await route.fulfill({ response, json: answer });
  });
  await page.getByRole('button', { name: 'Edit the text' }).click();
  await analyse(page, TEXT);
  expect(await page.locator('#warnings').isHidden()).toBe(true);
});
