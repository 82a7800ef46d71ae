/**
 * The classes that words can be of.
 * @module
 */

export const NOUN = 0;
export const NAME = 1;
export const DETERMINER = 2;
export const POSSESSIVE = 3;
export const PRONOUN = 4;
export const PREPOSITION = 5;
export const COORDINATOR = 6;
export const SUBORDINATOR = 7;
export const AUXILIARY = 8;
export const VERB = 9;
export const ADVERB = 10;
export const RELATIVE = 11;
export const TIME = 12;
export const NUMBER = 13;
/** A form of a cue's verb that stands like a verb; its -ing form apart. Test with {@link isCue}. */
export const CUE = 14;
export const CUE_ING = 15;
/** Another verb in -ing that may open a clause. */
export const PARTICIPLE = 16;

export const isCue = (kind: number | undefined): boolean => kind === CUE || kind === CUE_ING;

/** Whatever stands like a verb: auxiliaries, verbs of saying and all others, participles that open a clause apart. */
export const isVerbal = (kind: number | undefined): boolean =>
  kind === AUXILIARY || kind === VERB || isCue(kind);

export interface WordClasses {
  readonly of: Uint8Array;
  /** Not 0 for words that start a sentence, follow a mark or colon, or stand in a title: their capital says nothing. */
  readonly opening: Uint8Array;
}
