/**
 * "Como ya había advertido | el sindicato, | el turno desaparece", "El turno desaparece, como advirtió | el sindicato": what the whole sentence is hung on,
 * with a verb that stands in no fixed expression.
 * @module
 */
import {
  hasVerb,
  isComplementizer,
  type AnnotatedText,
  type Sentence,
} from '../../annotation/annotated.ts';
import { COMMA, PLAIN } from '../../annotation/punctuation.ts';
import { ADVERB, AUXILIARY, NAME, isVerbal } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { Built } from './built.ts';
import { behindAdverbials } from '../candidates/inverted-subjects.ts';
import { nextClause } from '../clause-ends.ts';
import { speakerFrom } from '../whole-sources.ts';

/** The rest of the sentence, and whoever stands behind the verb; null where no such clause is. */
export function asClause(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): Built | null {
  if (cue.form === 'phrase' || cue.form === 'base' || cue.form === 'ing') return null;
  const opener = openerOf(annotated, sentence, cue);
  if (opener < 0 || isComplementizer(annotated, cue.to)) return null;
  const { gaps, markOf } = annotated;
  const source = speakerFrom(
    annotated,
    sentence,
    behindAdverbials(annotated, sentence, cue.to, cue),
  );
  if (!source) return null;
  const at = source.to;
  if (at < sentence.to && gaps[at] !== COMMA) return null;
  const rest = { from: at, to: nextClause(annotated, sentence, at) };
  if (opener === sentence.from)
    return at < sentence.to && rest.to - rest.from >= LEAST ? { content: [rest], source } : null;
  const front = { from: sentence.from, to: opener };
  if (markOf[opener - 1] !== -1 || !hasVerb(annotated, front)) return null;
  return at < sentence.to ? null : { content: [front], source };
}

/** The word that opens the clause of a verb, at the start of the sentence or behind a comma; -1 if another one does. */
function openerOf(
  { classes: { of }, gaps, lexicon, markOf }: AnnotatedText,
  sentence: Sentence,
  { from }: CueHit,
): number {
  let at = from - 1;
  const isSmall = (word: number): boolean =>
    of[word] === ADVERB ||
    of[word] === AUXILIARY ||
    lexicon.has(word, 'pronoun-object') ||
    lexicon.has(word, 'article');
  while (at > sentence.from && from - at < MOST_IN_GROUP && gaps[at + 1] === PLAIN && isSmall(at))
    at--;
  if (at < sentence.from || markOf[at] !== -1 || gaps[at + 1] !== PLAIN) return -1;
  if (!lexicon.has(at, 'as-preposition')) return -1;
  // "tal y | como"
  const last = Math.max(sentence.from, at - MOST_IN_OPENER);
  while (at > last && gaps[at] === PLAIN && !isSpoken(of[at - 1])) at--;
  return at === sentence.from || gaps[at] === COMMA ? at : -1;
}

const LEAST = 3;
const MOST_IN_GROUP = 6;
const MOST_IN_OPENER = 2;

const isSpoken = (kind: number | undefined): boolean => kind === NAME || isVerbal(kind);
