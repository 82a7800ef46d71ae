/**
 * Whether an expression is safe against hostile text: it compiles, repeats nothing without bound, and is proven linear.
 * @module
 */
import { checkSync } from 'recheck';

/** The reason why `source` is refused, or null. */
export function refusal(source: string): string | null {
  try {
    RegExp(source, 'u');
  } catch (error) {
    return `not an expression: ${(error as Error).message}`;
  }
  if (hasUnboundedRepetition(source)) return 'an unbounded repetition: write {0,20} for * and {1,20} for +';
  const result = checkSync(source, 'u', { timeout: 10_000 });
  if (result.status === 'safe') return null;
  return result.status === 'vulnerable'
    ? `not linear (${result.complexity.summary})`
    : 'not provably linear';
}

function hasUnboundedRepetition(source: string): boolean {
  const bare = source.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  return /[*+]|\{\d+,\}/.test(bare);
}
