/**
 * What an editor does: reads the bands, follows speakers, asks why.
 * @module
 */
import { describe, expect, test } from 'vitest';
import { analyse, chip, panel, settled, tab, trySample, visits } from './browser.ts';

const { visit } = visits();

const colourOf = (element: Element) => getComputedStyle(element).backgroundColor;

describe('bands', () => {
  test('name every label that is there, and kinds when asked', async () => {
    const page = await visit();
    await trySample(page, 'a page with everything');
    const names = await page.locator('.tag b:not(.vh)').allTextContents();
    expect(new Set(names)).toEqual(
      new Set(['Story', 'Comments', 'Adverts', 'Disclaimers', 'Furniture']),
    );
    const kind = page.locator('.tag i').first();
    const opacity = () => kind.evaluate((element) => getComputedStyle(element).opacity);
    await page.mouse.move(0, 0);
    expect(await opacity()).toBe('0');
    await page.getByRole('checkbox', { name: 'Kinds' }).check();
    expect(await opacity()).toBe('1');
  });

  test('hold the text, all of it and in order', async () => {
    const page = await visit();
    const text =
      'Bridge closed\n\n  “It is\tsafe,” said Ann Reed.\r\n\r\nSign up for our newsletter\u2028End';
    await analyse(page, text);
    const shown = await page.locator('#text p').allTextContents();
    expect(shown).toEqual([
      'Bridge closed',
      '“It is\tsafe,” said Ann Reed.',
      'Sign up for our newsletter',
      'End',
    ]);
  });

  test('of two stories are numbered', async () => {
    const page = await visit();
    await trySample(page, 'two stories');
    const names = await page.locator('.tag b:not(.vh)').allTextContents();
    expect(names).toContain('Story 1');
    expect(names).toContain('Story 2');
  });

  test('of German are told in English', async () => {
    const page = await visit();
    await trySample(page, 'a German page');
    expect(await page.locator('#facts').textContent()).toContain('German');
    await page.locator('.content', { hasText: '„Die Halle hat einen Klang' }).waitFor();
  });
});

