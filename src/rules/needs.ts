/**
 * Which expressions a text could match, by the literals of which each must find one: nearly all of them find nothing,
 * and one pass over the text tells it of all of them.
 * @module
 */

/** Stands for any digit. */
const ANY_DIGIT = '0-9';

const SLOTS = 4096;

/** A literal of an expression; it is looked for where its anchor, a pair of characters, occurs. */
interface Anchored {
  readonly literal: string;
  /** Place of the anchor in the literal. */
  readonly offset: number;
  readonly expression: number;
}

/** The literals of many expressions. */
export class NeedIndex {
  readonly #count: number;
  /** By slot: of a pair of characters, or of a single one. */
  readonly #anchored = new Map<number, Anchored[]>();
  /** What each slot holds: most hold nothing, and are passed over at the least cost. */
  readonly #holds = new Uint8Array(SLOTS);
  readonly #ofDigits: number[] = [];

  /** @param needs of each expression, the literals of which a text must hold one */
  constructor(needs: readonly (readonly string[])[]) {
    this.#count = needs.length;
    const load = loadOf(needs.flat());
    needs.forEach((literals, expression) => {
      for (const literal of literals)
        if (literal === ANY_DIGIT) this.#ofDigits.push(expression);
        else this.#add({ literal, offset: anchorOf(literal, load), expression });
    });
  }

  #add(anchored: Anchored): void {
    const { literal, offset } = anchored;
    const isPair = literal.length > 1;
    const slot = isPair ? pairAt(literal, offset) : slotOf(literal.charCodeAt(0));
    this.#holds[slot] = (this.#holds[slot] as number) | (isPair ? PAIR : UNIT);
    const key = isPair ? slot : ~slot;
    const others = this.#anchored.get(key);
    if (others) others.push(anchored);
    else this.#anchored.set(key, [anchored]);
  }

  /** 1 for each expression that has a literal in the text from `from` to `to` (UTF-16, half-open). */
  candidatesIn(text: string, from: number, to: number): Uint8Array {
    const found = new Uint8Array(this.#count);
    const holds = this.#holds;
    const check = (key: number, at: number): void =>
      mark(this.#anchored.get(key) as Anchored[], text, at, from, to, found);
    let hasDigit = false;
    let unit = from < to ? text.charCodeAt(from) : 0;
    for (let at = from; at < to; at++) {
      if (unit >= ZERO && unit <= NINE) hasDigit = true;
      const single = slotOf(unit);
      if ((holds[single] as number) & UNIT) check(~single, at);
      if (at + 1 >= to) break;
      const next = text.charCodeAt(at + 1);
      const pair = slotOfPair(unit, next);
      if ((holds[pair] as number) & PAIR) check(pair, at);
      unit = next;
    }
    if (hasDigit) for (const expression of this.#ofDigits) found[expression] = 1;
    return found;
  }
}

const ZERO = 48;
const NINE = 57;

/** What a slot holds literals for. */
const UNIT = 1;
const PAIR = 2;

function slotOf(unit: number): number {
  return unit & (SLOTS - 1);
}

function slotOfPair(first: number, second: number): number {
  return (first * 37 + second) & (SLOTS - 1);
}

/** Slot of the pair that starts at `at`. */
function pairAt(text: string, at: number): number {
  return slotOfPair(text.charCodeAt(at), text.charCodeAt(at + 1));
}

/** How many literals have a pair in each slot. */
function loadOf(literals: readonly string[]): Int32Array {
  const load = new Int32Array(SLOTS);
  for (const literal of literals)
    for (let at = 0; at + 1 < literal.length; at++) {
      const slot = pairAt(literal, at);
      load[slot] = (load[slot] as number) + 1;
    }
  return load;
}

/** Where the literal's least common pair starts: what few literals have, texts have seldom. */
function anchorOf(literal: string, load: Int32Array): number {
  let best = 0;
  for (let at = 1; at + 1 < literal.length; at++)
    if ((load[pairAt(literal, at)] as number) < (load[pairAt(literal, best)] as number)) best = at;
  return best;
}

function mark(
  anchored: readonly Anchored[],
  text: string,
  at: number,
  from: number,
  to: number,
  found: Uint8Array,
): void {
  for (let i = 0; i < anchored.length; i++) {
    const { literal, offset, expression } = anchored[i] as Anchored;
    if (found[expression]) continue;
    const start = at - offset;
    if (start >= from && start + literal.length <= to && text.startsWith(literal, start))
      found[expression] = 1;
  }
}
