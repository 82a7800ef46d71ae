/**
 * What a page or a document says of its story outside of the text: title, authors, dates, site and section.
 * @module
 */

export interface Told {
  readonly title?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  /** As they are written there. */
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly site?: string | undefined;
  readonly section?: string | undefined;
}

/** Longer values are no names and no titles. */
const MOST_UNITS = 500;

/** A value of a field, on one line; undefined for what holds nothing, or markup that was escaped twice. */
export function valueOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MOST_UNITS) return undefined;
  const text = value.replace(/\s+/g, ' ').trim();
  return text === '' || /<\/?[a-z]|&(?:#?[a-z\d]{2,8});/i.test(text) ? undefined : text;
}

/** Each field from the first that has it. */
export function firstOf(...all: readonly Told[]): Told {
  const merged: Record<string, unknown> = {};
  for (const told of all)
    for (const [name, value] of Object.entries(told)) merged[name] ??= value ?? undefined;
  return merged as Told;
}
