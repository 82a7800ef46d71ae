import { describe, expect, it } from 'vitest';
import { openRules } from '../../src/rules/rules.ts';
import { compile } from '../../tools/rules/compile.ts';
import { readSource } from '../../tools/rules/source.ts';
import { cue, file } from './small.ts';

const text = file([
  cue({ verbs: ['say says said said saying', 'add adds added added adding'], phrases: ['according to', "in ann's view"] }),
  cue({ id: 'xx/cues/ask', verbs: ['query/ask asks/queries asked asked asking', 'point+out points+out pointed+out pointed+out pointing+out'] }),
]);
const compiled = compile([readSource('f.toml', text)], {});
const { lemmas, cueRules } = openRules(compiled);

describe('lemmas', () => {
  it('have the rule and the name that rule files give them', () => {
    const all = Array.from({ length: lemmas.count }, (_, lemma) => [cueRules[lemmas.ruleOf(lemma)]?.id, lemmas.nameOf(lemma)]);
    expect(all.sort()).toEqual([
      ['xx/cues/ask', 'xx/cues/ask:point out'],
      ['xx/cues/ask', 'xx/cues/ask:query'],
      ['xx/cues/say', "xx/cues/say:according to"],
      ['xx/cues/say', 'xx/cues/say:add'],
      ['xx/cues/say', "xx/cues/say:in ann's view"],
      ['xx/cues/say', 'xx/cues/say:say'],
    ]);
  });
});
