/**
 * Nouns that report: "la afirmación | de la alcaldesa | de que | el puente es seguro | no convence". Whom the noun belongs to says what the clause tells
 * that is tied to it.
 * @module
 */
import {
  isComplementizer,
  phraseNumber,
  type AnnotatedText,
  type Sentence,
} from '../../annotation/annotated.ts';
import { COMMA, PLAIN } from '../../annotation/punctuation.ts';
import { ADVERB, AUXILIARY, COORDINATOR, isVerbal } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { WordSpan } from '../../text/spans.ts';
import type { Built } from './built.ts';
import { nextClause } from '../clause-ends.ts';
import { canSpeak } from '../uncued/actors.ts';
import { upToThat } from '../behind-sources.ts';
import { speakerFrom } from '../whole-sources.ts';

/** The clause that is tied to a noun, and whom the noun belongs to; null where no clause is. */
export function nounReport(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): Built | null {
  if (annotated.markOf[cue.from] !== -1) return null;
  if (isRelative(annotated, cue))
    return built(annotated, sentence, cue, cue.to, antecedent(annotated, sentence, cue));
  if (!isNounCue(annotated, cue) || isNegated(annotated, sentence, cue)) return null;
  const owner = ownerBehind(annotated, sentence, cue.to);
  const from = clauseFrom(annotated, sentence, owner?.to ?? cue.to);
  return from < 0 ? null : built(annotated, sentence, cue, from, owner ?? null);
}

function built(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  from: number,
  source: WordSpan | null,
): Built | null {
  const to = endOfClause(annotated, sentence, cue, from);
  return to - from < LEAST_IN_CLAUSE ? null : { content: [{ from, to }], source };
}

/** "no hay confirmación de que …": nobody says it. */
function isNegated({ lexicon }: AnnotatedText, sentence: Sentence, { from }: CueHit): boolean {
  for (let w = Math.max(sentence.from, from - MOST_TO_DENIAL); w < from; w++)
    if (lexicon.has(w, 'negation')) return true;
  return false;
}

/** Whether a cue is a noun. */
export function isNounCue({ rules }: AnnotatedText, { rule }: CueHit): boolean {
  return rules.cueRules[rule]?.takes.includes('noun-cue') === true;
}

/** "según la cual", "selon qui" */
function isRelative({ lexicon, rules }: AnnotatedText, { form, rule, to }: CueHit): boolean {
  const isClause = form === 'phrase' && rules.cueRules[rule]?.takes.includes('clause') === true;
  return isClause && lexicon.has(to - 1, 'relative');
}

/** "la tesis de | la defensa | según la cual", "un informe del banco | según el cual": who says it, or what text does. */
function antecedent(
  annotated: AnnotatedText,
  sentence: Sentence,
  { from }: CueHit,
): WordSpan | null {
  const { gaps, lexicon } = annotated;
  if (gaps[from] !== PLAIN && gaps[from] !== COMMA) return null;
  let number = phraseNumber(sentence, from) - 1;
  let last = sentence.phrases[number];
  if (last?.reach !== from) return null;
  const { to } = last;
  let owner: WordSpan | null = null;
  for (let tied = 0; tied < MOST_TIED; tied++) {
    const before = sentence.phrases[number - 1];
    if (before?.reach !== last.from - 1 || !lexicon.has(last.from - 1, 'attachment')) break;
    if (gaps[last.from] !== PLAIN || gaps[last.from - 1] !== PLAIN) break;
    owner = { from: last.from, to };
    last = before;
    number--;
  }
  const { from: head } = last;
  const isNoun = sentence.cues.some(
    (cue) => cue.from >= head && cue.to <= (last?.to ?? head) && isNounCue(annotated, cue),
  );
  const source = isNoun ? owner : { from: head, to };
  return source && canSay(annotated, source) ? source : null;
}

function canSay(annotated: AnnotatedText, { from, to }: WordSpan): boolean {
  for (let w = from; w < to; w++) if (annotated.lexicon.has(w, 'document')) return true;
  return canSpeak(annotated, { from, to });
}

