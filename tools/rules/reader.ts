/**
 * Typed access to the tables of a rule file. What is wrong is reported with its place; the reader then goes on.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../../src/labels.ts';
import type { Place } from './places.ts';
import { RuleProblem, type Report } from './problem.ts';
import { didYouMean } from './suggest.ts';

export type Table = Record<string, unknown>;

/** `; it is one of a, b, c`, for messages about a name that there is not. */
const oneOfThese = (names: readonly string[]): string => `; it is one of ${names.join(', ')}`;

/** The kinds that somebody may have meant: those of the same label, or how kinds are named at all. */
export function kindsLike(kind: string): string {
  const label = kind.split('/')[0] ?? '';
  const sisters = LABELLED_KINDS.filter((known) => known.startsWith(`${label}/`));
  return sisters.length > 0 ? oneOfThese(sisters) : `; it is a label (${LABELS.join(', ')}) with one of its kinds, such as ads/house`;
}

export class Reader {
  readonly place: Place;
  readonly #table: Table;
  readonly #report: Report;

  constructor(table: Table, place: Place, report: Report) {
    this.#table = table;
    this.place = place;
    this.#report = report;
  }

  /** The id of the table; '' where it has none. */
  get id(): string {
    const id = this.#table['id'];
    return typeof id === 'string' ? id : '';
  }

  /** Reports a fault. @param near a key or text that stands where the fault is */
  fault(reason: string, near?: string): void {
    const line = near === undefined ? this.place.line : this.place.lineOf(near);
    this.#report(new RuleProblem(this.place.file, line, reason, this.id));
  }

  /** Reports a name that is none of those known. @param hint what to say where it is like none of them */
  unknown(reason: string, name: string, known: Iterable<string>, hint = ''): void {
    this.fault(`${reason}${didYouMean(name, known) || hint}`, name);
  }

  only(keys: readonly string[]): void {
    for (const key of Object.keys(this.#table))
      if (!keys.includes(key)) this.unknown(`unknown key "${key}"`, key, keys, oneOfThese(keys));
  }

  has(key: string): boolean {
    return this.#table[key] !== undefined;
  }

  value(key: string): unknown {
    return this.#table[key];
  }

  /** A text; '' where it is missing. */
  string(key: string): string {
    const value = this.#table[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.fault(`"${key}" must be a text`, key);
    return '';
  }

  strings(key: string): readonly string[] {
    const value = this.#table[key] ?? [];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '')) return value as string[];
    this.fault(`"${key}" must be a list of texts`, key);
    return [];
  }

  /** The same where an empty list says nothing. */
  someStrings(key: string): readonly string[] {
    const values = this.strings(key);
    const value = this.#table[key] ?? [];
    if (Array.isArray(value) && value.length === 0) this.fault(`"${key}" is empty`, key);
    return values;
  }

  tables(key: string): readonly Table[] {
    const value = this.#table[key] ?? [];
    const isList = Array.isArray(value) && value.every((item) => typeof item === 'object' && !Array.isArray(item));
    if (isList) return value as Table[];
    this.fault(`"${key}" must be written as [[${key}]]`, key);
    return [];
  }

  flag(key: string): boolean {
    const value = this.#table[key] ?? false;
    if (typeof value !== 'boolean') this.fault(`"${key}" must be true or false`, key);
    return value === true;
  }

  number<Name extends string>(key: string, name: Name): { readonly [key in Name]?: number } {
    const value = this.#table[key];
    if (value === undefined) return {};
    if (typeof value !== 'number' || !(value > 0)) {
      this.fault(`"${key}" must be a number above 0`, key);
      return {};
    }
    return { [name]: value } as { [key in Name]: number };
  }

  /** One of some names; some other of them where the table has none, which is reported as {@link unknown} does. */
  oneOf<Value extends string>(key: string, values: readonly Value[], hint = oneOfThese(values)): Value {
    const value = this.string(key);
    if (value !== '' && !values.includes(value as Value)) this.unknown(`"${key}" knows no "${value}"`, value, values, hint);
    return values.find((known) => known === value) ?? (values[0] as Value);
  }

  /** A list of some names. Unknown ones are reported and left out. */
  someOf<Value extends string>(key: string, values: readonly Value[]): readonly Value[] {
    return this.strings(key).flatMap((value) => {
      const known = values.find((name) => name === value);
      if (known === undefined) this.unknown(`"${key}" knows no "${value}"`, value, values, oneOfThese(values));
      return known ?? [];
    });
  }
}
