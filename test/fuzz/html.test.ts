/**
 * Any markup in, however broken: what is promised of every answer out, in time.
 * @module
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, readPage } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import { breaches } from '../contract.ts';
import { numRuns, PATIENCE_MS } from './cases.ts';

const NAMES = [
  'p',
  'div',
  'b',
  'a',
  'table',
  'tr',
  'td',
  'ul',
  'li',
  'pre',
  'svg',
  'script',
  'title',
  'template',
  'h1',
  'select',
  'br',
  'x-y',
  'q',
  'blockquote',
  'article',
  'footer',
  'figcaption',
  'textarea',
  'noscript',
  'iframe',
  'math',
  'style',
  'body',
  'meta charset=utf-16',
  'base href=x',
  'p/',
  '',
];
const TEXTS = [
  'The ferry sails at nine, the harbour master said.',
  ' ',
  '\n',
  'a',
  '“No,” said Dana Reed.',
  '&amp;',
  '&',
  '&#x0;',
  '&#xd800;',
  '&#x110000;',
  '&#8220',
  '&nbsp;',
  '&quot;No,&quot; he said',
  '\u202e',
  '\u0301'.repeat(30),
  'w'.repeat(2000),
  '\0',
  '\ud800',
  '<',
  '>',
  '😀',
  '\u2028',
  '\r\n',
];
const ATTRIBUTES = [
  '',
  ' class="comment-list"',
  ' hidden',
  ' aria-hidden=true',
  ' style="display:none"',
  ' href=x',
  ' a="',
  " b='",
  ' ="',
  ' class',
  ' lang=de',
  ' style="DISPLAY : none !important"',
  ` ${'x=y '.repeat(200)}`,
  ` class="${'a '.repeat(500)}"`,
];

const anyPiece = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc
    .tuple(
      fc.constantFrom(...NAMES),
      fc.constantFrom(...ATTRIBUTES),
      fc.constantFrom('>', '/>', '', ' >'),
    )
    .map(([name, attribute, end]) => `<${name}${attribute}${end}`),
  fc.constantFrom(...NAMES).map((name) => `</${name}>`),
  fc.constantFrom('<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE html>', '<?', '</'),
);
const soup = fc.array(anyPiece, { maxLength: 60 }).map((pieces) => pieces.join(''));

function expectSound(html: string): void {
  const page = readPage(html, rules);
  const { elements, lines } = page.outline;
  const answer = analyze(page, rules);
  expect(answer.text).toBe(page.text);
  expect(breaches(page.text, answer)).toEqual([]);
  expect(page.text.includes('\0')).toBe(false);
  for (let e = 1; e < elements.count; e++) expect(elements.parent[e]).toBeLessThan(e);
  for (let l = 0; l < lines.count; l++) {
    expect(lines.element[l]).toBeLessThan(elements.count);
    expect(lines.linked[l]).toBeLessThanOrEqual(lines.chars[l] as number);
    expect(l === 0 || page.text[(lines.start[l] as number) - 1] === '\n').toBe(true);
  }
}

describe('any markup', { timeout: PATIENCE_MS }, () => {
  it('of tag soup gets a sound answer', () => {
    fc.assert(fc.property(soup, expectSound), { numRuns });
  });

  it('of any characters gets a sound answer', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectSound), { numRuns });
  });

  it('gets the same answer twice', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const once = JSON.stringify(analyze(readPage(html, rules), rules));
        expect(JSON.stringify(analyze(readPage(html, rules), rules))).toBe(once);
      }),
      { numRuns },
    );
  });
});

const SIZE = 1_000_000;
const times = (unit: string, size = SIZE): string => unit.repeat(Math.ceil(size / unit.length));

/** Milliseconds to read a page. */
function timeOf(html: string): number {
  const started = process.cpuUsage();
  readPage(html, rules, SIZE);
  return process.cpuUsage(started).user / 1000;
}

// Processor time, in milliseconds. Linear work takes a fraction of these limits; quadratic work minutes.
describe('a megabyte', () => {
  it.each([
    ['unclosed elements', times('<div>')],
    ['unclosed inline elements', times('<b>')],
    ['unclosed paragraphs with text', times('<p>a')],
    ['unclosed inline elements in paragraphs', times('<p><b><i>a')],
    ['ends without starts', times('</div>')],
    ['ends without starts in a deep page', times('<div>', 2000) + times('</p></li></b></td>')],
    ['starts and ends in a deep page', times('<div>', 2000) + times('<p></p><li></li>')],
    ['names, each another', Array.from({ length: SIZE / 10 }, (_, i) => `<x${i}>`).join('')],
    [
      'classes, each another',
      Array.from({ length: SIZE / 25 }, (_, i) => `<b class="c${i}">a`).join(''),
    ],
    ['one attribute', `<p class="${times('a ')}">b`],
    ['one attribute without an end', `<p class="${times('a ')}`],
    ['one attribute of entities', `<p class="${times('&amp;')}">b`],
    ['attributes of one tag', `<p ${times('a=b ')}>b`],
    ['one name', `<${times('a')}>`],
    ['one comment', `<!--${times('- ')}`],
    ['comments', times('<!---->')],
    ['half entities', times('&')],
    ['numbers of entities', times('&#')],
    ['one entity', `&#${times('0')}65;`],
    ['entities', times('&hellip;')],
    ['angle brackets', times('<')],
    ['scripts without an end', times('<script>')],
    ['titles', times('<title>a</title>')],
    ['hidden elements', times('<i hidden>a')],
    ['tables in tables', times('<table><tr><td>a')],
    ['lists in lists', times('<ul><li>a')],
    ['links in links', times('<a href=x>a')],
    ['line breaks', times('<br>')],
    ['white space', times(' ')],
    ['preformatted line breaks', `<pre>${times('\n')}`],
    ['drawings', times('<svg><p>a')],
  ])('of %s is read in time', (_, html) => {
    expect(timeOf(html)).toBeLessThan(10_000);
  });
});

describe('a hundred thousand characters', () => {
  it.each([
    ['lines', times('<p>The ferry sails. ', 100_000)],
    ['links', times('<a href=x>The ferry</a><br>', 100_000)],
    ['deep lines', times('<div>', 1500) + times('<p>a b c<b>', 100_000)],
    [
      'lines of their own makes',
      Array.from(
        { length: 4000 },
        (_, i) => `<p class="${'abcdefghij'[i % 10]}${'x'.repeat(i % 97)}">The ferry.`,
      ).join(''),
    ],
  ])('of %s gets a sound answer in time', (_, html) => {
    const started = process.cpuUsage();
    const page = readPage(html, rules);
    expect(breaches(page.text, analyze(page, rules))).toEqual([]);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(15_000);
  });
});
