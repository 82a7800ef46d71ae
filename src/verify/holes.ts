/**
 * Where a quote says itself that it is not verbatim: insertions in brackets, and ellipses for words left out.
 * @module
 */
import type { Span } from '../text/spans.ts';
import { endOf, startOf, type Tokens } from './words.ts';

export interface Hole extends Span {
  readonly kind: 'brackets' | 'ellipsis';
}

/** How many words of the text a hole may stand for. */
const MOST_WORDS = { brackets: 8, ellipsis: 60 } as const satisfies Record<Hole['kind'], number>;

/** Looked at in one quote. What has more is no quotation. */
const MAX_HOLES = 8;

const HOLES = /\[[^[\]]{0,200}\]|\(\s?(?:…|\.{3})\s?\)|…|\.{3,}|\.(?: \.){2,}/gu;
const ONLY_DOTS = /^[[(\s.…\])]*$/;

/** A run of words (half-open) between holes. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

export interface Parts {
  readonly holes: readonly Hole[];
  readonly pieces: readonly Piece[];
}

/** The holes of a quote, and its words around them. A word that a bracket touches (`[T]he`, `walk[ed]`) is in the hole. */
export function partsOf(quote: Tokens): Parts {
  const holes = [...quote.text.matchAll(HOLES)]
    .slice(0, MAX_HOLES)
    .map((found) => holeAt(quote, found));
  const pieces: Piece[] = [];
  let from = 0;
  let hole = 0;
  for (let i = 0; i < quote.words.count; i++) {
    const start = startOf(quote, i);
    const before = hole;
    while ((holes[hole]?.end ?? Infinity) <= start) hole++;
    const inside = (holes[hole]?.start ?? Infinity) <= start;
    if (hole === before && !inside) continue;
    if (i > from) pieces.push({ from, to: i });
    from = inside ? i + 1 : i;
  }
  if (quote.words.count > from) pieces.push({ from, to: quote.words.count });
  return { holes, pieces };
}

function holeAt(quote: Tokens, { 0: found, index }: RegExpExecArray): Hole {
  const end = index + found.length;
  if (ONLY_DOTS.test(found)) return { kind: 'ellipsis', start: index, end };
  const { words } = quote;
  let span: Span = { start: index, end };
  for (let i = 0; i < words.count; i++) {
    if (endOf(quote, i) === index) span = { ...span, start: startOf(quote, i) };
    if (startOf(quote, i) === end) span = { ...span, end: endOf(quote, i) };
  }
  return { kind: 'brackets', ...span };
}

/** How many brackets and ellipses a text has. */
export function holesIn(text: string): number {
  return text.match(HOLES)?.length ?? 0;
}

/** The holes between two offsets of a quote. */
export function holesWithin({ holes }: Parts, start: number, end: number): readonly Hole[] {
  return holes.filter((hole) => hole.start >= start && hole.end <= end);
}

/** How many words of the text some holes together may stand for. */
export function mostWords(holes: readonly Hole[]): number {
  return holes.reduce((sum, { kind }) => sum + MOST_WORDS[kind], 0);
}
