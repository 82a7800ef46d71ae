/**
 * Which literals a text may hold: a sieve in front of searches, since nearly all of them find nothing.
 * @module
 */

/** A literal with the places of its pairs of characters in the sieve. */
export interface Need {
  readonly literal: string;
  readonly pairs: readonly number[];
}

/** Stands for any digit. */
const ANY_DIGIT = '0-9';

const BITS = 1024;

/** Prepares a literal that an expression asks for. */
export function prepareNeed(literal: string): Need {
  if (literal === ANY_DIGIT) return { literal, pairs: [] };
  const pairs = Array.from({ length: Math.max(0, literal.length - 1) }, (_, i) =>
    pairAt(literal, i),
  );
  return { literal, pairs };
}

/** Place of the pair that starts at `at`. */
function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 37 + text.charCodeAt(at + 1)) & (BITS - 1);
}

/** A folded text with its pairs of characters. */
export class Sieve {
  readonly #text: string;
  readonly #bits = new Uint32Array(BITS / 32);
  readonly #hasDigit: boolean;

  constructor(text: string) {
    this.#text = text;
    this.#hasDigit = /\d/.test(text);
    for (let i = 0; i + 1 < text.length; i++) {
      const pair = pairAt(text, i);
      this.#bits[pair >> 5] = (this.#bits[pair >> 5] as number) | (1 << (pair & 31));
    }
  }

  /** Whether the text holds one of the literals. */
  holdsAny(needs: readonly Need[]): boolean {
    for (let i = 0; i < needs.length; i++) if (this.holds(needs[i] as Need)) return true;
    return false;
  }

  /** Whether the text holds the literal. */
  holds({ literal, pairs }: Need): boolean {
    if (literal === ANY_DIGIT) return this.#hasDigit;
    const bits = this.#bits;
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs[i] as number;
      if (((bits[pair >> 5] as number) & (1 << (pair & 31))) === 0) return false;
    }
    return this.#text.includes(literal);
  }
}
