/**
 * The text of a page, as a browser's `innerText` would give it.
 * @module
 */
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/html/reader.ts';

const textOf = (html: string): string => readHtml(html, { hintsOf: () => 0 }).text;

function cases(all: readonly (readonly [name: string, html: string, text: string])[]): void {
  test.each(all)('%s', (_, html, text) => {
    expect(textOf(html)).toBe(text);
  });
}

describe('white space and lines', () => {
  cases([
    ['nothing', '', ''],
    ['white space alone', ' \n\t ', ''],
    ['plain text', 'The ferry sails.', 'The ferry sails.'],
    ['runs of it are one space', ' a \n\t\f\r b ', 'a b'],
    ['across inline elements', 'a <b> b </b> <i>c</i>', 'a b c'],
    ['none where there is none', 'a<b>b</b>c', 'abc'],
    ['comments are nothing', 'a<!-- x -->b <!-- y --> c', 'ab c'],
    ['blocks stand on lines', 'a<div>b</div>c', 'a\nb\nc'],
    ['blocks in blocks add no lines', '<div><section><div>a</div></section></div>b', 'a\nb'],
    ['paragraphs are set off', '<p>a</p><p>b</p>c', 'a\n\nb\n\nc'],
    ['paragraphs and blocks: the larger break', '<p>a</p><div>b</div>', 'a\n\nb'],
    ['empty blocks are no lines', 'a<div></div><div> </div><p></p>b', 'a\n\nb'],
    ['br', 'a<br>b<br/>c</br>d', 'a\nb\nc\nd'],
    ['several br', 'a<br><br>b', 'a\n\nb'],
    ['very many br', `a${'<br>'.repeat(50)}b`, 'a\n\n\nb'],
    ['br at the ends', '<p><br>a<br></p><p>b', 'a\n\nb'],
    ['hr', 'a<hr>b', 'a\nb'],
    ['headings', '<h1>a</h1><h2>b</h2>c', 'a\nb\nc'],
    ['a space before a break is none', 'a <br> b <p> c </p>', 'a\nb\n\nc'],
    ['no-break spaces stay', 'a&nbsp;&nbsp;b', 'a\u00a0\u00a0b'],
    ['zero-width characters stay', 'a\u200bb\u00adc', 'a\u200bb\u00adc'],
  ]);
});

describe('preformatted text', () => {
  cases([
    ['keeps white space', '<pre>a  b\n\n\n\nc\td</pre>', 'a  b\n\n\n\nc\td'],
    ['loses its first line break', '<pre>\na</pre><pre>\r\nb</pre>', 'a\nb'],
    ['indents', '<pre>a\n  b <b>c\n d</b></pre>', 'a\n  b c\n d'],
    ['line ends of any kind', '<pre>a\r\nb\rc</pre>', 'a\nb\nc'],
    ['and back', '<pre>a  b</pre>c  d', 'a  b\nc d'],
    ['entities', '<pre>&lt;a&gt;&#10;b</pre>', '<a>\nb'],
  ]);
});

describe('lists and tables', () => {
  cases([
    ['items', '<ul><li>a</li><li>b</li></ul>c', 'a\nb\nc'],
    ['items without ends', '<ul><li>a<li>b</ul>c', 'a\nb\nc'],
    ['lists in items', '<ul><li>a<ul><li>b<li>c</ul><li>d</ul>', 'a\nb\nc\nd'],
    ['definitions', '<dl><dt>a<dd>b<dt>c<dd>d</dl>', 'a\nb\nc\nd'],
    [
      'cells',
      '<table><tr><td>a</td><td>b</td></tr><tr><th>c</th><td>d</td></tr></table>',
      'a\tb\nc\td',
    ],
    ['cells without ends', '<table><tr><td>a<td>b<tr><td>c<td>d</table>e', 'a\tb\nc\td\ne'],
    ['paragraphs in cells', '<table><tr><td><p>a<td><p>b</table>', 'a\n\nb'],
    ['empty cells', '<table><tr><td></td><td>a</td></tr></table>', 'a'],
    ['captions', '<table><caption>a</caption><tr><td>b</table>', 'a\nb'],
    ['tables in tables', '<table><tr><td><table><tr><td>a<td>b</table><td>c</table>', 'a\tb\nc'],
  ]);
});

describe('CDATA sections', () => {
  cases([
    ['are comments up to the next >', '<![CDATA[x]]>a', 'a'],
    ['hide no story', '<![CDATA[ x > <p>a <b>b</b></p> ]]><p>c', 'a b\n\n]]>\n\nc'],
    ['that never end', 'a<p><![CDATA[<p>b<![CDATA[ x>c', 'a\n\nbc'],
    ['are text in formulas', '<math><mi><![CDATA[a < <b> &amp;]]></mi></math>', 'a < <b> &amp;'],
    ['are skipped whole in drawings', '<svg><style><![CDATA[a > </svg><p>]]></style></svg>b', 'b'],
    ['in attributes are none', '<p title="<![CDATA[ > x">a', 'a'],
    ['very many', '<![CDATA[>a'.repeat(3), 'aaa'],
  ]);
});

