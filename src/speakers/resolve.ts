/**
 * From the source of a quote to who that is: by name, by pronoun, by role. `null` rather than a guess.
 * @module
 */
import { isApposedIn, isRole } from '../annotation/appositions.ts';
import { headOf } from '../annotation/mention-types.ts';
import { COLON, COMMA } from '../annotation/punctuation.ts';
import { PRONOUN, RELATIVE } from '../annotation/tags.ts';
import type { RawQuote } from '../quotes/quote.ts';
import type { WordSpan } from '../text/spans.ts';
import { resolveDescription } from './descriptions.ts';
import { mentionsWithin, type EntityIndex } from './entity-index.ts';
import { resolvePerson, resolvePlural, resolveThing } from './pronouns.ts';
import { relativeGround } from './relatives.ts';
import { asEntity, type DiscourseState, type Resolution } from './resolution.ts';

/**
 * How sure each way is, before calibration. All set by hand: they only rank the ways, and calibration tells how often
 * speakers so found are right.
 */
const CONFIDENCE = {
  /** A name whose type the text makes certain, or does not. */
  name: 0.97,
  nameOfUnsureType: 0.9,
  apposition: 0.9,
  /** "A:", where only one person is named so far. */
  answer: 0.7,
} as const;
/** What a relative pronoun keeps of the confidence in the phrase that it goes on from, which may be the wrong phrase. Set by hand. */
const KEPT_BY_RELATIVE = 0.85;

/**
 * Resolves the source of `quote`; null where it has none or nothing makes it certain.
 * @param state what the quote before was resolved to: quotes must come in the order of the text
 */
export function resolve(
  index: EntityIndex,
  quote: RawQuote,
  state: DiscourseState,
): Resolution | null {
  const { source } = quote;
  if (!source) return null;
  const head = headOf(index.annotated, source.from, source.to);
  const kind = index.annotated.classes.of[head];
  if (kind === PRONOUN || (kind === RELATIVE && source.to - source.from === 1))
    return resolvePronoun(index, quote, source, state);
  return resolveAnswerLabel(index, source) ?? resolvePhrase(index, source, head, state);
}

/** "A:", where the text up to there names one person only. */
function resolveAnswerLabel(index: EntityIndex, { from, to }: WordSpan): Resolution | null {
  const { lexicon, gaps } = index.annotated;
  if (to - from !== 1 || gaps[to] !== COLON || !lexicon.has(from, 'answer-label')) return null;
  const { first } = index;
  if (!first || first.mention.from >= from || index.aloneUpTo < from) return null;
  const step = { mention: { from, to }, to: first.mention, why: 'role' } as const;
  return asEntity(first, CONFIDENCE.answer, 'answer', [step]);
}

function resolvePhrase(
  index: EntityIndex,
  source: WordSpan,
  head: number,
  state: DiscourseState,
): Resolution | null {
  return (
    resolveName(index, source, head) ??
    resolveApposition(index, source, head) ??
    resolveDescription(index, source, head, state)
  );
}

/** "Ukraine's president, Volodymyr Zelensky, said": the name follows the description. */
function resolveApposition(index: EntityIndex, source: WordSpan, head: number): Resolution | null {
  const { annotated } = index;
  if (!isRole(annotated, head) || annotated.gaps[source.to] !== COMMA) return null;
  const next = mentionsWithin(index, { from: source.to, to: source.to + 1 })[0];
  if (!next || next.entity.type !== 'person') return null;
  const step = { mention: source, to: next.mention, why: 'apposition' } as const;
  return asEntity(next, CONFIDENCE.apposition, 'apposition', [step]);
}

/** The name that heads the source: not one that only modifies ("a spokesman for Reed", "Reed's lawyer"). */
function resolveName(index: EntityIndex, source: WordSpan, head: number): Resolution | null {
  const inside = mentionsWithin(index, source);
  const found =
    inside.find(({ mention }) => head >= mention.from && head < mention.to) ??
    inside.find(({ mention }) => isApposedIn(index.annotated, source, mention));
  return found
    ? asEntity(found, found.entity.sure ? CONFIDENCE.name : CONFIDENCE.nameOfUnsureType, 'name')
    : null;
}

function resolvePronoun(
  index: EntityIndex,
  quote: RawQuote,
  source: WordSpan,
  state: DiscourseState,
): Resolution | null {
  const { classes, lexicon } = index.annotated;
  const attribute = lexicon.at(source.from, 'pronoun')?.attribute ?? '';
  if (classes.of[source.from] === RELATIVE || attribute === 'relative')
    return resolveRelative(index, quote, source, state, attribute === 'relative');
  if (attribute === 'male' || attribute === 'female')
    return resolvePerson(index, quote, source, attribute, state);
  if (attribute === 'neuter') return resolveThing(index, quote, source, state);
  return attribute === 'plural' ? resolvePlural(quote, source, state) : null;
}

/** "who" goes on from people, named or not. */
function canBeWho({ type, isPerson }: Resolution): boolean {
  return type === 'unknown' ? isPerson === true : type !== 'organization';
}

/** "Hale, who said", "Hale of Avon, the chair of the board, who said": whom the relative pronoun goes on from. */
function resolveRelative(
  index: EntityIndex,
  quote: RawQuote,
  source: WordSpan,
  state: DiscourseState,
  isPerson: boolean,
): Resolution | null {
  for (const phrase of relativeGround(index, quote, source)) {
    const head = headOf(index.annotated, phrase.from, phrase.to);
    const found = resolvePhrase(index, phrase, head, state);
    if (!found || (isPerson && !canBeWho(found))) continue;
    const step = { mention: source, to: phrase, why: 'relative' } as const;
    return {
      ...found,
      confidence: found.confidence * KEPT_BY_RELATIVE,
      step: `relative/${found.step}`,
      trail: [step, ...found.trail],
    };
  }
  return null;
}
