/**
 * Publishers' rule files: what the compiler takes, what it refuses, and where their phrases go.
 */
import { describe, expect, it } from 'vitest';
import { openTrie } from '../../src/rules/codec/trie.ts';
import { openRules } from '../../src/rules/rules.ts';
import type { CompiledRules } from '../../src/rules/types.ts';
import { catalogueOf } from '../../tools/rules/catalogue.ts';
import { compileChecked } from '../../tools/rules/check.ts';
import { compile } from '../../tools/rules/compile.ts';
import { allPhrases } from '../../tools/rules/dump.ts';
import type { RuleProblem } from '../../tools/rules/problem.ts';
import { readSource } from '../../tools/rules/source.ts';
import { file, own, publisher, rule } from './small.ts';

const PATH = 'rules/publishers/desk.example.toml';

type Named = readonly [path: string, text: string];

/** Everything that is wrong with some files, as the compiler says it. */
function complaints(...named: readonly Named[]): readonly string[] {
  const problems: RuleProblem[] = [];
  const files = named.map(([path, text]) => readSource(path, text, (problem) => void problems.push(problem)));
  compileChecked(files, {}, problems);
  return problems.map((problem) => problem.message);
}

const ELEMENT = {
  match: 'element',
  any: ['.ad'],
  positive: ['<div class="ad">Shoes</div>'],
  negative: ['<div class="lead">Shoes</div>'],
};

describe('what is taken', () => {
  it.each(['phrase', 'line', 'start', 'end'])('a rule with match = %s', (match) => {
    expect(complaints([PATH, publisher([own({ match, 'max-words': 3, unless: ['beta'] })])])).toEqual([]);
  });

  it.each(['div', 'x-card', '.ad', '.ad_Box-2', '#top', 'div.ad', '.größe'])('the selector %s', (selector) => {
    expect(complaints([PATH, publisher([own({ ...ELEMENT, any: ['.ad', selector], negative: ['Shoes'] })])])).toEqual([]);
  });

  it('other domains of the site', () => {
    expect(complaints([PATH, publisher([own({})], ['desk.example.org', 'xn--bcher-kva.example'])])).toEqual([]);
  });
});

