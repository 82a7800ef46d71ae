/**
 * Small cases, each written for one fault: how many are right as a whole, and what users would see of the others.
 * @module
 */
import type { Answer } from '../answer.ts';
import type { CaseDocument, ExpectedLine, ExpectedQuote } from '../gold.ts';
import type { Measure, TallyBase } from '../measure.ts';
import { sum } from '../statistics.ts';
import { columns } from '../print.ts';
import { judgeQuotes } from './quotes.ts';
import type { CaseResult } from './result.ts';
import { judgeLines } from './segments.ts';

export interface CaseTally extends TallyBase, CaseResult {
  /** Kind and language, for people. */
  readonly title: string;
}

export const caseMeasure: Measure<CaseDocument, CaseTally> = {
  tally: tallyCase,
  figures: caseFigures,
  details: () => [],
  worst: worstCases,
};

function tallyCase(doc: CaseDocument, answer: Answer): CaseTally {
  const { id, kind = '', language = '?', expect } = doc;
  const result = hasLines(expect)
    ? judgeLines(doc.text, expect, answer)
    : judgeQuotes(expect, doc.not, answer);
  return {
    id,
    ...result,
    mistakes: result.faults.map((fault) => `${id}: ${fault}`),
    title: `[${language}] ${kind}`,
  };
}

function hasLines(expect: CaseDocument['expect']): expect is readonly ExpectedLine[] {
  return expect.some((one: ExpectedLine | ExpectedQuote) => 'line' in one);
}

function caseFigures(tallies: readonly CaseTally[]) {
  const names = new Set(tallies.flatMap(({ counts }) => Object.keys(counts)));
  const total = (name: string): number => sum(tallies.map(({ counts }) => counts[name] ?? 0));
  return {
    cases: tallies.length,
    casesRight: tallies.filter(({ faults }) => faults.length === 0).length,
    ...Object.fromEntries([...names].map((name) => [name, total(name)])),
  };
}

function worstCases(tallies: readonly CaseTally[], most: number): readonly string[] {
  const rows = tallies
    .filter(({ faults }) => faults.length > 0)
    .toSorted((a, b) => b.faults.length - a.faults.length)
    .slice(0, most)
    .map(({ id, faults, title }) => [id, `${faults.length}`, title]);
  return ['Worst cases: faults, language and kind', ...columns(rows)];
}
