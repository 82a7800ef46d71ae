/**
 * The main block: the stretch of units that is densest in prose, and how other units lie to it.
 * @module
 */
import type { Document } from '../../text/document.ts';
import { NUMERIC } from '../../text/words.ts';
import { LABEL_OF_KIND } from '../kinds.ts';
import type { Units } from '../units/units.ts';
import type { UnitHits, RuleFacts } from './rule-hits.ts';
import type { Shapes } from './shape.ts';

/** Units `from` to `to`, half-open; empty where the document has no prose. */
export interface MainBlock {
  readonly from: number;
  readonly to: number;
}

/** Whether a unit reads like running text. */
export function isProse(shapes: Shapes, u: number): boolean {
  const words = shapes.words[u] as number;
  if (words < 12) return false;
  if ((shapes.sentences[u] as number) > 0) return true;
  return words >= 25 && !shapes.caseless[u] && (shapes.capitals[u] as number) * 3 < words;
}

const MOST_WORDS = 80;
const PENALTY = 3;
const FOREIGN_PENALTY = 12;

/** The stretch with the largest sum of prose words, less a penalty for every unit that is none. */
export function findMainBlock(shapes: Shapes, hits: UnitHits, facts: RuleFacts): MainBlock {
  let best = 0;
  let from = 0;
  let to = 0;
  let sum = 0;
  let start = 0;
  for (let u = 0; u < shapes.words.length; u++) {
    sum += isProse(shapes, u)
      ? Math.min(MOST_WORDS, shapes.words[u] as number)
      : isForeign(hits, facts, u)
        ? -FOREIGN_PENALTY
        : -PENALTY;
    if (sum <= 0) {
      sum = 0;
      start = u + 1;
    } else if (sum > best) {
      best = sum;
      from = start;
      to = u + 1;
    }
  }
  return { from, to };
}

/** Strong evidence for something that is not the story. */
function isForeign(hits: UnitHits, facts: RuleFacts, u: number): boolean {
  for (let i = hits.at[u] as number; i < (hits.at[u + 1] as number); i++) {
    const rule = hits.rule[i] as number;
    if ((facts.strength[rule] as number) >= 3 && LABEL_OF_KIND[facts.kind[rule] as number] !== 0)
      return true;
  }
  return false;
}

/** Per unit, the share of its longer words that also stand in the main block's other units, in tenths; 255 without such words. */
export function sharedWords(doc: Document, units: Units, main: MainBlock): Uint8Array {
  const out = new Uint8Array(units.count).fill(255);
  if (main.to === main.from) return out;
  const counts = new WordCounts(
    (units.to[main.to - 1] as number) - (units.from[main.from] as number),
  );
  const hashes = longWordHashes(doc);
  for (let w = units.from[main.from] as number; w < (units.to[main.to - 1] as number); w++) {
    const hash = hashes[w] as number;
    if (hash !== 0) counts.bump(hash);
  }
  for (let u = 0; u < units.count; u++) {
    const inside = u >= main.from && u < main.to ? 1 : 0;
    let all = 0;
    let shared = 0;
    for (let w = units.from[u] as number; w < (units.to[u] as number); w++) {
      const hash = hashes[w] as number;
      if (hash === 0) continue;
      all++;
      if (counts.of(hash) > inside) shared++;
    }
    if (all > 0) out[u] = Math.round((10 * shared) / all);
  }
  return out;
}

/** Counts by hash, roughly: words that fall on one place share a count. */
class WordCounts {
  readonly #counts: Uint8Array;
  readonly #mask: number;

  constructor(words: number) {
    this.#counts = new Uint8Array(1 << Math.min(22, 36 - Math.clz32(words)));
    this.#mask = this.#counts.length - 1;
  }

  of(hash: number): number {
    return this.#counts[(hash ^ (hash >>> 15)) & this.#mask] as number;
  }

  bump(hash: number): void {
    const place = (hash ^ (hash >>> 15)) & this.#mask;
    this.#counts[place] = Math.min(255, (this.#counts[place] as number) + 1);
  }
}

const LONG_WORD = 5;

function longWordHashes(doc: Document): Int32Array {
  const { count, start, end, shape } = doc.words;
  const hashes = new Int32Array(count);
  for (let w = 0; w < count; w++) {
    const from = start[w] as number;
    const to = end[w] as number;
    if (to - from < LONG_WORD || (shape[w] as number) & NUMERIC) continue;
    let hash = 17;
    for (let at = from; at < to; at++)
      hash = Math.imul(hash ^ doc.folded.charCodeAt(at), 0x01000193);
    hashes[w] = hash | 1;
  }
  return hashes;
}
