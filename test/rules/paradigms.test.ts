/**
 * Verbs that rule files give as an infinitive: what a paradigm makes of them, and what the compiler says of bad ones.
 */
import { describe, expect, it } from 'vitest';
import { slotsOf } from '../../tools/rules/paradigms.ts';
import { readSource } from '../../tools/rules/source.ts';
import type { RuleProblem } from '../../tools/rules/problem.ts';
import { cue, file, rulesOf, tableOf } from './small.ts';
import { findPhrases } from '../../src/rules/match/trie.ts';
import { cueHits } from '../../src/rules/match/cues.ts';
import { readDocument } from '../../src/text/document.ts';

const paradigm = (fields: Readonly<Record<string, unknown>>): string => `[[paradigm]]\n${tableOf(fields)}`;

const ar = { name: 'ar', endings: ['ar'], present: ['-a', '-an'], past: ['-ó'], participle: ['-ado'], examples: ['hablar: habla habló'] };
const stem = { name: 'e-ie', endings: ['e*ar'], present: ['-ie*a'], past: ['-e*ó'], examples: ['negar: niega negó'] };
const make = { name: 'facer', endings: ['facer'], base: ['facere'], present: ['fa'], examples: ['facer: fa facere'] };

function complaints(...tables: readonly string[]): readonly string[] {
  const problems: RuleProblem[] = [];
  readSource('rules/xx/cues.toml', file(tables), (problem) => void problems.push(problem));
  return problems.map(({ message }) => message);
}

/** What a rule set finds in a text: words and form of each cue. */
function cuesIn(tables: readonly string[], text: string): readonly string[] {
  const rules = rulesOf(file(tables));
  const doc = readDocument(text, rules.vocabulary);
  const hits = findPhrases(rules.trie, doc.words);
  return cueHits(rules, hits, 'xx').map(
    ({ from, to, form }) => `${doc.folded.slice(doc.words.start[from], doc.words.end[to - 1])} ${form}`,
  );
}

describe('slotsOf', () => {
  const read = (table: object): string => paradigm(table as Readonly<Record<string, unknown>>);
  const known = [ar, stem, make].map((fields) => ({
    name: fields.name,
    endings: fields.endings,
    forms: ['base', 'present', 'past', 'participle', 'ing'].map((slot) => ((fields as Readonly<Record<string, unknown>>)[slot] ?? []) as readonly string[]),
    place: undefined as never,
  }));

  it.each([
    ['afirmar', 'afirmar afirma/afirman afirmó afirmado -'],
    ['negar', 'negar nega/negan negó negado -'],
    ['negar:e-ie', 'negar niega negó - -'],
    ['dar+a+conocer', 'dar+a+conocer da+a+conocer/dan+a+conocer dó+a+conocer dado+a+conocer -'],
    ['facer', 'facere fa - - -'],
  ])('%s', (verb, slots) => {
    expect(slotsOf(verb, known)).toBe(slots);
  });

  it('has nothing for a verb of another ending, or of an unknown name', () => {
    expect(slotsOf('vivir', known)).toBeUndefined();
    expect(slotsOf('negar:o-ue', known)).toBeUndefined();
    expect(slotsOf('afirmar:e-ie', known)).toBeUndefined();
  });

  it('is what a file with these tables finds', () => {
    const tables = [read(ar), read(stem), cue({ verbs: ['afirmar', 'negar:e-ie'] })];
    expect(cuesIn(tables, 'Ana afirma y niega; no negó, ha afirmado.')).toEqual([
      'afirma present',
      'niega present',
      'negó past',
      'afirmado participle',
    ]);
  });
});

describe('the compiler', () => {
  it.each([
    ['an example that the paradigm does not make', [paradigm({ ...ar, examples: ['hablar: hable'] })], /"hablar" has no form "hable", but hablar, habla/],
    ['a paradigm without examples', [paradigm({ ...ar, examples: undefined })], /has no examples/],
    ['an unknown key', [paradigm({ ...ar, future: ['-ará'] })], /unknown key "future"/],
    ['a verb that no paradigm fits', [paradigm(ar), cue({ verbs: ['vivir'] })], /no paradigm of this file fits "vivir"/],
    ['an infinitive in a file without paradigms', [cue({ verbs: ['vivir'] })], /has not five forms/],
  ])('refuses %s', (_, tables, reason) => {
    expect(complaints(...tables).join('\n')).toMatch(reason);
  });
});

describe('verbs behind certain words', () => {
  const tables = [paradigm(ar), cue({ verbs: ['hablar'], behind: ['como', 'como ha:participle'], takes: ['source-after'] })];

  it('are fixed expressions, and nothing by themselves', () => {
    expect(cuesIn(tables, 'Como habló Ana. Como ha hablado Eva. Ana habló.')).toEqual([
      'como habló phrase',
      'como ha hablado phrase',
    ]);
  });
});
