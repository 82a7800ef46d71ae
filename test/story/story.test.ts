import { describe, expect, test } from 'vitest';
import { analyze, readNews, readPage } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import type { Analysis } from '../../src/schema/types.ts';
import { NO_BYLINE_WORDS } from '../../src/rules/bylines.ts';
import { AuthorReader } from '../../src/story/authors.ts';
import { breaches } from '../contract.ts';

const STORY = [
  'The harbour bridge will stay shut until May, the city council said on Tuesday. Some nine thousand cars a day will go on taking the long way round by the old lock.',
  '“We found cracks in two of the main beams,” said Ines Marlow, the chief engineer. “Nobody should drive over that.” She promised that a new timetable would be out within a week.',
  'Shop owners on the east bank had hoped for an earlier date. Since the bridge was closed in January, some of them have lost half of their customers.',
];
const BODY = STORY.map((line) => `<p>${line}</p>`).join('\n');

function page(head: string, byline = ''): Analysis {
  const html = `<!doctype html><html lang="en"><head><title>Bridge – The Pier</title>${head}</head><body>
<article><h1>Harbour bridge to stay shut until May</h1>${byline}${BODY}</article></body></html>`;
  const source = readPage(html, rules);
  const answer = analyze(source, rules);
  expect(breaches(source.text, answer)).toEqual([]);
  return answer;
}

const NOTHING = { authors: [], published: null, updated: null, site: null, section: null };

describe('authors in a line', () => {
  const namesIn = (language: string, line: string): readonly string[] =>
    new AuthorReader(rules.bylines.find((one) => one.language === language) ?? NO_BYLINE_WORDS)
      .authorsIn(line)
      .map(({ start, end }) => line.slice(start, end));

  test.each([
    ['en', 'By Hannah Brook', ['Hannah Brook']],
    ['en', 'BY HANNAH BROOK', ['HANNAH BROOK']],
    ['en', 'By Hannah Brook and Omar van der Feld', ['Hannah Brook', 'Omar van der Feld']],
    ['en', 'By Hannah Brook, Political Editor', ['Hannah Brook']],
    ['en', 'By Hannah Brook | 3 March 2026', ['Hannah Brook']],
    ['en', 'Written by: Hannah Brook-O’Neill', ['Hannah Brook-O’Neill']],
    ['en', 'By Staff Reporter', []],
    ['en', 'By our correspondent in Elsing', []],
    ['en', 'By Tuesday the bridge was shut', []],
    ['en', 'By Reuters', []],
    ['en', 'Hannah Brook writes about bridges', []],
    ['en', 'Bypass Road', []],
    ['de', 'Von Hanna Bruck und Omar Feld', ['Hanna Bruck', 'Omar Feld']],
    ['de', 'Von unserer Redaktion', []],
    ['fr', 'Par Anne Rivière et Luc d’Amsel', ['Anne Rivière', 'Luc d’Amsel']],
    ['es', 'Por Ana Río y Luis de la Torre', ['Ana Río', 'Luis de la Torre']],
    ['it', 'Di Anna Ponte', ['Anna Ponte']],
    ['nl', 'Door Anna de Brug', ['Anna de Brug']],
    ['pl', 'Autor: Anna Mostowa', ['Anna Mostowa']],
    ['ru', 'Автор: Анна Мостова', ['Анна Мостова']],
    ['ja', '文 橋本花', []],
  ])('%s: %s', (language, line, names) => expect(namesIn(language, line)).toEqual(names));
});

