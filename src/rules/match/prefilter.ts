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
  /** How far behind the literal's start its anchor ends. */
  readonly end: number;
  readonly expression: number;
}

/** Thirty for each literal, so that a slot that holds something seldom holds it for another anchor. */
const SLOTS = 65_536;
/** Characters of an anchor: two of them most sentences have, three few. */
const LONGEST = 3;

/** The literals of many expressions. */
export class LiteralPrefilter {
  /** By slot of an anchor's characters: the number of its list; 0 where there is none, as for most. */
  readonly #listAt = new Uint16Array(SLOTS);
  readonly #lists: Anchored[][] = [[]];
  readonly #ofDigits: number[] = [];
  /** What was found last. */
  readonly #found: Uint8Array;

  /** @param needs of each expression, the literals of which a text must hold one */
  constructor(needs: readonly (readonly string[])[]) {
    this.#found = new Uint8Array(needs.length);
    const load = loadOf(needs.flat());
    needs.forEach((literals, expression) => {
      for (const literal of literals)
        if (literal === ANY_DIGIT) this.#ofDigits.push(expression);
        else this.#add(literal, anchorOf(literal, load), expression);
    });
  }

  #add(literal: string, offset: number, expression: number): void {
    const length = anchorLength(literal);
    const slot = slotAt(literal, offset, length);
    const list = (this.#listAt[slot] ||= this.#lists.push([]) - 1);
    this.#lists[list]?.push({ literal, end: offset + length, expression });
  }

  /**
   * 1 for each expression that has a literal in the text from `from` to `to` (UTF-16, half-open). The next call overwrites the answer.
   */
  candidatesIn(text: string, from: number, to: number): Uint8Array {
    const found = this.#found.fill(0);
    const listAt = this.#listAt;
    let hasDigit = false;
    let one = 0;
    let two = 0;
    for (let end = from + 1; end <= to; end++) {
      const unit = text.charCodeAt(end - 1);
      if (unit >= ZERO && unit <= NINE) hasDigit = true;
      const three = withUnit(two, unit);
      two = withUnit(one, unit);
      one = withUnit(0, unit);
      if (listAt[one] !== 0) this.#mark(listAt[one] as number, text, end, from, to);
      if (listAt[two] !== 0) this.#mark(listAt[two] as number, text, end, from, to);
      if (listAt[three] !== 0) this.#mark(listAt[three] as number, text, end, from, to);
    }
    if (hasDigit) for (const expression of this.#ofDigits) found[expression] = 1;
    return found;
  }

  /** Marks the expressions of a list whose literals stand where their anchors end at `end`. */
  #mark(list: number, text: string, end: number, from: number, to: number): void {
    const found = this.#found;
    const anchored = this.#lists[list] as Anchored[];
    for (let i = 0; i < anchored.length; i++) {
      const one = anchored[i] as Anchored;
      if (found[one.expression]) continue;
      const start = end - one.end;
      if (start >= from && start + one.literal.length <= to && standsAt(text, start, one.literal))
        found[one.expression] = 1;
    }
  }
}

/** As `startsWith`, in a third of its time: most texts differ in the first character. */
function standsAt(text: string, at: number, literal: string): boolean {
  for (let i = 0; i < literal.length; i++)
    if (text.charCodeAt(at + i) !== literal.charCodeAt(i)) return false;
  return true;
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
