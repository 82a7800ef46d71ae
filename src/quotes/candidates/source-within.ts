/**
 * Expressions that name their source themselves: "seiner Ansicht nach", "nach Polizeiangaben".
 * @module
 */
import type { AnnotatedText } from '../../annotation/annotated.ts';
import { NAME, NOUN, POSSESSIVE, PREPOSITION, PRONOUN } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { Takes } from '../../rules/types.ts';
import type { WordSpan } from '../../text/spans.ts';
import { CAPITAL } from '../../text/words.ts';

/** What expressions take that have their source beside them. */
const WITH_SOURCE: readonly Takes[] = ['source-after', 'noun-cue', 'text', 'inverted', 'inside'];

/** The possessive of an expression, else the phrase that its preposition holds: "eigenen Angaben". Half-open word numbers. */
export function spanWithin(
  { classes: { of }, doc: { words }, lexicon, rules }: AnnotatedText,
  { from, to, rule }: CueHit,
): WordSpan | undefined {
  for (let w = from; w < to; w++) if (of[w] === POSSESSIVE) return { from: w, to: w + 1 };
  const takes = rules.cueRules[rule]?.takes ?? [];
  // "ist der Meinung": what has somebody for its subject.
  if (WITH_SOURCE.some((way) => takes.includes(way))) return undefined;
  // "według niego": the pronoun that the preposition holds.
  if (lexicon.has(to - 1, 'pronoun-object') || of[to - 1] === PRONOUN) return { from: to - 1, to };
  let last = to - 1;
  while (last > from && ((words.shape[last] as number) & CAPITAL) === 0) last--;
  const first = of[from] === PREPOSITION ? from + 1 : from;
  const isNoun =
    (of[last] === NOUN || of[last] === NAME) &&
    last >= first &&
    ((words.shape[last] as number) & CAPITAL) !== 0;
  return isNoun ? { from: first, to: last + 1 } : undefined;
}
