/**
 * Texts that try to be more than text. The helper fails a test for any dialog, fault, refusal of the page's policy or
 * request to elsewhere.
 * @module
 */
import { expect, test } from 'vitest';
import { analyse, panel, tab, trySample, visits } from './browser.ts';

const { visit, forgive } = visits();

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '“<iframe src=https://evil.example></iframe> is safe,” said <b>Ann</b> Reed.',
  '"><style>*{display:none}</style><a href=javascript:alert(1)>x</a>',
  '{{7*7}} ${alert(1)} &lt;b&gt; &#x3c;',
  '\u202eevil\u202c \u0000\u0007 \ud800 lone',
  '__proto__ constructor toString',
];

test('is text on the page, character for character', async () => {
  const page = await visit();
  await analyse(page, HOSTILE.join('\n\n'));
  // Lone surrogates cannot leave the browser as they are.
  const shown = (await page.locator('#text p').allTextContents()).map((line) =>
    line.toWellFormed(),
  );
  expect(shown).toEqual(HOSTILE.map((line) => line.toWellFormed()));
  expect(
    await page.locator('#text :is(script, img, svg, iframe, style, a, b:not(.tag b))').count(),
  ).toBe(0);
});

test('is text in every panel', async () => {
  const page = await visit();
  await analyse(page, HOSTILE.join('\n\n'));
  for (const segment of await page.locator('.tag').all()) await segment.click();
  for (const mark of await page.locator('#text .content').all()) await mark.click({ force: true });
  for (const name of ['Speakers', 'Why', 'Verify', 'Export']) {
    await tab(page, name).click();
    const made = panel(page).locator('script, img, svg, iframe, style, b:has(*)');
    expect(await made.count(), name).toBe(0);
  }
});

test('in a link is text as well', async () => {
  const page = await visit();
  const link = await page.evaluate(async (text) => {
    const bytes = new Blob([JSON.stringify({ text, language: '<img src=x onerror=alert(1)>' })]);
    const packed = bytes.stream().pipeThrough(new CompressionStream('deflate-raw'));
    const chars = new Uint8Array(await new Response(packed).arrayBuffer());
    return btoa(String.fromCharCode(...chars))
      .replaceAll('+', '-')
      .replaceAll('/', '_');
  }, HOSTILE[1]);
  await page.goto(`/#t=${link}`);
  await page.reload();
  await page.getByRole('alert').getByText('BCP-47').waitFor();
  expect(await page.getByLabel('Language').inputValue()).toContain('<img');
});

test('an answer that is no answer', async () => {
  const page = await visit();
  await page.route('**/v1/analyze', (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<script>alert(1)</script>' }),
  );
  await page.getByRole('button', { name: 'a clean story' }).click();
  await page.getByRole('alert').getByText('The service answered 502').waitFor();
});

test('the page’s own policy forbids what the text might try', async () => {
  const page = await visit();
  await trySample(page, 'a clean story');
  const refused = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<b>x</b>';
      return 'written';
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(refused).toBe('TypeError');
  forgive('TrustedHTML');
});

test('text from right to left stands on its own side', async () => {
  const page = await visit();
  await analyse(page, 'Ferry late\n\n“السفينة متأخرة” قال سمير.\n\nשלום לכולם');
  const sides = await page.locator('#text p').evaluateAll((lines) =>
    lines.map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const [text, box] = [range.getBoundingClientRect(), line.getBoundingClientRect()];
      return text.left - box.left < box.right - text.right ? 'left' : 'right';
    }),
  );
  expect(sides).toEqual(['left', 'right', 'right']);
});
