import { describe, expect, it } from 'vitest';
import { fillNamesakes } from '../../../src/quotes/model/backoff.ts';
import { cue, file, rulesOf } from '../../rules/small.ts';

const say = (language: string, verbs: readonly string[]): string =>
  file(
    [cue({ id: `${language}/cues/say`, verbs }), cue({ id: `${language}/cues/own-${language}` })],
    language,
  );

const rules = rulesOf(
  say('en', ['say says said said saying', 'add adds added added adding']),
  say('fr', ['dire dit dit dit disant']),
);
/** Weights of verbs: two of English, its other group's, French, its other group's, the colon. */
const LEMMAS = 6;

function filled(english: readonly number[]): readonly number[] {
  const lemmas = new Float64Array(2 * LEMMAS);
  const fitted = new Uint8Array(2 * LEMMAS);
  const { count, nameOf } = {
    count: rules.lemmas.count,
    nameOf: (n: number) => rules.lemmas.nameOf(n),
  };
  const numberOf = (name: string): number =>
    Array.from({ length: count }, (_, lemma) => nameOf(lemma)).indexOf(name);
  ['en/cues/say:say', 'en/cues/say:add'].slice(0, english.length).forEach((name, i) => {
    lemmas[numberOf(name)] = english[i] as number;
    fitted[numberOf(name)] = 1;
  });
  fillNamesakes(rules, { lemmas, fitted });
  return ['en/cues/say:say', 'fr/cues/say:dire'].map((name) => lemmas[numberOf(name)] as number);
}

describe('fillNamesakes', () => {
  it('gives verbs without weights the mean of their namesakes', () => {
    expect(filled([1, 3])).toEqual([1, 2]);
  });

  it('leaves everything alone where the namesake has nothing either', () => {
    expect(filled([])).toEqual([0, 0]);
  });
});
