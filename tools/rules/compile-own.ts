/**
 * The project's rules with a newsroom's own, for programs that are not built with them: the command line, and `npm run rules:try`.
 * @module
 */
import type { PackedNames } from '../../src/rules/given-names.ts';
import type { WeightTable } from '../../src/rules/types.ts';
import { catalogueFiles, catalogueOf } from './catalogue.ts';
import { compile, type Compilation } from './compile.ts';
import { readOwn, withOwn } from './own.ts';
import { refuse, RuleProblems, type RuleProblem, type Report } from './problem.ts';
import { readSource } from './source.ts';
import type { SourceFile } from './types.ts';
import { verify } from './verify.ts';

/** The project's rule files by path, with their texts, and its weights: what a build of the command line carries along. */
export interface ProjectRules {
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly weights: Readonly<Record<string, WeightTable>>;
  readonly givenNames: PackedNames;
}

/** Compiles the project's rules, which were checked before, with those of a folder, which are. @throws {RuleProblems} all their faults */
export function compileWithFolder({ files, weights, givenNames }: ProjectRules, folder: string): Compilation {
  const problems: RuleProblem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const own = readOwn(folder, report);
  const project = files.map(([path, text]) => readSource(path, text));
  return compileWith({ files: project, weights, givenNames }, own, problems);
}

/** The files that list the rules of the project with those of a folder, by path. @throws {RuleProblem} the first fault of the folder */
export function catalogueWithFolder({ files, weights }: ProjectRules, folder: string): ReadonlyMap<string, string> {
  const project = files.map(([path, text]) => readSource(path, text));
  return catalogueFiles(catalogueOf(withOwn(project, readOwn(folder, refuse), refuse), weights));
}

/**
 * Compiles files that were checked before with some that are checked now: own ones, or one of the project, which then stands
 * where it does among the others, since the order of rules decides where nothing else does.
 * @param problems what reading those has found
 * @throws {RuleProblems} all their faults
 */
export function compileWith(
  known: Pick<ProjectRules, 'weights'> & Partial<Pick<ProjectRules, 'givenNames'>> & { readonly files: readonly SourceFile[] },
  own: readonly SourceFile[],
  problems: RuleProblem[],
): Compilation {
  const report: Report = (problem) => void problems.push(problem);
  const together = withOwn(known.files, own, report);
  const all = own.every((file) => file.own) ? together : together.toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  const compiled = compile(all, known.weights, report, known.givenNames);
  if (problems.length === 0) problems.push(...verify(own, compiled));
  if (problems.length > 0) throw new RuleProblems(problems);
  return compiled;
}

function pathOf({ rules, cues, hints, languages }: SourceFile): string {
  return [...rules, ...cues, ...hints, ...languages][0]?.place.file ?? '';
}
