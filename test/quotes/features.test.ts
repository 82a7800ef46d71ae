import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { CANDIDATE_FEATURES } from '../../src/quotes/candidates/features.ts';
import * as punctuation from '../../src/annotation/punctuation.ts';
import * as tags from '../../src/annotation/tags.ts';
import {
  BESIDE_CUE,
  FINITE_VERBS,
  GAPS,
  NO_WORD,
  ORDERS,
  STARTS,
} from '../../src/quotes/candidates/names.ts';
import { CandidateSpace } from '../../src/quotes/candidates/space.ts';
import { TABLES } from '../../src/quotes/model/model.ts';
import { MOOD_FEATURES } from '../../src/quotes/reported-mood/features.ts';
import { UNCUED_FEATURES } from '../../src/quotes/uncued/features.ts';
import { rules as realRules } from '../../src/rules/load.ts';
import type { WeightTable } from '../../src/rules/types.ts';
import type { NumberedFeatures } from '../../src/rules/feature-space.ts';
import { cue, file, rulesOf } from '../rules/small.ts';

const rules = rulesOf(
  file([
    cue({ id: 'xx/cues/say' }),
    cue({ id: 'xx/cues/ask', verbs: ['ask asks asked asked asking'] }),
  ]),
  file([cue({ id: 'yy/cues/say', verbs: ['dire dit disait dit disant'] })], 'yy'),
);
const candidates = new CandidateSpace(rules);

const namesOf = (space: NumberedFeatures): readonly string[] =>
  Array.from({ length: space.size }, (_, feature) => space.nameOf(feature));

describe.each([
  ['candidates', CANDIDATE_FEATURES.space],
  ['candidates with the verbs of a rule set', candidates],
  ['stretches in marks without a cue', UNCUED_FEATURES.space],
  ['reported mood', MOOD_FEATURES.space],
])('the features of %s', (_, space) => {
  it('have a name each', () => {
    const names = namesOf(space);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.includes('undefined'))).toEqual([]);
  });

  it('are numbered through without gaps', () => {
    let next = 0;
    for (const { base, section } of space.groups) {
      expect(base).toBe(next);
      next += section.size;
    }
    expect(next).toBe(space.size);
  });
});

it('the features do not depend on which modules are loaded', async () => {
  vi.resetModules();
  const [alone, uncued, mood] = [
    (await import('../../src/quotes/candidates/features.ts')).CANDIDATE_FEATURES.space,
    (await import('../../src/quotes/uncued/features.ts')).UNCUED_FEATURES.space,
    (await import('../../src/quotes/reported-mood/features.ts')).MOOD_FEATURES.space,
  ];
  await import('../../src/quotes/find.ts');
  expect(namesOf(alone)).toEqual(namesOf(CANDIDATE_FEATURES.space));
  expect(namesOf(uncued)).toEqual(namesOf(UNCUED_FEATURES.space));
  expect(namesOf(mood)).toEqual(namesOf(MOOD_FEATURES.space));
});

describe('names of what annotation numbers', () => {
  const numbersIn = (constants: object): readonly unknown[] =>
    Object.values(constants).filter((value) => typeof value === 'number');

  it('are as many as there are kinds of gaps, in the order of their numbers', () => {
    expect(GAPS.list.map((_, i) => i)).toEqual(
      numbersIn(punctuation).toSorted((a, b) => Number(a) - Number(b)),
    );
    expect(GAPS.list[punctuation.COMMA]).toBe('comma');
    expect(GAPS.list[punctuation.LINE_BREAK]).toBe('break');
  });

  it('are as many as there are classes of words, behind that for no word', () => {
    expect(BESIDE_CUE.list).toHaveLength(1 + numbersIn(tags).length);
    expect(NO_WORD).toBe(0);
    expect(BESIDE_CUE.list[1 + tags.NOUN]).toBe('noun');
    expect(BESIDE_CUE.list[1 + tags.PARTICIPLE]).toBe('participle');
  });
});

describe('the weights in rules/weights', () => {
  const spaces = {
    candidates: new CandidateSpace(realRules),
    uncued: UNCUED_FEATURES.space,
    mood: MOOD_FEATURES.space,
  };
  const cases = (['candidates', 'uncued', 'mood'] as const).flatMap((model) =>
    ['', '-de'].map((suffix) => ({ model, table: `${TABLES[model]}${suffix}` })),
  );

  it.each(cases)('$table are of features that the model has', ({ model, table }) => {
    const path = join(import.meta.dirname, `../../rules/weights/${table}.json`);
    const { rows } = JSON.parse(readFileSync(path, 'utf8')) as WeightTable;
    const known = new Set(namesOf(spaces[model]));
    expect(Object.keys(rows).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('CandidateSpace', () => {
  const [say, ask, dire] = [0, 1, 2];
  const all = (rule: number): readonly number[] => [
    ...Object.values(ORDERS.numbers).map((order) => candidates.cueOrder(rule, order)),
    ...Object.values(STARTS.numbers).map((start) => candidates.cueStart(rule, start)),
    ...Object.values(FINITE_VERBS.numbers).map((finite) => candidates.cueFinite(rule, finite)),
  ];

  it('has one feature for each order, start and number of verbs of a cue group', () => {
    expect(new Set([...all(say), ...all(ask)]).size).toBe(2 * all(say).length);
    expect(all(say).map((feature) => candidates.nameOf(feature))).toEqual(
      [0, 1, 2, 3, 4, 5, 22, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21].map(
        (number) => `cues/say+${number}`,
      ),
    );
  });

  it('has one group of features for cue groups of one name', () => {
    expect(all(dire)).toEqual(all(say));
    expect(all(ask)).not.toEqual(all(say));
  });

  it('has two features for each verb, and for the colon that stands for one', () => {
    const { count } = rules.lemmas;
    const names = [0, count].flatMap((lemma) =>
      [false, true].map((marked) => candidates.nameOf(candidates.verb(lemma, marked))),
    );
    expect(names).toEqual([
      `lemma/${rules.lemmas.nameOf(0)}`,
      `lemma-marked/${rules.lemmas.nameOf(0)}`,
      'lemma/colon',
      'lemma-marked/colon',
    ]);
  });

  it('tells features of verbs and groups from those of candidates', () => {
    const { size } = CANDIDATE_FEATURES.space;
    expect(candidates.isOfCue(size - 1)).toBe(false);
    expect(candidates.isOfCue(candidates.verb(0, false))).toBe(true);
    expect(all(say).every((feature) => candidates.isOfCue(feature))).toBe(true);
  });
});
