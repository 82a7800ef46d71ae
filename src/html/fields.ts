/**
 * Text whose place in a news document says what it is: that document has a field for it.
 * @module
 */

/**
 * What a field of a news document holds. `standfirst` is a second headline or a summary, `credit` that of a picture, `source` the
 * document's credit line, `note` what is for editors.
 */
export const FIELDS = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'body',
  'caption',
  'credit',
  'source',
  'copyright',
  'note',
] as const;
export type Field = (typeof FIELDS)[number];

/** The fields of a document in the order of its text, as parallel arrays. Each ends where the next one starts. */
export interface Fields {
  /** Offset in the text (UTF-16). */
  readonly start: Int32Array;
  /** Index into {@link FIELDS}. */
  readonly field: Uint8Array;
  /** Number of the item that the field belongs to: a feed has many. */
  readonly item: Int32Array;
}
