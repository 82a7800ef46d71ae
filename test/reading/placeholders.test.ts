import { describe, expect, it } from 'vitest';
import { readText } from '../../src/reading/read.ts';

const copyOf = (text: string): string => readText(text).copy.text;
const lumpsOf = (text: string): readonly (readonly [string, string])[] =>
  readText(text).lumps.map(({ start, end, kind }) => [text.slice(start, end).trim(), kind]);

/** What a text browser prints around a story. */
const PAGE = `IFRAME: https://a.example/frame?id=12

(BUTTON) Menu (BUTTON)
Search ____________________ [ ]

[tram_small.jpg]

[A tram on the old bridge]

The first tram left on Sunday, said Mira Solberg [of the council].

Dag Ferrand, a driver Dag Ferrand, a driver

“It was late,” he said.
`;

describe('what text browsers print for buttons, fields and pictures', () => {
  it('is no part of the story', () => {
    expect(
      copyOf(PAGE)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ).toEqual([
      'Menu',
      'Search',
      'The first tram left on Sunday, said Mira Solberg [of the council].',
      '“It was late,” he said.',
    ]);
  });

  it('becomes segments where it stands alone', () => {
    expect(lumpsOf(PAGE)).toEqual([
      ['IFRAME: https://a.example/frame?id=12', 'other'],
      ['[tram_small.jpg]\n\n[A tram on the old bridge]', 'media'],
      ['Dag Ferrand, a driver Dag Ferrand, a driver', 'media'],
    ]);
  });

  it.each([
    '“The [re-elected] mayor [sic] came,” she said.\n\n[Applause]\n\n“So did I.”',
    'Name: __________\n\n[Music]\n\nlist[] = other[]; last[] = none[]',
    'New York New York\n\nthe show the show\n\n[Laughter]',
    'We counted (*) twice and [x] once.\n\n[Editor’s note: it was late]',
  ])('is left where there is hardly any of it: %s', (text) => {
    expect(copyOf(text)).toBe(text);
  });

  it('is not looked for in words with a hyphen inside of a sentence', () => {
    const text = `${'[ ] Ferry\n\n'.repeat(4)}“The [co-owner] left,” she said.`;
    expect(copyOf(text)).toContain('“The [co-owner] left,” she said.');
  });
});
