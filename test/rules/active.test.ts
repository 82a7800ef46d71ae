import { describe, expect, it } from 'vitest';
import { activeRules } from '../../src/rules/active.ts';
import { matchUnit, segmentHits } from '../../src/rules/match/segment-rules.ts';
import { forEachEntry } from '../../src/rules/match/trie.ts';
import { file, fittedOn, profile, read, rule, rulesOf } from './small.ts';

const pack = (language: string, any: string): string =>
  file(
    [
      rule({ id: `${language}/house/line`, match: 'line', any: [any, 'alpha'] }),
      rule({ id: `${language}/words/f`, kind: 'lexicon/function-word', match: 'words', any: [any] }),
    ],
    language,
  );

const unfitted = rulesOf(
  pack('en', 'the'),
  pack('de', 'die'),
  pack('xx', 'xa'),
  pack('yy', 'ya'),
);
const fitted = fittedOn(['en', 'de'], unfitted);

function firing(language: string, rules = fitted): readonly string[] {
  const { doc, hits } = read(rules, 'alpha');
  const unit = { from: 0, to: 1, start: 0, end: 5 };
  const active = activeRules(rules, language);
  return matchUnit(rules, doc, segmentHits(rules, hits, active), unit).map(
    (hit) => rules.segmentRules[hit.rule]?.id.slice(0, 2) as string,
  );
}

function lists(language: string, rules = fitted): readonly string[] {
  const { hits } = read(rules, 'the die xa ya');
  const active = activeRules(rules, language);
  const found: string[] = [];
  forEachEntry(hits, (number) => {
    const entry = rules.entries.at(number);
    if (entry.type === 'lexicon' && active[number])
      found.push(rules.lexiconRules[entry.rule]?.language as string);
  });
  return found;
}

describe('heardOn', () => {
  it('hears the rules of the page’s language and those that weights were fitted with', () => {
    expect(firing('xx')).toEqual(['en', 'de', 'xx']);
    expect(firing('en')).toEqual(['en', 'de']);
  });

  it('reads word lists of the page’s language alone', () => {
    expect(lists('xx')).toEqual(['xx']);
  });

  it('reads the lists that were fitted together, together', () => {
    expect(lists('en')).toEqual(['en', 'de']);
    expect(lists('de')).toEqual(['en', 'de']);
  });

  it('hears a site’s own rules on the site alone', () => {
    const active = (site?: { from: number; to: number }) => [...activeRules(fitted, 'xx', site).slice(0, 4)];
    expect(active()).toEqual([1, 1, 1, 0]);
    expect(active({ from: 3, to: 4 })).toEqual([1, 1, 1, 1]);
    expect(active()).toEqual([1, 1, 1, 0]);
  });

  it('hears everything where the language is not known', () => {
    expect(firing('und')).toEqual(['en', 'de', 'xx', 'yy']);
    expect(lists('ko')).toEqual(['en', 'de', 'xx', 'yy']);
  });

  it('does not hear languages that keep to their own pages there', () => {
    const own = rulesOf(profile(['own-pages-only']), pack('xx', 'xa'), pack('yy', 'ya'));
    expect(firing('und', own)).toEqual(['yy']);
    expect(lists('und', own)).toEqual(['yy']);
    expect(firing('xx', own)).toEqual(['xx']);
    expect(lists('xx', own)).toEqual(['xx']);
  });
});