/** "de | la alcaldesa Rosa Tejada |", "del | portavoz |" */
function ownerBehind(
  annotated: AnnotatedText,
  sentence: Sentence,
  at: number,
): WordSpan | undefined {
  const { gaps, lexicon } = annotated;
  if (at + 1 >= sentence.to || gaps[at] !== PLAIN || !lexicon.has(at, 'attachment'))
    return undefined;
  const owner = speakerFrom(annotated, sentence, at + 1);
  if (!owner) return undefined;
  let to = upToThat(annotated, owner);
  // "de" may be a part of names.
  while (to - owner.from > 1 && lexicon.has(to - 1, 'attachment')) to--;
  return { from: owner.from, to };
}

/** Behind "de que", or behind "che" in front of marks; -1 where no clause starts. */
function clauseFrom(annotated: AnnotatedText, { to }: Sentence, at: number): number {
  const { gaps, lexicon, markOf } = annotated;
  if (at + 2 >= to || gaps[at] !== PLAIN || gaps[at + 1] === COMMA) return -1;
  const isTied = lexicon.has(at, 'attachment');
  const that = isTied ? at + 1 : at;
  if (!isComplementizer(annotated, that)) return -1;
  return isTied || markOf[that + 1] !== -1 ? that + 1 : -1;
}

/**
 * The end of the sentence where the noun is an object: "rechazó | la tesis". Where it is the subject, the clause ends in front of the second verb: "La
 * tesis de que el puente es seguro | no convence".
 */
function endOfClause(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  from: number,
): number {
  const next = sentence.cues.find(
    (other) => other.from > from && isTiedOn(annotated, other) && !isNounCue(annotated, other),
  );
  const end = next ? next.from - 1 : nextClause(annotated, sentence, from);
  for (let w = sentence.from; w < cue.from; w++) if (isVerbal(annotated.classes.of[w])) return end;
  const { gaps, lexicon, markOf } = annotated;
  let first = -1;
  for (let w = from; w < end; w++) {
    // "no convence": what no list holds is a verb behind a word of denial.
    const isDenied = first >= 0 && lexicon.has(w, 'negation') && gaps[w] === PLAIN;
    if (!isVerbal(annotated.classes.of[w]) && !isDenied) continue;
    if (first < 0) first = w;
    else if (startsAnew(annotated, from, w)) return groupStart(annotated, w);
    while (
      w + 1 < end &&
      gaps[w + 1] === PLAIN &&
      markOf[w + 1] === markOf[w] &&
      inGroup(annotated, w + 1)
    )
      w++;
  }
  return end;
}

/** "… | y señaló que": whoever the sentence is about says more. */
function isTiedOn({ classes, lexicon, markOf }: AnnotatedText, { from, to }: CueHit): boolean {
  return (
    markOf[from] === -1 && classes.of[from - 1] === COORDINATOR && lexicon.has(to, 'complementizer')
  );
}

/** Words between auxiliaries and their verbs. */
function inGroup(annotated: AnnotatedText, word: number): boolean {
  return isVerbal(annotated.classes.of[word]) || annotated.classes.of[word] === ADVERB;
}

/** No word that ties a clause to another stands between the start of the one before and this verb. */
function startsAnew(
  { classes: { of }, lexicon, markOf }: AnnotatedText,
  from: number,
  verb: number,
): boolean {
  if (markOf[verb] !== -1) return false;
  for (let w = verb - 1; w > from && verb - w < MOST_BETWEEN; w--)
    if (of[w] === COORDINATOR || lexicon.has(w, 'complementizer')) return false;
  return true;
}

function groupStart({ classes: { of }, gaps, lexicon }: AnnotatedText, verb: number): number {
  let at = verb;
  while (
    gaps[at] === PLAIN &&
    (of[at - 1] === ADVERB || of[at - 1] === AUXILIARY || lexicon.has(at - 1, 'pronoun-object'))
  )
    at--;
  return at;
}

const LEAST_IN_CLAUSE = 3;
const MOST_BETWEEN = 5;
const MOST_TO_DENIAL = 5;
/** Phrases that are tied to each other. Set by hand; it bounds the work. */
const MOST_TIED = 3;
