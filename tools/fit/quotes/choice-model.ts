/**
 * Fits a log-linear choice: of an instance's alternatives (blocks of independent parts) and "none of them", the
 * correct ones are to be probable. Maximum likelihood with an L2 penalty, and with margins: a wrong alternative is taken for
 * more probable than it is while weights are fitted, so that the right one learns to win by a distance (softmax-margin:
 * Gimpel and Smith, “Softmax-Margin CRFs”, NAACL 2010).
 * @module
 */
import { minimise } from '../lbfgs.ts';

export interface Part {
  readonly features: readonly number[];
  readonly correct: boolean;
}

/** Alternatives: every pair of a source and a content. A pair is correct when both are. */
export interface ChoiceBlock {
  readonly features: readonly number[];
  readonly sources: readonly Part[];
  readonly contents: readonly Part[];
}

/** By how much (natural logarithm) wrong alternatives are raised where one of an instance's alternatives is right. */
export interface Margins {
  readonly source: number;
  readonly content: number;
  /** “None of them”, where one of them is right. */
  readonly none: number;
}

export const NO_MARGINS: Margins = { source: 0, content: 0, none: 0 };

/** Instances packed into one array of integers: numbers of parts, of features, and the features. */
export class Instances {
  #data = new Int32Array(1 << 20);
  #length = 0;
  readonly #starts: number[] = [];
  readonly #margins: Margins;

  constructor(margins: Margins = NO_MARGINS) {
    this.#margins = margins;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** @param none whether "none of them" is the right answer */
  add(blocks: readonly ChoiceBlock[], none: boolean): void {
    this.#starts.push(this.#length);
    this.#push(none ? 1 : 0, blocks.length);
    for (const block of blocks) {
      this.#pushFeatures(block.features);
      for (const parts of [block.sources, block.contents]) {
        this.#push(parts.length);
        for (const part of parts) {
          this.#push(part.correct ? 1 : 0);
          this.#pushFeatures(part.features);
        }
      }
    }
  }

  #pushFeatures(features: readonly number[]): void {
    this.#push(features.length, ...features);
  }

  #push(...values: readonly number[]): void {
    if (this.#length + values.length > this.#data.length) {
      const larger = new Int32Array(this.#data.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    for (const value of values) this.#data[this.#length++] = value;
  }

  /** Negative log-likelihood of instance `i`; adds its gradient. */
  loss(i: number, weights: Float64Array, gradient: Float64Array): number {
    return instanceLoss(this.#data, this.#starts[i] as number, weights, gradient, this.#margins);
  }
}

interface ReadPart {
  readonly at: number;
  readonly correct: boolean;
  readonly mass: number;
}

function instanceLoss(
  data: Int32Array,
  start: number,
  weights: Float64Array,
  gradient: Float64Array,
  margins: Margins,
): number {
  let at = start;
  const none = data[at++] === 1;
  // Where nothing is right, all alternatives are equally wrong: none is raised.
  const raised = (by: number): number => (none ? 1 : Math.exp(by));
  const blocks = data[at++] as number;
  const read: { at: number; own: number; sources: ReadPart[]; contents: ReadPart[] }[] = [];
  const score = (): number => {
    const n = data[at++] as number;
    let sum = 0;
    for (let k = 0; k < n; k++) sum += weights[data[at + k] as number] as number;
    at += n;
    return Math.exp(Math.max(-40, Math.min(40, sum)));
  };
  const parts = (raise: number): ReadPart[] => {
    const n = data[at++] as number;
    const list: ReadPart[] = [];
    for (let k = 0; k < n; k++) {
      const correct = data[at++] === 1;
      const where = at;
      list.push({ at: where, correct, mass: score() * (correct ? 1 : raise) });
    }
    return list;
  };
  for (let b = 0; b < blocks; b++) {
    const where = at;
    const own = score();
    read.push({
      at: where,
      own,
      sources: parts(raised(margins.source)),
      contents: parts(raised(margins.content)),
    });
  }
  let total = raised(margins.none);
  let right = none ? 1 : 0;
  const sums = read.map((block) => {
    const s = massOf(block.sources);
    const c = massOf(block.contents);
    total += block.own * s.all * c.all;
    if (!none) right += block.own * s.correct * c.correct;
    return { s, c };
  });
  const add = (where: number, amount: number): void => {
    const n = data[where] as number;
    for (let k = 1; k <= n; k++) gradient[data[where + k] as number]! += amount;
  };
  read.forEach((block, b) => {
    const { s, c } = sums[b] as (typeof sums)[number];
    const expected = (block.own * s.all * c.all) / total;
    const wanted = none ? 0 : (block.own * s.correct * c.correct) / right;
    add(block.at, expected - wanted);
    for (const part of block.sources)
      add(
        part.at,
        share(expected, part.mass, s.all) -
          (part.correct ? share(wanted, part.mass, s.correct) : 0),
      );
    for (const part of block.contents)
      add(
        part.at,
        share(expected, part.mass, c.all) -
          (part.correct ? share(wanted, part.mass, c.correct) : 0),
      );
  });
  return Math.log(total) - Math.log(right);
}

function share(of: number, part: number, whole: number): number {
  return whole > 0 ? (of * part) / whole : 0;
}

function massOf(parts: readonly ReadPart[]): { all: number; correct: number } {
  let all = 0;
  let correct = 0;
  for (const part of parts) {
    all += part.mass;
    if (part.correct) correct += part.mass;
  }
  return { all, correct };
}

/**
 * Fits weights to the instances of `numbers`.
 * @param prior where each weight starts, and is pulled to
 * @param penalty of the squares of how far weights are from there
 */
export function fitChoice(
  instances: Instances,
  numbers: readonly number[],
  prior: Float64Array,
  penalty: number,
  iterations: number,
): Float64Array {
  return minimise(
    (x, gradient) => {
      let value = 0;
      for (let f = 0; f < prior.length; f++) {
        const away = (x[f] as number) - (prior[f] as number);
        value += penalty * away ** 2;
        gradient[f] = 2 * penalty * away;
      }
      for (const i of numbers) value += instances.loss(i, x, gradient);
      return value;
    },
    prior,
    { iterations, tolerance: 1e-4 },
  );
}
