import { describe, expect, it } from 'vitest';
import { namesOf as namesIn } from './ground.ts';
import { cpuMs } from '../../tools/bench/clock.ts';

/** Small letters around the names: in a line that is mostly capitals, as headlines are, a capital says nothing. */
const namesOf = (text: string): ReturnType<typeof namesIn> =>
  namesIn(
    text.replace(
      'Then ',
      'Some hours later, when it had rained again in the small town by the river, ',
    ),
  );

const shown = (text: string): readonly string[] => namesOf(text).map(({ name }) => name);

describe('findNames', () => {
  it.each<[string, string, string[]]>([
    ['full names', 'Then Dana Reed met Martin Hale.', ['Dana Reed', 'Martin Hale']],
    ['surnames', 'Then Reed met Hale.', ['Reed', 'Hale']],
    ['initials', 'Then J. K. Hale and Donald J. Marsh spoke.', ['J. K. Hale', 'Donald J. Marsh']],
    ['surnames after an abbreviated title', 'Then Gen. Hale spoke.', ['Hale']],
    ['a particle', 'Then Laura van Berg met Martin de Cruz.', ['Laura van Berg', 'Martin de Cruz']],
    ['hyphens', 'Then Laura Blake-Marsh spoke.', ['Laura Blake-Marsh']],
    ['apostrophes', "Then Martin O'Neill spoke.", ["Martin O'Neill"]],
    ['accents', 'Then Laura Núñez spoke.', ['Laura Núñez']],
    ['no possessive', 'Then Dana Reed’s office closed.', ['Dana Reed']],
    [
      'titles outside',
      'Then President Dana Reed met Gen. Martin Hale.',
      ['Dana Reed', 'Martin Hale'],
    ],
    [
      'names after a comma apart',
      'Then Dana Reed, Martin Hale and Laura Ortiz spoke.',
      ['Dana Reed', 'Martin Hale', 'Laura Ortiz'],
    ],
    [
      'names of two lines apart',
      'Then Dana Reed\nMartin Hale spoke.',
      ['Dana Reed', 'Martin Hale'],
    ],
    ['organisations', 'Then the United Nations met NATO.', ['United Nations', 'NATO']],
    ['organisations with joiners', 'Then the Ministry of Health spoke.', ['Ministry of Health']],
    ['nothing in small letters', 'then the mayor met the minister', []],
    ['not a lone title', 'Then the President spoke.', []],
    ['not an office', 'Then the General President spoke.', []],
    ['a nickname in marks', 'Then Kevin “Boots” Doyle left.', ['Kevin “Boots” Doyle']],
    ['a nickname in single marks', 'Then Helen ‘Lenny’ Okuda left.', ['Helen ‘Lenny’ Okuda']],
    ['no party and state', 'Then Dana Reed (D-Ohio) spoke.', ['Dana Reed']],
    ['not a month or weekday', 'Then it rained on Monday in May.', []],
  ])('finds %s', (_, text, names) => {
    expect(shown(text)).toEqual(names);
  });

  it.each<[string, string, string[]]>([
    [
      'several particles',
      'Then Laura van der Berg met Martin de la Cruz.',
      ['Laura van der Berg', 'Martin de la Cruz'],
    ],
  ])('finds %s', (_, text, names) => {
    expect(shown(text)).toEqual(names);
  });

  it('tells people, organisations and places', () => {
    const types = namesOf('Then Dana Reed of Avon met NATO and the Ministry of Health in France.');
    expect(types.map(({ name, type }) => [name, type])).toEqual([
      ['Dana Reed', 'person'],
      ['Avon', 'place'],
      ['NATO', 'organization'],
      ['Ministry of Health', 'organization'],
      ['France', 'place'],
    ]);
  });

  it('tells gender by given name and title', () => {
    const genders = namesOf(
      'Then Dana Reed met Mr Hale, Mrs Ortiz, Alex Marsh and spokesman Alex Doyle.',
    );
    expect(genders.map(({ gender }) => gender)).toEqual(['female', 'male', 'female', '', 'male']);
  });

  it('folds the key, and drops the possessive from it', () => {
    expect(namesOf('Then Dana REED’s office closed.')[0]?.key).toEqual(['dana', 'reed']);
  });

  it('finds names in order, apart, within the words asked for', () => {
    const names = namesOf(
      'Then Dana Reed met Gen. Martin Hale of NATO, Laura Ortiz and the Bank of Avon.',
    );
    let at = 0;
    for (const { from, to, titlesFrom } of names) {
      expect(from).toBeGreaterThanOrEqual(at);
      expect(titlesFrom).toBeLessThanOrEqual(from);
      expect(to).toBeGreaterThan(from);
      at = to;
    }
  });

  it('takes a long row of capitalised words in its stride', () => {
    const started = cpuMs();
    expect(
      namesOf(`Then ${'Hale '.repeat(20_000)}${'rain '.repeat(20_000)}`).length,
    ).toBeGreaterThan(1000);
    expect(cpuMs() - started).toBeLessThan(5000);
  });
});
