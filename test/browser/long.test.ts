/**
 * A megabyte, and what happens while it is on its way.
 * @module
 */
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageFiles } from '../../tools/page/main.ts';
import { visits } from './browser.ts';

const { visit } = visits();

const MEGABYTE = 1_000_000;
/**
 * From the file to the text set: processor time of the page in milliseconds, altogether and at a stretch. What else a
 * machine does cannot add to these, as it would by the clock.
 */
const WORK_MS = 2000;
const STRETCH_MS = 400;

const PARAGRAPH =
  'The council met on Tuesday. "We will see," said Ann Reed, its chair. She added that nothing was decided.';

const NAMES = ['Ann Reed', 'Omar Feld', 'Ruth Amsel', 'Lena Korb', 'Jonas Weld'];
const TOPICS = ['the bridge', 'the night bus', 'the swimming pool', 'the old mill', 'the market'];

/** A paragraph of a long story, of which no two are alike. */
function paragraph(i: number): string {
  const [name, topic] = [NAMES[i % 5], TOPICS[(i * 7) % 5]];
  return `In year ${i} of the works the town spent ${i * 37} on ${topic}. “We will not give up before number ${i},” said ${name}, who has looked after ${topic} ever since. ${name?.split(' ')[1]} added that nothing had been decided about part ${i * 3}.\n\n`;
}

const STORY = Array.from({ length: 5000 }, (_, i) => paragraph(i)).join('');

const TEXTS = {
  'a story': `Bridge closed\n\n${STORY}`,
  'a page': `Home | Local\nBridge closed\n\n${PARAGRAPH}\n\nSign up for our newsletter\n\n`,
  'a story in one line': STORY.replaceAll('\n\n', ' '),
  'one word': 'a',
  'short lines': 'ab c\n',
};

async function open(page: Page, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page.locator('#file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer });
}

interface Trace {
  readonly traceEvents: readonly {
    readonly name: string;
    readonly pid: number;
    readonly tid: number;
    /** Processor time in microseconds. */
    readonly tdur?: number;
    readonly args?: { readonly name?: string };
  }[];
}

/** Processor time of each task that a page's main thread did meanwhile, in milliseconds. */
async function tasksOf(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  const browser = page.context().browser() as Browser;
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await work();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as Trace;
  const threads = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid}/${tid}`);
  return traceEvents
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && threads.includes(`${pid}/${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000);
}

/** In the page: notes when a file is chosen. */
function markChoice(): void {
  const chosen = () => performance.mark('chosen');
  document.querySelector('#file')?.addEventListener('change', chosen, { capture: true });
}

/**
 * In the page: how long somebody who chose a file waited for the answer to be set, in milliseconds by the clock. It is told and
 * not tested, as it holds the service's time and whatever else the machine does.
 */
function waited(): number {
  const [draw] = performance.getEntriesByName('draw', 'measure');
  const [chosen] = performance.getEntriesByName('chosen', 'mark');
  return draw && chosen ? draw.startTime + draw.duration - chosen.startTime : Number.NaN;
}

const isDrawn = (): boolean => performance.getEntriesByName('draw', 'measure').length > 0;

describe.each(Object.entries(TEXTS))('%s', (name, piece) => {
  const text = piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);

  test('is set in little work, and the page answers meanwhile', async () => {
    const page = await visit();
    await page.evaluate(markChoice);
    const tasks = await tasksOf(page, async () => {
      await open(page, text);
      await page.waitForFunction(isDrawn, undefined, { timeout: 110_000 });
    });
    const work = tasks.reduce((sum, task) => sum + task, 0);
    const most = Math.max(...tasks);
    const wait = await page.evaluate(waited);
    const measured = `${work.toFixed(0)} ms of work, ${most.toFixed(0)} at a stretch`;
    console.info(`${name}: ${measured}; there in ${wait.toFixed(0)} ms by the clock`);
    expect(tasks.length).toBeGreaterThan(10);
    expect(work).toBeLessThan(WORK_MS);
    expect(most).toBeLessThan(STRETCH_MS);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('#text p')].reduce(
        (sum, line) => sum + (line.textContent?.replace(/\s/g, '').length ?? 0),
        0,
      ),
    );
    expect(shown).toBe(text.replace(/\s/g, '').length);
  });
});

test('progress is told, and can be stopped', async () => {
  const page = await visit();
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/v1/analyze', async (route) => {
    await gate;
    await route.abort().catch(() => undefined);
  });
  await page.getByRole('button', { name: 'a clean story' }).click();
  await page.getByRole('progressbar', { name: /^Analysing 1,\d{3} characters/ }).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  release();
  expect(await page.getByRole('progressbar').count()).toBe(0);
  expect(await page.locator('#compose').isVisible()).toBe(true);
  expect(await page.locator('.problem').count()).toBe(0);
});

test('only the last of two requests is shown', async () => {
  const page = await visit();
  let first = true;
  await page.route('**/v1/analyze', async (route) => {
    if (first) {
      first = false;
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
    await route.continue().catch(() => undefined);
  });
  await page.getByRole('button', { name: 'a clean story' }).click();
  await page.getByRole('button', { name: 'two stories' }).click();
  await page.locator('#text', { hasText: 'Orchard growers' }).waitFor();
  await page.waitForTimeout(2000);
  expect(await page.locator('#text').textContent()).not.toContain('Island ferry');
});

test('too much is refused, by the service or before', async () => {
  const page = await visit();
  await open(page, 'a'.repeat(1_100_000));
  await page.getByRole('alert').getByText('Too large').waitFor();
  await open(page, 'a'.repeat(11_000_000));
  await page.locator('#shortened', { hasText: 'This file has over 10 MB' }).waitFor();
});

test('the field shows the beginning of a long text, and all of it is sent', async () => {
  const page = await visit();
  const text = `Bridge closed\n\n${`${PARAGRAPH}\n`.repeat(1000)}The end of it.`;
  await open(page, text);
  await page.locator('#text', { hasText: 'The end of it.' }).waitFor();
  await page.getByRole('button', { name: 'Edit the text' }).click();
  const field = page.getByRole('textbox', { name: 'Paste a news page' });
  expect((await field.inputValue()).length).toBeLessThan(text.length);
  expect(await field.getAttribute('readonly')).not.toBeNull();
  await page.getByText(/of which the field shows the first/).waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  expect(await field.inputValue()).toBe('');
  expect(await field.getAttribute('readonly')).toBeNull();
});

test('the page itself is small', async () => {
  const files = [...(await pageFiles()).values()];
  const bytes = files.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect(bytes).toBeLessThan(90_000);
});
