/**
 * Claims that lie in each other or share words: which of them are quotes.
 * @module
 */
import { isColon, type AnnotatedText } from '../annotation/annotated.ts';
import { COLON } from '../annotation/punctuation.ts';
import { PREPOSITION } from '../annotation/tags.ts';
import type { WordSpan } from '../text/spans.ts';
import type { Content } from './candidates/candidates.ts';
import { isAccepted } from './acceptance.ts';
import type { Claim } from './claims.ts';
import { bestCandidate } from './model/choose.ts';
import type { QuoteModel } from './quote.ts';

/**
 * Resolves overlaps between the claims of a sentence. A claim inside the content of another is part of that content, except
 * where a medium passes on a report ("RT reports: Moscow insists …"): then the inner claim is the quote, and the outer one
 * its `via`. Of two claims to the same words the more probable one stays.
 */
export function resolveOverlaps(
  annotated: AnnotatedText,
  model: QuoteModel,
  claims: readonly Claim[],
): readonly Claim[] {
  const { relays, others } = splitRelays(
    annotated,
    claims.filter(
      (one) =>
        !isOthers(one, claims) &&
        !isAnnouncedByOther(annotated, one, claims) &&
        !isGround(annotated, one, claims),
    ),
  );
  const ordered = others.sort((a, b) => b.choice.confidence - a.choice.confidence);
  const kept: Claim[] = [];
  for (const claim of ordered) {
    if (ordered.some((other) => isPart(claim, other))) continue;
    const free = kept.some((other) => overlaps(other, claim))
      ? secondChoice(annotated, model, claim, kept)
      : claim;
    if (free) kept.push(free);
  }
  return kept.map((claim) => {
    const via = relays.find((relay) => holds(relay, claim));
    return via ? { ...claim, via } : claim;
  });
}

/** "Das sei Unsinn, so Reed weiter: „Wir bleiben.“": a colon that names nobody leaves words to a cue that does. */
function isOthers(claim: Claim, claims: readonly Claim[]): boolean {
  if (!isColon(claim.cue) || claim.choice.source.span) return false;
  return claims.some(({ cue, choice }) => {
    const last = choice.content.spans.at(-1);
    const [own] = claim.choice.content.spans;
    if (isColon(cue) || !choice.source.span || !last || !own) return false;
    return last.from === own.from;
  });
}

/**
 * "wies diese Behauptung zurück, Reed sagte: „Nein.“", "Nach Drohungen teilte Reed mit: „Nein.“": what a verb right in front of a colon, or any verb
 * where the other cue is a preposition, reports is nobody else's.
 */
function isAnnouncedByOther(
  { gaps, lexicon, rules }: AnnotatedText,
  claim: Claim,
  claims: readonly Claim[],
): boolean {
  const [own] = claim.choice.content.spans;
  if (!lexicon.profile.cases || !own || own.from < claim.cue.to || gaps[own.from] !== COLON)
    return false;
  const isPreposition = rules.cueRules[claim.cue.rule]?.takes.includes('source-after');
  return claims.some(
    ({ cue, choice }) =>
      choice.content.spans[0]?.from === own.from &&
      !isColon(cue) &&
      (isPreposition || isColon(claim.cue) ? own.from >= cue.to : own.from === cue.to) &&
      cue.form !== 'phrase' &&
      choice.source.span !== null &&
      choice.reports >
        (isColon(claim.cue) ? LEAST_OF_VERB : claim.choice.reports - (isPreposition ? AS_SURE : 0)),
  );
}

/**
 * "berichtet der Sender unter Berufung auf einen Zeugen": whom somebody relies on who says it themselves. The phrase stands right behind the verb of saying
 * or its source, or right in front of the verb.
 */
