/**
 * Which segment rules fire in a unit: a line of the page, or a part of one.
 * @module
 */
import type { Document } from '../../text/document.ts';
import { firstWhere } from '../../text/search.ts';
import { activeRules } from '../active.ts';
import { UNDETERMINED } from '../language.ts';
import type { ExpressionRule, Rules } from '../rules.ts';
import type { SegmentRule } from '../types.ts';
import { forEachEntry, type Hits } from './trie.ts';

/** A rule that fires in a unit, and the words that made it (half-open word numbers). */
export interface UnitHit {
  readonly rule: number;
  readonly from: number;
  readonly to: number;
}

/** Hits of segment rules and their vetoes, in order of their first word. */
export interface SegmentHits {
  /** Number of the rule; of a veto, that of its entry, or the complement (~) of the rule that it is for. */
  readonly rule: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly veto: Uint8Array;
  /** By rule: whether it counts. */
  readonly active: Uint8Array;
  /** Whether rules with weights of their own are among them: a publisher's or a newsroom's. */
  readonly hasOwn: boolean;
}

/**
 * The part of `hits` that speaks for segments.
 * @param heard see `activeRules`; all rules count where it is absent
 */
export function segmentHits(
  rules: Rules,
  hits: Hits,
  active: Uint8Array = activeRules(rules, UNDETERMINED),
): SegmentHits {
  const { entries } = rules;
  const firstOfLists = entries.lexicons.from;
  let count = 0;
  forEachEntry(hits, (entry) => {
    if (entry < firstOfLists && active[entry]) count++;
  });
  const own = ownOf(rules);
  let hasOwn = false;
  const rule = new Int32Array(count);
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const veto = new Uint8Array(count);
  let i = 0;
  forEachEntry(hits, (number, first, last) => {
    if (number >= firstOfLists || !active[number]) return;
    const entry = entries.at(number);
    if (entry.type === 'segment') hasOwn ||= own.has(entry.rule);
    rule[i] = entry.type === 'segment' ? entry.rule : number;
    veto[i] = entry.type === 'veto' ? 1 : 0;
    from[i] = first;
    to[i++] = last;
  });
  return { active, hasOwn, rule, from, to, veto };
}

const memo = new WeakMap<Rules, ReadonlySet<number>>();

/** Numbers of a newsroom's own rules; a publisher's are found elsewhere. The same rules always give the same answer. */
function ownOf(rules: Rules): ReadonlySet<number> {
  const known = memo.get(rules);
  if (known) return known;
  const numbers = rules.segmentRules.flatMap(({ weight, any }, number) =>
    weight === undefined || any !== undefined ? [] : [number],
  );
  const own = new Set(numbers);
  memo.set(rules, own);
  return own;
}

/** Words `from` to `to` (half-open), and their place in the text (UTF-16). */
export interface UnitWords {
  /** Rules of elements that the unit stands in. */
  readonly inside?: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** The rules that fire in `unit`, each once, with its first finding. */
export function matchUnit(
  rules: Rules,
  doc: Document,
  hits: SegmentHits,
  unit: UnitWords,
): readonly UnitHit[] {
  const found = new Map<number, UnitHit>();
  const vetoes = new Set<number>();
  const shares = new Map<number, { covered: number; upTo: number; first: number }>();
  for (let i = firstHitAt(hits, unit.from); i < hits.from.length; i++) {
    const from = hits.from[i] as number;
    const to = hits.to[i] as number;
    if (from >= unit.to) break;
    if (to > unit.to) continue;
    const number = hits.rule[i] as number;
    if (hits.veto[i]) {
      vetoes.add(number);
      continue;
    }
    const rule = rules.segmentRules[number] as SegmentRule;
    if (rule.match === 'words') addShare(shares, number, from, to);
    else if (!found.has(number) && stands(rule, unit, from, to)) found.set(number, { rule: number, from, to });
  }
  for (const [number, { covered, first, upTo }] of shares) {
    const rule = rules.segmentRules[number] as SegmentRule;
    if (covered >= (rule.share ?? DEFAULT_SHARE) * (unit.to - unit.from))
      found.set(number, { rule: number, from: first, to: upTo });
  }
  for (const rule of unit.inside ?? []) if (hits.active[rule]) found.set(rule, { rule, from: unit.from, to: unit.to });
  addExpressions(rules, doc, unit, hits.active, found);
  return [...found.values()].filter(
    ({ rule }) => fits(rules.segmentRules[rule] as SegmentRule, unit) && !isVetoed(rules, vetoes, rule),
  );
}

function fits({ minWords = 0, maxWords = Infinity }: SegmentRule, unit: UnitWords): boolean {
  const words = unit.to - unit.from;
  return words >= minWords && words <= maxWords;
}

/** @param vetoes see `SegmentHits.rule` */
function isVetoed(rules: Rules, vetoes: ReadonlySet<number>, rule: number): boolean {
  if (vetoes.has(~rule)) return true;
  for (const number of vetoes) {
    const entry = number < 0 ? undefined : rules.entries.at(number);
    if (entry?.type === 'veto' && entry.rules.includes(rule)) return true;
  }
  return false;
}

const DEFAULT_SHARE = 0.75;

function firstHitAt(hits: SegmentHits, word: number): number {
  return firstWhere(hits.from.length, (i) => (hits.from[i] as number) >= word);
}

function stands(rule: SegmentRule, unit: UnitWords, from: number, to: number): boolean {
  switch (rule.match) {
    case 'line':
      return from === unit.from && to === unit.to;
    case 'start':
      return from === unit.from;
    case 'end':
      return to === unit.to;
    default:
      return true;
  }
}

function addShare(
  shares: Map<number, { covered: number; upTo: number; first: number }>,
  rule: number,
  from: number,
  to: number,
): void {
  const share = shares.get(rule);
  if (!share) {
    shares.set(rule, { covered: to - from, upTo: to, first: from });
    return;
  }
  share.covered += Math.max(0, to - Math.max(from, share.upTo));
  share.upTo = Math.max(share.upTo, to);
}

/** Expressions see this much of a unit: what they look for stands at the front, and a megabyte on one line must stay cheap. */
const EXPRESSION_WINDOW = 400;

function addExpressions(
  rules: Rules,
  doc: Document,
  unit: UnitWords,
  active: Uint8Array,
  found: Map<number, UnitHit>,
): void {
  const { start, from, to } = unit;
  const end = Math.min(unit.end, start + EXPRESSION_WINDOW);
  const candidates = rules.expressions.candidatesIn(doc.folded, start, end);
  let text: string | undefined;
  for (let i = candidates.indexOf(1); i >= 0; i = candidates.indexOf(1, i + 1)) {
    const expression = rules.expressions.rules[i] as ExpressionRule;
    const { number, minWords, maxWords } = expression;
    // Dear: where the rule could not fire anyway, they are not even compiled.
    if (to - from < minWords || to - from > maxWords || !active[number]) continue;
    text ??= doc.folded.slice(start, end);
    if (expression.matches(text)) found.set(number, { rule: number, from, to });
  }
}
