import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze, readNews, type News } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import type { Analysis, AnalyzeOptions } from '../../src/schema/types.ts';
import { breaches } from '../contract.ts';

function analyzed(news: News, options: AnalyzeOptions = {}): Analysis {
  const page = readNews(news, rules);
  const answer = analyze(page, rules, options);
  expect(answer.text).toBe(page.text);
  expect(breaches(page.text, answer)).toEqual([]);
  return answer;
}

function fixture(name: string): News {
  const text = readFileSync(new URL(`../fixtures/news/${name}`, import.meta.url), 'utf8');
  return name.endsWith('.json') ? { ninjs: JSON.parse(text) as unknown } : { xml: text };
}

/** Segments with their labels, as far as their first words. */
const segmentsOf = ({ segments = [] }: Analysis): readonly string[] =>
  segments.map(
    ({ article, label, kind, text }) => `${article} ${label}/${kind} ${text.slice(0, 12).trim()}`,
  );

const speakersOf = ({ speakers = [] }: Analysis): readonly string[] =>
  speakers.map(({ name }) => name);

test('the fields of NITF are told by their fields', () => {
  const answer = analyzed(fixture('bridge.nitf.xml'));
  expect(answer.input).toEqual({ format: 'nitf', wrapped: null });
  expect(segmentsOf(answer)).toEqual([
    'a1 body/headline Harbour brid',
    'a1 body/standfirst Engineers fo',
    'a1 boilerplate/byline By Ada Brand',
    'a1 body/caption The harbour',
    'a1 boilerplate/media Photo: Jon R',
    'a1 body/paragraph The harbour',
    'a1 body/subheading Shops lose c',
    'a1 body/paragraph Shop owners',
    'a1 boilerplate/source Elsing Press',
    'a1 boilerplate/other EDITORS: pic',
  ]);
  expect(speakersOf(answer)).toContain('Ines Marlow');
  expect(answer.articles).toHaveLength(1);
});

test('also where the text alone would tell another kind', () => {
  const xml =
    '<nitf><body><body.head><hedline><hl1>Sign up for our newsletter</hl1></hedline><byline>The bridge will stay shut until May, the council said.</byline></body.head>' +
    '<body.content><p>The old lock reopens on Friday.</p></body.content></body></nitf>';
  expect(segmentsOf(analyzed({ xml }))).toEqual([
    'a1 body/headline Sign up for',
    'a1 boilerplate/byline The bridge w',
    'a1 body/paragraph The old lock',
  ]);
  const [headline] = analyzed({ xml }, { explain: true }).segments ?? [];
  expect(headline?.evidence?.[0]?.rule).toBe('field/headline');
});

test.each([
  ['message.newsml-g2.xml', 'newsml-g2', 2, ['Paul Reed', 'Hanna Ostrow']],
  ['feed.rss', 'rss', 3, ['Ines Marlow', 'Paul Reed', 'Hanna Ostrow']],
  ['feed.atom', 'atom', 2, ['Paul Reed']],
  ['ferry.ninjs.json', 'ninjs', 2, ['Paul Reed', 'Hanna Ostrow']],
])('%s: every item is an article, however short', (name, format, articles, speakers) => {
  const answer = analyzed(fixture(name), { offsetUnit: 'codepoint' });
  expect(answer.input.format).toBe(format);
  expect(answer.articles?.map(({ id }) => id)).toEqual(
    Array.from({ length: articles }, (_, i) => `a${i + 1}`),
  );
  for (const { headline } of answer.articles ?? []) expect(headline).not.toBeNull();
  expect(speakersOf(answer)).toEqual(expect.arrayContaining(speakers));
});

test('what blogs add to the content is not the story', () => {
  const content =
    '<p>The council votes on Tuesday on a plan for the old lock, which has been closed since last winter.</p>' +
    '<p>Subscribe to our newsletter</p>' +
    '<p>The post <a href="/1">Council votes on Tuesday</a> appeared first on <a href="/">Elsing Post</a>.</p>';
  const item = `<item><title>Council votes on Tuesday</title><description><![CDATA[${content}]]></description></item>`;
  expect(segmentsOf(analyzed({ xml: `<rss>${item}</rss>` }))).toEqual([
    'a1 body/headline Council vote',
    'a1 body/paragraph The council',
    'a1 ads/house Subscribe to',
    'a1 boilerplate/source The post Cou',
  ]);
});

test('a feed without items has no text', () => {
  const answer = analyzed({ xml: '<rss><channel><title>Post</title></channel></rss>' });
  expect(answer).toMatchObject({ length: 0, segments: [], articles: [], quotes: [] });
});