function isGround(
  { classes: { of }, lexicon, rules }: AnnotatedText,
  { cue, choice }: Claim,
  claims: readonly Claim[],
): boolean {
  const isPhrase = of[cue.from] === PREPOSITION && of[cue.to - 1] === PREPOSITION;
  if (cue.to - cue.from < LEAST_OF_GROUND || !isPhrase || lexicon.has(cue.to - 1, 'agent'))
    return false;
  if (!lexicon.profile.cases || !rules.cueRules[cue.rule]?.takes.includes('source-after'))
    return false;
  return claims.some(({ cue: verb, choice: { source } }) => {
    if (verb.form === 'phrase' || !source.span) return false;
    return (
      verb.to === cue.from || source.span.to === cue.from || choice.source.span?.to === verb.from
    );
  });
}

/** Words of "unter Berufung auf". */
const LEAST_OF_GROUND = 3;

/** A verb that is as sure as this to report takes the words from an expression like “nach Angaben”. Set by hand. */
const AS_SURE = 0.02;

/** How probable it must be that a verb reports anything, to take the words from a bare colon, which names whoever stands near. Set by hand. */
const LEAST_OF_VERB = 0.7;

/** Whether a claim lies in the content of another that is not much weaker, or that is a clause with “that”. */
function isPart(claim: Claim, other: Claim): boolean {
  if (other === claim || !holds(other, claim)) return false;
  if (other.isThatClause && other.cue.from < claim.cue.from && isAllOf(claim, other)) return true;
  if (holds(claim, other)) return false;
  return other.choice.confidence >= LEAST_OF_INNER * claim.choice.confidence;
}

/**
 * "Reed dijo que pagaría, según Vega", "Reed dijo que pagará el plan, que según Vega …": whether what the later cue reports is nothing but what the
 * earlier one does, with whoever says it there; not "la ciudad pide ayuda, Reed dice que …, según Vega".
 */
function isAllOf(later: Claim, earlier: Claim): boolean {
  const [front] = later.choice.content.spans;
  if (!front || front.from > earlier.cue.from) return true;
  const source = earlier.choice.source.span;
  return front.from >= Math.min(source?.from ?? earlier.cue.from, earlier.cue.from);
}

/**
 * What an outer claim must have of the inner one's confidence to swallow it. Set by hand, below 1, so that the outer one wins
 * where both are about as probable. Nearer to 1, more inner claims stay quotes of their own.
 */
const LEAST_OF_INNER = 0.7;

/** The best candidate of a claim's cue that shares no words with those kept so far ("“A” Reed said while declaring that B"). */
function secondChoice(
  annotated: AnnotatedText,
  model: QuoteModel,
  claim: Claim,
  kept: readonly Claim[],
): Claim | null {
  const isFree = (content: Content): boolean =>
    kept.every((other) => !overlaps(other, { ...claim, choice: { ...claim.choice, content } }));
  const choice = bestCandidate(claim.blocks, model.candidates.weights, isFree);
  return choice && isAccepted(annotated, claim.cue, choice) ? { ...claim, choice } : null;
}

/**
 * Claims that only pass on another one: a colon follows their cue, then unmarked content with a claim of its own; or they tag a clause with “that”:
 * "Reed dijo que pagaría, según Vega".
 */
function splitRelays(
  annotated: AnnotatedText,
  group: readonly Claim[],
): { relays: readonly Claim[]; others: Claim[] } {
  const relays = group.filter((claim) => {
    if (group.some((other) => tags(claim, other))) return true;
    const [content] = claim.choice.content.spans;
    if (!content || isColon(claim.cue)) return false;
    if (annotated.gaps[claim.cue.to] !== COLON || content.from !== claim.cue.to) return false;
    return (
      annotated.markOf[content.from] === -1 &&
      group.some((other) => other !== claim && holds(claim, other))
    );
  });
  return { relays, others: group.filter((claim) => !relays.includes(claim)) };
}

function tags(claim: Claim, other: Claim): boolean {
  const isOuter = other.isThatClause && other.cue.from < claim.cue.from;
  return isOuter && holds(claim, other) && !holds(other, claim) && isAllOf(claim, other);
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
