/**
 * Weights of reporting expressions that no labelled document has: those of their namesakes in another language.
 * `fr/cues/deny` takes what was said in the ways of `en/cues/deny`.
 * @module
 */
import type { Rules } from '../rules/rules.ts';

/** Weights of one model in the sections of verbs and of cue groups, and which rows were fitted. */
export interface CueWeights {
  /** Two runs: every verb without marks, then every verb with them; one more of each stands for the colon. */
  readonly lemmas: Float64Array;
  readonly fittedLemmas: Uint8Array;
  /** `perCue` numbers a group. */
  readonly cues: Float64Array;
  readonly fittedCues: Uint8Array;
  readonly perCue: number;
}

/** Fills in the groups without any fitted row, and their verbs with the mean over their namesake's. Changes `weights`. */
export function fillNamesakes({ cueRules, lemmas }: Rules, weights: CueWeights): void {
  const lemmasOf = Map.groupBy(
    lemmas.map((_, lemma) => lemma),
    (lemma) => (lemmas[lemma] as string).split(':')[0] as string,
  );
  const verbs = (rule: number): readonly number[] =>
    lemmasOf.get(cueRules[rule]?.id as string) ?? [];
  const numbers = cueRules.map((_, rule) => rule);
  const fitted = numbers.filter((rule) => isFitted(weights, lemmas.length + 1, rule, verbs(rule)));
  const namesakes = new Map(fitted.map((rule) => [nameOf(cueRules[rule]?.id as string), rule]));
  for (const rule of numbers) {
    const other = namesakes.get(nameOf(cueRules[rule]?.id as string));
    if (other === undefined || fitted.includes(rule)) continue;
    const { cues, perCue } = weights;
    cues.copyWithin(rule * perCue, other * perCue, (other + 1) * perCue);
    for (const run of [0, lemmas.length + 1]) {
      const mean = meanOf(verbs(other).map((lemma) => weights.lemmas[run + lemma] as number));
      for (const lemma of verbs(rule)) weights.lemmas[run + lemma] = mean;
    }
  }
}

/** The id without its language. */
const nameOf = (id: string): string => id.slice(id.indexOf('/'));

function isFitted(
  { fittedLemmas, fittedCues, perCue }: CueWeights,
  run: number,
  rule: number,
  verbs: readonly number[],
): boolean {
  if (fittedCues.subarray(rule * perCue, (rule + 1) * perCue).includes(1)) return true;
  return verbs.some((lemma) => fittedLemmas[lemma] === 1 || fittedLemmas[run + lemma] === 1);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