describe('quotes', () => {
  test('show content, source and cue, each in its own way', async () => {
    const page = await visit();
    await analyse(page, 'Bridge closed\n\n“It is quite safe to use,” said Ann Reed.');
    expect(await page.locator('#text .content').textContent()).toBe('“It is quite safe to use,”');
    expect(await page.locator('#text .source').textContent()).toBe('Ann Reed');
    expect(await page.locator('#text .cue').textContent()).toBe('said');
    const looks = await page.locator('#text :is(.content, .source, .cue)').evaluateAll((marks) =>
      marks.map((mark) => {
        const { backgroundColor, textDecorationStyle, textDecorationLine } = getComputedStyle(mark);
        return `${backgroundColor} ${textDecorationLine} ${textDecorationStyle}`;
      }),
    );
    expect(new Set(looks).size).toBe(3);
  });

  test('in a headline cover nothing of the line above', async () => {
    const page = await visit({ viewport: { width: 390, height: 844 } });
    const quote = '“We will gladly enjoy a quay that nobody may sell or buy again”';
    await analyse(page, `${quote}, says Ines Marlow\n\nThe pier stays shut until May, she said.`);
    const gaps = await page.locator('.headline .content').evaluate((content) => {
      const style = getComputedStyle(content);
      const pen = document.createElement('canvas').getContext('2d');
      if (pen === null) throw new Error('no canvas');
      pen.font = style.font;
      const glyphs = pen.measureText('gjpqy');
      // How tall the mark is, which stands in the middle of each line, where it does not fill its box.
      const tall = Number.parseFloat(style.backgroundSize.split(' ')[1] ?? '');
      const lines = [...content.getClientRects()];
      return lines.slice(1).map((below, i) => {
        const above = lines[i] as DOMRect;
        const baseline =
          above.top + Number.parseFloat(style.paddingTop) + glyphs.fontBoundingBoxAscent;
        const mark = Number.isNaN(tall) ? below.top : (below.top + below.bottom - tall) / 2;
        return mark - (baseline + glyphs.actualBoundingBoxDescent);
      });
    });
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(0);
  });

  test('pointed at, light up with all others of their speaker', async () => {
    const page = await visit();
    await trySample(page, 'a clean story');
    await page.locator('#text .content', { hasText: 'Our school roof leaks' }).hover();
    const lit = await page.locator('#text .lit').allTextContents();
    expect(lit).toContain('the money would be missed elsewhere');
    expect(lit).toContain('Peter Oduya');
    expect(lit.join()).not.toContain('bakers');
    expect(await page.locator('.speakers .lit .name').textContent()).toContain('Peter Oduya');
    await page.mouse.move(0, 0);
    expect(await page.locator('#text .lit').count()).toBe(0);
  });

  test('say why, in the words of their rules', async () => {
    const page = await visit();
    await trySample(page, 'a clean story');
    await page.locator('#text .content', { hasText: 'We have bakers' }).click();
    expect(await tab(page, 'Why').getAttribute('aria-selected')).toBe('true');
    const why = panel(page);
    for (const word of ['Quote 1 of', 'Word for word', 'Ingrid Vale', 'said', 'sure']) {
      expect(await why.textContent()).toContain(word);
    }
    expect(await why.locator('.reasons li').allTextContents()).toEqual(
      expect.arrayContaining([
        'Marks around the words',
        '‘said’ is a reporting verb',
        '‘Ingrid Vale’ stands right behind ‘said’',
      ]),
    );
    expect(await why.locator('.reasons li').count()).toBe(5);
    expect(await why.locator('.rule').count()).toBe(0);
    await why.getByText('All evidence').click();
    const rule = why.locator('.rule').first();
    const link = rule.getByRole('link');
    const id = (await link.textContent()) ?? '';
    expect(id).toMatch(/^en\/cues\//);
    const answer = await page.request.get(`/v1/rules/${id}`);
    const { description } = (await answer.json()) as { description: string };
    await rule.getByText(description).waitFor();
    // The page for people, with this rule open.
    const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    const shown = opened.locator('#list details[open]');
    await shown.getByText(id, { exact: true }).waitFor();
    expect(await shown.count()).toBe(1);
    expect(await shown.textContent()).toContain(description);
    expect(await opened.locator('#count').textContent()).toMatch(/^\d+ rules?\b/);
    await opened.close();
    await rule.getByText('The rule').click();
    await rule.getByText('Must find').waitFor();
    expect(await why.locator('.weight').first().textContent()).toMatch(/^[+−]\d+\.\d\d$/);
  });
});

describe('segments', () => {
  test('say why, and lead to their rules', async () => {
    const page = await visit();
    await trySample(page, 'a page with everything');
    await page.locator('.seg.affiliate .lines').click();
    const why = panel(page);
    await why.getByText('Disclaimers: affiliate').first().waitFor();
    await why.getByText('Notices: copyright, privacy').waitFor();
    await why.locator('.reasons li').first().waitFor();
    await why.getByText('All evidence').click();
    await why.locator('.rule').first().waitFor();
    expect(await page.locator('.seg.on').getAttribute('class')).toContain('affiliate');
  });

  test('tell a runner-up, and quotes the way to their speaker', async () => {
    const page = await visit();
    await trySample(page, 'a clean story');
    await page.locator('.tag').first().click();
    expect(await panel(page).textContent()).toMatch(/Next best: [A-Z][a-z]+: [a-z-]+, \d+%/);
    await page.locator('#text .content', { hasText: 'Our school roof leaks' }).click();
    const step = panel(page).locator('.steps li').first();
    expect(await step.textContent()).toMatch(/^he → .*Oduya.* pronoun$/);
    await step.getByRole('button').last().click();
    const found = () => [...(CSS.highlights.get('found') ?? [])].map((range) => String(range));
    expect((await page.evaluate(found)).join()).toContain('Oduya');
  });

  test('a rule that the service does not list is named all the same', async () => {
    const page = await visit();
    await page.route('**/v1/rules/**', (route) => route.fulfill({ status: 404, json: {} }));
    await trySample(page, 'a page with everything');
    await page.locator('.seg.affiliate .lines').click();
    await panel(page).getByText('All evidence').click();
    await panel(page).getByText('The service lists no such rule.').first().waitFor();
  });
});

describe('speakers', () => {
  test('have a role and counts, and lead through what they say', async () => {
    const page = await visit();
    await trySample(page, 'a clean story');
    const card = panel(page).getByRole('button', { name: /^Ingrid Vale/ });
    expect(await card.textContent()).toMatch(/managing director.*3 quotes · \d+ words/);
    await card.click();
    const place = panel(page).locator('.more:not([hidden]) .place');
    expect(await place.textContent()).toBe('1 of 3');
    expect(await page.locator('#text .here').first().textContent()).toContain('We have bakers');
    await panel(page).getByRole('button', { name: 'Next' }).click();
    expect(await place.textContent()).toBe('2 of 3');
    const here = await page.locator('#text .here').allTextContents();
    expect(here.join()).not.toContain('bakers');
    expect(await page.locator('#text .of', { hasText: 'bakers' }).count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('#text .of').count()).toBe(0);
  });

  test('can be found from a quote', async () => {
    const page = await visit();
    await trySample(page, 'a clean story');
    await page.locator('#text .content', { hasText: 'We have bakers' }).click();
    await panel(page).getByRole('button', { name: 'Ingrid Vale' }).click();
    const card = panel(page).getByRole('button', { name: /^Ingrid Vale/ });
    expect(await card.getAttribute('aria-expanded')).toBe('true');
  });
});

describe('filters', () => {
  test('by label', async () => {
    const page = await visit();
    await trySample(page, 'a page with everything');
    for (const label of ['Furniture', 'Comments', 'Adverts', 'Disclaimers']) {
      await chip(page, label).click();
    }
    expect(await page.locator('.seg:visible:not(.body)').count()).toBe(0);
    expect(await page.locator('.seg.body:visible').count()).toBeGreaterThan(0);
    await chip(page, 'Story').click();
    await page.getByText('Nothing is left to show').waitFor();
    await chip(page, 'Comments').click();
    expect(await page.locator('.seg:visible:not(.comments)').count()).toBe(0);
  });

  test('by speaker', async () => {
    const page = await visit();
    await trySample(page, 'a clean story');
    const filter = page.getByLabel('Speaker', { exact: true });
    const [name = ''] = await filter
      .locator('option', { hasText: 'Peter Oduya' })
      .allTextContents();
    await filter.selectOption(name);
    const lines = await page.locator('#text p:visible').allTextContents();
    expect(lines.length).toBe(2);
    for (const line of lines) expect(line).toContain('Oduya');
    await filter.selectOption('Everybody');
    expect(await page.locator('#text p:visible').count()).toBeGreaterThan(lines.length);
  });

  test('are gone with the next text', async () => {
    const page = await visit();
    await trySample(page, 'a page with everything');
    await chip(page, 'Story').click();
    await page.getByRole('button', { name: 'Edit the text' }).click();
    await trySample(page, 'a clean story');
    expect(await page.locator('.seg.body:visible').count()).toBeGreaterThan(0);
    expect(await chip(page, 'Story').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('themes', () => {
  test('follow the system, and a choice', async () => {
    const page = await visit({ colorScheme: 'dark' });
    const paper = () => page.locator('body').evaluate(colourOf);
    const dark = await paper();
    await page.getByRole('button', { name: 'Light' }).click();
    const light = await paper();
    expect(light).not.toBe(dark);
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(await paper()).toBe(dark);
    await page.getByRole('button', { name: 'Light' }).click();
    await page.reload();
    expect(await paper()).toBe(light);
    await page.goto(new URL('/docs', page.url()).href);
    await page.locator('html[data-theme=light]').waitFor();
    expect(await paper()).toBe(light);
  });
});

describe('ways in', () => {
  test('a file, opened or dropped', async () => {
    const page = await visit();
    const buffer = Buffer.from('Bridge closed\n\n“It is safe,” said Ann Reed.');
    await page.locator('#file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer });
    await settled(page);
    expect(await page.locator('#text').textContent()).toContain('Ann Reed');
    const files = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['Tram drivers strike\n\nNobody knows why.'], 'b.txt'));
      return transfer;
    });
    await page.dispatchEvent('body', 'drop', { dataTransfer: files });
    await page.locator('#text', { hasText: 'Nobody knows why.' }).waitFor();
    expect(await page.locator('#drop').isHidden()).toBe(true);
  });

  test.each([
    [
      'a.eml',
      'Mail',
      'From: Mara Lind <m@press.example>\nSubject: Ferry\n\n“It is safe,” said Ann Reed.',
    ],
    [
      'a.rss',
      'XML',
      '<rss><item><title>Ferry</title><description>“It is safe,” said Ann Reed.</description></item></rss>',
    ],
    ['a.ninjs.json', 'ninjs', '{"headline":"Ferry","body_text":"“It is safe,” said Ann Reed."}'],
  ])('a file is read by its extension: %s', async (name, mode, text) => {
    const page = await visit();
    const file = { name, mimeType: '', buffer: Buffer.from(text) };
    await page.locator('#file').setInputFiles(file);
    await settled(page);
    const shown = await page.locator('#text').textContent();
    expect(shown).toContain('Ann Reed');
    expect(shown).not.toMatch(/Subject|<title>|"headline/);
    expect(await page.locator('#other-mode').isChecked()).toBe(true);
    expect(await page.locator('#other-mode + span').textContent()).toBe(mode);
  });

  test('a dropped page of HTML, in the charset that it names', async () => {
    const page = await visit();
    const html =
      '<meta charset=windows-1252><h1>Caf\u00e9 closed</h1><p>\u0093It is safe,\u0094 said Ann Reed.';
    const files = await page.evaluateHandle((latin) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(latin, (char) => char.charCodeAt(0));
      transfer.items.add(new File([bytes], 'page.html', { type: 'text/html' }));
      return transfer;
    }, html);
    const request = page.waitForRequest('**/v1/analyze');
    await page.dispatchEvent('body', 'drop', { dataTransfer: files });
    expect((await request).postDataJSON()).toHaveProperty('html');
    await page.locator('#text', { hasText: 'Café closed' }).waitFor();
    await page.locator('#text .content', { hasText: '“It is safe,”' }).waitFor();
  });

  test('options go with the text', async () => {
    const page = await visit();
    await page.getByText('Options').click();
    await page.getByLabel('Language').selectOption('German');
    await page.getByLabel('Quotes from this confidence on').fill('0.5');
    await page.getByRole('checkbox', { name: 'Comments' }).check();
    const request = page.waitForRequest('**/v1/analyze');
    await analyse(page, 'Some text.');
    expect((await request).postDataJSON()).toEqual({
      text: 'Some text.',
      explain: true,
      language: 'de',
      minConfidence: 0.5,
      quotesIn: ['body', 'comments'],
    });
  });

  test('an address as people write it, and one that is none', async () => {
    const page = await visit();
    await page.getByText('Options', { exact: true }).click();
    const field = page.getByLabel('Address of the page');
    await field.fill('www.example.org/a');
    const request = page.waitForRequest('**/v1/analyze');
    await analyse(page, 'Some text.');
    expect((await request).postDataJSON().url).toBe('https://www.example.org/a');
    await page.getByRole('button', { name: 'Edit the text' }).click();
    await field.fill('ftp://example.org');
    await page.getByRole('button', { name: 'Analyse' }).click();
    const problem = page.locator('.problem');
    await problem.waitFor();
    expect(await problem.innerText()).toMatch(/^Address of the page/);
    expect(await problem.innerText()).not.toMatch(/\/url|Request/);
    expect(await field.evaluate((own) => own === document.activeElement)).toBe(true);
  });

  test('nothing at all sends nothing', async () => {
    const page = await visit();
    await page.getByRole('button', { name: 'Analyse' }).click();
    expect(await page.locator('#problem').innerText()).toBe('There is no text yet.');
    expect(await page.locator('#reading').isHidden()).toBe(true);
  });

  test('HTML is read as a page, and so is a quote against it', async () => {
    const page = await visit();
    await page.getByLabel('HTML').check();
    const request = page.waitForRequest('**/v1/analyze');
    const html =
      '<nav><a href="/">Home</a></nav><h1>Bridge closed</h1>\n<p>“It is <b>quite</b> safe to use,” said Ann Reed.</p>';
    await analyse(page, html);
    expect((await request).postDataJSON()).toEqual({ html, explain: true });
    const lines = await page.locator('#text p').allTextContents();
    expect(lines).toContain('“It is quite safe to use,” said Ann Reed.');
    await tab(page, 'Verify').click();
    await panel(page).getByLabel('Quotes to look for').fill('It is quite safe to use');
    await panel(page).getByRole('button', { name: 'Verify' }).click();
    await panel(page).getByText('Word for word').waitFor();
    const found = () => [...(CSS.highlights.get('found') ?? [])].map((range) => String(range));
    expect((await page.evaluate(found)).join()).toContain('It is quite safe to use');
  });

  test('a refusal is shown with its reasons', async () => {
    const page = await visit();
    await page.getByText('Options').click();
    await page.getByLabel('Address of the page').fill('ftp://press.example');
    await page.getByRole('textbox', { name: 'Paste a news page' }).fill('Some text.');
    await page.getByRole('button', { name: 'Analyse' }).click();
    const alert = page.getByRole('alert');
    await alert.getByText('Address of the page').waitFor();
    expect(await page.locator('#compose').isVisible()).toBe(true);
  });

  test('a service that is away', async () => {
    const page = await visit();
    await page.route('**/v1/analyze', (route) => route.abort());
    await page.getByRole('button', { name: 'a clean story' }).click();
    await page.getByRole('alert').getByText('cannot be reached').waitFor();
  });
});
