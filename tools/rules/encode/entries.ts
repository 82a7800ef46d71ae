/**
 * Numbers entries in the order that `src/rules/entries.ts` describes.
 * @module
 */
import { FORMS, startsOfEntries, type Counted } from '../../../src/rules/entries.ts';
import type { Entry } from '../../../src/rules/types.ts';

/** The number of each entry. Vetoes and entries of lexicons must come in the order of their tables. */
export function entryNumbers(compiled: Counted, entries: readonly Entry[]): readonly number[] {
  const start = startsOfEntries(compiled);
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
