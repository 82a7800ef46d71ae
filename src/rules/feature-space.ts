/**
 * The features of one model: each has a dense number, and a name that people can read and weight files are keyed by.
 *
 * A model lists its features in one place, in a fixed order, so their numbers never depend on which modules are loaded.
 * @module
 */
import { Groups, nameIn, productOf, sectionOf, type Group } from './weights.ts';

declare const ofList: unique symbol;

/** The number of a name in its list. Numbers of another list are another type. */
export type NumberIn<Name extends string> = number & { readonly [ofList]: (name: Name) => Name };

/** A closed list of names, and the number of each: its place in the list. */
export interface Names<Name extends string> {
  readonly list: readonly Name[];
  readonly numbers: { readonly [Own in Name]: NumberIn<Name> };
}

/** The names of a list as a type. */
export type NameOf<List> = List extends Names<infer Name> ? Name : never;
/** The numbers of a list as a type. */
export type NumberOf<List> = NumberIn<NameOf<List>>;

export function namesOf<const Name extends string>(list: readonly Name[]): Names<Name> {
  const numbers = Object.fromEntries(list.map((name, i) => [name, i]));
  return { list, numbers: numbers as Names<Name>['numbers'] };
}

export const NO_YES = namesOf(['no', 'yes']);
export const noYes = (value: boolean): NameOf<typeof NO_YES> => (value ? 'yes' : 'no');

/** A feature for each of some names; one of them holds at a time. */
export class OneOf<Name extends string> {
  readonly #base: number;
  readonly #numbers: Names<Name>['numbers'];

  constructor(base: number, { numbers }: Names<Name>) {
    this.#base = base;
    this.#numbers = numbers;
  }

  /** The number of the feature. */
  at(name: Name): number {
    return this.cell(this.#numbers[name]);
  }

  /** The same by the number of its name, for code that runs thousands of times a page. */
  cell(number: NumberIn<Name>): number {
    return this.#base + number;
  }
}

/** A feature for each pair of names from two lists. */
export class Grid<Row extends string, Column extends string> {
  readonly #base: number;
  readonly #rows: Names<Row>['numbers'];
  readonly #columns: Names<Column>['numbers'];
  readonly #width: number;

  constructor(base: number, rows: Names<Row>, columns: Names<Column>) {
    this.#base = base;
    this.#rows = rows.numbers;
    this.#columns = columns.numbers;
    this.#width = columns.list.length;
  }

  /** The number of the feature. */
  at(row: Row, column: Column): number {
    return this.cell(this.#rows[row], this.#columns[column]);
  }

  /** The same by the numbers of its names, for code that runs thousands of times a page. */
  cell(row: NumberIn<Row>, column: NumberIn<Column>): number {
    return this.#base + row * this.#width + column;
  }
}

/** Features for the steps that a count falls on: up to each of some limits, or above the last. */
export class Steps {
  readonly #base: number;
  readonly #limits: readonly number[];

  constructor(base: number, limits: readonly number[]) {
    this.#base = base;
    this.#limits = limits;
  }

  /** The number of the feature. */
  at(count: number): number {
    let step = 0;
    while (step < this.#limits.length && count > (this.#limits[step] as number)) step++;
    return this.#base + step;
  }
}

/** What can be known of features without knowing what they mean. */
export interface NumberedFeatures {
  readonly size: number;
  /** Runs of numbers that weights are read and written by. */
  readonly groups: readonly Group[];
  /** The name of a feature by its number. */
  nameOf(feature: number): string;
}

/** Hands out feature numbers, group by group. */
export class FeatureSpace implements NumberedFeatures {
  readonly #groups = new Groups();

  get groups(): readonly Group[] {
    return this.#groups.all;
  }

  get size(): number {
    return this.#groups.size;
  }

  nameOf(feature: number): string {
    return nameIn(this.groups, feature);
  }

  /** Adds one feature for each of `values`; returns the number of the first. */
  group(prefix: string, values: readonly string[]): number {
    return this.#groups.add(sectionOf(values.map((value) => `${prefix}=${value}`)));
  }

  /** Adds the features of every pair; the pair (i, j) has number `base + i * second.length + j`. */
  product(
    prefix: string,
    first: readonly string[],
    second: readonly string[],
    joint = '/',
  ): number {
    return this.#groups.add(productOf(prefix, first, joint, second));
  }

  /** Adds a feature that holds or does not; returns its number. */
  flag(name: string): number {
    return this.#groups.add(sectionOf([name]));
  }

  /** As {@link group}, looked up by name. */
  oneOf<Name extends string>(prefix: string, names: Names<Name>): OneOf<Name> {
    return new OneOf(this.group(prefix, names.list), names);
  }

  /** As {@link product}, looked up by names. */
  grid<Row extends string, Column extends string>(
    prefix: string,
    rows: Names<Row>,
    columns: Names<Column>,
  ): Grid<Row, Column> {
    return new Grid(this.product(prefix, rows.list, columns.list, '+'), rows, columns);
  }

  /** Adds a feature for each step of a count. */
  steps(name: string, limits: readonly number[]): Steps {
    const upTo = limits.map((limit) => `${name}<=${limit}`);
    return new Steps(
      this.#groups.add(sectionOf([...upTo, `${name}>${limits.at(-1)}`])),
      limits,
    );
  }
}
