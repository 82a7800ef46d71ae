import { describe, expect, it } from 'vitest';
import { TAGS } from '../../../src/html/outline.ts';
import { readHtml } from '../../../src/html/reader.ts';
import { PLACES } from '../../../src/segments/markup/boxes.ts';
import { RELATIONS } from '../../../src/segments/markup/containers.ts';
import { measureMarkup, SIDES, type Markup } from '../../../src/segments/markup/measure.ts';
import { LANDMARKS } from '../../../src/segments/markup/names.ts';
import { RECORDS } from '../../../src/segments/markup/records.ts';
import type { Units } from '../../../src/segments/units/units.ts';
import { readDocument } from '../../../src/text/document.ts';
import { vocabularyOf } from '../../../src/text/words.ts';

/** Bit 0: names with "x"; bit 1: names with "y". */
const hintsOf = (names: string): number =>
  Number(names.includes('x')) + 2 * Number(names.includes('y'));

/** Measures a page whose units are its lines; lines that hold "story" are told to be of the story. */
function measure(html: string): { readonly lines: readonly string[]; readonly markup: Markup } {
  const page = readHtml(html, { hintsOf });
  const doc = readDocument(page.text, vocabularyOf(new Map()));
  const start = Int32Array.from(doc.lines, (line) => line.start);
  const end = Int32Array.from(doc.lines, (line) => line.end);
  const wordAt = (offset: number): number => {
    let w = 0;
    while (w < doc.words.count && (doc.words.start[w] as number) < offset) w++;
    return w;
  };
  const units: Units = {
    count: start.length,
    start,
    end,
    from: start.map(wordAt),
    to: end.map(wordAt),
    gap: new Uint8Array(start.length),
  };
  const lines = doc.lines.map((line) => page.text.slice(line.start, line.end));
  const body = Float32Array.from(lines, (line) => Number(line.includes('story')));
  const prose = Uint8Array.from(lines, (line) => Number(line.includes('story')));
  const words = Int32Array.from(lines, (line) => line.split(' ').length);
  const measured = { doc, units, html: page, words, prose, body };
  return {
    lines,
    markup: measureMarkup(measured, {
      foreign: 2,
      certain: [2],
      comments: 2,
      byline: 0,
      caption: 0,
      aloud: 0,
    }),
  };
}

const relations = (html: string): readonly string[] =>
  [...measure(html).markup.relation].map((relation) => RELATIONS[relation] as string);

