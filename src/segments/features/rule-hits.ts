/**
 * What the rules find in each unit: segment rules that fire, and words of lexicons.
 * @module
 */
import type { Marks } from '../../html/marks.ts';
import { LABELLED_KINDS } from '../../labels.ts';
import { matchUnit, type SegmentHits } from '../../rules/match/segment-rules.ts';
import type { Hits } from '../../rules/match/trie.ts';
import type { Rules } from '../../rules/rules.ts';
import type { SegmentRule } from '../../rules/types.ts';
import type { Document } from '../../text/document.ts';
import type { Units } from '../units/units.ts';
import { decidingRule } from './deciding.ts';

/** Ways of matching, from the weakest to the strongest evidence. */
export const STRENGTHS = ['phrase', 'words', 'edge', 'line', 'certain'] as const;

/** The rule says what the whole unit is, from this strength on. */
export const KNOWN_LINE = STRENGTHS.indexOf('line');

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

export function readRuleFacts(rules: Rules): RuleFacts {
  const lexicons: readonly string[] = [
    ...new Set(rules.lexiconRules.map((rule) => rule.lexicon)),
  ].sort();
  const lexiconOf = new Int16Array(rules.entries.length).fill(-1);
  const { from, to } = rules.entries.lexicons;
  for (let i = from; i < to; i++) {
    const entry = rules.entries.at(i);
    if (entry.type === 'lexicon')
      lexiconOf[i] = lexicons.indexOf(rules.lexiconRules[entry.rule]?.lexicon ?? '');
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
    case 'element':
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
  /**
   * Kind number + 1 of units that are little but lines that rules know, one after the other: "Home About us Log in". 0 elsewhere.
   * Each of those lines is a tile.
   */
  readonly tiles: Uint8Array;
  /** Kind number + 1 of units that a certain rule decides, 0 elsewhere. */
  readonly decided: Uint8Array;
}

export function findInUnits(
  rules: Rules,
  doc: Document,
  hits: SegmentHits,
  units: Units,
  marks: Marks | null = null,
): UnitHits {
  const inside = marks && insideOf(marks, units);
  const at = new Int32Array(units.count + 1);
  const rule: number[] = [];
  const decided = new Uint8Array(units.count);
  const tiles = findTiles(rules, hits, units);
  for (let u = 0; u < units.count; u++) {
    const unit = {
      from: units.from[u] as number,
      to: units.to[u] as number,
      start: units.start[u] as number,
      end: units.end[u] as number,
      ...(inside ? { inside: inside[u] as readonly number[] } : {}),
    };
    const found = matchUnit(rules, doc, hits, unit);
    for (const hit of found) rule.push(hit.rule);
    at[u + 1] = rule.length;
    const decides = decidingRule(rules, found);
    if (decides >= 0) decided[u] = kindOf(rules, decides) + 1;
  }
  return { at, rule: Int32Array.from(rule), tiles, decided };
}

const kindOf = (rules: Rules, rule: number): number =>
  LABELLED_KINDS.indexOf((rules.segmentRules[rule] as SegmentRule).kind);

/** By unit: the rules whose elements its first character stands in. */
function insideOf({ start, bits, rules }: Marks, units: Units): readonly (readonly number[])[] {
  let run = -1;
  return Array.from({ length: units.count }, (_, u) => {
    while (run + 1 < start.length && (start[run + 1] as number) <= (units.start[u] as number))
      run++;
    const own = bits[run] ?? 0;
    return own === 0 ? NOTHING : rules.filter((_rule, i) => own & (1 << i));
  });
}

const NOTHING: readonly number[] = [];

const MAX_TILED_WORDS = 30;

function findTiles(rules: Rules, hits: SegmentHits, units: Units): Uint8Array {
  const tiles = new Uint8Array(units.count);
  let h = 0;
  for (let u = 0; u < units.count; u++) {
    const from = units.from[u] as number;
    const to = units.to[u] as number;
    while (h < hits.from.length && (hits.from[h] as number) < from) h++;
    const first = h;
    while (h < hits.from.length && (hits.from[h] as number) < to) h++;
    if (to - from > 1 && to - from <= MAX_TILED_WORDS)
      tiles[u] = tiledBy(rules, hits, first, h, from, to);
  }
  return tiles;
}

/**
 * Kind number + 1 of the tiles, longest ones first from left to right.
 * 0 where more than a quarter of the words is left over, where one tile takes all, and where no kind has two tiles and more than half of them.
 */
function tiledBy(
  rules: Rules,
  hits: SegmentHits,
  first: number,
  last: number,
  from: number,
  to: number,
): number {
  const counts = new Map<string, number>();
  let tiled = 0;
  let left = 0;
  for (let word = from, h = first; word < to;) {
    let best = -1;
    for (; h < last && (hits.from[h] as number) <= word; h++) {
      if (hits.veto[h] || (hits.from[h] as number) < word || (hits.to[h] as number) > to) continue;
      if (rules.segmentRules[hits.rule[h] as number]?.match !== 'line') continue;
      if (best < 0 || (hits.to[h] as number) > (hits.to[best] as number)) best = h;
    }
    if (best < 0) {
      if (++left * 4 > to - from) return 0;
      word++;
      continue;
    }
    tiled++;
    const kind = rules.segmentRules[hits.rule[best] as number]?.kind as string;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    word = hits.to[best] as number;
  }
  const [kind, most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (most < 2 || most * 2 <= tiled) return 0;
  return LABELLED_KINDS.indexOf(kind as (typeof LABELLED_KINDS)[number]) + 1;
}

/**
 * Words of each unit that stand in each lexicon: `count[u * lexicons + l]`, at most 255.
 * @param heard see `activeRules`
 */
export function countLexicons(
  facts: RuleFacts,
  hits: Hits,
  units: Units,
  active: Uint8Array,
): Uint8Array {
  const size = facts.lexicons.length;
  const count = new Uint8Array(units.count * size);
  const seenUpTo = new Int32Array(size);
  let u = 0;
  const { list, lists } = hits;
  for (let h = 0; h < hits.count; h++) {
    const first = hits.from[h] as number;
    const to = hits.to[h] as number;
    while (u < units.count && (units.to[u] as number) <= first) u++;
    if (u >= units.count) break;
    const at = list[h] as number;
    for (let i = at + (lists[at] as number); i > at; i--) {
      const entry = lists[i] as number;
      const lexicon = facts.lexiconOf[entry] as number;
      if (lexicon < 0 || !active[entry]) continue;
      const from = Math.max(first, seenUpTo[lexicon] as number);
      if (to <= from) continue;
      seenUpTo[lexicon] = to;
      const cell = u * size + lexicon;
      count[cell] = Math.min(255, (count[cell] as number) + to - from);
    }
  }
  return count;
}
