/**
 * How a case was answered.
 * @module
 */
export interface CaseResult {
  readonly counts: Readonly<Record<string, number>>;
  /** The case is right if there are none. */
  readonly faults: readonly string[];
}
