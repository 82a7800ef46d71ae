/**
 * The whole answers to nearly a thousand requests, by hash. Fails on any change of an answer, meant or not: a change of
 * structure must leave all hashes as they are, and a change of rules shows how far it reaches.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rules } from '../src/rules/load.ts';
import { goldenAnswers, goldenGroups, type GoldenGroup } from './golden/answers.ts';
import { goldenCases, pathOf } from './golden/cases.ts';

const kept = JSON.parse(
  readFileSync(join(import.meta.dirname, 'golden/golden.json'), 'utf8'),
) as Readonly<Record<string, GoldenGroup>>;

it('answers are what they were', () => {
  expect(
    goldenGroups(goldenAnswers(rules)),
    'Answers have changed. `npm run golden -- --dump FOLDER` writes them all, to compare with those of another commit. ' +
      'If the change is meant, run `npm run golden` and commit test/golden/golden.json.',
  ).toEqual(kept);
});

it('no two answers are dumped to the same file', () => {
  const paths = goldenCases().map((asked) => pathOf(asked).toLowerCase());
  expect(paths.filter((path, i) => paths.indexOf(path) !== i)).toEqual([]);
});
