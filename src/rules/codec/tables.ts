/**
 * Tables as text: column by column, since neighbours in a column are alike.
 * @module
 */
import type { CompiledRules, PackedColumn, PackedTable, PackedTables } from '../types.ts';
import { packWords, unpackWords } from '../vocabulary.ts';
import { packNumbers, packSymbols, unpackNumbers, unpackSymbols } from './numbers.ts';

/** The short tables of a rule set. */
export type Tables = Pick<
  CompiledRules,
  'segmentRules' | 'cueRules' | 'lexiconRules' | 'vetoes' | 'lexiconEntries' | 'suffixes'
>;

/** The tables as text. What takes no room worth speaking of stays as it is. */
export function packTables(tables: Tables): PackedTables {
  const { segmentRules, cueRules, lexiconRules, vetoes, lexiconEntries, suffixes } = tables;
  return {
    segmentRules: packTable(segmentRules),
    cueRules: packTable(cueRules),
    lexiconRules: packTable(lexiconRules),
    vetoes: packNumbers(vetoes.flatMap((rules) => [rules.length, ...differences(rules)])),
    lexiconEntries: [
      packNumbers(differences(lexiconEntries.map(([rule]) => rule))),
      packColumn(lexiconEntries.map(([, attribute]) => attribute)),
    ],
    suffixes: [...Map.groupBy(suffixes, ([, list]) => list)].map(([list, endings]) => [
      list,
      endings.map(([ending]) => ending).join(' '),
    ]),
  };
}

/** The tables of a text of `packTables`. */
export function unpackTables(packed: PackedTables): Tables {
  const [rules, attributes] = packed.lexiconEntries;
  const attributeOf = unpackColumn(attributes) as readonly string[];
  return {
    segmentRules: unpackTable(packed.segmentRules),
    cueRules: unpackTable(packed.cueRules),
    lexiconRules: unpackTable(packed.lexiconRules),
    vetoes: unpackLists(packed.vetoes),
    lexiconEntries: sums(unpackNumbers(rules)).map((rule, i) => [rule, attributeOf[i] as string]),
    suffixes: packed.suffixes.flatMap(([list, endings]) => endings.split(' ').map((ending) => [ending, list] as const)),
  };
}

/** What each number is above the one before; they must not fall. */
function differences(numbers: readonly number[]): readonly number[] {
  return numbers.map((number, i) => number - (i > 0 ? (numbers[i - 1] as number) : 0));
}

function sums(numbers: Int32Array): readonly number[] {
  let sum = 0;
  return Array.from(numbers, (number) => (sum += number));
}

function unpackLists(packed: string): readonly (readonly number[])[] {
  const numbers = unpackNumbers(packed);
  const lists: (readonly number[])[] = [];
  for (let at = 0; at < numbers.length; ) {
    const from = at + 1;
    at = from + (numbers[at] as number);
    lists.push(sums(numbers.subarray(from, at)));
  }
  return lists;
}

/** A record with a name of its own; what else it has is plain data. */
interface Named {
  readonly id: string;
}

type Open = { id: string; [key: string]: unknown };

function packTable(records: readonly Named[]): PackedTable {
  const keys = new Set(records.flatMap((record) => Object.keys(record)));
  keys.delete('id');
  const columns = [...keys].map((key) => [key, packColumn(records.map((record) => (record as Open)[key]))] as const);
  return { ids: packWords(records.map(({ id }) => id)), columns: Object.fromEntries(columns) };
}

function unpackTable<Row extends Named>({ ids, columns }: PackedTable): readonly Row[] {
  const records: readonly Open[] = unpackWords(ids).map((id) => ({ id }));
  for (const [key, column] of Object.entries(columns))
    unpackColumn(column).forEach((value, i) => {
      if (value !== null) (records[i] as Open)[key] = value;
    });
  return records as readonly Named[] as readonly Row[];
}

/** The values of a column, each once, and which one each record has: 0 is the first that no record before has. */
function packColumn(cells: readonly unknown[]): PackedColumn {
  const places = new Map<string, number>();
  const picks = cells.map((cell) => {
    const value = JSON.stringify(cell ?? null);
    const place = places.get(value);
    if (place === undefined) places.set(value, places.size + 1);
    return place ?? 0;
  });
  return [[...places.keys()].map((value) => JSON.parse(value) as unknown), packSymbols(picks)];
}

function unpackColumn([values, picks]: PackedColumn): readonly unknown[] {
  let known = 0;
  return Array.from(unpackSymbols(picks), (pick) => values[pick === 0 ? known++ : pick - 1]);
}
