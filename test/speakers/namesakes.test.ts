/**
 * What a text may hold thousands of: people who share a name or a role. Time must grow in line with their number.
 */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import type { NameMention } from '../../src/annotation/names.ts';
import { rules } from '../../src/rules/load.ts';
import { mergeNames } from '../../src/speakers/entities.ts';
import { NameForms } from '../../src/speakers/name-forms.ts';
import { once } from '../../tools/bench/clock.ts';
import { EVERYWHERE } from '../../tools/bench/stages.ts';

/** So many that what a name is compared with has reached its bounds. */
const FEW = 4000;
const TIMES = 8;
/** In line with the number is eight times, and its square 64. The room between is for a busy machine. */
const MOST = 32;

function mention(name: string, i: number): NameMention {
  const key = name.toLowerCase().split(' ');
  const from = 10 * i;
  const to = from + key.length;
  return { from, to, titlesFrom: from, type: 'person', sure: true, gender: '', name, key };
}

const RUNS = 5;

/** Milliseconds of processor time to merge so many names, the least of some runs; those that are left are spared once one took less than `enough`. */
function timeOf(nameOf: (i: number) => string, count: number, enough = 0): number {
  const names = Array.from({ length: count }, (_, i) => mention(nameOf(i), i));
  let least = Infinity;
  for (let run = 0; run < RUNS && least >= enough; run++)
    least = Math.min(
      least,
      once(() => void mergeNames(names, new NameForms(['а', 'у']))),
    );
  return least;
}

describe('time over the number of names', () => {
  it.each<readonly [string, (i: number) => string]>([
    ['one surname', (i) => `Ada${i} Marlow`],
    ['one given name', (i) => `Ines Marsh${i}`],
    ['one surname, alone too', (i) => (i % 2 ? 'Marlow' : `Ada${i} Marlow`)],
    ['one given name, alone too', (i) => (i % 2 ? 'Ines' : `Ines Marsh${i}`)],
    ['initials', (i) => `${i % 2 ? 'A' : `Ada${i}`} Marlow`],
    ['surnames alike', (i) => `Ines Marl${String.fromCharCode(97 + (i % 26)).repeat(3)}${i}`],
    ['forms of one surname', (i) => `Ада${i} Ласкин${i % 2 ? 'а' : ''}`],
  ])('grows in line: %s', (_name, nameOf) => {
    timeOf(nameOf, FEW);
    const most = MOST * timeOf(nameOf, FEW);
    expect(timeOf(nameOf, TIMES * FEW, most)).toBeLessThan(most);
  });
});

const others = Array.from({ length: 300 }, (_, i) => `Ada${i} Marlow left the room.`).join(' ');

it('gives a bare surname to the namesake named last, among hundreds', () => {
  expect(
    lastSpeaker(`${others} Then Ines Marlow spoke. “We will rebuild the pier,” said Marlow.`),
  ).toBe('Ines Marlow');
});

it('gives a role to the one who has it, among hundreds of other roles', () => {
  const senators = others.replaceAll('Ada', 'Senator Ada');
  const text = `${senators} Mayor Ines Brandt spoke. “We will rebuild the pier,” said the mayor.`;
  expect(lastSpeaker(text)).toBe('Ines Brandt');
});

function lastSpeaker(text: string): string | undefined {
  const { quotes, speakers } = analyze(text, rules, EVERYWHERE);
  return speakers?.find(({ id }) => id === quotes?.at(-1)?.speaker)?.name;
}
