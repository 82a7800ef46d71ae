/**
 * A fault in a rule file: one line that names file, line and reason.
 * @module
 */
export class RuleProblem extends Error {
  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason.replaceAll(/\s+/g, ' ')}`);
    this.name = 'RuleProblem';
  }
}
