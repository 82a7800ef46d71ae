import { describe, expect, it } from 'vitest';
import type { Gender, NameMention, NameType } from '../../src/annotation/names.ts';
import { mergeNames, namesOf } from '../../src/speakers/entities.ts';
import { NameForms } from '../../src/speakers/name-forms.ts';
import { similar } from '../../src/speakers/spelling.ts';
import { cpuMs } from '../../tools/bench/clock.ts';

/** Names as they follow one another in a text: "o:" marks an organisation, "f:" and "m:" a person of known gender. */
function mentions(...names: readonly string[]): readonly NameMention[] {
  return names.map((written, i) => {
    const [, mark = '', name = ''] = /^(?:(\w):)?(.*)$/.exec(written) ?? [];
    const type: NameType = mark === 'o' ? 'organization' : 'person';
    const gender: Gender = mark === 'f' ? 'female' : mark === 'm' ? 'male' : '';
    const key = name.toLowerCase().replaceAll('.', '').split(' ');
    return {
      from: i * 20,
      to: i * 20 + key.length,
      titlesFrom: i * 20,
      type,
      sure: true,
      gender,
      name,
      key,
    };
  });
}

/** The names of each entity, by its own name. */
function merged(...names: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const entities = mergeNames(mentions(...names));
  return Object.fromEntries(
    entities.map((entity) => [entity.name, entity.mentions.map(({ name }) => name)]),
  );
}

