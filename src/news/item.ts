/**
 * What the formats have in common: items, each with fields in the order in which a reader would see them.
 * @module
 */
import { FIELDS, type Field } from '../html/fields.ts';
import type { Told } from '../html/told.ts';
import type { XmlElement } from './xml.ts';

/** Formats of news, as the answer names them. */
export type NewsFormat = 'nitf' | 'newsml-g2' | 'ninjs' | 'rss' | 'atom' | 'mail';

/** The content of a field, as HTML. */
export interface Block {
  readonly field: Field;
  readonly html: string;
}

export type Item = readonly Block[];

/** An item, and what its document says of it. */
export interface NewsItem {
  readonly blocks: Item;
  readonly told: Told;
}

export interface NewsDocument {
  readonly format: NewsFormat;
  readonly items: Iterable<NewsItem>;
  /** A tag, if the document names one. */
  readonly language: string | undefined;
}

/** Contents of fields by their names. A body may have pictures in it, and with them fields of other names. */
export type Contents = Partial<Readonly<Record<Exclude<Field, 'body'>, readonly string[]>>> & {
  readonly body?: Item;
};

/** An item in the order of {@link FIELDS}; empty fields are left out. */
export function itemOf(contents: Contents): Item {
  return FIELDS.flatMap((field): Item => {
    if (field === 'body') return contents.body ?? [];
    return blocksOf(field, contents[field] ?? []);
  }).filter(({ html }) => html.trim() !== '');
}

/** Items one by one, each forgotten when the next is made: a feed has many. */
export function* lazily(
  elements: readonly XmlElement[],
  read: (one: XmlElement) => NewsItem,
): Generator<NewsItem> {
  for (const one of elements) yield read(one);
}

/** Contents of one field. */
export function blocksOf(field: Field, contents: readonly string[]): Item {
  return contents.map((html) => ({ field, html }));
}
