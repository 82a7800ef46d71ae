import { describe, expect, test } from 'vitest';
import { analyze, readPage } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import { STORIES } from '../stories.ts';

const [[, story = ''] = []] = STORIES;
const codesOf = (
  ...[source, options]: [Parameters<typeof analyze>[0], Parameters<typeof analyze>[2]?]
) => analyze(source, rules, options).warnings.map(({ code }) => code);

describe('support', () => {
  const supportOf = (language: string) => analyze('a', rules, { language }).languageSupport;

  test.each([
    ['en', 'full'],
    ['de-AT', 'full'],
    ['fr', 'basic'],
    ['cs', 'basic'],
    ['cy', 'shape'],
    ['und', 'shape'],
  ])('of %s is %s', (language, support) => expect(supportOf(language)).toBe(support));

  test('is told of a language that was detected', () => {
    expect(analyze(story, rules)).toMatchObject({ language: 'en', languageSupport: 'full' });
  });
});

describe('warnings', () => {
  test('none of a story', () => expect(codesOf(story)).toEqual([]));

  test('of nothing', () => {
    expect(codesOf('')).toEqual(['no-text']);
    expect(codesOf(' \n\t')).toEqual(['no-text']);
    const page = readPage('<!doctype html><title>App</title><div id=root></div>', rules);
    const [warning] = analyze(page, rules).warnings;
    expect(warning?.code).toBe('no-text');
    expect(warning?.detail).toContain('page');
  });

  test('of markup, but not in Markdown or a page', () => {
    const html = story
      .split('\n\n')
      .map((line) => `<p>${line}</p>`)
      .join('\n');
    expect(codesOf(html)).toEqual(['markup-in-text']);
    expect(codesOf({ format: 'markdown', text: html })).toEqual([]);
    expect(codesOf(readPage(html, rules))).toEqual([]);
  });

  test('of another language than was sent', () => {
    expect(codesOf(story, { language: 'de' })).toEqual(['other-language']);
    expect(codesOf(story, { language: 'en-GB' })).toEqual([]);
  });

  test('of a language without rules', () => {
    expect(codesOf(story, { language: 'cy' })).toEqual(['unknown-language']);
    expect(codesOf('Ok.', { language: 'cy' })).toEqual([]);
  });
});
