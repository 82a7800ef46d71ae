/**
 * Who or what is named in a text.
 * @module
 */
import type { Gender, NameMention, NameType } from '../annotation/names.ts';

/** Somebody or something that can speak. */
export interface Entity {
  readonly id: number;
  type: NameType;
  sure: boolean;
  gender: Gender;
  /** The fullest name. */
  name: string;
  key: readonly string[];
  /** In the order of the text. */
  readonly mentions: NameMention[];
  /** The first mention by the fullest name. */
  fullest: NameMention;
  /** First words of its mentions by full name, in order. */
  readonly fullNames: number[];
  /** First word of its last mention by one word, or -1. */
  lastShort: number;
}

/** A name where it stands, with whom it names. */
export interface Named {
  readonly mention: NameMention;
  readonly entity: Entity;
}
