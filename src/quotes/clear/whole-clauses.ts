/**
 * Whole clauses in front of a verb of saying and its subject, around them, or behind a source that opens the sentence.
 * @module
 */
import { hasVerb, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { COMMA, DASH, PLAIN, QUOTE_MARK } from '../../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  isCue,
  PRONOUN,
  RELATIVE,
  TIME,
  VERB,
} from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { WordSpan } from '../../text/spans.ts';
import { verbBorder } from '../candidates/source-boundaries.ts';
import { endOfSourced, nextClause, pastAttachments } from '../clause-ends.ts';
import type { Choice } from '../model/choose.ts';
import { pastDescription } from '../behind-sources.ts';
import { isOne, type Test } from './passes.ts';

/**
 * "El puente sigue cerrado, | informó hoy la alcaldesa.", "El puente, | dijo ella, | sigue cerrado.": a clause from the beginning of the sentence, which
 * the verb and its subject close or part.
 */
export function clauseAround(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content, source }: Choice,
): Test | null {
  const { gaps, classes } = annotated;
  const [front] = content.spans;
  if (!front || front.from >= cue.from || annotated.markOf[front.to - 1] !== -1) return null;
  const border = isInverted(annotated, cue, source.span, front.to)
    ? front.to
    : verbBorder(annotated, sentence, cue);
  if (border < 0 || gaps[border] === PLAIN) return null;
  let end = source.span && source.span.from >= cue.to ? source.span.to : cue.to;
  while (end < sentence.to && gaps[end] === PLAIN && classes.of[end] === TIME) end++;
  const isClause = hasVerb(annotated, { from: sentence.from, to: border });
  if (source.span && end > cue.to && isClause) end = pastAttachments(annotated, sentence, end);
  // "explica la abogada, | quien ve difícil …"
  const isRelative =
    classes.of[end] === RELATIVE ||
    annotated.lexicon.has(end, 'relative') ||
    annotated.lexicon.has(end, 'complementizer');
  if (content.marked && !isRelative) return null;
  const isPart = (gaps[end] === COMMA || gaps[end] === DASH) && !isRelative;
  if (isRelative && gaps[end] === PLAIN) return null;
  if (end < sentence.to && isPart && classes.of[end] !== COORDINATOR)
    return front.to === border
      ? ([opening, behind]) =>
          opening?.to === border && behind?.from === end && behind.to === sentence.to
      : null;
  if (end < sentence.to && gaps[end] === PLAIN) return null;
  if (border - sentence.from < LEAST_IN_CLAUSE && !isClause) return null;
  return isOne(({ from, to }) => from === sentence.from && to === border);
}

/** "…, | a-t-il indiqué": a pronoun inside the group of the verb. */
function isInverted(
  { classes: { of }, lexicon }: AnnotatedText,
  cue: CueHit,
  source: WordSpan | null,
  border: number,
): boolean {
  if (source?.to !== cue.from || of[source.from] !== PRONOUN) return false;
  return lexicon.has(source.from - 1, 'liaison') && cue.from - border <= MOST_IN_VERB;
}

/** "Según la alcaldesa, Ana Torres, | el puente sigue cerrado.": behind a source that opens the sentence. */
export function clauseOfSource(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { source: { span } }: Choice,
): Test | null {
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  if (cue.from !== sentence.from || !takes.includes('source-after')) return null;
  const { thatClauses } = annotated.lexicon.profile;
  const described = new Map<number, number>();
  const isDescription = (from: number): boolean => {
    const end = described.get(from) ?? pastDescription(annotated, sentence, from);
    described.set(from, end);
    return end > from;
  };
  return isOne(
    ({ from, to }) =>
      (annotated.gaps[from] === COMMA ||
        // "Zdaniem ministra | „pieniądze są”, ale …"
        (annotated.gaps[from] === QUOTE_MARK && span?.to === from)) &&
      !isDescription(from) &&
      (to - from >= LEAST_IN_CLAUSE || (thatClauses && isRest(annotated, { from, to }))) &&
      to === endOfSourced(annotated, sentence, from + 1),
  );
}

/** A clause, as its verb or the lack of another comma tells. */
function isRest(annotated: AnnotatedText, { from, to }: WordSpan): boolean {
  if (hasVerb(annotated, { from, to })) return true;
  for (let w = from + 1; w < to; w++) if (annotated.gaps[w] === COMMA) return false;
  return true;
}

/** "El puente, | según la alcaldesa, | seguirá cerrado.": a clause that a source in commas parts, its verb behind. */
export function clauseParted(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { source: { span } }: Choice,
): Test | null {
  const { gaps, markOf } = annotated;
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  if (!takes.includes('source-after') || cue.from === sentence.from || !span) return null;
  const at = pastAttachments(annotated, sentence, span.to);
  if (gaps[cue.from] !== COMMA || span.from < cue.to || at >= sentence.to || gaps[at] !== COMMA)
    return null;
  if (cue.from - sentence.from > MOST_IN_SUBJECT || markOf[sentence.from] !== -1) return null;
  if (hasVerb(annotated, { from: sentence.from, to: cue.from })) return null;
  // "…, según Reed, será un éxito, indicó": somebody else closes the sentence.
  if (sentence.cues.some((other) => other.from > at && markOf[other.from] === -1)) return null;
  const end = nextClause(annotated, sentence, at + 1);
  const { of } = annotated.classes;
  let verb = at;
  while (verb < end && (of[verb] === ADVERB || annotated.lexicon.has(verb, 'pronoun-object')))
    verb++;
  if (verb === at && of[at] !== AUXILIARY && of[at] !== VERB && !isCue(of[at])) return null;
  return ([front, behind, ...rest]) =>
    rest.length === 0 &&
    front?.from === sentence.from &&
    front.to === cue.from &&
    behind?.from === at &&
    behind.to === end;
}

/** Words of a subject, at most. Set by hand; it bounds the work. */
const MOST_IN_SUBJECT = 25;
/** "n'a-t-il pas" */
const MOST_IN_VERB = 5;

/** Words that are a clause in all likelihood, though no verb among them is in a list. Set by hand. */
const LEAST_IN_CLAUSE = 8;
