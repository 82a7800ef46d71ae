/**
 * Names that no list holds, known by their place at the start of a sentence.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { Document } from '../text/document.ts';
import { CAPITAL } from '../text/words.ts';
import { PLAIN } from './punctuation.ts';
import { ADVERB, AUXILIARY, NOUN, VERB } from './tags.ts';

/**
 * "Ramírez no descartó …": where nouns have articles and verbs need no subject, a word that nobody knows, at the start of a sentence and in front of a
 * verb, is a name.
 */
export function isBareSubject(
  { folded, words }: Document,
  lexicon: Lexicon,
  gaps: Uint8Array,
  of: Uint8Array,
  i: number,
): boolean {
  const isKnown = lexicon.isListed(i) || (words.id[i] as number) >= 0;
  if (of[i] !== NOUN || isKnown || ((words.shape[i] as number) & CAPITAL) === 0) return false;
  if (lexicon.endingOf(folded.slice(words.start[i], words.end[i])) !== undefined) return false;
  const verb = of[i + 1] === ADVERB ? i + 2 : i + 1;
  if (gaps[i + 1] !== PLAIN || gaps[verb] !== PLAIN) return false;
  return of[verb] === VERB || of[verb] === AUXILIARY;
}
