import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UNDETERMINED, guessLanguage, ruledAs } from '../../src/rules/language.ts';
import { rules as bundled } from '../../src/rules/load.ts';
import type { Span } from '../../src/text/spans.ts';
import { file, profile, read, rule, rulesOf } from './small.ts';

const functionWords = (language: string, any: readonly string[]): string =>
  file([rule({ id: `${language}/words/f`, kind: 'lexicon/function-word', match: 'words', any })], language);

const script = (language: string, scripts: readonly string[], rank: number): string =>
  profile([], language, { scripts, 'script-rank': rank });

const rules = rulesOf(
  functionWords('en', ['the', 'and', 'of', 'to', 'in', 'was']),
  functionWords('de', ['der', 'die', 'und', 'in', 'was', 'zu']),
  script('zh', ['Han'], 2),
  script('ja', ['Hiragana', 'Katakana'], 1),
  script('el', ['Greek'], 3),
  profile([], 'en', { letters: 'à-ÿ' }),
);

function guess(text: string, spans: readonly Span[] = [{ start: 0, end: text.length }]): string {
  const { doc, hits } = read(rules, text);
  return guessLanguage(text, rules, doc.words, hits, spans);
}

const texts = JSON.parse(readFileSync('test/fixtures/languages.json', 'utf8')) as Readonly<Record<string, readonly string[]>>;
const MENU = 'Home\nNews\nSport\nAbout us\nContact\nSubscribe to our newsletter\nSign in\nThe best of the week\n\n';
const FOOT = '\n\nFollow us on Facebook\nAll rights reserved\nTerms of use and privacy policy';

describe('the bundled rules', () => {
  const guessOf = (text: string): string => {
    const { doc, hits } = read(bundled, text);
    return guessLanguage(text, bundled, doc.words, hits, [{ start: 0, end: text.length }]);
  };

  it('have texts in every language that they know', () => {
    const folders = readdirSync('rules').filter((name) => /^[a-z]{2}$/.test(name));
    expect(Object.keys(texts).sort()).toEqual(folders.sort());
  });

  it.each(Object.entries(texts).flatMap(([language, own]) => own.map((text) => [language, text] as const)))(
    '%s: %s',
    (language, text) => {
      expect(guessOf(text)).toBe(language);
    },
  );

  it.each(Object.entries(texts))('know %s between menus in English', (language, own) => {
    expect(guessOf(MENU + own.join(' ') + FOOT)).toBe(language);
  });

  it('do not take a page for the languages that it can be read in', () => {
    const picker = 'Русский\n中文\nالعربية\nΕλληνικά\nעברית\n日本語\n한국어\nУкраїнська\nहिन्दी\nไทย\nČeština\nTiếng Việt\n';
    expect(guessOf(picker + (texts['en'] ?? []).join(' '))).toBe('en');
  });
});

describe('ruledAs', () => {
  it.each([
    ['no', 'no'],
    ['nb', 'no'],
    ['nn', 'no'],
    ['yue', 'zh'],
    ['arz', 'ar'],
    // No rules for Malay, and Indonesian has its own.
    ['ms', 'ms'],
    ['id', 'id'],
    ['zsm', 'zsm'],
    [UNDETERMINED, UNDETERMINED],
    ['qqq', 'qqq'],
  ])('%s has the rules of %s', (language, ruled) => {
    expect(ruledAs(bundled, language)).toBe(ruled);
  });

  it('a language with rules of its own has these alone', () => {
    const line = (language: string): string => file([rule({ id: `${language}/ads/label` })], language);
    expect(ruledAs(rulesOf(line('no')), 'nb')).toBe('no');
    expect(ruledAs(rulesOf(line('no'), line('nb')), 'nb')).toBe('nb');
  });
});

describe('guessLanguage', () => {
  it.each([
    ['en', 'The mayor and the council of Avon met in the hall'],
    ['de', 'Die Bürgermeisterin und der Rat trafen sich in der Halle'],
    ['ja', '市長は橋について説明した。'],
    ['zh', '市长周一表示，大桥将于春季重新开放。'],
    ['el', 'Ο δήμαρχος είπε ότι η γέφυρα είναι ασφαλής'],
    [UNDETERMINED, '시장은 월요일에 다리가 안전하다고 말했다.'],
    [UNDETERMINED, 'zzz qqq xxx'],
    [UNDETERMINED, ''],
    [UNDETERMINED, '12 34 — “”'],
  ])('%s: %s', (language, text) => {
    expect(guess(text)).toBe(language);
  });

  it('looks at the stretches it is given only', () => {
    const text = 'Die Halle und der Rat und die Brücke\nThe hall and the council of the town';
    const line = text.indexOf('\n');
    expect(guess(text, [{ start: 0, end: line }])).toBe('de');
    expect(guess(text, [{ start: line + 1, end: text.length }])).toBe('en');
    expect(guess(text, [])).toBe(UNDETERMINED);
  });

  it('wants more than a stray function word', () => {
    expect(guess(`the ${'zzz '.repeat(40)}`)).toBe(UNDETERMINED);
  });

  it('counts letters against a language that does not write them', () => {
    const shared = ['og', 'i', 'det', 'som', 'har'];
    const near = rulesOf(
      functionWords('da', shared),
      functionWords('sv', [...shared, 'och']),
      profile([], 'da', { letters: 'æøå' }),
      profile([], 'sv', { letters: 'åäö' }),
    );
    const guessNear = (text: string): string => {
      const { doc, hits } = read(near, text);
      return guessLanguage(text, near, doc.words, hits, [{ start: 0, end: text.length }]);
    };
    expect(guessNear('det har i København')).toBe('da');
    expect(guessNear('det har i Malmö')).toBe('sv');
  });

  it('sees all of a long text, not its head alone', () => {
    const menu = 'Home of the best and the news of the town\n'.repeat(100);
    const story = 'Ο δήμαρχος είπε ότι η γέφυρα είναι ασφαλής. '.repeat(200);
    expect(guess(menu + story)).toBe('el');
  });

  it('answers the same whatever the order of equal counts', () => {
    expect(guess('in was in was')).toBe(guess('was in was in'));
  });
});
