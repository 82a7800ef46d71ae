/**
 * The verbs and fixed expressions of cues, by number.
 * @module
 */
import { unpackNumbers } from './codec/numbers.ts';
import type { Trie } from './match/trie.ts';
import { cuesFrom, FORMS } from './numbering.ts';
import type { CompiledRules } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';

type Compiled = Pick<CompiledRules, 'segmentRules' | 'cueRules' | 'vetoes' | 'lexiconEntries' | 'lemmaRules' | 'lemmaNames'>;

/** Their rules and names, read when first asked for. */
export class Lemmas {
  readonly #compiled: Compiled;
  readonly #trie: Trie;
  readonly #vocabulary: Vocabulary;
  #rules: Int32Array | undefined;
  #names: readonly string[] | undefined;

  constructor(compiled: Compiled, trie: Trie, vocabulary: Vocabulary) {
    this.#compiled = compiled;
    this.#trie = trie;
    this.#vocabulary = vocabulary;
  }

  get count(): number {
    return this.#opened.length;
  }

  /** The cue rule of a lemma. */
  ruleOf(lemma: number): number {
    return this.#opened[lemma] as number;
  }

  /** What explanations and weights call a lemma, `en/cues/say:say`: its rule, and its first form as rule files have it. */
  nameOf(lemma: number): string {
    return (this.#names ??= this.#readNames())[lemma] as string;
  }

  get #opened(): Int32Array {
    return (this.#rules ??= unpackNumbers(this.#compiled.lemmaRules));
  }

  /** No table has the names: nearly all are phrases of the trie, the first one of the first form that a lemma has. */
  #readNames(): readonly string[] {
    const cues = cuesFrom(this.#compiled);
    const phrases: { readonly form: number; readonly phrase: string }[] = [];
    for (const { entry, words } of this.#trie.phrases()) {
      if (entry < cues) continue;
      const form = (entry - cues) % FORMS.length;
      const lemma = (entry - cues - form) / FORMS.length;
      if (form >= (phrases[lemma]?.form ?? FORMS.length)) continue;
      phrases[lemma] = { form, phrase: words.map((word) => this.#vocabulary.word(word)).join(' ') };
    }
    const given = new Map(this.#compiled.lemmaNames);
    return phrases.map(({ phrase }, lemma) => {
      const { id } = this.#compiled.cueRules[this.ruleOf(lemma)] as CompiledRules['cueRules'][number];
      return `${id}:${given.get(lemma) ?? phrase}`;
    });
  }
}