describe('what is not shown', () => {
  cases([
    ['scripts and styles', 'a<script>if (a < b) "<p>x</p>"</script><style>p{}</style>b', 'ab'],
    ['a script in a script', '<script>"<script>"</script>a', 'a'],
    ['the title', '<title>x</title>a', 'a'],
    ['templates', 'a<template><p>x</p></template>b', 'ab'],
    ['noscript, where lazy pictures are', 'a<noscript><img alt="x"><p>x</p></noscript>b', 'ab'],
    ['drawings and their titles', 'a<svg><title>x</title><text>y</text></svg>b', 'ab'],
    ['a drawing that is closed at once', '<svg class="icon"/>a', 'a'],
    ['frames, films, fallbacks', 'a<iframe>x</iframe><video>x</video><canvas>x</canvas>b', 'ab'],
    ['fields', 'a<textarea>x</textarea><select><option>x</select><input value="x">b', 'ab'],
    ['alt texts', 'a<img alt="x">b', 'ab'],
    ['hidden', 'a<div hidden>x</div>b<p HIDDEN="">y</p>c', 'abc'],
    ['hidden until found', '<div hidden="until-found">a</div>', 'a'],
    ['display: none', '<p style="color:red; DISPLAY : none !important">x</p>a', 'a'],
    ['visibility: hidden', '<p style="visibility:hidden">x</p>a', 'a'],
    ['another display', '<p style="--x-display:none-ish;display:block">a</p>', 'a'],
    ['aria-hidden', '<div>a<span aria-hidden="true">x</span>b</div>', 'ab'],
    ['a page behind a dialog', '<main aria-hidden="true">a</main>', 'a'],
    ['dialogs, unless open', 'a<dialog>x</dialog><dialog open>b</dialog>', 'a\nb'],
    ['all inside what is hidden', '<div hidden><div><p>x</div><p>y</div>a', 'a'],
    ['details are', '<details><summary>a</summary>b</details>', 'a\nb'],
    ['declarations, instructions', '<!DOCTYPE html><?xml a?>a<!x>', 'a'],
    ['CDATA in a script', '<script>//<![CDATA[\n"<p>x"\n//]]></script>a', 'a'],
    ['CDATA in a comment', '<!-- <![CDATA[ -->a', 'a'],
  ]);
});

describe('links and buttons side by side', () => {
  cases([
    ['are apart', '<a href=1>a</a><a href=2>b</a>', 'a b'],
    ['also buttons', '<button>a</button><button>b</button>', 'a b'],
    ['but not from words', 'a<a href=1>b</a>c', 'abc'],
  ]);
});

describe('entities', () => {
  cases([
    ['named', '&lt;&amp;&eacute;&hellip;&ldquo;&rdquo;', '<&é…“”'],
    ['of two characters', '&NotEqualTilde;', '≂̸'],
    ['numbered', '&#8364;&#x20AC;&#X20ac;', '€€€'],
    ['windows-1252 by number', '&#146;&#150;', '’–'],
    ['without a semicolon', 'R&D AT&ampT &copy 2020 &notit;', 'R&D AT&T © 2020 ¬it;'],
    ['unknown or broken', '&bogus; &; & &# &#x; &#xZ; &', '&bogus; &; & &# &#x; &#xZ; &'],
    [
      'nothing, surrogates, too large',
      '&#0;&#xD800;&#x110000;&#99999999999;',
      '\ufffd\ufffd\ufffd\ufffd',
    ],
    ['outside the BMP', '&#x1F600;', '😀'],
    ['white space by number collapses', 'a&#32;&#10;&#9;b', 'a b'],
    ['a great many', '&amp;'.repeat(1000), '&'.repeat(1000)],
  ]);
});

describe('odd characters', () => {
  cases([
    ['U+0000 is dropped', 'a\0b<p>\0</p>', 'ab'],
    ['lone surrogates stay', 'a\ud800b\udc00', 'a\ud800b\udc00'],
    ['a byte-order mark in front', '\ufeff<p>a', 'a'],
    ['and elsewhere', '<p>a\ufeffb', 'a\ufeffb'],
  ]);
});

describe('broken markup', () => {
  cases([
    ['unclosed paragraphs', '<p>a<p>b<div>c', 'a\n\nb\n\nc'],
    ['an end without a start', 'a</div></b></td></table>b', 'ab'],
    ['the end of a paragraph without a start', 'a</p>b', 'a\n\nb'],
    ['elements that overlap', '<p>a<b>b<i>c</b>d</i>e</p>', 'abcde'],
    ['an inline element over paragraphs', '<b><p>a</b> b</p><p>c', 'a b\n\nc'],
    ['a heading ended by another', '<h1>a</h2>b', 'a\nb'],
    ['the end of a block in a cell', '<div><table><tr><td>a</div>b<td>c</table></div>', 'ab\tc'],
    ['a list ended inside an item', '<ul><li>a<div>b</ul>c', 'a\nb\nc'],
    ['text in a table', '<table>a<tr><td>b</table>', 'a\nb'],
    ['a drawing without an end', 'a<svg><path><p>b', 'a\n\nb'],
    ['no end of a tag', 'a <b', 'a'],
    ['no end of a comment', 'a<!-- b', 'a'],
    ['no end of an attribute', 'a<b title="c', 'a'],
    ['no end of a script', 'a<script>b', 'a'],
    ['a lone angle bracket', '1 < 2 <> 3 > 2 <', '1 < 2 <> 3 > 2 <'],
    ['upper case', '<P>A<BR>B</P><SCRIPT>x</SCRIPT>', 'A\nB'],
    ['attributes without quotes', '<p class=a style=display:none>x</p>b', 'b'],
    ['an attribute given twice', '<p hidden hidden="until-found">x</p>a', 'a'],
    ['no body, or two', '<html><body>a<body>b</html>c', 'abc'],
    ['a head without an end', '<head><title>x</title><p>a', 'a'],
    ['elements nobody knows', '<x-box>a</x-box><blink>b</blink>', 'ab'],
    ['prefixes', '<o:p>a</o:p>', 'a'],
    ['a button in a button', '<button>a<button>b', 'a b'],
  ]);
});
