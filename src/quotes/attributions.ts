/**
 * Claims: accepted attributions of a cue, each with its best reading, and how overlaps between them are resolved.
 * @module
 */
import { chunkFrom } from '../annotation/adverbials.ts';
import { isColon, type Scene, type Sentence } from '../annotation/annotated.ts';
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
import { framesOf, type Block, type FrameContent } from './candidates/candidates.ts';
import { isNegated } from './candidates/cue-features.ts';
import { choose, type Choice } from './model/choose.ts';
import type { QuoteModel } from './quote.ts';

/** A cue that is taken to report something, and what. */
export interface Claim {
  readonly choice: Choice;
  readonly cue: CueHit;
  readonly sentence: number;
  /** "should never say “…”": nobody said the words in marks. */
  readonly denied: boolean;
  /** An outer claim that only passes this one on. */
  readonly via?: Claim;
  /** All candidates of the cue, for a second look where two claims overlap. */
  readonly frames: readonly Block[];
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
export function isShort({ choice: { content } }: Pick<Claim, 'choice'>): boolean {
  return !content.marked && wordsOf(content) < FEW_WORDS;
}

function wordsOf({ spans }: FrameContent): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0);
}

function isTaken(scene: Scene, { content, reports, confidence }: Choice): boolean {
  if (reports < LEAST) return false;
  if (content.marked) return confidence >= LEAST_CLEAR_OF_NOUN || !isTerm(scene, content);
  if (wordsOf(content) >= FEW_WORDS) return confidence >= LEAST_CLEAR;
  return confidence >= (hasVerb(scene, content) ? LEAST_CLEAR_OF_FEW : LEAST_CLEAR_OF_NOUN);
}

/** "“But why?” Hale asked her.": a cue that reports something, but not "her", reports the words in marks. */
function markedChoice(
  { reports }: Choice,
  frames: readonly Block[],
  { candidates: { weights } }: QuoteModel,
): Choice | null {
  const other = reports >= LEAST ? choose(frames, weights, ({ marked }) => marked) : null;
  return other && other.confidence >= LEAST_OF_OTHER ? other : null;
}

/** The least probability, among contents in marks, of one that replaces a better one without marks. */
const LEAST_OF_OTHER = 0.4;

/** "the “liberation” of the city": one word in marks behind an article, without a verb, is usually a term. */
function isTerm(scene: Scene, content: FrameContent): boolean {
  const [first, ...rest] = content.spans;
  if (!first || rest.length > 0 || scene.classes.of[first.from] !== DETERMINER) return false;
  const mark = scene.markOf[first.from + 1];
  const isOneWord = mark !== -1 && scene.markOf[first.from + 2] !== mark;
  return isOneWord && first.from + 2 < first.to && !hasVerb(scene, content);
}

function hasVerb({ classes: { of } }: Scene, { spans }: FrameContent): boolean {
  for (const { from, to } of spans)
    for (let w = from; w < to; w++)
      if (of[w] === AUXILIARY || of[w] === VERB || isCue(of[w])) return true;
  return false;
}

/** The claims of a sentence's cues. */
export function claimsOf(
  scene: Scene,
  model: QuoteModel,
  sentence: Sentence,
  number: number,
): readonly Claim[] {
  return sentence.cues.flatMap((cue) => {
    const frames = framesOf(scene, sentence, cue, model.candidates.space);
    const choice = acceptedChoice(scene, model, sentence, cue, frames);
    if (!choice) return [];
    const isNever =
      choice.best.content.marked && cue.form === 'base' && isNegated(scene, sentence, cue);
    return [{ choice: choice.taken, cue, sentence: number, denied: isNever, frames }];
  });
}

/** The best reading of a cue, and the one that is taken, which may be another; null where none is good enough. */
function acceptedChoice(
  scene: Scene,
  model: QuoteModel,
  sentence: Sentence,
  cue: CueHit,
  frames: readonly Block[],
): { readonly best: Choice; readonly taken: Choice } | null {
  const first = choose(frames, model.candidates.weights);
  if (!first) return null;
  const end = nounEnd(scene, sentence, cue, first);
  const shorter =
    end < 0
      ? null
      : choose(frames, model.candidates.weights, ({ spans }) => spans.at(-1)?.to === end);
  const best = shorter ?? first;
  if (!best.content.marked && isPurpose(scene, cue)) return null;
  if (isColon(cue) && isNumeral(scene, best)) return null;
  if (isSight(scene, cue, best)) return null;
  if (isTaken(scene, best) || isBareReport(scene, sentence, cue, best))
    return { best, taken: best };
  const other = best.content.marked ? null : markedChoice(best, frames, model);
  return other && { best, taken: other };
}

/**
 * "The talks would be difficult after what happened in Avon he claimed.": no comma, but a pronoun and a cue that end the
 * sentence right behind a name, a time or a number, which no relative clause goes on from.
 */