describe('measureMarkup', () => {
  it('knows the links, the element and its start', () => {
    const { markup } = measure('<p>abcd <a href=1>ef</a></p><ul><li><a href=2>gh</a></ul>ij');
    expect([...markup.linked]).toEqual([33, 100, 0]);
    expect([...markup.block].map((tag) => TAGS[tag])).toEqual(['p', 'li', 'page']);
    expect([...markup.inline].map((tag) => TAGS[tag])).toEqual(['page', 'a', 'page']);
  });

  it('knows what a line stands in, but for what all of the page stands in', () => {
    const { markup } = measure('<main><nav><p>ab</p></nav><aside>cd</aside></main>');
    const names = [...markup.landmarks].map((bits) =>
      LANDMARKS.filter((_, i) => (bits >> i) & 1).join(),
    );
    expect(names).toEqual(['nav', 'aside']);
  });

  it('tells hints close by from those further out', () => {
    const far = '<div class=x><div><div><p class=y>ab</p></div></div></div><p>cd</p>';
    const { markup } = measure(far);
    expect([...markup.own]).toEqual([2, 0]);
    expect([...markup.near]).toEqual([0, 0]);
    expect([...markup.far]).toEqual([1, 0]);
    expect([...measure('<div class=x><div><p>ab</p></div></div><p>cd').markup.near]).toEqual([
      1, 0,
    ]);
  });

  it('knows the titles of the page', () => {
    const { markup } = measure(
      '<title>The ferry sails | Post</title><h1>The Ferry sails</h1><p>The ferry sails at nine again and again<p>ab',
    );
    expect([...markup.title]).toEqual([2, 0, 0]);
  });

  it('places lines by the element that most of the story stands in', () => {
    expect(
      relations(
        '<div>ab</div><main><div>cd</div><article><p>a long story</p><p>a story</p><ul><li>ef</li></ul><div><div><p>gh</p></div></div></article></main><div>ij</div>',
      ),
    ).toEqual(['before-2', 'before-1', 'inside-0', 'inside-0', 'inside-1', 'inside-2', 'after-2']);
  });

  it('places nothing where there is no story', () => {
    expect(relations('<p>ab</p><p>cd</p>')).toEqual(['none', 'none']);
  });

  it('knows how much of what is made alike, and stands together, is story', () => {
    const { markup } = measure(
      '<div class=a><p class=t>story</p><p class=t>other</p></div><div class=b><p class=t>other</p></div>',
    );
    expect([...markup.kinStory]).toEqual([50, 50, 0]);
    expect([...markup.storyKin]).toEqual([100, 100, 0]);
    expect([...markup.aroundStory]).toEqual([50, 50, 0]);
    expect([...markup.outerStory]).toEqual([33, 33, 33]);
  });

  it('believes no foreign name of what holds the headline, or nearly all of the story', () => {
    const own = (html: string): readonly number[] => [...measure(html).markup.near];
    expect(own('<div><div class=y><h1>ab</h1><p>story</p></div></div><p>cd</p>')).toEqual([
      0, 0, 0,
    ]);
    expect(own('<div><div class=y><p>story</p></div></div><p>cd</p>')).toEqual([0, 0]);
    expect(own('<div class=x><h1>ab</h1><p>story</p></div><p>cd</p>')).toEqual([1, 1, 0]);
    expect(own('<h1>ab</h1><p>story</p><div class=y><p>cd</p></div>')).toEqual([0, 0, 2]);
  });

  it('doubts a foreign name of what holds much of the story, but not many comments', () => {
    const doubtful = (html: string): readonly number[] => [...measure(html).markup.doubtful];
    const story = '<h1>ab</h1><p>story</p>';
    expect(doubtful(`${story}<div class=y><p>a story</p><p>a story</p></div>`)).toEqual([
      0, 0, 2, 2,
    ]);
    expect(
      doubtful(`${story}<div class=y><p class=y>a story</p><p class=y>a story</p></div>`),
    ).toEqual([0, 0, 0, 0]);
  });

  it('knows no landmark but those of stories around a headline', () => {
    const { markup } = measure(
      '<article><table><td><h1>ab</h1><p>story</p></table></article><table><td>cd</table>',
    );
    const names = [...markup.landmarks].map((bits) =>
      LANDMARKS.filter((_, i) => (bits >> i) & 1).join(),
    );
    expect(names).toEqual(['article', 'article', 'table']);
  });

  it('finds the headline: a heading that says what the title says', () => {
    const sides = (html: string): readonly string[] =>
      [...measure(html).markup.side].map((side) => SIDES[side] as string);
    expect(sides('<p>ab</p>')).toEqual(['none']);
    expect(sides('<h1>Post</h1><p>ab</p>')).toEqual(['headline', 'after']);
    expect(
      sides('<title>The ferry sails - Post</title><h1>Post</h1><h2>The ferry sails</h2><p>ab</p>'),
    ).toEqual(['before', 'headline', 'after']);
    expect(
      sides('<title>渡し船が動く - 新聞</title><h1>新聞</h1><h2>渡し船が動く</h2><p>ab</p>'),
    ).toEqual(['before', 'headline', 'after']);
    expect(
      sides(
        '<title>The ferry sails - Post</title><p><a href=1>The ferry sails</a></p><h3>The ferry sails</h3>',
      ),
    ).toEqual(['before', 'headline']);
  });

  it('puts what stands together around the paragraphs of the story into boxes', () => {
    const { markup } = measure(
      '<ul><li><a href=1>ab</a><li>cd</ul><main><p>a story</p><div><h3>ef</h3><div><ul><li><a href=2>gh</a><li><a href=3>ij</a></ul></div></div><p>a story</p></main><table><td>kl<td>mn<tr><td>op</table>',
    );
    expect([...markup.place].map((place) => PLACES[place])).toEqual([
      ...['before', 'before', 'paragraph', 'between', 'between', 'between', 'paragraph'],
      ...['after', 'after'],
    ]);
    expect([...markup.boxTag].map((tag) => TAGS[tag])).toEqual([
      ...['ul', 'ul', 'p', 'div', 'div', 'div', 'p', 'table', 'table'],
    ]);
    expect([...markup.boxUnits]).toEqual([2, 2, 1, 3, 3, 3, 1, 2, 2]);
    // One line without a link is the header.
    expect([...markup.boxLinks]).toEqual([100, 100, 0, 100, 100, 100, 0, 0, 0]);
    expect([...markup.row]).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0]);
  });

  it('has no boxes where there is no story', () => {
    const { markup } = measure('<ul><li>ab<li>cd</ul>');
    expect([...markup.place].map((place) => PLACES[place])).toEqual(['none', 'none']);
  });

  it('tells the first record of a thread from those that follow', () => {
    const post = '<div class="post n1"><a href=1>Ada</a><p>a story of some length</p></div>';
    const records = (html: string): readonly string[] =>
      [...measure(html).markup.record].map((record) => RECORDS[record] as string);
    expect(records(`<p>ab</p><div>${post}${post}</div><p>cd</p>`)).toEqual([
      ...['before', 'first', 'first', 'later', 'later', 'after'],
    ]);
    const opening = `<p>${'story '.repeat(30)}</p>`;
    expect(records(`${opening}<div>${post}${post}</div>`)).toEqual([
      ...['before', 'later', 'later', 'later', 'later'],
    ]);
    expect(records(`<div>${post}</div>`)).toEqual(['none', 'none']);
    // Paragraphs of one make are no records, nor is what nobody signed.
    expect(records('<p>a story</p><p>a story</p>')).toEqual(['none', 'none']);
    const part = '<section><h2>ab</h2><p>a story</p></section>';
    expect(records(part + part)).toEqual(['none', 'none', 'none', 'none']);
  });
});
