import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/rules/lexicon.ts';
import { LEXICONS, type LexiconName } from '../../src/rules/lexicons.ts';
import { file, read, rule, rulesOf } from './small.ts';

const list = (id: string, name: string, any: readonly string[]): string =>
  rule({ id: `xx/words/${id}`, kind: `lexicon/${name}`, match: 'words', any });

const rules = rulesOf(
  file([
    list('titles', 'title', ['president', 'vice president', 'mr:male', 'mrs:female']),
    list('more', 'title', ['duke:male']),
    list('places', 'place', ['avon', 'port avon']),
    list('endings', 'past-ending', ['-ed', '-ted', '-ied']),
    list('adverbs', 'adverb-ending', ['-ly', '-wise']),
  ]),
  file([rule({ id: 'yy/words/t', kind: 'lexicon/title', match: 'words', any: ['baron', 'president:female'] })], 'yy'),
  file([rule({ id: 'shared/words/d', kind: 'lexicon/month', match: 'words', any: ['ventôse'] })], ''),
);

function lexicon(text: string, language = 'xx'): Lexicon {
  const { doc, hits } = read(rules, text);
  return new Lexicon(rules, doc, hits, language);
}

describe('Lexicon', () => {
  it('knows which words are in a list, parts of phrases included', () => {
    const found = lexicon('The Vice President of Port Avon');
    expect([0, 1, 2, 3, 4, 5].map((w) => found.has(w, 'title'))).toEqual([false, true, true, false, false, false]);
    expect([4, 5].map((w) => found.has(w, 'place'))).toEqual([true, true]);
  });

  it('gives the longest entry that starts at a word', () => {
    const found = lexicon('vice president avon');
    expect(found.at(0, 'title')).toMatchObject({ from: 0, to: 2, attribute: '' });
    expect(found.at(1, 'title')).toMatchObject({ from: 1, to: 2, attribute: '' });
    expect(found.at(2, 'title')).toBeUndefined();
    expect(lexicon('port avon').at(0, 'place')).toMatchObject({ from: 0, to: 2, attribute: '' });
  });

  it('gives attributes', () => {
    const found = lexicon('Mr Reed, Mrs Hale, the duke');
    expect([0, 2, 5].map((w) => found.at(w, 'title')?.attribute)).toEqual(['male', 'female', 'male']);
  });

  it('uses lists of the language asked for and of none', () => {
    const found = lexicon('baron president ventôse', 'yy');
    expect([0, 1].map((w) => found.has(w, 'title'))).toEqual([true, true]);
    expect(found.at(1, 'title')?.attribute).toBe('female');
    expect(found.has(2, 'month')).toBe(true);
    expect(lexicon('baron').has(0, 'title')).toBe(false);
    expect(lexicon('president', 'zz').has(0, 'title')).toBe(false);
  });

  it('has nothing for lists without entries and words that do not exist', () => {
    const found = lexicon('president');
    expect([found.has(0, 'weekday'), found.has(7, 'title'), found.has(-1, 'title')]).toEqual([false, false, false]);
    expect([found.at(0, 'weekday'), found.at(7, 'title')]).toEqual([undefined, undefined]);
  });

  it('knows the longest ending of a word', () => {
    const found = lexicon('');
    expect(['walked', 'quickly', 'likewise', 'carried'].map((w) => found.endingOf(w))).toEqual([
      'past-ending',
      'adverb-ending',
      'adverb-ending',
      'past-ending',
    ]);
    expect(['red', 'ed', '', 'fly', 'stone'].map((w) => found.endingOf(w))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(lexicon('', 'yy').endingOf('walked')).toBeUndefined();
  });

  it('holds more lists than a number has bits', () => {
    const names = Object.keys(LEXICONS) as LexiconName[];
    expect(names.length).toBeGreaterThan(32);
    const many = rulesOf(file(names.map((name, i) => list(name, name, [`w${i}`]))));
    const { doc, hits } = read(many, names.map((_, i) => `w${i}`).join(' '));
    const found = new Lexicon(many, doc, hits, 'xx');
    for (let w = 0; w < names.length; w++)
      for (const [l, name] of names.entries()) {
        expect(found.has(w, name)).toBe(w === l);
        expect(found.at(w, name) !== undefined).toBe(w === l);
      }
  });
});
