/**
 * Whether an expression is safe against hostile text: it compiles, repeats nothing without bound, and is proven linear.
 * @module
 */
import { checkSync } from 'recheck';
import type { Verdicts } from './verdicts.ts';

/**
 * Limits of the checker in characters read, none in time: the same expression gets the same verdict on a busy machine.
 * What is left to the fuzzing half of the checker (expressions with long repetitions) starts from a fixed seed.
 */
export const LIMITS = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  // Negative: an attack that was found is not run once more in a real engine, which could take for ever.
  recallTimeout: -1,
  attackLimit: 50_000_000,
  randomSeed: 0,
} as const;

/**
 * The reason why `source` is refused, or null.
 * @param known expressions that earlier runs have proven; what is proven now is added
 */
export function refusal(source: string, known?: Verdicts): string | null {
  try {
    RegExp(source, 'u');
  } catch (error) {
    return `not an expression: ${(error as Error).message}`;
  }
  if (hasUnboundedRepetition(source)) return 'an unbounded repetition: write {0,20} for * and {1,20} for +';
  if (known?.has(source)) return null;
  const result = checkSync(source, 'u', LIMITS);
  if (result.status === 'safe') {
    known?.add(source);
    return null;
  }
  return result.status === 'vulnerable'
    ? `not linear (${result.complexity.summary})`
    : 'not provably linear';
}

function hasUnboundedRepetition(source: string): boolean {
  const bare = source.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*(?:\]|$)/g, 'x');
  return /[*+]|\{\d+,\}/.test(bare);
}