describe('a text', () => {
  const told = (head: string): Analysis['articles'] => {
    const text = `Harbour bridge to stay shut until May\n${head}\n\n${STORY.join('\n\n')}`;
    const answer = analyze(text, rules);
    expect(breaches(text, answer)).toEqual([]);
    return answer.articles;
  };

  test('tells author and date in its byline', () => {
    expect(told('By Hannah Brook\nPublished 3 March 2026, 7.15 am')).toMatchObject([
      {
        title: 'Harbour bridge to stay shut until May',
        authors: [{ name: 'Hannah Brook', span: { start: 41, end: 53, text: 'Hannah Brook' } }],
        published: '2026-03-03',
        updated: null,
        site: null,
        section: null,
      },
    ]);
  });

  test('tells when it was changed', () => {
    expect(
      told('By Hannah Brook\nPublished 3 March 2026\nLast updated 4 March 2026'),
    ).toMatchObject([{ published: '2026-03-03', updated: '2026-03-04' }]);
    expect(told('By Hannah Brook\nUpdated: March 4, 2026')).toMatchObject([
      { published: null, updated: '2026-03-04' },
    ]);
  });

  test('tells nothing', () => {
    expect(told('')).toMatchObject([NOTHING]);
    expect(told('By Hannah Brook\nPublished yesterday')).toMatchObject([
      { published: null, updated: null },
    ]);
  });

  test('of a wrapped and a CRLF text, names keep their place', () => {
    const text = `Harbour bridge to stay shut until May\r\nBy Hannah Brook\r\n3 March 2026\r\n\r\n${STORY.join('\r\n\r\n')}`;
    for (const offsetUnit of ['utf16', 'codepoint'] as const) {
      const answer = analyze(`😀 ${text}`, rules, { offsetUnit });
      expect(breaches(`😀 ${text}`, answer)).toEqual([]);
      expect(answer.articles?.[0]).toMatchObject({
        authors: [{ name: 'Hannah Brook' }],
        published: '2026-03-03',
      });
    }
  });
});

describe('a page tells by', () => {
  test('nothing', () => expect(page('').articles).toMatchObject([NOTHING]));

  test('JSON-LD', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', '@id': '#site', name: 'The Pier' },
        { '@type': 'Person', '@id': '#hb', name: 'Hannah Brook' },
        { '@type': 'Organization', '@id': '#org', name: 'The Pier' },
        {
          '@type': ['NewsArticle'],
          headline: 'Harbour bridge shut until May',
          author: [{ '@id': '#hb' }, { '@type': 'Person', name: 'Omar Feld' }],
          publisher: { '@id': '#org' },
          datePublished: '2026-03-03T07:15:00+01:00',
          dateModified: '2026-03-04T09:00:00.000Z',
          articleSection: 'Local',
        },
      ],
    };
    const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(page(script, '<p class="byline">By Hannah Brook</p>').articles).toMatchObject([
      {
        title: 'Harbour bridge shut until May',
        authors: [
          { name: 'Hannah Brook', span: { text: 'Hannah Brook' } },
          { name: 'Omar Feld', span: null },
        ],
        published: '2026-03-03T07:15:00+01:00',
        updated: '2026-03-04T09:00:00Z',
        site: 'The Pier',
        section: 'Local',
      },
    ]);
  });

  test('Open Graph and older names', () => {
    const head = `<meta property="og:title" content="Harbour bridge shut | The Pier">
<meta property="og:site_name" content="The Pier"><meta name="author" content="By Hannah Brook">
<meta property="article:author" content="https://example.com/hb">
<meta property="article:published_time" content="2026-03-03T07:15:00Z">
<meta property="article:modified_time" content="2026-03-03T08:15:00Z">
<meta property="article:section" content="Local">`;
    expect(page(head).articles).toMatchObject([
      {
        title: 'Harbour bridge shut',
        authors: [{ name: 'Hannah Brook', span: null }],
        published: '2026-03-03T07:15:00Z',
        updated: '2026-03-03T08:15:00Z',
        site: 'The Pier',
        section: 'Local',
      },
    ]);
  });

  test('its one <time>, or microdata', () => {
    const time = '<p class="meta"><time datetime="2026-03-03T07:15:00Z">3 March</time></p>';
    expect(page('', time).articles).toMatchObject([{ published: '2026-03-03T07:15:00Z' }]);
    const two = `${time}<aside><time datetime="2026-01-01">1 January</time></aside>`;
    expect(page('', two).articles).toMatchObject([{ published: null }]);
    const marked =
      '<p><time itemprop="datePublished" datetime="2026-03-03">3 March</time> <time itemprop="dateModified" datetime="2026-03-04">4 March</time></p>';
    expect(page('', marked).articles).toMatchObject([
      { published: '2026-03-03', updated: '2026-03-04' },
    ]);
  });

  test.each([
    ['broken JSON', '{"@type": "NewsArticle", "headline": "x"'],
    ['several stories', '[{"@type":"Article","headline":"A"},{"@type":"Article","headline":"B"}]'],
    [
      'an agency',
      '{"@type":"Article","headline":"","author":{"@type":"Organization","name":"DPX"}}',
    ],
    ['odd values', '{"@type":"Article","headline":7,"author":[null,3],"datePublished":"soon"}'],
    ['depth', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ])('nothing sure, of %s', (_, json) => {
    const [story] = page(`<script type="application/ld+json">${json}</script>`).articles ?? [];
    expect(story).toMatchObject({ ...NOTHING, title: 'Harbour bridge to stay shut until May' });
  });

  test('text of scripts never gets into the text', () => {
    const script = '<script type="application/ld+json">{"a":"</p>b"}</script>';
    expect(page('', script).text).not.toContain('"a"');
  });
});

