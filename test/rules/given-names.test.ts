import { describe, expect, it } from 'vitest';
import { GivenNames } from '../../src/rules/given-names.ts';
import { rules } from '../../src/rules/load.ts';

describe('GivenNames', () => {
  const male = ['a', 'ab', 'abc', 'b', 'zed'];
  const names = new GivenNames({ male: `${male.join('\n')}\n`, female: 'ann\nzoe\n' });

  it.each(male)('finds %s', (name) => {
    expect(names.genderOf(name)).toBe('male');
  });

  it.each(['', 'aa', 'abcd', 'zoes', 'zo', '\n', 'b\nzed'])('does not find %j', (name) => {
    expect(names.genderOf(name)).toBe('');
  });

  it('goes by the first part of a double name', () => {
    expect([names.genderOf('ann-b'), names.genderOf('zed-ann')]).toEqual(['female', 'male']);
  });

  it('finds none in nothing', () => {
    expect(new GivenNames({ male: '', female: '' }).genderOf('ann')).toBe('');
  });
});

it.each([
  ['winifred', 'female'],
  ['amara', 'female'],
  ['martin', 'male'],
  ['kwame', 'male'],
  // Countries disagree.
  ['andrea', ''],
  ['bridge', ''],
] as const)('the bundled names have %s as %j', (name, gender) => {
  expect(rules.givenNames.genderOf(name)).toBe(gender);
});
