/**
 * What is kept of the markup: for each line, the element it starts in, and its links.
 * @module
 */
import { describe, expect, test } from 'vitest';
import { TAGS } from '../../src/html/outline.ts';
import { readHtml } from '../../src/html/reader.ts';

/** Bit 0: names with "x"; bit 1: names with "y". */
const hintsOf = (names: string): number =>
  Number(names.includes('x')) + 2 * Number(names.includes('y'));

const read = (html: string) => readHtml(html, { hintsOf });

/** For each line its text, and the elements around its start from the inside out, with their hints. */
function linesOf(html: string): readonly string[] {
  const { text, outline } = read(html);
  const { elements, lines } = outline;
  return Array.from({ length: lines.count }, (_, l) => {
    const start = lines.start[l] as number;
    let e = lines.element[l] as number;
    const path: string[] = [];
    for (; (elements.parent[e] as number) !== e; e = elements.parent[e] as number)
      path.push(`${TAGS[elements.tag[e] as number]}${elements.hints[e] || ''}`);
    return `${text.slice(start).split('\n')[0]} < ${path.join(' ')}`;
  });
}

/** Characters of each line, and those in links. */
function linksOf(html: string): readonly (readonly [number, number])[] {
  const { chars, linked } = read(html).outline.lines;
  return Array.from(chars, (value, l) => [value, linked[l] as number] as const);
}

describe('elements of lines', () => {
  test('from the inside out', () => {
    expect(linesOf('<main><article><h1>a</h1><p>b <b>c</b></p></article></main>')).toEqual([
      'a < h1 article main',
      'b c < p article main',
    ]);
  });

  test('the inline element that a line starts in', () => {
    expect(linesOf('<p><time>May</time> b</p><p>c <time>May</time></p>')).toEqual([
      'May b < time p',
      'c May < p',
    ]);
  });

  test('elements that end without an end tag', () => {
    expect(linesOf('<ul><li><p>a<li>b</ul>c')).toEqual(['a < p li ul', 'b < li ul', 'c < ']);
  });

  test('hints are those of an element, of its names and, with a hyphen in it, of what it is', () => {
    expect(linesOf('<div class=x id=y><p>a</p></div><p role=x>b</p><x-y>c')).toEqual([
      'a < p div3',
      'b < p1',
      'c < inline3',
    ]);
    expect(linesOf('<html class=x><body class=y>a')).toEqual(['a < ']);
    expect(linesOf('<p title=x data-any=y>a')).toEqual(['a < p']);
  });

  test('make: name and classes, whatever their numbers', () => {
    const { make } = read('<p class="t-12">a<p class="t-7">b<p class="u">c<div class="t-12">d')
      .outline.elements;
    expect(make[1]).toBe(make[2]);
    expect(new Set(make).size).toBe(4);
  });

  test('every line of a text without markup stands in the page', () => {
    expect(linesOf('a<br>b')).toEqual(['a < ', 'b < ']);
  });
});

describe('links', () => {
  test('are counted in characters', () => {
    expect(linksOf('<p>abc <a href=1>de</a> f</p><p><a href=2>gh</a></p>')).toEqual([
      [6, 2],
      [2, 2],
    ]);
  });

  test('an anchor is no link, and a link without an end ends with its paragraph', () => {
    expect(linksOf('<p><a name=x>ab</a></p><p><a href=1>cd</p><p>ef</p>')).toEqual([
      [2, 0],
      [2, 2],
      [2, 0],
    ]);
  });

  test('one link ends the other', () => {
    expect(linksOf('<a href=1>a<a href=2>b</a>c')).toEqual([[3, 2]]);
  });
});

describe('titles and language', () => {
  test('of the page', () => {
    const { titles, language } = read(
      '<html lang="de-AT"><title> F&auml;hre </title><meta property="og:title" content="Die F&auml;hre"><svg><title>x</title></svg>',
    );
    expect(titles).toEqual([' Fähre ', 'Die Fähre']);
    expect(language).toBe('de-AT');
  });

  test('the first title counts', () => {
    expect(read('<title>a</title><title>b</title>').titles).toEqual(['a']);
  });

  test('none', () => {
    expect(read('<p>a')).toMatchObject({ titles: [], language: undefined });
  });
});

describe('bounds', () => {
  test('reading stops behind the most text that is wanted', () => {
    const { text } = readHtml('<p>word</p>'.repeat(1000), { hintsOf, most: 100 });
    expect(text.length).toBeGreaterThan(100);
    expect(text.length).toBeLessThan(110);
  });

  test('elements past the deepest level have the text of their lines, and no more', () => {
    const html = `${'<div>'.repeat(5000)}a<script>x</script><p>b</p>${'</div>'.repeat(5000)}<p>c`;
    const { text, outline } = read(html);
    expect(text).toBe('a\n\nb\n\nc');
    expect(outline.elements.count).toBeLessThan(300);
    expect(outline.elements.parent[outline.lines.element[2] as number]).toBe(0);
  });

  test('attributes are read up to a point', () => {
    const names: string[] = [];
    readHtml(`<p class="${'a'.repeat(100_000)}">b`, { hintsOf: (name) => names.push(name) });
    expect(names[0]?.length).toBeLessThan(2000);
  });
});
