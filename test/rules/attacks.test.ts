/**
 * Every expression of the rules against strings that would hurt one that backtracks: what it repeats, again and again,
 * and then nothing that it could end with. The checker's proofs are about growth; this is about time.
 * @module
 */
import { expect, it } from 'vitest';
import { rules } from '../../src/rules/load.ts';

const LENGTH = 20_000;
/** Processor time for an expression and all attacks on it, twenty thousand characters each. */
const MOST_MS = 400;

/** What expressions repeat: letters, digits, spaces, marks, and these in turns. */
const PUMPS = ['a', 'ab ', '1', '1,', '1 ', ' ', '  a', '.', 'a.', '-', '/', '#', '@', 'é', '字', '😀', '(', '“', '|'];

const sources = [
  ...new Set(rules.segmentRules.flatMap(({ expressions = [] }) => expressions)),
] as readonly string[];

/** Stretches of an expression that stand for themselves, since an attack has to get past them first. */
function literalsOf(source: string): readonly string[] {
  const bare = source.replaceAll(/\\[pP]\{[^}]*\}|\{[^}]*\}|\[[^\]]*\]|\\[a-z]/g, '\0');
  return [...new Set(bare.match(/[\p{L}\p{N} @#:/.,-]{2,}/gu) ?? [])].slice(0, 4);
}

function attacksOn(source: string): readonly string[] {
  const literals = literalsOf(source);
  const units = [...PUMPS, ...literals, ...literals.map((literal) => `${literal} 1 `)];
  const fronts = new Set(['', literals[0] ?? '']);
  return units.flatMap((unit) =>
    [...fronts].map((front) => `${front}${unit.repeat(LENGTH / unit.length)}\0`),
  );
}

/** Milliseconds of processor time for all attacks on an expression. */
function timeOf(source: string): number {
  const expression = new RegExp(source, 'u');
  const attacks = attacksOn(source);
  const started = process.cpuUsage();
  for (const attack of attacks) expression.test(attack);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

it('there are expressions to attack', () => {
  expect(sources.length).toBeGreaterThan(100);
});

it.each(sources)('/%s/ is not slowed by any of its attacks', (source) => {
  expect(timeOf(source)).toBeLessThan(MOST_MS);
});

it('an expression that backtracks is', () => {
  expect(timeOf('^(?:a|a){1,27}$')).toBeGreaterThan(MOST_MS);
});
