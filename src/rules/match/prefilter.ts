/**
 * Which expressions a text could match, by the literals of which each must find one: nearly all of them find nothing,
 * and one pass over the text tells it of all of them.
 * @module
 */

/** Stands for any digit. */
const ANY_DIGIT = '0-9';

/** A literal of an expression; it is looked for where its anchor, up to three characters of it, occurs. */
interface Anchored {
  readonly literal: string;
  /** Place of the anchor in the literal. */
  readonly offset: number;
  readonly expression: number;
}

const SLOTS = 8192;
/** Characters of an anchor: two of them most sentences have, three few. */
const LONGEST = 3;

/** The literals of many expressions. */
export class LiteralPrefilter {
  readonly #count: number;
  /** By length of the anchor, less one, and by its slot. */
  readonly #anchored = Array.from({ length: LONGEST }, () => new Map<number, Anchored[]>());
  /** A bit by length for what each slot holds: most hold nothing, and are passed over at the least cost. */
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
    const length = anchorLength(literal);
    const slot = slotAt(literal, offset, length);
    this.#holds[slot] = (this.#holds[slot] as number) | (1 << (length - 1));
    const slots = this.#anchored[length - 1] as Map<number, Anchored[]>;
    const others = slots.get(slot);
    if (others) others.push(anchored);
    else slots.set(slot, [anchored]);
  }

  /** 1 for each expression that has a literal in the text from `from` to `to` (UTF-16, half-open). */
  candidatesIn(text: string, from: number, to: number): Uint8Array {
    const found = new Uint8Array(this.#count);
    const holds = this.#holds;
    const check = (length: number, slot: number, end: number): void =>
      mark(this.#anchored[length - 1]?.get(slot) as Anchored[], text, end - length, from, to, found);
    let hasDigit = false;
    let one = 0;
    let two = 0;
    for (let end = from + 1; end <= to; end++) {
      const unit = text.charCodeAt(end - 1);
      if (unit >= ZERO && unit <= NINE) hasDigit = true;
      const three = withUnit(two, unit);
      two = withUnit(one, unit);
      one = withUnit(0, unit);
      if ((holds[one] as number) & 1) check(1, one, end);
      if ((holds[two] as number) & 2 && end > from + 1) check(2, two, end);
      if ((holds[three] as number) & 4 && end > from + 2) check(3, three, end);
    }
    if (hasDigit) for (const expression of this.#ofDigits) found[expression] = 1;
    return found;
  }
}

const ZERO = 48;
const NINE = 57;

/** The slot of some characters and one more behind them, from the slot of the former. */
function withUnit(slot: number, unit: number): number {
  return (slot * 37 + unit) & (SLOTS - 1);
}

function slotAt(text: string, at: number, length: number): number {
  let slot = 0;
  for (let i = at; i < at + length; i++) slot = withUnit(slot, text.charCodeAt(i));
  return slot;
}

function anchorLength(literal: string): number {
  return Math.min(LONGEST, literal.length);
}

/** How many literals have each slot. */
function loadOf(literals: readonly string[]): Int32Array {
  const load = new Int32Array(SLOTS);
  for (const literal of literals)
    for (let at = 0; at + anchorLength(literal) <= literal.length; at++) {
      const slot = slotAt(literal, at, anchorLength(literal));
      load[slot] = (load[slot] as number) + 1;
    }
  return load;
}

/** Where the literal's least common anchor starts: what few literals have, texts have seldom. */
function anchorOf(literal: string, load: Int32Array): number {
  const length = anchorLength(literal);
  const loadAt = (at: number): number => load[slotAt(literal, at, length)] as number;
  let best = 0;
  for (let at = 1; at + length <= literal.length; at++) if (loadAt(at) < loadAt(best)) best = at;
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
