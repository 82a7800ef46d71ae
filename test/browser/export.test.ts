/**
 * What can be taken away: the answer, the story, a command, a link.
 * @module
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/schema/types.ts';
import { analyse, panel, settled, tab, trySample, visits } from './browser.ts';

const { visit, origin } = visits();

/** A page that may use the clipboard, with a text set and the panel open. */
async function exporting(text?: string): Promise<Page> {
  const page = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
  if (text === undefined) await trySample(page, 'a page with everything');
  else await analyse(page, text);
  await tab(page, 'Export').click();
  return page;
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function press(page: Page, name: string, said: string | RegExp): Promise<string> {
  await panel(page).getByRole('button', { name }).click();
  const answer = panel(page).locator('.said').getByText(said);
  await answer.waitFor();
  return (await answer.textContent()) ?? '';
}

async function download(page: Page, name: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await panel(page).getByRole('button', { name }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

describe('copies', () => {
  test('the story, without the rest of the page', async () => {
    const page = await exporting();
    await press(page, 'The clean story', 'in the clipboard');
    const story = await clipboard(page);
    expect(story).toMatch(/^Library to lend tools/);
    expect(story).toContain('“I have two hands and forty chisels,” she said.');
    expect(story).not.toMatch(/ADVERTISEMENT|newsletter|grumbleweed|Imprint/);
  });

  test('a command that gets the same answer', async () => {
    const text = `It's “safe”! $(id) \`id\` \\ said Ann.\nCOPYDESK\n😀`;
    const page = await exporting(text);
    await press(page, 'A curl command', 'in the clipboard');
    const command = await clipboard(page);
    expect(command).toMatch(/^curl /);
    const run = promisify(execFile)('bash', ['-c', command]);
    const answer = JSON.parse((await run).stdout) as Analysis;
    const shown = JSON.parse(
      (await panel(page).getByLabel('The answer as JSON').textContent()) ?? '',
    ) as Analysis;
    expect(answer).toEqual(shown);
    expect(answer.segments?.map((segment) => segment.text).join('')).toBe(text);
  });

  test('a link that brings the text back, and sends it nowhere on the way', async () => {
    const text = 'Ferry late\n\n“Die Fähre fährt nicht”, sagte Ünal Öz. 😀';
    const page = await exporting(text);
    const said = await press(page, 'A link to this text', 'in the clipboard');
    expect(said).toMatch(/\d+ characters/);
    const link = await clipboard(page);
    expect(link).toMatch(new RegExp(`^${origin()}/#t=[\\w-]+$`));
    const other = await visit({}, '/health');
    const asked: string[] = [];
    other.on('request', (request) => asked.push(request.url()));
    await other.goto(link);
    await settled(other);
    expect(asked.join()).not.toContain('#');
    expect(await other.locator('#text p').allTextContents()).toEqual(text.split('\n\n'));
    await other.getByRole('button', { name: 'Edit the text' }).click();
    await analyse(other, 'Another text.');
    expect(other.url()).toBe(`${origin()}/`);
  });

  test('no link that would be cut', async () => {
    const words = Array.from({ length: 12_000 }, (_, i) => (i * 7919).toString(36));
    const page = await exporting(words.join(' '));
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    const said = await press(page, 'A link to this text', 'too long for a link');
    expect(said).toMatch(/\d\d,\d{3} characters/);
    expect(await clipboard(page)).toBe('before');
  });

  test('nothing, where the browser refuses', async () => {
    const page = await visit();
    await trySample(page, 'two stories');
    await tab(page, 'Export').click();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
      });
    });
    await press(page, 'A curl command', 'Nothing was copied.');
  });
});

describe('downloads', () => {
  test('the answer as JSON', async () => {
    const page = await exporting();
    const { name, text } = await download(page, 'JSON');
    expect(name).toBe('copydesk.json');
    const answer = JSON.parse(text) as Analysis;
    expect(answer.quotes?.length).toBeGreaterThan(0);
    expect(answer.segments?.every((segment) => segment.evidence)).toBe(true);
  });

  test('the quotes as CSV, which spreadsheets take for UTF-8', async () => {
    const page = await exporting();
    const { name, text } = await download(page, 'CSV of the quotes');
    expect(name).toBe('quotes.csv');
    expect(text.codePointAt(0)).toBe(0xfeff);
    const [head, first] = text.slice(1).split('\r\n');
    expect(head).toContain('speaker');
    expect(first).toContain('Omar Feld');
  });
});
