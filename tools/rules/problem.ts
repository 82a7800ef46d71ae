/**
 * Faults in rule files, and what becomes of them: thrown one by one, or all collected.
 * @module
 */

/** A fault: one line that names file, line and reason. */
export class RuleProblem extends Error {
  readonly file: string;
  /** From 1 on; 0 for a fault of a folder. */
  readonly line: number;
  /** The id of the rule that has it; '' for a fault of the file. */
  readonly id: string;

  constructor(file: string, line: number, reason: string, id = '') {
    super(`${file}${line === 0 ? '' : `:${line}`}: ${id === '' ? '' : `${id}: `}${reason.replaceAll(/\s+/g, ' ')}`);
    this.name = 'RuleProblem';
    this.file = file;
    this.line = line;
    this.id = id;
  }
}

/** Takes a fault. If it returns, the search for others goes on. */
export type Report = (problem: RuleProblem) => void;

/** Throws the first fault. */
export const refuse: Report = (problem) => {
  throw problem;
};

/** All faults of a set of files, one per line of its message. */
export class RuleProblems extends Error {
  constructor(problems: readonly RuleProblem[]) {
    const sorted = [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
    super([...new Set(sorted.map(({ message }) => message))].join('\n'));
    this.name = 'RuleProblems';
  }
}
