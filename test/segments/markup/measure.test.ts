import { describe, expect, it } from 'vitest';
import { TAGS } from '../../../src/html/outline.ts';
import { readHtml } from '../../../src/html/reader.ts';
import { RELATIONS } from '../../../src/segments/markup/containers.ts';
import { LANDMARKS, measureMarkup, type Markup } from '../../../src/segments/markup/measure.ts';
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
  return { lines, markup: measureMarkup(doc, units, page, body) };
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
    expect([...markup.near]).toEqual([2, 0]);
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
});
