/**
 * The alphas of a chain that are left when the others are pruned: two of three states are, and a long page has a hundred
 * thousand units. They lie in blocks, so that none of them moves while the list grows.
 * @module
 */

/** States in ascending order within a unit; parallel arrays. */
export interface AlphaBlock {
  readonly state: Uint8Array;
  readonly alpha: Float32Array;
}

/** States that a block has room for: those of a page of a few hundred lines. */
const BLOCK = 16_384;

export class Alphas {
  /** The most states that a unit can have; at most 256. */
  readonly #states: number;
  readonly #blocks: AlphaBlock[] = [];
  /** Number of the block of each unit, and where its states begin and end there. */
  readonly #block: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  #last: AlphaBlock | undefined;
  #used = 0;

  constructor(units: number, states: number) {
    this.#states = states;
    this.#block = new Int32Array(units);
    this.from = new Int32Array(units);
    this.to = new Int32Array(units);
  }

  /** Where the states of a unit lie, between its `from` and `to`. */
  blockOf(unit: number): AlphaBlock {
    return this.#blocks[this.#block[unit] as number] as AlphaBlock;
  }

  /** Begins a unit: its states are added next. Units come in order. */
  open(unit: number): void {
    if (!this.#last || this.#used + this.#states > this.#last.state.length) this.#addBlock();
    this.#block[unit] = this.#blocks.length - 1;
    this.from[unit] = this.to[unit] = this.#used;
  }

  add(unit: number, state: number, alpha: number): void {
    const { state: states, alpha: alphas } = this.#last as AlphaBlock;
    states[this.#used] = state;
    alphas[this.#used] = alpha;
    this.to[unit] = ++this.#used;
  }

  #addBlock(): void {
    const room = Math.max(BLOCK, this.#states);
    this.#last = { state: new Uint8Array(room), alpha: new Float32Array(room) };
    this.#blocks.push(this.#last);
    this.#used = 0;
  }
}
