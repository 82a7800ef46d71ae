/**
 * Companions: lines besides the beat that most records of a list have.
 * @module
 */
import type { Chain } from './chains.ts';
import type { UnitLists } from './findings.ts';
import { DATE, NUMBER, SHORT } from './signatures.ts';
import { afterTalk, FOOT, withoutFirst, type Span } from './spans.ts';

/** What a list's records have besides their beats. */
export interface Companions {
  /** How many further units each of them has. */
  readonly count: number;
  /** Whether one of these is a date. */
  readonly dated: boolean;
}

/** Chains with most of a list's records in them, its own and those on the same units apart. */
export function findCompanions(
  chains: readonly Chain[],
  spans: readonly Span[],
  { list, companion }: Pick<UnitLists, 'list' | 'companion'>,
): readonly Companions[] {
  const beats = new Set(spans.flatMap(({ chain }) => chain.strokes));
  const found = spans.map(() => ({ count: 0, dated: false }));
  for (const { sort, strokes } of chains) {
    const number = list[strokes[0] as number] as number;
    if (number === 0 || list[strokes.at(-1) as number] !== number) continue;
    const records = (spans[number - 1] as Span).chain.strokes.length;
    if (strokes.length < Math.max(2, MOST * records)) continue;
    const own = found[number - 1] as { count: number; dated: boolean };
    if (sort === DATE || sort === NUMBER) own.dated = true;
    const fresh = strokes.filter((u) => !beats.has(u) && companion[u] === 0).length;
    if (sort === SHORT || fresh < MOST * records) continue;
    own.count++;
    for (const u of strokes) companion[u] = 1;
  }
  return found;
}

/** The share of a list's records that is most of them. */
export const MOST = 0.6;

/** So many times as much talk as the others have makes a record without their further lines another thing: the story of a thread. */
const ODD = 2;

/** A list without its first record, where that one has none of the lines that most others have, and far more talk. Changes `list`. */
export function withoutOdd(
  span: Span,
  { companion, list, talk }: Pick<UnitLists, 'companion' | 'list' | 'talk'>,
  talkWords: Int32Array,
): Span {
  const { chain, from, to, end } = span;
  const second = chain.strokes[1] as number;
  if (end === FOOT || chain.strokes.length < 4 || companion.indexOf(1, from) < second) return span;
  const own = (talkWords[second] as number) - (talkWords[from] as number);
  const others = (talkWords[to] as number) - (talkWords[second] as number);
  if (own * (chain.strokes.length - 1) < ODD * others) return span;
  const start = Math.max(from, afterTalk(talk, second));
  list.fill(0, from, start);
  return { ...span, chain: withoutFirst(chain), from: start };
}
