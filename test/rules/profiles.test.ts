/**
 * What languages are like, as rule files say it and the program reads it.
 */
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/rules/lexicon.ts';
import { rules as bundled } from '../../src/rules/load.ts';
import { keyOf, PROPERTIES, type LanguageProfile, type LanguageProperty } from '../../src/rules/profiles.ts';
import { compileChecked } from '../../tools/rules/check.ts';
import { PROPERTY_KEYS, refuseIncomplete } from '../../tools/rules/languages.ts';
import type { RuleProblem } from '../../tools/rules/problem.ts';
import { readSource } from '../../tools/rules/source.ts';
import { cue, file, profile, read, rule, rulesOf } from './small.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function propertiesOf(own: LanguageProfile): readonly string[] {
  return (Object.keys(PROPERTIES) as LanguageProperty[]).filter((property) => own[property]);
}

describe('profiles', () => {
  const { profiles } = rulesOf(profile(['verb-second', 'cases']), profile([], 'yy'));

  it('have the properties that the file names, and no others', () => {
    expect(propertiesOf(profiles.of('xx'))).toEqual(['verbSecond', 'cases']);
    expect(propertiesOf(profiles.of('yy'))).toEqual([]);
  });

  it('have none where the language has no file', () => {
    expect(profiles.of('zz')).toMatchObject({ language: 'zz', verbSecond: false, cases: false });
  });

  it('are one object per language', () => {
    expect(profiles.of('xx')).toBe(profiles.of('xx'));
  });

  it('have the ranks of scripts as their order', () => {
    const found = rulesOf(
      profile([], 'aa', { scripts: ['Thai'], 'script-rank': 2 }),
      profile([], 'bb', { scripts: ['Greek', 'Coptic'], 'script-rank': 1 }),
      profile([], 'cc'),
    ).profiles.scripts;
    expect(found.map(({ language }) => language)).toEqual(['bb', 'aa']);
    expect([...'αⲀaก'].filter((letter) => found[0]?.letters.test(letter))).toEqual(['α', 'Ⲁ']);
  });
});

describe('the profile of a text', () => {
  const list = (name: string, any: readonly string[]): string =>
    rule({ id: `xx/words/${name}`, kind: `lexicon/${name}`, match: 'words', any });
  const rules = rulesOf(profile(['noun-capitals', 'verb-final', 'cases']), file([list('common-noun', ['plan'])]));
  const of = (text: string): readonly string[] => {
    const { doc, hits } = read(rules, text);
    return propertiesOf(new Lexicon(rules, doc, hits, 'xx').profile);
  };

  it('is that of its language', () => {
    expect(of('Der Plan')).toEqual(['nounCapitals', 'verbFinal', 'cases']);
  });

  it('leaves out what builds on nouns where no noun of the list is in the text', () => {
    expect(of('Der Hut')).toEqual(['cases']);
  });
});

describe('refusals', () => {
  function complaints(text: string, ...others: readonly string[]): readonly string[] {
    const problems: RuleProblem[] = [];
    const report = (problem: RuleProblem): void => void problems.push(problem);
    const files = [readSource('rules/xx/language.toml', text, report)];
    files.push(...others.map((other, i) => readSource(`rules/xx/f${i}.toml`, other, report)));
    if (problems.length === 0) refuseIncomplete(files, { 'quotes-frames-yy': {} }, report);
    compileChecked(files, {}, problems);
    return problems.map(({ message }) => message);
  }

  it('has nothing against a good file', () => {
    const list = rule({ id: 'xx/words/o', kind: 'lexicon/oblique', match: 'words' });
    const text = profile(['cases'], 'xx', { scripts: ['Greek'], 'script-rank': 9 });
    expect(complaints(text, file([list]))).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ['an unknown property', profile(['verb-secnd']), /:4: "properties" knows no "verb-secnd" \(did you mean "verb-second"\?\)/],
    ['an unknown key', profile([], 'xx', { colour: 'red' }), /unknown key "colour"/],
    ['a rule', `${profile([])}${rule({})}`, /unknown key "rule"/],
    ['no name', "schema = 1\nlanguage = 'xx'\nproperties = []\n", /"name" must be a text/],
    ['no subtag', profile([], 'English'), /"English" is not a language subtag/],
    ['a denial of two words', profile([], 'xx', { denials: ['in no way'] }), /"in no way" is not one word/],
    ['an unknown script', profile([], 'xx', { scripts: ['Elvish'], 'script-rank': 1 }), /Unicode has no script "Elvish"/],
    ['a script without a rank', profile([], 'xx', { scripts: ['Greek'] }), /"scripts" and "script-rank" go together/],
    ['a rank without a script', profile([], 'xx', { 'script-rank': 1 }), /"scripts" and "script-rank" go together/],
    ['letters that are none', profile([], 'xx', { letters: 'a-z' }), /"letters" is the inside of an expression's brackets/],
    ['a broken class of letters', profile([], 'xx', { letters: 'z-a' }), /"letters" is the inside of an expression's brackets/],
    ['a property without its list', profile(['cases']), /:4: "cases" needs a list "lexicon\/oblique"/],
    ['weights that the profile does not know of', profile([], 'yy'), /weights of quotes are fitted on yy: it needs "fitted-quotes"/],
  ])('%s', (_, text, reason) => {
    expect(complaints(text)).toEqual([expect.stringMatching(reason)]);
  });

  it('a language without a profile', () => {
    expect(complaints(profile([], 'yy', { properties: ['fitted-quotes'] }), file([cue({})]), file([rule({})]))).toEqual([
      'rules/xx/f0.toml:1: language "xx" has no profile: write rules/xx/language.toml',
    ]);
  });

  it('a language by its name: its code is what was meant', () => {
    for (const name of ['deutsch', 'german', 'deu'])
      expect(complaints(profile([], 'de'), file([rule({})], name))).toEqual([
        `rules/xx/f0.toml:1: language "${name}" has no profile: did you mean "de"?`,
      ]);
  });

  it('a language, or a rank, that another file has', () => {
    const problems: RuleProblem[] = [];
    const ranked = profile([], 'yy', { scripts: ['Greek'], 'script-rank': 1 });
    const files = [profile([]), ranked, profile([], 'xx', { scripts: ['Thai'], 'script-rank': 1 })];
    compileChecked(files.map((text, i) => readSource(`rules/${i}/language.toml`, text)), {}, problems);
    expect(problems.map(({ message }) => message)).toEqual([
      'rules/2/language.toml:2: language xx is taken in rules/0/language.toml',
      'rules/2/language.toml:6: script-rank 1 is taken in rules/1/language.toml',
    ]);
  });
});

describe('the profiles of this project', () => {
  it('are there for every folder of a language', () => {
    const folders = new Set(globSync('rules/*/words.toml', { cwd: ROOT }).map((path) => dirname(path)));
    expect(folders.size).toBeGreaterThan(10);
    for (const folder of folders) expect(existsSync(join(ROOT, folder, 'language.toml')), folder).toBe(true);
  });

  it('give German all properties of languages but two', () => {
    const all = Object.keys(PROPERTIES).filter((property) => property !== 'ownPagesOnly' && property !== 'thatClauses');
    expect(propertiesOf(bundled.profiles.of('de'))).toEqual(all);
    expect(propertiesOf(bundled.profiles.of('en'))).toEqual(['fittedQuotes']);
  });
});

it('properties are written with hyphens', () => {
  expect(keyOf('sourceInExpression')).toBe('source-in-expression');
  for (const [key, property] of PROPERTY_KEYS) expect(keyOf(property)).toBe(key);
});
