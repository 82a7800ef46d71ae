/**
 * A real Chromium in front of the built Worker.
 * @module
 */
import axe from 'axe-core';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { startServer, type Configured, type Server } from '../bundle/server.ts';

/** Where Debian and others put it; another place can be named. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export interface Visits {
  /** Opens the page, or the path given, in a context of its own. */
  visit(options?: BrowserContextOptions, path?: string): Promise<Page>;
  origin(): string;
  /** Takes it that a fault with these words has happened: what a test was after. */
  forgive(words: string): void;
}

/** Starts both around the tests of a file. A fault on any page, or a request to another host, fails the test. */
export function visits(configured: Configured = {}): Visits {
  let browser: Browser;
  let server: Server;
  const faults: string[] = [];

  beforeAll(async () => {
    if (!existsSync(CHROMIUM)) {
      throw new Error(`no browser at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM`);
    }
    server = await startServer(inject('bundle'), configured);
    // Chromium's own sandbox wants rights that containers do not give.
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  return {
    origin: () => server.url.origin,
    forgive(words) {
      const at = faults.findIndex((fault) => fault.includes(words));
      expect(faults[at]).toContain(words);
      faults.splice(at, 1);
    },
    async visit(options = {}, path = '/') {
      const context = await browser.newContext({ baseURL: server.url.origin, ...options });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(String(error.stack)));
      page.on('dialog', (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('console', (message) => {
        // The browser itself reports answers that are refusals; tests of these look at what the page says.
        const refusal = message.text().startsWith('Failed to load resource');
        if (message.type() === 'error' && !refusal) faults.push(message.text());
      });
      page.on('request', (request) => {
        const { origin } = new URL(request.url());
        if (origin !== server.url.origin && !request.url().startsWith('blob:')) {
          faults.push(`a request to ${origin}`);
        }
      });
      await page.goto(path);
      return page;
    },
  };
}

/** Has a sample analysed and set. */
export async function trySample(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await settled(page);
}

/** Has a text analysed and set. */
export async function analyse(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Paste a news page' }).fill(text);
  await page.getByRole('button', { name: 'Analyse' }).click();
  await settled(page);
}

/** Waits until the text is set. */
export async function settled(page: Page): Promise<void> {
  await page.locator('#text .seg').first().waitFor();
  await page.locator('#busy').waitFor({ state: 'hidden' });
}

export function tab(page: Page, name: string) {
  return page.getByRole('tab', { name });
}

/** The panel in front. */
export function panel(page: Page) {
  return page.getByRole('tabpanel');
}

/** The filter of a label. */
export function chip(page: Page, label: string) {
  return page.getByRole('group', { name: 'Labels' }).getByRole('button', { name: label });
}

/** What axe objects to, as text that says where; the page has to be open with `bypassCSP`, since its own policy lets no script of others in. */
export async function violations(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (source) => {
    // oxlint-disable-next-line no-new-func
    if (!('axe' in globalThis)) new Function(source)();
    const { violations: all } = await (
      globalThis as unknown as { axe: { run(): Promise<axe.AxeResults> } }
    ).axe.run();
    return all.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, axe.source);
}

/** Whether something is wider than the screen. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
