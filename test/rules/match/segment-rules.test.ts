import { describe, expect, it } from 'vitest';
import { matchUnit, segmentHits } from '../../../src/rules/match/segment-rules.ts';
import { file, read, rule, rulesOf, type RuleFields } from '../small.ts';

/** Ids of the rules that fire when the whole text is one unit. */
function fires(fields: readonly RuleFields[], text: string): readonly string[] {
  const rules = rulesOf(file(fields.map((f, i) => rule({ id: `xx/test/r${i}`, ...f }))));
  const { doc, hits } = read(rules, text);
  const unit = { from: 0, to: doc.words.count, start: 0, end: text.length };
  return matchUnit(rules, doc, segmentHits(rules, hits), unit)
    .map((hit) => rules.segmentRules[hit.rule]?.id ?? '')
    .sort();
}

const firesAlone = (fields: RuleFields, text: string): boolean => fires([fields], text).length === 1;

describe('the places a phrase can stand in', () => {
  it.each<[string, string, boolean]>([
    ['phrase', 'Please log in here', true],
    ['phrase', 'Log in', true],
    ['phrase', 'Log me in', false],
    ['phrase', 'blog in', false],
    ['line', 'Log in', true],
    ['line', '» LOG IN «', true],
    ['line', 'Log in here', false],
    ['line', 'Please log in', false],
    ['start', 'Log in to read on', true],
    ['start', 'Please log in', false],
    ['end', 'Please log in!', true],
    ['end', 'Log in now', false],
  ])('%s: %s', (match, text, expected) => {
    expect(firesAlone({ match, any: ['log in'] }, text)).toBe(expected);
  });

  it('fires once, however often the phrase stands', () => {
    expect(fires([{ any: ['log in', 'sign in'] }], 'log in, log in or sign in')).toEqual(['xx/test/r0']);
  });

  it('fires rules side by side', () => {
    expect(fires([{ any: ['log in'] }, { any: ['log'], match: 'line' }, { any: ['in'] }], 'log in')).toEqual([
      'xx/test/r0',
      'xx/test/r2',
    ]);
  });
});

describe('a unit that is part of a text', () => {
  const rules = rulesOf(file([rule({ match: 'line', any: ['log in'] }), rule({ id: 'xx/test/veto', any: ['home'], unless: ['in sign'] })]));
  const text = 'home\nlog in\nsign up';
  const { doc, hits } = read(rules, text);
  const found = (from: number, to: number): number =>
    matchUnit(rules, doc, segmentHits(rules, hits), {
      from,
      to,
      start: doc.words.start[from] as number,
      end: doc.words.end[to - 1] as number,
    }).length;

  it('is told by its own words only', () => {
    expect(found(1, 3)).toBe(1);
    expect(found(0, 3)).toBe(1);
    expect(found(3, 5)).toBe(0);
  });

  it('is not reached by a phrase that leaves it', () => {
    expect(found(0, 1)).toBe(1);
    expect(found(0, 3)).toBe(1);
    expect(found(0, 5)).toBe(0);
  });
});

describe('words', () => {
  const share = { match: 'words', any: ['facebook', 'twitter', 'google news', 'news'] };

  it.each<[string, boolean]>([
    ['Facebook', true],
    ['Facebook Twitter', true],
    ['Share Facebook Twitter Google News', true],
    ['Share on Facebook Twitter', false],
    ['The minister wrote on Facebook', false],
    ['', false],
  ])('fires where three words in four are entries: %j', (text, expected) => {
    expect(firesAlone(share, text)).toBe(expected);
  });

  it('counts a word once where entries overlap', () => {
    expect(firesAlone(share, 'Google News please sir')).toBe(false);
    expect(firesAlone({ match: 'words', any: ['a b c', 'b', 'c d'] }, 'a b c d x y')).toBe(false);
  });

  it('takes the share a rule gives', () => {
    expect(firesAlone({ ...share, share: 0.5 }, 'Share on Facebook Twitter')).toBe(true);
    expect(firesAlone({ ...share, share: 1 }, 'Share Facebook Twitter Google News')).toBe(false);
  });
});

describe('unless, min-words and max-words', () => {
  it('does not fire beside a veto, wherever in the unit', () => {
    const fields = { any: ['log in'], unless: ['told reporters', 'he said'] };
    expect(firesAlone(fields, 'Log in now')).toBe(true);
    expect(firesAlone(fields, 'Log in now, he said')).toBe(false);
    expect(firesAlone(fields, 'She told reporters to log in')).toBe(false);
  });

  it('vetoes its own rule only', () => {
    expect(fires([{ any: ['log in'], unless: ['now'] }, { any: ['log'] }], 'log in now')).toEqual(['xx/test/r1']);
  });

  it('vetoes expressions and word lists too', () => {
    expect(firesAlone({ match: 'words', any: ['a', 'b', 'c', 'd'], unless: ['x'] }, 'a b c d x')).toBe(false);
    expect(firesAlone({ match: 'expression', any: ['a{1,3}'], needs: ['a'], unless: ['x'] }, 'aa x')).toBe(false);
  });

  it('counts the words of the unit, both limits included', () => {
    const fields = { any: ['log in'], 'min-words': 3, 'max-words': 4 };
    expect(['log in', 'log in a', 'log in a b', 'log in a b c'].map((text) => firesAlone(fields, text))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('expressions', () => {
  it('run on folded text', () => {
    const fields = { match: 'expression', any: ["o'clock"], needs: ["'"] };
    expect(firesAlone(fields, 'At five O’CLOCK')).toBe(true);
  });

  it('run only where a needed literal is', () => {
    const fields = { match: 'expression', any: ['[a-z]{1,20}@?[a-z]{1,20}'], needs: ['@', 'mailto'] };
    expect(firesAlone(fields, 'desk@example.org')).toBe(true);
    expect(firesAlone(fields, 'mailto desk')).toBe(true);
    expect(firesAlone(fields, 'desk example')).toBe(false);
  });

  it('know 0-9 for any digit', () => {
    const fields = { match: 'expression', any: ['^[a-z ]{0,20}[0-9]{0,4}$'], needs: ['0-9'] };
    expect(firesAlone(fields, 'page 7')).toBe(true);
    expect(firesAlone(fields, 'page')).toBe(false);
  });

  it('see the front of a unit only, so that a long line stays cheap', () => {
    const fields = { match: 'expression', any: ['@desk'], needs: ['@'] };
    expect(firesAlone(fields, `${'x'.repeat(300)} @desk`)).toBe(true);
    expect(firesAlone(fields, `${'x'.repeat(500)} @desk`)).toBe(false);
  });

  it('see the unit, not what stands around it', () => {
    const rules = rulesOf(file([rule({ match: 'expression', any: ['^b$'], needs: ['b'] })]));
    const { doc, hits } = read(rules, 'a\nb\nc');
    const unit = { from: 1, to: 2, start: 2, end: 3 };
    expect(matchUnit(rules, doc, segmentHits(rules, hits), unit)).toEqual([{ rule: 0, from: 1, to: 2 }]);
  });
});
