/**
 * The rules that a command goes by.
 * @module
 */
import type { CompiledRules } from '../rules/types.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage.ts';

/** The project's rules with those of a folder. @throws {UsageError} with all faults of its files */
export async function compileFolder(folder: string, io: Io): Promise<CompiledRules> {
  try {
    return await io.compileOwn(folder);
  } catch (error) {
    throw new UsageError(`the rules of ${folder} have faults\n${(error as Error).message}`);
  }
}