describe('refusals', () => {
  it.each<[string, string, RegExp]>([
    ['an unknown key', own({ colour: 'red' }), /: unknown key "colour"/],
    ['an unknown kind', own({ kind: 'ads/banner' }), /"kind" knows no "ads\/banner"/],
    ['a word list', own({ kind: 'lexicon/title' }), /"kind" knows no "lexicon\/title"/],
    ['an expression', own({ match: 'expression' }), /"match" knows no "expression"/],
    ['the id of another site', own({ id: 'publishers/other.example/rule' }), /does not begin with publishers\/desk\.example\//],
    ['no reason', own({ why: undefined }), /"why" must be a text/],
    ['no positive example', own({ positive: [] }), /has no positive example/],
    ['no negative example', own({ negative: [] }), /has no negative example/],
    ['no phrases', own({ any: [] }), /"any" is empty/],
    ['a phrase that folding changes', own({ any: ['Alpha'] }), /folding changes the phrase "Alpha": write "alpha"/],
    ['an exception that folding changes', own({ unless: ['Alpha'] }), /folding changes/],
    ['a phrase without words', own({ any: ['…'] }), /has no words/],
    ['a weight of nothing', own({ weight: 0 }), /"weight" must be a number above 0/],
    ['a weight beyond all measure', own({ weight: 21 }), /"weight" must be a number above 0, up to 20/],
    ['a positive example that does not match', own({ positive: ['beta'] }), /positive example does not match: beta/],
    ['a negative example that matches', own({ negative: ['an alpha'] }), /negative example matches: an alpha/],
    ['an element that is not there', own({ ...ELEMENT, positive: ['<p>Shoes</p>'] }), /positive example does not match: <p>/],
    ['an element without a text', own({ ...ELEMENT, positive: ['<p class="ad"></p>'] }), /positive example does not match/],
    ['an element in a negative example', own({ ...ELEMENT, negative: ['<b class="ad">x</b>'] }), /negative example matches/],
    ...['div .ad', 'div > p', '.a.b', '[data-x]', 'div#top', '.ad:hover', '*', '.', 'DIV', '.1a', 'a,b'].map(
      (selector): [string, string, RegExp] => [
        `the selector ${selector}`,
        own({ ...ELEMENT, any: [selector] }),
        /is not a tag, \.class, #id or tag\.class/,
      ],
    ),
    ['the whole page', own({ ...ELEMENT, any: ['body.ad'] }), /all of a page stands in "body\.ad"/],
  ])('%s', (_, table, reason) => {
    const [first = ''] = complaints([PATH, publisher([table])]);
    expect(first).toMatch(reason);
    expect(first).toMatch(/^rules\/publishers\/desk\.example\.toml:\d+: publishers\/\S+\/rule: /);
  });

  it('more rules for elements than bits', () => {
    const tables = Array.from({ length: 32 }, (_, i) => own({ ...ELEMENT, id: `publishers/desk.example/e${i}` }));
    expect(complaints([PATH, publisher(tables.slice(1))])).toEqual([]);
    expect(complaints([PATH, publisher(tables)])[0]).toMatch(/:\d+: publishers\/desk\.example\/e31: there are more than 31/);
  });

  it.each<[string, string, RegExp]>([
    ['a file of a bare name', 'rules/publishers/desk.toml', /"desk" is not a domain/],
    ['a file in capitals', 'rules/publishers/Desk.example.toml', /"Desk\.example" is not a domain/],
    ['a file of an address', 'rules/publishers/10.0.0.1.toml', /"10\.0\.0\.1" is not a domain/],
    ['a file with letters that addresses encode', 'rules/publishers/bücher.example.toml', /is not a domain/],
    ['a file with www', 'rules/publishers/www.desk.example.toml', /write desk\.example for www\.desk\.example/],
  ])('%s', (_, path, reason) => {
    expect(complaints([path, publisher([own({})])])[0]).toMatch(reason);
  });

  it.each<[string, string, RegExp]>([
    ['a language', `schema = 1\nlanguage = 'xx'\n${own({})}`, /unknown key "language"/],
    ['reporting expressions', 'schema = 1\n[[cue]]\n', /unknown key "cue"/],
    ['another domain that is none', publisher([own({})], ['https://desk.example']), /is not a domain/],
  ])('%s', (_, text, reason) => {
    expect(complaints([PATH, text])[0]).toMatch(reason);
  });

  it('a domain that another file is for', () => {
    const other = publisher([own({ id: 'publishers/other.example/rule' })], ['desk.example']);
    expect(complaints([PATH, publisher([own({})])], ['rules/publishers/other.example.toml', other])).toEqual([
      `rules/publishers/other.example.toml:1: the domain desk.example is taken in ${PATH}`,
    ]);
  });

  it('elements in a file of a language', () => {
    expect(complaints(['rules/xx/a.toml', file([rule(ELEMENT)])])[0]).toMatch(/"match" knows no "element"/);
  });
});

describe('what is compiled', () => {
  const common = readSource('rules/xx/a.toml', file([rule({})]));
  const site = readSource(PATH, publisher([own({ any: ['gamma delta'], unless: ['epsilon'] }), own({ ...ELEMENT, id: 'publishers/desk.example/e', weight: 3 })]));
  const compiled = compile([common, site], {});

  it('keeps a site’s phrases out of what all pages are read with', () => {
    const without = compile([common], {});
    const wordsOf = ({ trie }: CompiledRules) => allPhrases(openTrie(trie)).map(({ words }) => words);
    expect(compiled.vocabulary).toEqual(without.vocabulary);
    expect(wordsOf(compiled)).toEqual(wordsOf(without));
    expect(compiled.vetoes).toEqual([]);
  });

  it('has the rules with their weights, stated or usual', () => {
    expect(compiled.sites).toEqual([['desk.example', 1, 3]]);
    expect(compiled.segmentRules.slice(1)).toEqual([
      { id: 'publishers/desk.example/rule', kind: 'ads/house', match: 'phrase', any: ['gamma delta'], unless: ['epsilon'], weight: 8 },
      { id: 'publishers/desk.example/e', kind: 'ads/house', match: 'element', any: ['.ad'], weight: 3 },
    ]);
    expect(openRules(compiled).sites).toBe(compiled.sites);
  });

  it('has a version that changes with domains and weights', () => {
    const version = (text: string): string => compile([readSource(PATH, text)], {}).version;
    const plain = version(publisher([own({})]));
    expect(version(publisher([own({})]))).toBe(plain);
    expect(version(publisher([own({})], ['other.example']))).not.toBe(plain);
    expect(version(publisher([own({ weight: 9 })]))).not.toBe(plain);
  });

  it('is listed with the weight that the file states, whatever a table says', () => {
    const weights = { segments: { columns: ['ads/house'], rows: { 'rule=publishers/desk.example/rule': [0, 100] } } };
    const [element, phrase] = catalogueOf([site], weights);
    expect(element).toMatchObject({ id: 'publishers/desk.example/e', language: 'und', match: 'element', any: ['.ad'], weight: 3 });
    expect(phrase).toMatchObject({ weight: 8, weights: { 'ads/house': 8 }, fitted: false });
  });
});
