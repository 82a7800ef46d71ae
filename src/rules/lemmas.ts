/**
 * The verbs and fixed expressions of cues, by number.
 * @module
 */
import type { CompiledRules } from './types.ts';

export class Lemmas {
  readonly #compiled: Pick<CompiledRules, 'cueRules' | 'lemmas'>;

  constructor(compiled: Pick<CompiledRules, 'cueRules' | 'lemmas'>) {
    this.#compiled = compiled;
  }

  get count(): number {
    return this.#compiled.lemmas.length;
  }

  /** The first lemma of a cue rule, or -1. */
  firstOf(rule: number): number {
    return this.#compiled.lemmas.findIndex(([own]) => own === rule);
  }

  /** The cue rule of a lemma. */
  ruleOf(lemma: number): number {
    return (this.#compiled.lemmas[lemma] as CompiledRules['lemmas'][number])[0];
  }

  /** What explanations and weights call a lemma, `en/cues/say:say`: its rule, and its first form as rule files have it. */
  nameOf(lemma: number): string {
    const [rule, phrase] = this.#compiled.lemmas[lemma] as CompiledRules['lemmas'][number];
    return `${this.#compiled.cueRules[rule]?.id}:${phrase}`;
  }
}
