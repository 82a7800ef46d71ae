import { describe, expect, it } from 'vitest';
import { cueHits } from '../../../src/rules/match/cues.ts';
import { cue, file, read, rulesOf } from '../small.ts';

const rules = rulesOf(
  file([
    cue({ unless: ['that said', 'needless to say', 'said to be said'] }),
    cue({ id: 'xx/cues/point', verbs: ['point+out points+out pointed+out pointed+out pointing+out', 'learn learns learned/learnt learned/learnt learning'], class: 'claim' }),
    cue({ id: 'xx/cues/according', verbs: [], phrases: ['according to'] }),
  ]),
  file([cue({ id: 'yy/cues/zeg', verbs: ['zeg zegt zei gezegd zeggend'] })], 'yy'),
);

function found(text: string, language?: string): readonly string[] {
  const { hits } = read(rules, text);
  return cueHits(rules, hits, language).map(
    ({ from, to, rule, lemma, form }) => `${rules.cueRules[rule]?.id} ${rules.lemmas.nameOf(lemma)} ${form} ${from}-${to}`,
  );
}

describe('cueHits', () => {
  it('finds every form of a verb', () => {
    expect(found('say Says SAID saying')).toEqual([
      'xx/cues/say xx/cues/say:say base 0-1',
      'xx/cues/say xx/cues/say:say present 1-2',
      'xx/cues/say xx/cues/say:say past 2-3',
      'xx/cues/say xx/cues/say:say participle 2-3',
      'xx/cues/say xx/cues/say:say ing 3-4',
    ]);
  });

  it('finds verbs of several words, and alternative forms', () => {
    expect(found('she points out')).toEqual(['xx/cues/point xx/cues/point:point out present 1-3']);
    expect(found('she points it out')).toEqual([]);
    expect(found('he learned').map((hit) => hit.split(' ')[2])).toEqual(['past', 'participle']);
    expect(found('he learnt').map((hit) => hit.split(' ')[2])).toEqual(['past', 'participle']);
  });

  it('finds fixed expressions', () => {
    expect(found('It rained, according to Reed.')).toEqual(['xx/cues/according xx/cues/according:according to phrase 2-4']);
  });

  it('leaves out what lies inside a phrase of "unless"', () => {
    expect(found('That said, it rained.')).toEqual([]);
    expect(found('Needless to say, it rained.')).toEqual([]);
    expect(found('It was said to be said')).toEqual([]);
  });

  it('keeps occurrences beside and partly inside such a phrase', () => {
    expect(found('That said, she said it.').length).toBe(2);
    expect(found('That was said').length).toBe(2);
  });

  it('finds cues of one language, where one is given', () => {
    expect(found('zegt says', 'yy')).toEqual(['yy/cues/zeg yy/cues/zeg:zeg present 0-1']);
    expect(found('zegt says', 'xx')).toHaveLength(1);
    expect(found('zegt says')).toHaveLength(2);
  });
});
