/**
 * What the fields of a news document say of its units, as scores of kinds beside those of features. A field decides by itself, but
 * for the body: it may end in links and notices, as on a page.
 * @module
 */
import { FIELDS, type Field, type Fields } from '../html/fields.ts';
import { LABELLED_KINDS, type LabelledKind } from '../labels.ts';
import type { Units } from './units/units.ts';

/** In log-odds. With 12 a headline that is a date, a byline of a sentence and a credit of two are told by their fields. */
const SURE = 12;
/**
 * For every kind of a body: at 2 and 3, “Read more” and what blogs add to every post were taken for the story; with 0, briefs of a
 * sentence or two are told with less confidence.
 */
const BODY = 1;

const KINDS_OF: Readonly<Record<Exclude<Field, 'body'>, LabelledKind>> = {
  headline: 'body/headline',
  standfirst: 'body/standfirst',
  byline: 'boilerplate/byline',
  dateline: 'boilerplate/byline',
  caption: 'body/caption',
  credit: 'boilerplate/media',
  source: 'boilerplate/source',
  copyright: 'disclaimers/copyright',
  note: 'boilerplate/other',
};

/** Kinds inside of a body. Its headline has a field of its own. */
const INSIDE = LABELLED_KINDS.filter(
  (kind) => kind.startsWith('body/') && kind !== 'body/headline',
);

/** Parallel arrays over units. */
export interface UnitFields {
  /** Index into {@link FIELDS}. */
  readonly field: Uint8Array;
  /** Number of the item. */
  readonly item: Int32Array;
}

/** The fields that units stand in. Units end where fields do. */
export function fieldsOfUnits({ start, field, item }: Fields, units: Units): UnitFields {
  const found = { field: new Uint8Array(units.count), item: new Int32Array(units.count) };
  let at = 0;
  for (let u = 0; u < units.count; u++) {
    while (at + 1 < start.length && (start[at + 1] as number) <= (units.start[u] as number)) at++;
    found.field[u] = field[at] as number;
    found.item[u] = item[at] as number;
  }
  return found;
}

/** What a field adds to the score of a kind (a number of `LABELLED_KINDS`). */
export function fieldWeight(field: number, kind: number): number {
  return (WEIGHTS[field] as Float32Array)[kind] as number;
}

const WEIGHTS: readonly Float32Array[] = FIELDS.map((field) => {
  const kinds = field === 'body' ? INSIDE : [KINDS_OF[field]];
  const weight = field === 'body' ? BODY : SURE;
  return Float32Array.from(LABELLED_KINDS, (kind) => (kinds.includes(kind) ? weight : 0));
});
