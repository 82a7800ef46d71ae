import { describe, expect, test } from 'vitest';
import { LABELLED_KINDS } from '../../src/labels.ts';
import { rules } from '../../src/rules/load.ts';
import { foldOf } from '../../tools/fit/folds.ts';
import type { LabelledPage } from '../../tools/fit/segments/examples.ts';
import { madeUpPages } from '../../tools/fit/segments/madeup/madeup.ts';
import { makePage } from '../../tools/fit/segments/madeup/page.ts';
import { lineOf, readSkeletons, type Platform } from '../../tools/fit/segments/madeup/skeletons.ts';
import { ownTexts } from '../../tools/fit/segments/madeup/texts.ts';

const skeletons = readSkeletons();
const FOLDS = 3;
const NO_TEXTS = { stories: [], comments: [] };

type Made = Pick<LabelledPage, 'text' | 'segments'>;

/** A page of a platform in a language, of our own texts alone. */
function pageOf(platform: Platform, language: string, id = 'a page'): Made {
  const tongue = skeletons.tongues.get(language);
  if (!tongue) throw new Error(`no such language: ${language}`);
  return makePage({ id, platform, tongue, skeletons, texts: NO_TEXTS, own: ownTexts(tongue) });
}

function expectTiles({ text, segments }: Made): void {
  let end = 0;
  for (const segment of segments) {
    expect(segment.start).toBe(end);
    expect(segment.end).toBeGreaterThan(segment.start);
    expect(LABELLED_KINDS).toContain(`${segment.label}/${segment.kind}`);
    end = segment.end;
  }
  expect(end).toBe(text.length);
}

describe.each(skeletons.platforms)('$name', (platform) => {
  test.each([...platform.words.keys()])('every part makes a page in %s', (language) => {
    for (const part of platform.parts) {
      const page = pageOf({ ...platform, parts: [part] }, language);
      expectTiles(page);
      expect(page.text).not.toMatch(/\{\w+\}|\$[a-z]/u);
      expect(page.text.trim()).not.toBe('');
    }
  });
});

test('all languages have words for the same furniture', () => {
  const wordsOf = (language: string): string[] =>
    Object.keys(skeletons.tongues.get(language)?.words ?? {});
  // Affiliate notices are not a habit everywhere.
  const expected = wordsOf('en').filter((word) => word !== 'affiliate');
  for (const language of skeletons.tongues.keys())
    expect(wordsOf(language), language).toEqual(expect.arrayContaining(expected));
});

test('the same id makes the same page, another one another', () => {
  const [platform] = skeletons.platforms as [Platform];
  expect(pageOf(platform, 'en', 'one')).toEqual(pageOf(platform, 'en', 'one'));
  expect(pageOf(platform, 'en', 'one')).not.toEqual(pageOf(platform, 'en', 'two'));
});

test('a thread has different comments, each under a name', () => {
  const platform = skeletons.platforms.find(({ name }) => name === 'wordpress') as Platform;
  const [part] = platform.parts;
  const { text, segments } = pageOf(
    { ...platform, parts: [part as Platform['parts'][0]] },
    'en',
    'thread',
  );
  const comments = segments
    .filter(({ kind }) => kind === 'comment')
    .map(({ start, end }) => text.slice(start, end).trim());
  expect(comments.length).toBeGreaterThan(0);
  expect(new Set(comments).size).toBe(comments.length);
  expect(segments.filter(({ kind }) => kind === 'comment-meta').length).toBeGreaterThanOrEqual(
    comments.length,
  );
});

/** A page of a site, whose words are told apart by the site's number. */
function siteOf(number: number): LabelledPage {
  const lines = [
    ['headline', `What the council of place${number} has decided`],
    [
      'paragraph',
      `The mill of place${number} is to become a library and this is what they have said about it.`,
    ],
    [
      'paragraph',
      `It will be the first of its kind, as all who were there at place${number} agreed with each other.`,
    ],
    ['comment', `I was there at place${number} and it was not like this at all.`],
  ] as const;
  let text = '';
  const segments = lines.map(([kind, line]) => {
    const start = text.length;
    text += `${line}\n`;
    return {
      start,
      end: text.length,
      label: kind === 'comment' ? 'comments' : 'body',
      kind,
    } as const;
  });
  return { id: `site-${number}`, url: `https://place${number}.example/`, text, segments };
}

test('all texts of a page come from its own fold', () => {
  const docs = Array.from({ length: 40 }, (_, i) => siteOf(i));
  const pages = madeUpPages(docs, FOLDS, 1, 0.5, rules, skeletons);
  const foldOfSite = new Map(docs.map((doc, i) => [`place${i}`, foldOf(doc, FOLDS)]));
  let borrowed = 0;
  for (const page of pages) {
    const places = page.text.match(/place\d+/gu) ?? [];
    for (const place of places) expect(foldOfSite.get(place), page.id).toBe(foldOf(page, FOLDS));
    borrowed += places.length;
    expect(page.weight).toBe(0.5);
  }
  expect(borrowed).toBeGreaterThan(100);
  expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
});

test('a share of 0 makes none', () => {
  expect(madeUpPages([siteOf(1)], FOLDS, 0, 0.5, rules, skeletons)).toEqual([]);
});

test('a line of a skeleton: its chance, its pieces', () => {
  expect(lineOf('?30 comment-meta: {name}: ¦ comment: {text}')).toEqual({
    probability: 0.3,
    pieces: [
      { kind: 'comments/comment-meta', wording: '{name}:' },
      { kind: 'comments/comment', wording: '{text}' },
    ],
  });
  expect(lineOf('? share: $share').probability).toBe(0.5);
  expect(lineOf('story: {story}')).toEqual({
    probability: 1,
    pieces: [{ kind: 'story', wording: '{story}' }],
  });
  expect(() => lineOf('commment: {text}')).toThrow('no such kind: commment');
});
