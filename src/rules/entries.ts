/**
 * What phrases stand for, by entry number.
 *
 * Entries are numbered by the order of the rules, so that no table of them is needed: first segment rules, then vetoes of
 * segment rules, entries of lexicons, vetoes of cues, and at the end six forms for every lemma.
 * @module
 */
import type { Lemmas } from './lemmas.ts';
import type { CompiledRules, CueForm, Entry } from './types.ts';

/** In the order of their numbers. */
export const FORMS: readonly CueForm[] = ['base', 'present', 'past', 'participle', 'ing', 'phrase'];

export type Counted = Pick<CompiledRules, 'segmentRules' | 'cueRules' | 'vetoes' | 'lexiconEntries'>;

/** First numbers of the kinds of entries; those of segment rules start at 0. */
export function startsOfEntries({ segmentRules, cueRules, vetoes, lexiconEntries }: Counted) {
  const veto = segmentRules.length;
  const lexicon = veto + vetoes.length;
  const cueVeto = lexicon + lexiconEntries.length;
  return { veto, lexicon, cueVeto, cue: cueVeto + cueRules.length };
}

/** All entries by number, made when first asked for. */
export class Entries {
  /** Numbers of the entries of lexicons, half-open. */
  readonly lexicons: { readonly from: number; readonly to: number };
  readonly #made = new Map<number, Entry>();
  readonly #start: ReturnType<typeof startsOfEntries>;
  readonly #vetoes: CompiledRules['vetoes'];
  readonly #lexiconEntries: CompiledRules['lexiconEntries'];
  readonly #lemmas: Lemmas;

  constructor(compiled: Counted, lemmas: Lemmas) {
    this.#start = startsOfEntries(compiled);
    this.#vetoes = compiled.vetoes;
    this.#lexiconEntries = compiled.lexiconEntries;
    this.lexicons = { from: this.#start.lexicon, to: this.#start.cueVeto };
    this.#lemmas = lemmas;
  }

  get length(): number {
    return this.#start.cue + this.#lemmas.count * FORMS.length;
  }

  /** The entry with a number from 0 to `length`. */
  at(number: number): Entry {
    let entry = this.#made.get(number);
    if (!entry) this.#made.set(number, (entry = this.#make(number)));
    return entry;
  }

  #make(number: number): Entry {
    const { veto, lexicon, cueVeto, cue } = this.#start;
    if (number < veto) return { type: 'segment', rule: number };
    if (number < lexicon) return { type: 'veto', rules: this.#vetoes[number - veto] as readonly number[] };
    if (number < cueVeto) {
      const [rule, attribute] = this.#lexiconEntries[number - lexicon] as readonly [number, string];
      return { type: 'lexicon', rule, attribute };
    }
    if (number < cue) return { type: 'cue-veto', rule: number - cueVeto };
    const lemma = Math.floor((number - cue) / FORMS.length);
    const form = FORMS[(number - cue) % FORMS.length] as CueForm;
    return { type: 'cue', rule: this.#lemmas.ruleOf(lemma), lemma, form };
  }
}