function isBareReport(
  { classes, gaps }: Scene,
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
function nounEnd(scene: Scene, sentence: Sentence, cue: CueHit, { content }: Choice): number {
  const [only, ...rest] = content.spans;
  if (!only || rest.length > 0 || only.from !== cue.to) return -1;
  if (!scene.rules.cueRules[cue.rule]?.takes.includes('noun')) return -1;
  const { of } = scene.classes;
  for (let w = only.from; w < only.to; w++) {
    if (scene.markOf[w] !== -1) continue;
    if (of[w] === AUXILIARY || of[w] === VERB || isCue(of[w])) return -1;
    if (of[w] !== COORDINATOR) continue;
    const reach = chunkFrom(sentence, w + 1)?.reach;
    if (reach !== undefined && scene.gaps[reach] === PLAIN && isCue(of[reach])) return w;
  }
  return -1;
}

/** "footage showing soldiers in the square": what is seen, not what is said; "figures showing that sales fell" say it. */
function isSight(scene: Scene, cue: CueHit, { content }: Choice): boolean {
  const takes = scene.rules.cueRules[cue.rule]?.takes ?? [];
  if (cue.form !== 'ing' || content.marked || takes.length !== 1 || takes[0] !== 'clause')
    return false;
  return content.spans.every(({ from }) => from === cue.to);
}

/** "10:30: The doors open." */
function isNumeral({ classes }: Scene, { source: { span } }: Choice): boolean {
  const kind = span && classes.of[span.from];
  return kind === NUMBER || kind === TIME;
}

/** "to accuse X", "make headlines and accuse X": what somebody wants to do, not what they said. */
function isPurpose(scene: Scene, cue: CueHit): boolean {
  const before = scene.classes.of[cue.from - 1];
  return cue.form === 'base' && (before === PREPOSITION || before === COORDINATOR);
}

/**
 * Resolves overlaps between the claims of a sentence. A claim inside the content of another is part of that content, except
 * where a medium passes on a report ("RT reports: Moscow insists …"): then the inner claim is the quote, and the outer one
 * its `via`. Of two claims to the same words the more probable one stays.
 */
export function outermost(
  scene: Scene,
  model: QuoteModel,
  claims: readonly Claim[],
): readonly Claim[] {
  const { relays, others } = splitRelays(scene, claims);
  const ordered = others.sort((a, b) => b.choice.confidence - a.choice.confidence);
  const kept: Claim[] = [];
  for (const claim of ordered) {
    if (ordered.some((other) => isPart(claim, other))) continue;
    const free = kept.some((other) => overlaps(other, claim))
      ? secondReading(scene, model, claim, kept)
      : claim;
    if (free) kept.push(free);
  }
  return kept.map((claim) => {
    const via = relays.find((relay) => holds(relay, claim));
    return via ? { ...claim, via } : claim;
  });
}

/** Whether a claim lies in the content of another that is not much weaker. */
function isPart(claim: Claim, other: Claim): boolean {
  if (other === claim || !holds(other, claim) || holds(claim, other)) return false;
  return other.choice.confidence >= LEAST_OF_INNER * claim.choice.confidence;
}

/** What an outer claim must have of the inner one's confidence to swallow it. */
const LEAST_OF_INNER = 0.7;

/** The best reading of a claim that shares no words with those kept so far ("“A” Reed said while declaring that B"). */
function secondReading(
  scene: Scene,
  model: QuoteModel,
  claim: Claim,
  kept: readonly Claim[],
): Claim | null {
  const isFree = (content: FrameContent): boolean =>
    kept.every((other) => !overlaps(other, { ...claim, choice: { ...claim.choice, content } }));
  const choice = choose(claim.frames, model.candidates.weights, isFree);
  return choice && isTaken(scene, choice) ? { ...claim, choice } : null;
}

/** Claims that only pass on another one: a colon follows their cue, then unmarked content with a claim of its own. */
function splitRelays(
  scene: Scene,
  group: readonly Claim[],
): { relays: readonly Claim[]; others: Claim[] } {
  const relays = group.filter((claim) => {
    const [content] = claim.choice.content.spans;
    if (!content || isColon(claim.cue)) return false;
    if (scene.gaps[claim.cue.to] !== COLON || content.from !== claim.cue.to) return false;
    return (
      scene.markOf[content.from] === -1 &&
      group.some((other) => other !== claim && holds(claim, other))
    );
  });
  return { relays, others: group.filter((claim) => !relays.includes(claim)) };
}

function holds(outer: Claim, inner: Claim): boolean {
  return outer.choice.content.spans.some(
    (span) => span.from <= inner.cue.from && inner.cue.to <= span.to,
  );
}

function overlaps(a: Claim, b: Claim): boolean {
  const clash = (x: WordSpan, y: WordSpan): boolean => x.from < y.to && y.from < x.to;
  return (
    a.choice.content.spans.some((x) => b.choice.content.spans.some((y) => clash(x, y))) ||
    holds(a, b) ||
    holds(b, a)
  );
}
