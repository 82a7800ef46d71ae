/**
 * Where reporting expressions occur.
 * @module
 */
import { groupBy } from '../../text/group.ts';
import { firstWhere } from '../../text/search.ts';
import type { Rules } from '../rules.ts';
import type { CueForm } from '../types.ts';
import type { Hits } from './trie.ts';

/** An occurrence of a cue: half-open word numbers, the group it belongs to, its verb and form. */
export interface CueHit {
  readonly from: number;
  readonly to: number;
  readonly rule: number;
  readonly lemma: number;
  readonly form: CueForm;
}

/**
 * Cues in order of their first word, the vetoed ones left out.
 * @param language only cues of this language; all where it is absent.
 * @param parts whether what stands in front of a word parts it from the one before, so that no exception holds both: "… on
 *   that,” said Reed"
 */
export function cueHits(
  rules: Rules,
  hits: Hits,
  language?: string,
  parts: (word: number) => boolean = () => false,
): readonly CueHit[] {
  const vetoes: { from: number; to: number; rule: number }[] = [];
  const found: CueHit[] = [];
  const firstOfCues = rules.entries.lexicons.to;
  const note = (number: number, from: number, to: number): void => {
    const entry = rules.entries.at(number);
    if (entry.type !== 'cue' && entry.type !== 'cue-veto') return;
    if (language !== undefined && rules.cueRules[entry.rule]?.language !== language) return;
    if (entry.type === 'cue')
      found.push({ from, to, rule: entry.rule, lemma: entry.lemma, form: entry.form });
    else if (!isParted(from, to, parts)) vetoes.push({ from, to, rule: entry.rule });
  };
  const { list, lists } = hits;
  for (let hit = 0; hit < hits.count; hit++) {
    const first = list[hit] as number;
    const last = first + (lists[first] as number);
    // Nearly all hits are of word lists and segment rules.
    for (let i = first + 1; i <= last; i++)
      if ((lists[i] as number) >= firstOfCues)
        note(lists[i] as number, hits.from[hit] as number, hits.to[hit] as number);
  }
  if (vetoes.length === 0) return found;
  const vetoesOf = groupBy(vetoes, (veto) => veto.rule);
  return found.filter((hit) => !isVetoed(hit, vetoesOf.get(hit.rule) ?? []));
}

function isParted(from: number, to: number, parts: (word: number) => boolean): boolean {
  for (let word = from + 1; word < to; word++) if (parts(word)) return true;
  return false;
}

/** Vetoes are in order of `from`, and short: only those that start a few words before can hold the hit. */
function isVetoed(hit: CueHit, vetoes: readonly { from: number; to: number }[]): boolean {
  const behind = firstWhere(vetoes.length, (i) => (vetoes[i] as { from: number }).from > hit.from);
  for (let i = behind - 1; i >= 0; i--) {
    const veto = vetoes[i] as { from: number; to: number };
    if (veto.from < hit.from - MAX_PHRASE) break;
    if (veto.to >= hit.to) return true;
  }
  return false;
}

const MAX_PHRASE = 12;
