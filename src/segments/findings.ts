/**
 * What the rules find in each unit: segment rules that fire, and words of lexicons.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../labels.ts';
import type { Rules } from '../rules/rules.ts';
import type { Hits } from '../rules/trie.ts';
import type { SegmentRule } from '../rules/types.ts';
import { matchUnit, type SegmentHits } from '../rules/units.ts';
import type { Document } from '../text/document.ts';
import type { Units } from './units.ts';

/** Ways of matching, from the weakest to the strongest evidence. */
export const STRENGTHS = ['phrase', 'words', 'edge', 'line', 'certain'] as const;

/** What is known about a rule set before any text is seen. */
export interface RuleFacts {
  /** Kind number of each segment rule, in the order of `LABELLED_KINDS`. */
  readonly kind: Uint8Array;
  /** Index into {@link STRENGTHS}, by segment rule. */
  readonly strength: Uint8Array;
  readonly lexicons: readonly string[];
  /** Lexicon number of each entry, or -1. */
  readonly lexiconOf: Int16Array;
}

/** Index into `LABELS`, by kind number. */
export const LABEL_OF_KIND: Uint8Array = Uint8Array.from(
  LABELLED_KINDS.map((kind) => LABELS.findIndex((label) => kind.startsWith(`${label}/`))),
);

export function readRuleFacts(rules: Rules): RuleFacts {
  const lexicons = [...new Set(rules.lexiconRules.map((rule) => rule.lexicon))].sort();
  const lexiconOf = new Int16Array(rules.entries.length).fill(-1);
  const { from, to } = rules.entries.lexicons;
  for (let i = from; i < to; i++) {
    const entry = rules.entries.at(i);
    if (entry.type === 'lexicon') lexiconOf[i] = lexicons.indexOf(rules.lexiconRules[entry.rule]?.lexicon ?? '');
  }
  return {
    kind: Uint8Array.from(rules.segmentRules.map((rule) => LABELLED_KINDS.indexOf(rule.kind))),
    strength: Uint8Array.from(rules.segmentRules.map(strengthOf)),
    lexicons,
    lexiconOf,
  };
}

function strengthOf(rule: SegmentRule): number {
  if (rule.certain) return 4;
  switch (rule.match) {
    case 'line':
      return 3;
    case 'start':
    case 'end':
      return 2;
    case 'words':
    case 'expression':
      return 1;
    default:
      return 0;
  }
}

/** Rules that fire, by unit: those of unit `u` are `rule[at[u]]` to `rule[at[u + 1] - 1]`. */
export interface UnitHits {
  readonly at: Int32Array;
  readonly rule: Int32Array;
}

export function findInUnits(rules: Rules, doc: Document, hits: SegmentHits, units: Units): UnitHits {
  const at = new Int32Array(units.count + 1);
  const rule: number[] = [];
  for (let u = 0; u < units.count; u++) {
    const unit = {
      from: units.from[u] as number,
      to: units.to[u] as number,
      start: units.start[u] as number,
      end: units.end[u] as number,
    };
    for (const hit of matchUnit(rules, doc, hits, unit)) rule.push(hit.rule);
    at[u + 1] = rule.length;
  }
  return { at, rule: Int32Array.from(rule) };
}

/** Words of each unit that stand in each lexicon: `count[u * lexicons + l]`, at most 255. */
export function countLexicons(facts: RuleFacts, hits: Hits, units: Units): Uint8Array {
  const size = facts.lexicons.length;
  const count = new Uint8Array(units.count * size);
  const seenUpTo = new Int32Array(size);
  let u = 0;
  for (let h = 0; h < hits.count; h++) {
    const lexicon = facts.lexiconOf[hits.entry[h] as number] as number;
    if (lexicon < 0) continue;
    const from = Math.max(hits.from[h] as number, seenUpTo[lexicon] as number);
    const to = hits.to[h] as number;
    if (to <= from) continue;
    seenUpTo[lexicon] = to;
    while (u < units.count && (units.to[u] as number) <= (hits.from[h] as number)) u++;
    if (u >= units.count) break;
    const cell = u * size + lexicon;
    count[cell] = Math.min(255, (count[cell] as number) + to - from);
  }
  return count;
}
