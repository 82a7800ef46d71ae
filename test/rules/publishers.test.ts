/**
 * Publishers' rules: which site a page is of, and what its rules find there.
 */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/html/reader.ts';
import { activeRules } from '../../src/rules/active.ts';
import { UNDETERMINED } from '../../src/rules/language.ts';
import { withSiteHits } from '../../src/rules/match/publisher-phrases.ts';
import { matchUnit, segmentHits } from '../../src/rules/match/segment-rules.ts';
import { markerOf, siteOf, type Site } from '../../src/rules/publishers.ts';
import { openRules } from '../../src/rules/rules.ts';
import { compile } from '../../tools/rules/compile.ts';
import { readSource } from '../../tools/rules/source.ts';
import { file, own, publisher, read, rule } from './small.ts';

const FILES: readonly (readonly [string, string])[] = [
  ['rules/publishers/desk.example.toml', publisher([own({ any: ['beta'] })], ['other.example'])],
  ['rules/publishers/local.desk.example.toml', publisher([own({ id: 'publishers/local.desk.example/rule' })])],
  ['rules/xx/words.toml', file([rule({})])],
];
const rules = openRules(compile(FILES.map(([path, text]) => readSource(path, text)), {}));

/** Ids of the rules of a site. */
function idsOf(url: string | undefined): readonly string[] {
  const { from, to } = siteOf(rules, url) ?? { from: 0, to: 0 };
  return rules.segmentRules.slice(from, to).map(({ id }) => id);
}

describe('the site of a page', () => {
  it.each([
    'https://desk.example/a',
    'http://desk.example',
    'https://www.desk.example/a?b#c',
    'https://news.desk.example:8443/',
    'https://DESK.example./',
    'https://user:word@desk.example/',
    'https://m.other.example/x',
  ])('%s', (url) => {
    expect(idsOf(url)).toEqual(['publishers/desk.example/rule']);
  });

  it('is the longest of its domains', () => {
    expect(idsOf('https://www.local.desk.example/')).toEqual(['publishers/local.desk.example/rule']);
    expect(idsOf('https://notlocal.desk.example/')).toEqual(['publishers/desk.example/rule']);
  });

  it.each([undefined, 'https://example/', 'https://mydesk.example/', 'https://desk.example.org/', 'desk.example', 'mailto:a@desk.example'])(
    'none has %s',
    (url) => {
      expect(siteOf(rules, url)).toBeUndefined();
    },
  );
});

/** Whether the one rule of a site fires in a text. */
function fires(fields: Readonly<Record<string, unknown>>, text: string, known = true): boolean {
  const source = readSource('rules/publishers/desk.example.toml', publisher([own(fields)]));
  const opened = openRules(compile([readSource('rules/xx/a.toml', file([rule({})])), source], {}));
  const site = siteOf(opened, 'https://desk.example/') as Site;
  const { doc, hits } = read(opened, text);
  const active = activeRules(opened, UNDETERMINED, known ? site : undefined);
  const common = segmentHits(opened, hits, active);
  const found = known ? withSiteHits(common, opened, doc, site) : common;
  const unit = { from: 0, to: doc.words.count, start: 0, end: text.length };
  return matchUnit(opened, doc, found, unit).some(({ rule: number }) => number >= site.from);
}

describe('phrases of a site', () => {
  it('are found as all phrases are', () => {
    const any = ["don't miss this", '{n} more stories', 'read on {n}'];
    expect(fires({ any }, 'Reader, DON’T — miss: this!')).toBe(true);
    expect(fires({ any }, 'See 1,204 more stories')).toBe(true);
    expect(fires({ any }, 'Read on 5')).toBe(true);
    expect(fires({ any }, 'More stories')).toBe(false);
    expect(fires({ any }, 'Read on page')).toBe(false);
    expect(fires({ any }, 'Don’t miss')).toBe(false);
    expect(fires({ any }, 'Don’t miss ..... this')).toBe(false);
  });

  it('stand where the rule says', () => {
    const any = ['alpha beta'];
    expect(fires({ match: 'line', any }, 'Alpha beta')).toBe(true);
    expect(fires({ match: 'line', any }, 'Alpha beta gamma')).toBe(false);
    expect(fires({ match: 'start', any }, 'Alpha beta gamma')).toBe(true);
    expect(fires({ match: 'end', any }, 'Alpha beta gamma')).toBe(false);
    expect(fires({ match: 'end', any }, 'gamma alpha beta')).toBe(true);
    expect(fires({ any, 'max-words': 2 }, 'Alpha beta gamma')).toBe(false);
  });

  it('have exceptions of their own', () => {
    const fields = { any: ['alpha'], unless: ['he said'] };
    expect(fires(fields, 'Alpha')).toBe(true);
    expect(fires(fields, 'Alpha, he said')).toBe(false);
  });

  it('are not heard elsewhere', () => {
    expect(fires({ any: ['alpha'] }, 'Alpha')).toBe(true);
    expect(fires({ any: ['alpha'] }, 'Alpha', false)).toBe(false);
  });

  it('stand in order among the other hits', () => {
    const { doc, hits } = read(rules, 'beta alpha gamma beta alpha');
    const site = siteOf(rules, 'https://desk.example/') as Site;
    const found = withSiteHits(segmentHits(rules, hits), rules, doc, site);
    expect([...found.from]).toEqual([0, 1, 3, 4]);
    expect([...found.to]).toEqual([1, 2, 4, 5]);
    expect(new Set(found.rule).size).toBe(2);
  });
});

describe('elements of a site', () => {
  function marked(any: readonly string[], html: string): readonly string[] {
    const text = publisher([own({ match: 'element', any })]);
    const opened = openRules(compile([readSource('rules/publishers/desk.example.toml', text)], {}));
    const page = readHtml(html, { hintsOf: () => 0, marker: markerOf(opened, { from: 0, to: 1 }) });
    const { start, bits } = page.marks ?? { start: [], bits: [] };
    return Array.from(start, (at, i) => (bits[i] ? page.text.slice(at, start[i + 1]).trim() : [])).flat();
  }

  it.each<[string, string, readonly string[]]>([
    ['aside', '<p>a</p><ASIDE>b</ASIDE><p class=aside>c</p>', ['b']],
    ['.ad', '<p>a</p><div class="x ad y">b</div><div class="ad-2">c</div>', ['b']],
    ['#top', '<p>a</p><div id=top>b</div><div class=top>c</div>', ['b']],
    ['div.ad', '<p class=ad>a</p><div class=ad>b</div>', ['b']],
    ['x-card', '<p>a</p><x-card>b</x-card>', ['b']],
    ['.Ad', '<p class=ad>a</p><p class=Ad>b</p>', ['b']],
  ])('%s', (selector, html, texts) => {
    expect(marked([selector], html)).toEqual(texts);
  });

  it('are none where no rule looks for any', () => {
    expect(markerOf(rules, siteOf(rules, 'https://desk.example/') as Site)).toBeUndefined();
  });
});
