/**
 * What is known of a page decides which rules count on it.
 */
import { describe, expect, it } from 'vitest';
import { readPage, type PageFacts } from '../../../src/segments/features/page.ts';
import { readRuleFacts } from '../../../src/segments/features/rule-hits.ts';
import { file, fittedOn, read, rule, rulesOf } from '../../rules/small.ts';

const pack = (language: string, word: string): string =>
  file(
    [
      rule({ id: `${language}/house/line`, match: 'line', any: ['alpha'] }),
      rule({
        id: `${language}/words/f`,
        kind: 'lexicon/function-word',
        match: 'words',
        any: [word],
      }),
    ],
    language,
  );

const rules = fittedOn(
  ['en', 'de'],
  rulesOf(pack('en', 'the'), pack('xx', 'xa'), pack('yy', 'ya')),
);

/** Ids of the rules that fire, and whether weights were fitted on pages like it. */
function found(text: string, known: PageFacts): readonly (string | boolean)[] {
  const { doc, hits } = read(rules, text);
  const page = readPage(doc, rules, readRuleFacts(rules), hits, known);
  return [
    ...Array.from(page.hits.rule, (number) => rules.segmentRules[number]?.id as string),
    page.fitted,
  ];
}

describe('the language of a page', () => {
  it('is guessed', () => {
    expect(found('Alpha\n\nxa xa xa xa', {})).toEqual(['en/house/line', 'xx/house/line', false]);
    expect(found('Alpha\n\nthe the the the', {})).toEqual(['en/house/line', true]);
  });

  it('is the one that is given, whatever the words say', () => {
    expect(found('Alpha\n\nxa xa xa xa', { language: 'yy' })).toEqual([
      'en/house/line',
      'yy/house/line',
      false,
    ]);
    expect(found('Alpha\n\nxa xa xa xa', { language: 'en' })).toEqual(['en/house/line', true]);
  });
});
