/**
 * Every format of the built Worker, asked for in every way: the same characters as the sources write.
 * @module
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { analyze, readPage } from '../../src/analyze.ts';
import { FORMATS, isAboutPage, render, type FormatName } from '../../src/formats/formats.ts';
import { locateInDom } from '../../src/html/dom-text.ts';
import { rules } from '../../src/rules/load.ts';
import { samplePage } from '../../tools/check/sample.ts';
import { talksTo } from './server.ts';

const server = talksTo(new URL(inject('origin')));

const JSON_TYPE = { 'content-type': 'application/json' };
const HTML_TYPE = { 'content-type': 'text/html' };
const ZIPPED = { 'content-encoding': 'gzip' };

const NAMES = Object.keys(FORMATS) as FormatName[];
const OPTIONS = { id: 'wire-4711', url: 'https://example.com/a', offsetUnit: 'codepoint' } as const;
const QUERY = new URLSearchParams(OPTIONS).toString();

const TEXT = `\uFEFF😀 ${samplePage()}\r\n<b>&amp;`;
const HTML = samplePage()
  .split('\n\n')
  .map((line, i) => (i === 1 ? `<h1>${line}</h1>` : `<p>${line} 😀`))
  .join('\n');
const PAGE = readPage(HTML, rules);

describe.each(NAMES)('%s', (format) => {
  const { type } = FORMATS[format];
  const options = { id: OPTIONS.id, url: OPTIONS.url };
  const ofText = render(format, TEXT, analyze(TEXT, rules, options), OPTIONS);
  const located = isAboutPage(format) ? locateInDom(HTML) : undefined;
  const ofPage = render(format, PAGE.text, analyze(PAGE, rules, options), OPTIONS, located);

  async function expectIt(asking: Promise<Response>, expected: string): Promise<void> {
    const response = await asking;
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('vary')).toBe('Accept');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())).toBe(
      expected,
    );
  }

  test('of a text', async () => {
    expect(ofText).toContain('Ines Marlow');
    const query = `?format=${format}&${QUERY}`;
    await expectIt(server.post(TEXT, {}, query), ofText);
    await expectIt(server.post(gzipSync(TEXT), ZIPPED, query), ofText);
    const inJson = { text: TEXT, ...OPTIONS };
    await expectIt(server.post(JSON.stringify({ ...inJson, format }), JSON_TYPE), ofText);
    await expectIt(server.post(JSON.stringify(inJson), JSON_TYPE, `?format=${format}`), ofText);
  });

  test('of a page', async () => {
    expect(ofPage).toContain('Ines Marlow');
    await expectIt(server.post(HTML, HTML_TYPE, `?format=${format}&${QUERY}`), ofPage);
    const body = JSON.stringify({ html: HTML, ...OPTIONS, format });
    await expectIt(server.post(body, JSON_TYPE), ofPage);
  });

  // JSON's own media type means the program's own JSON.
  test.skipIf(format === 'citron')('by its media type', async () => {
    await expectIt(server.post(TEXT, { accept: `${type}, */*;q=0.1` }, `?${QUERY}`), ofText);
  });

  test('of nothing', async () => {
    await expectIt(
      server.post('', {}, `?format=${format}`),
      render(format, '', analyze('', rules), {}),
    );
  });

  test('not in a batch', async () => {
    const lines = [JSON.stringify({ text: TEXT, format }), JSON.stringify({ text: '', format })];
    const response = await fetch(new URL('/v1/batch', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    });
    const answers = (await response.text()).trim().split('\n');
    expect(answers.map((line) => (JSON.parse(line) as { status: number }).status)).toEqual([
      406, 406,
    ]);
  });
});
