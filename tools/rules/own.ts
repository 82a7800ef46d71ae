/**
 * A newsroom's own rules. They stand in a folder outside the project, so that an update of the project needs no merge, and are compiled
 * with its rules.
 * @module
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RuleProblem, type Report } from './problem.ts';
import { readSource } from './source.ts';
import type { SourceFile } from './types.ts';

/** The variable of the environment that names the folder; a relative path is one from the project's folder. */
export const OWN_RULES = 'COPYDESK_RULES';

/** Reads all rule files of a folder. @param folder as it was given: messages name files by it */
export function readOwn(folder: string, report: Report): readonly SourceFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    report(new RuleProblem(folder, 0, `there is no such folder of rules (${resolve(folder)})`));
    return [];
  }
  // The command line does this too, on a Node without globSync().
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const paths = names.filter((name) => name.endsWith('.toml') && !isHidden(name)).sort();
  if (paths.length === 0) report(new RuleProblem(folder, 0, `the folder has no rule files, whose names end in .toml (${resolve(folder)})`));
  return paths.map((path) => readSource(join(folder, path), readFileSync(resolve(folder, path), 'utf8'), report, true));
}

const isHidden = (path: string): boolean => path.split(/[\\/]/).some((part) => part.startsWith('.') || part === 'node_modules');

/** The project's files and own ones. An own file for a site stands in place of the project's. */
export function withOwn(project: readonly SourceFile[], own: readonly SourceFile[], report: Report): readonly SourceFile[] {
  const domains = new Set(own.flatMap((file) => file.domains));
  refuseProjectIds(project, own, report);
  return [...project.filter((file) => !file.domains.some((domain) => domains.has(domain))), ...own];
}

/** Reports own ids that an update of the project might take. */
export function refuseProjectIds(project: readonly SourceFile[], own: readonly SourceFile[], report: Report): void {
  const folderOf = (id: string): string => id.slice(0, id.indexOf('/'));
  const entriesOf = ({ rules, cues, hints }: SourceFile) => [...rules, ...cues, ...hints];
  const taken = new Set(project.filter(({ domains }) => domains.length === 0).flatMap(entriesOf).map(({ id }) => folderOf(id)));
  for (const { id, place } of own.filter((file) => file.own && file.domains.length === 0).flatMap(entriesOf))
    if (taken.has(folderOf(id)))
      report(new RuleProblem(place.file, place.line, `ids of the project begin with ${folderOf(id)}/: let yours begin with a name of your own, such as desk/${id.slice(id.indexOf('/') + 1)}`, id));
}
