/**
 * Claims: accepted attributions of a cue, each with its best reading, and how overlaps between them are resolved.
 * @module
 */
import { phraseFrom } from '../annotation/adverbials.ts';
import { isColon, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { COLON, PLAIN } from '../annotation/punctuation.ts';
import {
  AUXILIARY,
  COORDINATOR,
  DETERMINER,
  isCue,
  NAME,
  NUMBER,
  PREPOSITION,
  PRONOUN,
  TIME,
  VERB,
} from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import {
  candidatesOf,
  type CandidateGroup,
  type CandidateContent,
} from './candidates/candidates.ts';
import { isNegated } from './candidates/cue-features.ts';
import { bestCandidate, type Choice } from './model/choose.ts';
import type { QuoteModel } from './quote.ts';

/** A cue that is taken to report something, and what. */
export interface Relation {
  readonly choice: Choice;
  readonly cue: CueHit;
  readonly sentence: number;
  /** "should never say “…”": nobody said the words in marks. */
  readonly denied: boolean;
  /** An outer claim that only passes this one on. */
  readonly via?: Relation;
  /** All candidates of the cue, for a second look where two claims overlap. */
  readonly frames: readonly CandidateGroup[];
}

/** A cue less likely than this to report anything is dropped. */
export const LEAST = 0.36;
/** Without marks, source and content must be this certain too: a wrong quote is worse than none. */
const LEAST_CLEAR = 0.3;
/** Shorter content more often names a topic than what was said. */
const FEW_WORDS = 6;
const LEAST_CLEAR_OF_FEW = 0.42;
/** The same for content without a verb: "the plan". */
const LEAST_CLEAR_OF_NOUN = 0.53;

/** Whether a claim's content is a few words without marks. */
export function isShort({ choice: { content } }: Pick<Relation, 'choice'>): boolean {
  return !content.marked && wordsOf(content) < FEW_WORDS;
}

function wordsOf({ spans }: CandidateContent): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0);
}

function isAccepted(annotated: AnnotatedText, { content, reports, confidence }: Choice): boolean {
  if (reports < LEAST) return false;
  if (content.marked) return confidence >= LEAST_CLEAR_OF_NOUN || !isTerm(annotated, content);
  if (wordsOf(content) >= FEW_WORDS) return confidence >= LEAST_CLEAR;
  return confidence >= (hasVerb(annotated, content) ? LEAST_CLEAR_OF_FEW : LEAST_CLEAR_OF_NOUN);
}

/** "“But why?” Hale asked her.": a cue that reports something, but not "her", reports the words in marks. */
function markedChoice(
  { reports }: Choice,
  frames: readonly CandidateGroup[],
  { candidates: { weights } }: QuoteModel,
): Choice | null {
  const other = reports >= LEAST ? bestCandidate(frames, weights, ({ marked }) => marked) : null;
  return other && other.confidence >= LEAST_OF_OTHER ? other : null;
}

/** The least probability, among contents in marks, of one that replaces a better one without marks. */
const LEAST_OF_OTHER = 0.4;

/** "the “liberation” of the city": one word in marks behind an article, without a verb, is usually a term. */
function isTerm(annotated: AnnotatedText, content: CandidateContent): boolean {
  const [first, ...rest] = content.spans;
  if (!first || rest.length > 0 || annotated.classes.of[first.from] !== DETERMINER) return false;
  const mark = annotated.markOf[first.from + 1];
  const isOneWord = mark !== -1 && annotated.markOf[first.from + 2] !== mark;
  return isOneWord && first.from + 2 < first.to && !hasVerb(annotated, content);
}

function hasVerb({ classes: { of } }: AnnotatedText, { spans }: CandidateContent): boolean {
  for (const { from, to } of spans)
    for (let w = from; w < to; w++)
      if (of[w] === AUXILIARY || of[w] === VERB || isCue(of[w])) return true;
  return false;
}

/** The claims of a sentence's cues. */
export function relationsOf(
  annotated: AnnotatedText,
  model: QuoteModel,
  sentence: Sentence,
  number: number,
): readonly Relation[] {
  return sentence.cues.flatMap((cue) => {
    const frames = candidatesOf(annotated, sentence, cue, model.candidates.space);
    const choice = acceptedChoice(annotated, model, sentence, cue, frames);
    if (!choice) return [];
    const isNever =
      choice.best.content.marked && cue.form === 'base' && isNegated(annotated, sentence, cue);
    return [{ choice: choice.taken, cue, sentence: number, denied: isNever, frames }];
  });
}

/** The best reading of a cue, and the one that is taken, which may be another; null where none is good enough. */
function acceptedChoice(
  annotated: AnnotatedText,
  model: QuoteModel,
  sentence: Sentence,
  cue: CueHit,
  frames: readonly CandidateGroup[],
): { readonly best: Choice; readonly taken: Choice } | null {
  const first = bestCandidate(frames, model.candidates.weights);
  if (!first) return null;
  const end = nounEnd(annotated, sentence, cue, first);
  const shorter =
    end < 0
      ? null
      : bestCandidate(frames, model.candidates.weights, ({ spans }) => spans.at(-1)?.to === end);
  const best = shorter ?? first;
  if (!best.content.marked && isPurpose(annotated, cue)) return null;
  if (isColon(cue) && isNumeral(annotated, best)) return null;
  if (isSight(annotated, cue, best)) return null;
  if (isAccepted(annotated, best) || isBareReport(annotated, sentence, cue, best))
    return { best, taken: best };
  const other = best.content.marked ? null : markedChoice(best, frames, model);
  return other && { best, taken: other };
}

/**
 * "The talks would be difficult after what happened in Avon he claimed.": no comma, but a pronoun and a cue that end the
 * sentence right behind a name, a time or a number, which no relative clause goes on from.
 */
