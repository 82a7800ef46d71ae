import { describe, expect, it } from 'vitest';
import { quoteModelOf } from '../../../src/quotes/model/model.ts';
import { cue, file, rulesOf } from '../../rules/small.ts';

const bare = rulesOf(
  file([cue({ id: 'xx/cues/say' })]),
  file(
    [
      cue({ id: 'yy/cues/say', verbs: ['dire dit disait dit disant'] }),
      cue({ id: 'yy/cues/deny' }),
    ],
    'yy',
  ),
);
const table = (rows: Record<string, number>) => ({
  columns: ['weight'],
  rows: Object.fromEntries(Object.entries(rows).map(([name, weight]) => [name, [0, weight]])),
});
const rules = {
  ...bare,
  weights: {
    'quotes-frames': table({ 'cues/say+0': 100, 'frame/negated': -50 }),
    'quotes-frames-yy': table({ 'cues/say+0': -30, 'cues/deny+0': 20 }),
  },
};

function weightsOf(language: string): (name: string) => number | undefined {
  const { space, weights } = quoteModelOf(rules, language).candidates;
  const numbers = new Map(Array.from(weights, (_, f) => [space.nameOf(f), f]));
  return (name) => weights[numbers.get(name) ?? -1];
}

describe('quoteModelOf', () => {
  it('changes the common weights by those of a language', () => {
    const [common, own] = [weightsOf('xx'), weightsOf('yy')];
    expect([common('cues/say+0'), common('cues/deny+0'), common('frame/negated')]).toEqual([
      1, 0, -0.5,
    ]);
    expect([own('cues/say+0'), own('cues/deny+0'), own('frame/negated')]).toEqual([0.7, 0.2, -0.5]);
  });

  it('is the same object for the same rules and language, and one for all languages without weights', () => {
    expect(quoteModelOf(rules, 'yy')).toBe(quoteModelOf(rules, 'yy'));
    expect(quoteModelOf(rules, 'xx')).toBe(quoteModelOf(rules, 'zz'));
    expect(quoteModelOf(rules, 'yy')).not.toBe(quoteModelOf(rules, 'xx'));
  });

  it('has weights for the features of each model alone', () => {
    const { candidates, uncued, mood } = quoteModelOf(rules, 'xx');
    for (const { space, weights } of [candidates, uncued, mood])
      expect(weights).toHaveLength(space.size);
  });
});
