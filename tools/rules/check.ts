/**
 * Everything that is wrong with some rule files.
 * @module
 */
import type { WeightTable } from '../../src/rules/types.ts';
import { compile, type Compilation } from './compile.ts';
import type { RuleProblem } from './problem.ts';
import type { SourceFile } from './types.ts';
import type { Verdicts } from './verdicts.ts';
import { verify } from './verify.ts';

/**
 * Compiles files and runs their examples.
 * @param problems what reading the files has found; what is found now is added
 * @param known expressions proven safe before
 */
export function compileChecked(
  files: readonly SourceFile[],
  weights: Readonly<Record<string, WeightTable>>,
  problems: RuleProblem[],
  known?: Verdicts,
): Compilation {
  const compiled = compile(files, weights, (problem) => void problems.push(problem));
  // The examples of a rule that lacks a phrase say nothing.
  const faulty = new Set(problems.map(({ id }) => id));
  const isSound = ({ id }: { readonly id: string }): boolean => !faulty.has(id);
  const sound = files.map((file) => ({
    ...file,
    rules: file.rules.filter(isSound),
    cues: file.cues.filter(isSound),
    hints: file.hints.filter(isSound),
  }));
  problems.push(...verify(sound, compiled, known));
  return compiled;
}
