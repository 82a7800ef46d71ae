import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTables, unpackTables, type Tables } from '../../../src/rules/codec/tables.ts';

const id = fc.stringMatching(/^[a-z]{1,3}\/[a-z0-9.-]{1,9}\/[a-z-]{1,20}$/);
const absent = { nil: undefined };
const texts = fc.array(fc.string(), { minLength: 1, maxLength: 3 });

const segmentRule = fc.record({
  id,
  kind: fc.constantFrom('ads/ad', 'body/paragraph'),
  match: fc.constantFrom('phrase', 'line', 'expression'),
  certain: fc.option(fc.constant(true), absent),
  minWords: fc.option(fc.nat(20), absent),
  share: fc.option(fc.double({ min: 0.1, max: 1, noNaN: true }), absent),
  expressions: fc.option(texts, absent),
});
const cueRule = fc.record({ id, language: fc.constantFrom('en', 'de'), class: fc.constant('claim'), takes: texts });
const lexiconRule = fc.record({ id, language: fc.constantFrom('', 'en'), lexicon: fc.constantFrom('month', 'title') });
const rising = (most: number) => fc.array(fc.nat(most), { maxLength: 9 }).map((numbers) => numbers.sort((a, b) => a - b));
const ending = fc.stringMatching(/^[a-zäß]{1,5}$/);

const tables = fc.record({
  segmentRules: fc.array(segmentRule, { maxLength: 20 }),
  cueRules: fc.array(cueRule, { maxLength: 5 }),
  lexiconRules: fc.array(lexiconRule, { maxLength: 5 }),
  vetoes: fc.array(rising(300), { maxLength: 9 }),
  lexiconEntries: rising(50).chain((rules) =>
    fc.tuple(...rules.map((rule) => fc.constantFrom('', 'male', 'plural').map((attribute) => [rule, attribute] as const))),
  ),
  suffixes: rising(9).chain((lists) => fc.tuple(...lists.map((list) => ending.map((text) => [text, list] as const)))),
});

describe('tables', () => {
  it('are what was packed', () => {
    fc.assert(
      fc.property(tables, (plain) => {
        const packed = JSON.stringify(packTables(plain as unknown as Tables));
        // JSON leaves out what is undefined.
        expect(unpackTables(JSON.parse(packed))).toEqual(JSON.parse(JSON.stringify(plain)));
      }),
    );
  });

  it('have each value once', () => {
    const rule = (name: string, kind: string): unknown => ({ id: `xx/test/${name}`, kind, match: 'line' });
    const segmentRules = [rule('a', 'ads/ad'), rule('b', 'ads/ad'), rule('ba', 'body/list'), rule('c', 'ads/ad')];
    const none = { cueRules: [], lexiconRules: [], vetoes: [], lexiconEntries: [], suffixes: [] };
    const packed = packTables({ segmentRules, ...none } as unknown as Tables).segmentRules;
    expect(packed.ids).toBe('Axx/test/aBbAaCc');
    expect(packed.columns['kind']?.[0]).toEqual(['ads/ad', 'body/list']);
    expect(packed.columns['match']?.[0]).toEqual(['line']);
  });
});
