import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../src/html/fields.ts';
import type { NewsPage } from '../../src/news/compose.ts';
import { readNewsJson, readNewsXml } from '../../src/news/read.ts';

const hintsOf = (): number => 0;
const xml = (source: string, most = Infinity): NewsPage => readNewsXml(source, { hintsOf, most });
const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/news/${name}`, import.meta.url), 'utf8');

/** The fields of each item, with their text on one line. */
function itemsOf({ text, fields }: NewsPage): readonly (readonly string[])[] {
  const items: string[][] = [];
  fields.start.forEach((start, i) => {
    const own = text
      .slice(start, fields.start[i + 1])
      .trim()
      .replaceAll('\n', ' | ');
    (items[fields.item[i] as number] ??= []).push(`${FIELDS[fields.field[i] as number]}: ${own}`);
  });
  return items;
}

test('NITF: a head in fields, names inside of sentences, pictures apart from the story', () => {
  const page = xml(fixture('bridge.nitf.xml'));
  expect(page).toMatchObject({ format: 'nitf', language: 'en', titles: [] });
  expect(itemsOf(page)).toEqual([
    [
      'headline: Harbour bridge to stay shut until May',
      'standfirst: Engineers found cracks in two main beams',
      'byline: By Ada Brandt | Harbour correspondent',
      'dateline: ELSING, March 3',
      'caption: The harbour bridge, seen from the old lock on Monday.',
      'credit: Photo: Jon Reed',
      expect.stringMatching(
        /^body: The harbour bridge will stay shut until May, the city council said on Tuesday\. .*“We found cracks in two of the main beams,” said Ines Marlow.*“Nobody should drive over that\.”.*customers & staff\. \| +\| The council will decide in April\.$/,
      ),
      'source: Elsing Press',
      'source: Additional reporting by Tom Hale in Elsing',
      'note: EDITORS: picture to follow',
    ],
  ]);
});

test('NewsML-G2: any prefix, text in XHTML or characters, a heading that says the headline again left out', () => {
  const page = xml(fixture('message.newsml-g2.xml'));
  expect(page).toMatchObject({ format: 'newsml-g2', language: 'en' });
  expect(itemsOf(page)).toEqual([
    [
      'headline: Ferry crews go on strike over rotas',
      'byline: Mara Lind',
      'dateline: ELSING, March 3',
      expect.stringMatching(
        /^body: Ferry crews walked out .*leaving hundreds of commuters.*answered\.”$/,
      ),
      'source: Elsing Press',
      'copyright: Copyright 2026 Elsing Press. All rights reserved.',
      'note: Adds quote',
    ],
    [
      'headline: Library opens on Sundays',
      'body: The town library will open its doors on Sundays from April, its director said on Tuesday. |  | “Families have asked for this for years,” Hanna Ostrow said.',
    ],
  ]);
});

test('NewsML-G2: fields of NITF inside count before those around it', () => {
  const page = xml(
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta><by>Outer</by><headline>Outer</headline></contentMeta>' +
      '<contentSet><inlineXML><nitf xmlns=""><body><body.head><hedline><hl1>Inner</hl1></hedline></body.head>' +
      '<body.content><p>Text.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>',
  );
  expect(itemsOf(page)).toEqual([['headline: Inner', 'byline: Outer', 'body: Text.']]);
});

test('RSS: HTML in CDATA or escaped, other namespaces apart, nothing left open reaches the next item', () => {
  const page = xml(fixture('feed.rss'));
  expect(page).toMatchObject({ format: 'rss', language: 'en-gb' });
  expect(itemsOf(page)).toEqual([
    [
      'headline: Harbour bridge & lock to stay shut',
      'byline: Ada Brandt',
      expect.stringMatching(
        /^body: The harbour bridge will .*“We found cracks in two.* appeared first on Elsing Post\.$/,
      ),
    ],
    [
      'headline: Ferry crews go on strike',
      'byline: Mara Lind',
      expect.stringMatching(
        /^body: Ferry crews walked out.*“Nobody has answered us,” said Paul Reed/,
      ),
    ],
    [
      'headline: Library opens on Sundays',
      'body: “Families have asked for this for years,” Hanna Ostrow said.',
    ],
  ]);
  expect(page.text).not.toContain('not text');
});

test('RSS 1: items beside the channel', () => {
  const page = xml(
    '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">' +
      '<channel><title>Post</title></channel><item><title>One</title></item><item><title>Two</title></item></r:RDF>',
  );
  expect(itemsOf(page)).toEqual([['headline: One'], ['headline: Two']]);
});

test('Atom: text, HTML and XHTML keep the order of their words', () => {
  const page = xml(fixture('feed.atom'));
  expect(page).toMatchObject({ format: 'atom', language: 'en' });
  expect(itemsOf(page)).toEqual([
    [
      'headline: Ferry crews go on strike',
      'byline: Mara Lind',
      expect.stringMatching(
        /^body: Ferry crews walked out on Tuesday.*said Paul Reed, who speaks for the crews\.$/,
      ),
      'copyright: © 2026 Elsing Post',
    ],
    ['headline: Fares < 2 crowns', expect.stringMatching(/^body: A ticket for the ferry/)],
  ]);
});

describe('ninjs', () => {
  test('of versions 2 and 3, with an associated story, without associated pictures', () => {
    const page = readNewsJson(JSON.parse(fixture('ferry.ninjs.json')), { hintsOf });
    expect(page).toMatchObject({ format: 'ninjs', language: 'en' });
    expect(itemsOf(page)).toEqual([
      [
        'headline: Ferry crews go on strike over rotas',
        'byline: Mara Lind',
        expect.stringMatching(/^body: Ferry crews walked out/),
        'copyright: Copyright 2026 Elsing Press & partners',
      ],
      [
        'headline: Library opens on Sundays',
        'body: The town library will open on Sundays from April. |  | “Families have asked for this for years,” Hanna Ostrow said.',
      ],
    ]);
  });

  test.each([null, 1, 'a', [], {}, { headline: '' }, { bodies: [1, null, { value: 1 }] }])(
    '%j is none',
    (value) => expect(() => readNewsJson(value, { hintsOf })).toThrow(/ninjs/),
  );
});

describe('the outline', () => {
  test.each(['bridge.nitf.xml', 'message.newsml-g2.xml', 'feed.rss', 'feed.atom'])(
    'of %s has every line of the text, and elements behind their parents',
    (name) => {
      const { text, outline } = xml(fixture(name));
      const { lines, elements } = outline;
      const starts = [...text.matchAll(/[^\n]+/g)].map(({ index }) => index);
      expect([...lines.start]).toEqual(starts);
      for (let e = 1; e < elements.count; e++) expect(elements.parent[e]).toBeLessThan(e);
      for (const e of lines.element) expect(e).toBeLessThan(elements.count);
    },
  );
});

test('reading stops when the text is longer than asked for', () => {
  const item = `<item><title>${'word '.repeat(100)}</title></item>`;
  const { text } = xml(`<rss><channel>${item.repeat(1000)}</channel></rss>`, 2000);
  expect(text.length).toBeGreaterThan(2000);
  expect(text.length).toBeLessThan(3000);
});
