import { describe, expect, it } from 'vitest';
import { openRules } from '../../src/rules/rules.ts';
import { compile } from '../../tools/rules/compile.ts';
import { entryNumbers } from '../../tools/rules/encode/entries.ts';
import { readSource } from '../../tools/rules/source.ts';
import { cue, file, rule } from './small.ts';

const text = file([
  rule({ unless: ['beta', 'gamma'] }),
  rule({ id: 'xx/test/other', unless: ['gamma'] }),
  rule({ id: 'xx/lists/names', kind: 'lexicon/given-name', match: 'words', any: ['ann:female', 'bob:male', 'cam'] }),
  cue({ verbs: ['say says said said saying', 'add adds added added adding'], phrases: ['according to'], unless: ['that said'] }),
  cue({ id: 'xx/cues/ask', verbs: ['ask asks asked asked asking'] }),
]);
const compiled = compile([readSource('f.toml', text)], {});
const { entries } = openRules(compiled);

describe('entries', () => {
  const all = Array.from({ length: entries.length }, (_, number) => entries.at(number));

  it('have a number each, and are what has the number', () => {
    expect(entryNumbers(compiled, all)).toEqual(all.map((_, number) => number));
  });

  it('are of all types', () => {
    expect(all.slice(0, entries.lexicons.from)).toEqual([
      { type: 'segment', rule: 0 },
      { type: 'segment', rule: 1 },
      { type: 'veto', rules: [0] },
      { type: 'veto', rules: [0, 1] },
    ]);
    expect(all.slice(entries.lexicons.from, entries.lexicons.to)).toEqual(
      ['female', 'male', ''].map((attribute) => ({ type: 'lexicon', rule: 0, attribute })),
    );
    expect(all.filter(({ type }) => type === 'cue-veto')).toHaveLength(2);
    expect(all.at(-2)).toEqual({ type: 'cue', rule: 1, lemma: 3, form: 'ing' });
  });
});