describe('news', () => {
  const html = `<p>${STORY.join('</p><p>')}</p>`;
  const told = (news: Parameters<typeof readNews>[0]) => {
    const source = readNews(news, rules);
    const answer = analyze(source, rules);
    expect(breaches(source.text, answer)).toEqual([]);
    return answer.articles;
  };
  const HANNAH = [{ name: 'Hannah Brook', span: { text: 'Hannah Brook' } }];

  test('NITF', () => {
    const xml = `<nitf><head><title>Bridge</title><docdata><date.issue norm="20260303T071500Z"/></docdata>
<pubdata name="The Pier" position.section="Local"/></head><body><body.head><hedline><hl1>Bridge shut</hl1></hedline>
<byline>By <person>Hannah Brook</person>, Elsing</byline></body.head><body.content>${html}</body.content></body></nitf>`;
    expect(told({ xml })).toMatchObject([
      {
        title: 'Bridge shut',
        authors: HANNAH,
        published: '2026-03-03T07:15:00Z',
        site: 'The Pier',
        section: 'Local',
      },
    ]);
  });

  test('NewsML-G2', () => {
    const xml = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta>
<versionCreated>2026-03-03T09:00:00+01:00</versionCreated><firstCreated>2026-03-03T07:15:00+01:00</firstCreated></itemMeta>
<contentMeta><headline>Bridge shut</headline><by>By Hannah Brook</by></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>${html}</body></html></inlineXML></contentSet></newsItem>`;
    expect(told({ xml })).toMatchObject([
      {
        title: 'Bridge shut',
        authors: HANNAH,
        published: '2026-03-03T07:15:00+01:00',
        updated: '2026-03-03T09:00:00+01:00',
      },
    ]);
  });

  test('ninjs', () => {
    const ninjs = {
      headline: 'Bridge shut',
      byline: 'Hannah Brook',
      body_html: html,
      firstcreated: '2026-03-03T07:15:00Z',
      versioncreated: '2026-03-04T07:15:00Z',
    };
    expect(told({ ninjs })).toMatchObject([
      { authors: HANNAH, published: '2026-03-03T07:15:00Z', updated: '2026-03-04T07:15:00Z' },
    ]);
  });

  test('RSS', () => {
    const item = (title: string, more: string): string =>
      `<item><title>${title}</title>${more}<description><![CDATA[${html}]]></description></item>`;
    const xml = `<rss version="2.0"><channel><title>The Pier</title>${item(
      'Bridge shut',
      '<author>hb@example.com (Hannah Brook)</author><category>Local</category><pubDate>Tue, 03 Mar 2026 07:15:00 +0100</pubDate>',
    )}${item('Ferry late', '<category>Sea</category><category>Ferries</category>')}</channel></rss>`;
    expect(told({ xml })).toMatchObject([
      {
        title: 'Bridge shut',
        authors: [{ name: 'Hannah Brook' }],
        published: '2026-03-03T07:15:00+01:00',
        site: 'The Pier',
        section: 'Local',
      },
      { ...NOTHING, title: 'Ferry late', site: 'The Pier' },
    ]);
  });

  test('Atom', () => {
    const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Pier</title><entry><title>Bridge shut</title>
<author><name>Hannah Brook</name></author><published>2026-03-03T07:15:00Z</published><updated>2026-03-04T07:15:00Z</updated>
<content type="html"><![CDATA[${html}]]></content></entry></feed>`;
    expect(told({ xml })).toMatchObject([
      {
        authors: HANNAH,
        published: '2026-03-03T07:15:00Z',
        updated: '2026-03-04T07:15:00Z',
        site: 'The Pier',
      },
    ]);
  });
});
