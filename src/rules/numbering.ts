/**
 * How entries are numbered: by the order of the rules, so that no table of numbers is needed. Segment rules come first, then
 * vetoes of segment rules, entries of lexicons, vetoes of cues, and six forms for every lemma.
 * @module
 */
import type { CompiledRules, CueForm, Entry } from './types.ts';

/** In the order of their numbers. */
export const FORMS: readonly CueForm[] = ['base', 'present', 'past', 'participle', 'ing', 'phrase'];

export type Counted = Pick<CompiledRules, 'segmentRules' | 'cueRules' | 'vetoes' | 'lexiconEntries'>;

/** First numbers of the kinds of entries. */
export function starts({ segmentRules, cueRules, vetoes, lexiconEntries }: Counted) {
  const veto = segmentRules.length;
  const lexicon = veto + vetoes.length;
  const cueVeto = lexicon + lexiconEntries.length;
  return { veto, lexicon, cueVeto, cue: cueVeto + cueRules.length };
}

/** The first number of verbs' forms: below are the entries that know nothing of verbs. */
export function cuesFrom(compiled: Counted): number {
  return starts(compiled).cue;
}

/** The numbers of entries, for the compiler: vetoes and entries of lexicons are in the order of their tables. */
export function entryNumbers(compiled: Counted, entries: readonly Entry[]): readonly number[] {
  const start = starts(compiled);
  let { veto, lexicon } = start;
  return entries.map((entry) => {
    switch (entry.type) {
      case 'segment':
        return entry.rule;
      case 'veto':
        return veto++;
      case 'lexicon':
        return lexicon++;
      case 'cue-veto':
        return start.cueVeto + entry.rule;
      case 'cue':
        return start.cue + entry.lemma * FORMS.length + FORMS.indexOf(entry.form);
    }
  });
}
