/**
 * The text of a page's DOM, and where the text that was read stands in it, compared with the DOM of jsdom.
 * @module
 */
import fc from 'fast-check';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { locateInDom } from '../../src/html/dom-text.ts';
import { readHtml } from '../../src/html/reader.ts';

const SPACE = /[\t\n\f\r ]+/g;

/** As browsers have it with scripts on, which makes the content of `<noscript>` text. */
function textContent(html: string): string {
  return (
    new JSDOM(html, {
      runScripts: 'dangerously',
      // Their scripts are none.
      virtualConsole: new VirtualConsole(),
    }).window.document.body.textContent ?? ''
  );
}

/** What was read, without white space, and what stands in the place of each character in the DOM. */
function bothOf(html: string): readonly [read: string, found: string] {
  const { text, locate } = locateInDom(html);
  const read = readHtml(html, { hintsOf: () => 0 }).text;
  const places = read.split('').map((_, i) => locate({ start: i, end: i + 1 }));
  const found = places.map((place) => place && text.slice(place.start, place.end));
  return [read.replaceAll(SPACE, ''), found.join('')];
}

/** Every character is found. */
function expectAll(html: string): void {
  const [read, found] = bothOf(html);
  expect(found).toBe(read);
}

describe('text of the DOM', () => {
  test.each([
    ['nothing', ''],
    ['text alone', 'a b'],
    [
      'white space around the page',
      ' \n<html> \n<head> \n</head> \n<body> a \n</body> \n</html> \n',
    ],
    ['text in the head', '<head>a<title>b</title><body>c'],
    ['text behind the body', '<body>a</body> b </html> c '],
    ['blocks and breaks', '<p>a  b<br>c<p>d<hr>e'],
    ['comments', 'a<!-- b -->c<!-- d --> e'],
    ['entities', 'a&amp;b&ampc &lt;&#x1F309;&NotEqualTilde;&nbsp; &bogus; &#128; & e'],
    ['astral characters', '<p>😀a<p>b😀<i>😀</i>c'],
    ['scripts and styles', 'a<script>“b” < c</script>d<style>e > f</style>g'],
    ['templates', 'a<template>b<p>c</template>d'],
    ['noscript', 'a<noscript><p>b</p><!-- c --></noscript>d'],
    ['text areas', 'a<textarea>\n b &amp; c</textarea>d'],
    ['preformatted text', '<pre>\n\na\r\n  b\rc</pre>d'],
    [
      'foreign content',
      '<svg><text>a<![CDATA[b]]></text></svg><math><mrow><![CDATA[c]]></mrow></math>d',
    ],
    ['preformatted text behind hidden text', '<textarea>b</textarea><pre>\na</pre>'],
    ['no CDATA in HTML', 'a<p><![CDATA[ b<p>c ]]>d'],
    ['misplaced content of tables', 'a<table>b<tr>c<td>d</td>e</tr>f</table>g'],
    ['white space in tables', '<table> <tr> <td> a </td> </tr> </table> b'],
    ['misnested formatting', '<b>a<i>b</b>c</i><a>d<div>e<a>f</div>g'],
    ['frames', '<frameset><frame></frameset><noframes>a</noframes>'],
    ['old raw text', 'a<xmp><b>c</xmp><iframe><b>d</iframe><noembed>e</noembed>f<plaintext>g</h>'],
    ['hidden elements', 'a<p hidden>b</p><div style="display:none">c</div>d'],
    ['a NUL', 'a\0b<p>c\0'],
    ['selects and buttons', '<select><option>a<option>b</select><button>c</button><button>d'],
  ])('of %s', (_, html) => {
    expect(locateInDom(html).text).toBe(html.includes('<frameset') ? '' : textContent(html));
    if (!html.includes('<frameset')) expectAll(html);
  });

  test.each([
    ['nested too deeply', '<div>'.repeat(5000)],
    ['of too many elements', '<br>'.repeat(200_000)],
  ])('a page %s has none', (_, html) => {
    const { text, locate } = locateInDom(`${html}word`);
    expect(text).toBe('');
    expect(locate({ start: 0, end: 4 })).toBeNull();
  });
});

describe('a span', () => {
  const html = '<p> a <b> b</b>\n c <script>x</script> d';
  const { text, locate } = locateInDom(html);

  test('is from its first to its last character, with all between', () => {
    expect(readHtml(html, { hintsOf: () => 0 }).text).toBe('a b c d');
    const { start, end } = locate({ start: 2, end: 7 }) ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe('b\n c x d');
  });

  test('has no white space at its ends, and is more than that', () => {
    const { start, end } = locate({ start: 1, end: 4 }) ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe('b');
    expect(locate({ start: 1, end: 2 })).toBeNull();
    expect(locate({ start: 2, end: 2 })).toBeNull();
  });
});

const PIECES = [
  ...['<p>', '</p>', '<div>', '</div>', '<b>', '</b>', '<i>', '</i>', '<a href=x>', '</a>', '<br>'],
  ...['<table>', '<tr>', '<td>', '</td>', '</table>', '<ul>', '<li>', '</ul>', '<pre>\n', '</pre>'],
  ...['<script>s<</script>', '<style>t</style>', '<template>u</template>', '<!-- v -->', '<body>'],
  ...[
    '<noscript><p>w</noscript>',
    '<h1>',
    '</h1>',
    '<span hidden>h</span>',
    '&amp;',
    '&nbsp;',
    '\n',
  ],
  ...['word', ' ', '  ', '😀', '“Yes,”', 'a', '</body>', '<textarea>x</textarea>', '<option>', '<'],
];

test('any page has the text that jsdom gives it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
      const html = pieces.join('');
      expect(locateInDom(html).text).toBe(textContent(html));
    }),
    { numRuns: 60 },
  );
});

test('a line break that the DOM drops hides nothing behind it', () => {
  expectAll('<textarea>x</textarea><pre>\n😀');
});

test('any character of any page is found', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
      expectAll(pieces.join(''));
    }),
    { numRuns: 1000 },
  );
});