function isBareReport(
  { classes, gaps }: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content, source }: Choice,
): boolean {
  const [only, ...rest] = content.spans;
  const { span } = source;
  const ends = cue.to === sentence.to && span?.to === cue.from;
  if (!ends || classes.of[span.from] !== PRONOUN) return false;
  if (rest.length > 0 || only?.to !== span.from || gaps[only.to] !== PLAIN) return false;
  const before = classes.of[only.to - 1];
  return only.from === sentence.from && (before === NAME || before === TIME || before === NUMBER);
}

/**
 * "demanded an inquiry | and the council promised one": where content that is a noun ends, because somebody else says
 * something behind it; else -1.
 */
function nounEnd(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content }: Choice,
): number {
  const [only, ...rest] = content.spans;
  if (!only || rest.length > 0 || only.from !== cue.to) return -1;
  if (!annotated.rules.cueRules[cue.rule]?.takes.includes('noun')) return -1;
  const { of } = annotated.classes;
  for (let w = only.from; w < only.to; w++) {
    if (annotated.markOf[w] !== -1) continue;
    if (of[w] === AUXILIARY || of[w] === VERB || isCue(of[w])) return -1;
    if (of[w] !== COORDINATOR) continue;
    const reach = phraseFrom(sentence, w + 1)?.reach;
    if (reach !== undefined && annotated.gaps[reach] === PLAIN && isCue(of[reach])) return w;
  }
  return -1;
}

/** "footage showing soldiers in the square": what is seen, not what is said; "figures showing that sales fell" say it. */
function isSight(annotated: AnnotatedText, cue: CueHit, { content }: Choice): boolean {
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  if (cue.form !== 'ing' || content.marked || takes.length !== 1 || takes[0] !== 'clause')
    return false;
  return content.spans.every(({ from }) => from === cue.to);
}

/** "10:30: The doors open." */
function isNumeral({ classes }: AnnotatedText, { source: { span } }: Choice): boolean {
  const kind = span && classes.of[span.from];
  return kind === NUMBER || kind === TIME;
}

/** "to accuse X", "make headlines and accuse X": what somebody wants to do, not what they said. */
function isPurpose(annotated: AnnotatedText, cue: CueHit): boolean {
  const before = annotated.classes.of[cue.from - 1];
  return cue.form === 'base' && (before === PREPOSITION || before === COORDINATOR);
}

/**
 * Resolves overlaps between the claims of a sentence. A claim inside the content of another is part of that content, except
 * where a medium passes on a report ("RT reports: Moscow insists …"): then the inner claim is the quote, and the outer one
 * its `via`. Of two claims to the same words the more probable one stays.
 */
export function resolveOverlaps(
  annotated: AnnotatedText,
  model: QuoteModel,
  relations: readonly Relation[],
): readonly Relation[] {
  const { relays, others } = splitRelays(annotated, relations);
  const ordered = others.sort((a, b) => b.choice.confidence - a.choice.confidence);
  const kept: Relation[] = [];
  for (const relation of ordered) {
    if (ordered.some((other) => isPart(relation, other))) continue;
    const free = kept.some((other) => overlaps(other, relation))
      ? secondReading(annotated, model, relation, kept)
      : relation;
    if (free) kept.push(free);
  }
  return kept.map((relation) => {
    const via = relays.find((relay) => holds(relay, relation));
    return via ? { ...relation, via } : relation;
  });
}

/** Whether a claim lies in the content of another that is not much weaker. */
function isPart(relation: Relation, other: Relation): boolean {
  if (other === relation || !holds(other, relation) || holds(relation, other)) return false;
  return other.choice.confidence >= LEAST_OF_INNER * relation.choice.confidence;
}

/** What an outer claim must have of the inner one's confidence to swallow it. */
const LEAST_OF_INNER = 0.7;

/** The best reading of a claim that shares no words with those kept so far ("“A” Reed said while declaring that B"). */
function secondReading(
  annotated: AnnotatedText,
  model: QuoteModel,
  relation: Relation,
  kept: readonly Relation[],
): Relation | null {
  const isFree = (content: CandidateContent): boolean =>
    kept.every(
      (other) => !overlaps(other, { ...relation, choice: { ...relation.choice, content } }),
    );
  const choice = bestCandidate(relation.frames, model.candidates.weights, isFree);
  return choice && isAccepted(annotated, choice) ? { ...relation, choice } : null;
}

/** Claims that only pass on another one: a colon follows their cue, then unmarked content with a claim of its own. */
function splitRelays(
  annotated: AnnotatedText,
  group: readonly Relation[],
): { relays: readonly Relation[]; others: Relation[] } {
  const relays = group.filter((relation) => {
    const [content] = relation.choice.content.spans;
    if (!content || isColon(relation.cue)) return false;
    if (annotated.gaps[relation.cue.to] !== COLON || content.from !== relation.cue.to) return false;
    return (
      annotated.markOf[content.from] === -1 &&
      group.some((other) => other !== relation && holds(relation, other))
    );
  });
  return { relays, others: group.filter((relation) => !relays.includes(relation)) };
}

function holds(outer: Relation, inner: Relation): boolean {
  return outer.choice.content.spans.some(
    (span) => span.from <= inner.cue.from && inner.cue.to <= span.to,
  );
}

function overlaps(a: Relation, b: Relation): boolean {
  const clash = (x: WordSpan, y: WordSpan): boolean => x.from < y.to && y.from < x.to;
  return (
    a.choice.content.spans.some((x) => b.choice.content.spans.some((y) => clash(x, y))) ||
    holds(a, b) ||
    holds(b, a)
  );
}
