/**
 * What `copydesk --rules DIR` loads: the rule compiler, and the project's rules as they were written.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { CompiledRules } from '../../src/rules/types.ts';
import { catalogueWithFolder, compileWithFolder, type ProjectRules } from '../rules/compile-own.ts';

/**
 * The rules of the project with those of a folder.
 * @param folder is told in messages as it is given
 * @throws with all faults of the folder's files, one per line of the message
 */
export function compileOwn(folder: string): CompiledRules {
  return compileWithFolder(project(), folder);
}

/** The files that list the rules of the project with those of a folder, by path. */
export function catalogueOwn(folder: string): ReadonlyMap<string, string> {
  return catalogueWithFolder(project(), folder);
}

function project(): ProjectRules {
  const text = readFileSync(new URL('./rules.json', import.meta.url), 'utf8');
  return JSON.parse(text) as ProjectRules;
}
