/**
 * A text with what one pass over it yields: the shared ground of all stages.
 * @module
 */
import { fold } from './fold.ts';
import { splitLines, type Line } from './lines.ts';
import { splitWords, type Vocabulary, type Words } from './words.ts';

export interface Document {
  readonly text: string;
  /** Folded for matching, same length. */
  readonly folded: string;
  readonly lines: readonly Line[];
  readonly words: Words;
}

/** Reads a text. Linear in its length; any string is accepted. */
export function readDocument(text: string, vocabulary: Vocabulary): Document {
  const folded = fold(text);
  return { text, folded, lines: splitLines(text), words: splitWords(text, folded, vocabulary) };
}
