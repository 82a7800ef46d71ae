/**
 * The answers to all cases, and what `golden.json` keeps of them.
 * @module
 */
import { createHash } from 'node:crypto';
import { analyze, readPage } from '../../src/analyze.ts';
import type { Rules } from '../../src/rules/rules.ts';
import type { Analysis } from '../../src/schema/types.ts';
import { goldenCases, type GoldenCase } from './cases.ts';

/** What is kept of a group of cases. The counts are there to read; the hash is over whole answers. */
export interface GoldenGroup {
  readonly answers: number;
  readonly segments: number;
  readonly quotes: number;
  readonly hash: string;
}

type Versions = 'engine' | 'rulesVersion';

/** An answer without the versions: they change with every rule, whatever the rule does. */
export type GoldenAnswer = Omit<Analysis, Versions> & Readonly<Record<Versions, undefined>>;

const answerTo = ({ input, html, options }: GoldenCase, rules: Rules): GoldenAnswer => {
  const source = html ? readPage(input, rules, undefined, options.url) : input;
  return { ...analyze(source, rules, options), engine: undefined, rulesVersion: undefined };
};

/** Analyses every case, in order: a few seconds. */
export const goldenAnswers = (
  rules: Rules,
): readonly (readonly [asked: GoldenCase, answer: GoldenAnswer])[] =>
  goldenCases().map((asked) => [asked, answerTo(asked, rules)]);

/** What is kept of answers, by group. The order of an answer's fields counts, as it does for clients that compare bytes. */
export const goldenGroups = (
  answers: readonly (readonly [asked: GoldenCase, answer: GoldenAnswer])[],
): Readonly<Record<string, GoldenGroup>> =>
  Object.fromEntries(
    [...Map.groupBy(answers, ([{ group }]) => group)].map(([group, members]) => {
      const hash = createHash('sha256');
      for (const [{ name }, answer] of members) hash.update(`${name}\n${JSON.stringify(answer)}\n`);
      const count = (part: 'segments' | 'quotes'): number =>
        members.reduce((sum, [, answer]) => sum + (answer[part]?.length ?? 0), 0);
      return [
        group,
        {
          answers: members.length,
          segments: count('segments'),
          quotes: count('quotes'),
          hash: hash.digest('hex').slice(0, 16),
        },
      ];
    }),
  );
