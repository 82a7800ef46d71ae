/**
 * Tables of a rule file, read with complaints that name the place.
 * @module
 */
import { RuleProblem } from './problem.ts';

/** Where a rule stands, and how to complain about it. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

export type Table = Record<string, unknown>;

/** Typed access to a table, with complaints that name the place. */
export class Reader {
  readonly place: Place;
  readonly #table: Table;

  constructor(table: Table, place: Place) {
    this.#table = table;
    this.place = place;
  }

  fail(reason: string): never {
    throw new RuleProblem(this.place.file, this.place.line, reason);
  }

  only(keys: readonly string[]): void {
    for (const key of Object.keys(this.#table)) if (!keys.includes(key)) this.fail(`unknown key "${key}"`);
  }

  string(key: string): string {
    const value = this.#table[key];
    if (typeof value !== 'string' || value.trim() === '') this.fail(`"${key}" must be a text`);
    return value;
  }

  strings(key: string): readonly string[] {
    const value = this.#table[key] ?? [];
    if (!Array.isArray(value) || value.some((item) => typeof item !== 'string' || item === ''))
      this.fail(`"${key}" must be a list of texts`);
    return value as string[];
  }

  tables(key: string): readonly Table[] {
    const value = this.#table[key] ?? [];
    if (!Array.isArray(value)) this.fail(`"${key}" must be written as [[${key}]]`);
    return value as Table[];
  }

  flag(key: string): boolean {
    const value = this.#table[key] ?? false;
    if (typeof value !== 'boolean') this.fail(`"${key}" must be true or false`);
    return value;
  }

  number<Name extends string>(key: string, name: Name): { readonly [key in Name]?: number } {
    const value = this.#table[key];
    if (value === undefined) return {};
    if (typeof value !== 'number' || !(value > 0)) this.fail(`"${key}" must be a number above 0`);
    return { [name]: value } as { [key in Name]: number };
  }

  oneOf<Value extends string>(key: string, values: readonly Value[]): Value {
    const value = this.string(key);
    if (!values.includes(value as Value)) this.fail(`"${key}" knows no "${value}"`);
    return value as Value;
  }
}
