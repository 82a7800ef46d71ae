/**
 * Noun phrases without their attachments: runs of words that can be one mention.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import { PLAIN } from './gaps.ts';
import {
  DETERMINER,
  NAME,
  NOUN,
  NUMBER,
  POSSESSIVE,
  PRONOUN,
  RELATIVE,
  type WordClasses,
} from './classes.ts';

/** A noun phrase; half-open word numbers. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly pronoun: boolean;
}

/** All chunks of words `from` to `to`, in order, not overlapping. */
export function chunkWords(
  classes: WordClasses,
  gaps: Uint8Array,
  lexicon: Lexicon,
  from: number,
  to: number,
): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let at = from;
  while (at < to) {
    const kind = classes.of[at] as number;
    if (kind === PRONOUN || kind === RELATIVE) {
      chunks.push({ from: at, to: at + 1, pronoun: true });
      at++;
    } else if (canOpen(kind)) {
      const end = endOfChunk(classes, gaps, lexicon, at, to);
      chunks.push({ from: at, to: end, pronoun: false });
      at = end;
    } else at++;
  }
  return chunks;
}

function canOpen(kind: number): boolean {
  return isContent(kind) || kind === DETERMINER || kind === POSSESSIVE;
}

function isContent(kind: number): boolean {
  return kind === NOUN || kind === NAME || kind === NUMBER;
}

function endOfChunk(
  classes: WordClasses,
  gaps: Uint8Array,
  lexicon: Lexicon,
  from: number,
  to: number,
): number {
  let at = from + 1;
  for (; at < to; at++) {
    if (gaps[at] !== PLAIN) break;
    const kind = classes.of[at] as number;
    const afterDeterminer = !isContent(classes.of[at - 1] as number);
    if (!isContent(kind) && !(afterDeterminer && kind === DETERMINER)) break;
    // "In a statement Reed said": a place of saying is not the head of a name.
    if (kind === NAME && classes.of[at - 1] === NOUN && endsBeforeName(lexicon, at - 1)) break;
  }
  return at;
}

function endsBeforeName(lexicon: Lexicon, word: number): boolean {
  return lexicon.has(word, 'medium') || lexicon.has(word, 'document');
}
