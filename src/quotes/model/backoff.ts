/**
 * Weights of reporting expressions that no labelled document has: those of their namesakes in another language.
 * the verbs of `fr/cues/deny` weigh what those of `en/cues/deny` do. (What a group takes is shared by its namesakes in all languages.)
 * @module
 */
import type { Rules } from '../../rules/rules.ts';
import type { CueRule } from '../../rules/types.ts';

/** Weights of one model in the section of verbs, and which rows were fitted. */
export interface VerbWeights {
  /** Two runs: every verb without marks, then every verb with them; one more of each stands for the colon. */
  readonly lemmas: Float64Array;
  readonly fitted: Uint8Array;
}

/** Gives the verbs of groups without any fitted verb the mean over their namesake's. Changes `weights`. */
export function fillNamesakes(
  { cueRules, lemmas }: Rules,
  { lemmas: weights, fitted }: VerbWeights,
): void {
  const verbsOf = cueRules.map((): number[] => []);
  for (let lemma = 0; lemma < lemmas.count; lemma++) verbsOf[lemmas.ruleOf(lemma)]?.push(lemma);
  const run = lemmas.count + 1;
  const isFitted = (lemma: number): boolean => fitted[lemma] === 1 || fitted[run + lemma] === 1;
  const namesakes = new Map<string, readonly number[]>();
  cueRules.forEach(({ id }, rule) => {
    const verbs = verbsOf[rule] as readonly number[];
    if (verbs.some(isFitted)) namesakes.set(nameOf(id), verbs);
  });
  cueRules.forEach(({ id }, rule) => {
    const verbs = verbsOf[rule] as readonly number[];
    const others = namesakes.get(nameOf(id));
    if (!others || verbs.some(isFitted)) return;
    for (const from of [0, run]) {
      const mean = meanOf(others.map((lemma) => weights[from + lemma] as number));
      for (const lemma of verbs) weights[from + lemma] = mean;
    }
  });
}

/**
 * Gives a newsroom's own verbs what their rule states; where it states nothing and no namesake is fitted, the mean over the fitted verbs
 * that amount to the same (a claim, a denial). Changes `weights`.
 */
export function fillOwn(
  { cueRules, lemmas }: Rules,
  { lemmas: weights, fitted }: VerbWeights,
): void {
  if (!cueRules.some(({ own }) => own)) return;
  const run = lemmas.count + 1;
  const ruleOf = (lemma: number): CueRule => cueRules[lemmas.ruleOf(lemma)] as CueRule;
  const all = Array.from({ length: lemmas.count }, (_, lemma) => lemma);
  const names = new Set(
    all.filter((lemma) => !ruleOf(lemma).own).map((lemma) => nameOf(ruleOf(lemma).id)),
  );
  for (const from of [0, run]) {
    const known = all.filter((lemma) => fitted[from + lemma] === 1);
    const byClass = Map.groupBy(known, (lemma) => ruleOf(lemma).class);
    for (const lemma of all) {
      const { own, weight, id, class: sort } = ruleOf(lemma);
      if (!own || (weight === undefined && names.has(nameOf(id)))) continue;
      const like = byClass.get(sort) ?? known;
      weights[from + lemma] = weight ?? meanOf(like.map((peer) => weights[from + peer] as number));
    }
  }
}

/** The id without its language. */
const nameOf = (id: string): string => id.slice(id.indexOf('/'));

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
