import { describe, expect, it } from 'vitest';
import { fillNamesakes } from '../../src/quotes/namesakes.ts';
import { cue, file, rulesOf } from '../rules/small.ts';

const say = (language: string, verbs: readonly string[]): string =>
  file(
    [cue({ id: `${language}/cues/say`, verbs }), cue({ id: `${language}/cues/own-${language}` })],
    language,
  );

const rules = rulesOf(
  say('en', ['say says said said saying', 'add adds added added adding']),
  say('fr', ['dire dit dit dit disant']),
);
/** Verbs: two of English, its other group's, French, its other group's, the colon. Groups: as many as rules, and the colon. */
const LEMMAS = 6;

function filled(english: readonly number[], group: number) {
  const lemmas = new Float64Array(2 * LEMMAS);
  const fittedLemmas = new Uint8Array(2 * LEMMAS);
  english.forEach((weight, i) => {
    lemmas[i] = weight;
    fittedLemmas[i] = 1;
  });
  const cues = Float64Array.from([group, 0, 0, 0, 9]);
  const fittedCues = Uint8Array.from([group === 0 ? 0 : 1, 0, 0, 0, 1]);
  fillNamesakes(rules, { lemmas, fittedLemmas, cues, fittedCues, perCue: 1 });
  return { lemmas: [...lemmas.subarray(0, LEMMAS)], cues: [...cues] };
}

describe('fillNamesakes', () => {
  it('gives a group the weights of its namesake, and its verbs the mean of theirs', () => {
    expect(filled([1, 3], 7)).toEqual({ lemmas: [1, 3, 0, 2, 0, 0], cues: [7, 0, 7, 0, 9] });
  });

  it('leaves everything alone where the namesake has nothing either', () => {
    expect(filled([], 0)).toEqual({ lemmas: [0, 0, 0, 0, 0, 0], cues: [0, 0, 0, 0, 9] });
  });
});