describe('mergeNames', () => {
  it.each<[string, string[], Record<string, string[]>]>([
    [
      'a surname after the full name',
      ['Dana Reed', 'Reed'],
      { 'Dana Reed': ['Dana Reed', 'Reed'] },
    ],
    [
      'a surname before the full name, as in headlines',
      ['Reed', 'Dana Reed'],
      { 'Dana Reed': ['Reed', 'Dana Reed'] },
    ],
    ['a first name', ['Dana Reed', 'Dana'], { 'Dana Reed': ['Dana Reed', 'Dana'] }],
    [
      'a middle initial',
      ['Dana Reed', 'Dana J. Reed'],
      { 'Dana J. Reed': ['Dana Reed', 'Dana J. Reed'] },
    ],
    [
      'an initial for the first name',
      ['Dana Reed', 'D. Reed'],
      { 'Dana Reed': ['Dana Reed', 'D. Reed'] },
    ],
    [
      'a spelling variant of a full name',
      ['Volodymyr Zelensky', 'Volodymyr Zelenskiy'],
      { 'Volodymyr Zelensky': ['Volodymyr Zelensky', 'Volodymyr Zelenskiy'] },
    ],
    [
      'a spelling variant of a surname',
      ['Volodymyr Zelensky', 'Zelenskyy'],
      { 'Volodymyr Zelensky': ['Volodymyr Zelensky', 'Zelenskyy'] },
    ],
    [
      'the short form of an organisation',
      ['o:Russian Defence Ministry', 'o:Defence Ministry'],
      { 'Russian Defence Ministry': ['Russian Defence Ministry', 'Defence Ministry'] },
    ],
    [
      'the long form of an organisation after the short one',
      ['o:Defence Ministry', 'o:Russian Defence Ministry'],
      { 'Russian Defence Ministry': ['Defence Ministry', 'Russian Defence Ministry'] },
    ],
    ['the same organisation again', ['o:NATO', 'o:NATO'], { NATO: ['NATO', 'NATO'] }],
  ])('merges %s', (_, names, expected) => {
    expect(merged(...names)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['two people of one surname', ['Dana Reed', 'Martin Reed']],
    ['two people of one first name', ['Dana Reed', 'Dana Hale']],
    ['two people with alike short surnames', ['Dana Reed', 'Martin Reid']],
    ['two people whose initials differ', ['Dana Reed', 'M. Reed']],
    ['an organisation and a person', ['o:Reed Bank', 'Dana Reed']],
    ['two ministries', ['o:Defence Ministry', 'o:Health Ministry']],
    ['people and strangers', ['Dana Reed', 'Ortiz']],
  ])('keeps apart %s', (_, names) => {
    expect(mergeNames(mentions(...names))).toHaveLength(2);
  });

  it('gives a shared surname to the bearer named last before it', () => {
    expect(merged('Dana Reed', 'Reed', 'Martin Reed', 'Reed')).toEqual({
      'Dana Reed': ['Dana Reed', 'Reed'],
      'Martin Reed': ['Martin Reed', 'Reed'],
    });
  });

  it('gives a shared surname with a title to the bearer of that gender', () => {
    expect(merged('f:Dana Reed', 'm:Martin Reed', 'f:Reed')).toEqual({
      'Dana Reed': ['Dana Reed', 'Reed'],
      'Martin Reed': ['Martin Reed'],
    });
  });

  it('learns the gender from any mention', () => {
    expect(mergeNames(mentions('Alex Reed', 'f:Reed'))[0]?.gender).toBe('female');
  });

  it('lists all names, the full ones first; mentions in order, ids by number', () => {
    const [entity] = mergeNames(mentions('Reed', 'Dana Reed', 'Dana', 'Reed'));
    expect(entity && [...namesOf(entity)]).toEqual(['Dana Reed', 'Reed', 'Dana']);
    expect(entity?.mentions.map(({ from }) => from)).toEqual([0, 20, 40, 60]);
    expect(entity?.fullest.from).toBe(20);
    expect(mergeNames(mentions('Dana Reed', 'Martin Hale')).map(({ id }) => id)).toEqual([0, 1]);
  });

  it('loses no mention, and gives none twice', () => {
    const all = mentions(
      'Reed',
      'Dana Reed',
      'Hale',
      'Martin Reed',
      'o:NATO',
      'Reed',
      'D. Reed',
      'Zelensky',
      'Zelenskiy',
    );
    const given = mergeNames(all).flatMap((entity) => entity.mentions.map(({ from }) => from));
    expect(given.sort((a, b) => a - b)).toEqual(all.map(({ from }) => from));
  });

  it('stays linear over many bearers of one name', () => {
    const crowd = Array.from({ length: 3000 }, (_, i) => [`Person${i} Reed`, 'Reed']).flat();
    const started = cpuMs();
    expect(mergeNames(mentions(...crowd)).length).toBeGreaterThan(2000);
    expect(cpuMs() - started).toBeLessThan(10_000);
  });

  it('merges nothing into nothing', () => {
    expect(mergeNames([])).toEqual([]);
  });
});

describe('similar', () => {
  it.each<[string, string, boolean]>([
    ['zelensky', 'zelenskiy', true],
    ['zelensky', 'zelenskyy', true],
    ['yanukovych', 'yanukovich', true],
    ['reed', 'reed', true],
    ['reed', 'reid', false],
    ['johnson', 'johnston', true],
    ['marshall', 'martins', false],
    ['zelensky', 'selensky', false],
    ['petersen', 'petrossian', false],
  ])('%s, %s', (a, b, expected) => {
    expect(similar(a, b)).toBe(expected);
    expect(similar(b, a)).toBe(expected);
  });
});

describe('names with cases', () => {
  const forms = new NameForms(['а', 'ой', 'ым', 'у', 'е', 'ы']);
  const shown = (...names: readonly string[]): readonly string[] =>
    mergeNames(mentions(...names), forms).map(({ name }) => name);

  it.each<[string, string[], string[]]>([
    ['a surname behind the full name', ['m:Пётр Ласкин', 'Ласкина', 'Ласкиным'], ['Пётр Ласкин']],
    ['a full name', ['Петра Ласкина', 'm:Петр Ласкин'], ['Петр Ласкин']],
    ['bare surnames', ['Ласкина', 'Ласкин'], ['Ласкин']],
    [
      'not people of other given names',
      ['m:Пётр Ласкин', 'f:Вера Ласкина'],
      ['Пётр Ласкин', 'Вера Ласкина'],
    ],
    [
      'not a surname that two may have',
      ['m:Пётр Холм', 'm:Олег Холм', 'Холмом'],
      ['Пётр Холм', 'Олег Холм', 'Холмом'],
    ],
    [
      'not people of other gender',
      ['m:Александр Ласкин', 'f:Александра Ласкина'],
      ['Александр Ласкин', 'Александра Ласкина'],
    ],
  ])('merge: %s', (_, names, expected) => {
    expect(shown(...names)).toEqual(expected);
  });
});
