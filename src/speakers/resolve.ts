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
import { mentionsWithin, type Cast } from './entity-index.ts';
import { resolvePerson, resolvePlural, resolveThing } from './pronouns.ts';
import { relativeGround } from './relatives.ts';
import { asEntity, type Memory, type Resolution } from './resolution.ts';

/** Resolves the source of `quote`; null where it has none or nothing makes it certain. */
export function resolve(cast: Cast, quote: RawQuote, memory: Memory): Resolution | null {
  const { source } = quote;
  if (!source) return null;
  const head = headOf(cast.scene, source.from, source.to);
  const kind = cast.scene.classes.of[head];
  if (kind === PRONOUN || (kind === RELATIVE && source.to - source.from === 1))
    return resolvePronoun(cast, quote, source, memory);
  return answerer(cast, source) ?? resolvePhrase(cast, source, head, memory);
}

/** "A:", where the text up to there names one person only. */
function answerer(cast: Cast, { from, to }: WordSpan): Resolution | null {
  const { lexicon, gaps } = cast.scene;
  if (to - from !== 1 || gaps[to] !== COLON || !lexicon.has(from, 'answer-label')) return null;
  const { first } = cast;
  if (!first || first.mention.from >= from || cast.aloneUpTo < from) return null;
  const step = { mention: { from, to }, to: first.mention, why: 'role' } as const;
  return asEntity(first, 0.7, 'answer', [step]);
}

function resolvePhrase(
  cast: Cast,
  source: WordSpan,
  head: number,
  memory: Memory,
): Resolution | null {
  return (
    resolveName(cast, source, head) ??
    resolveApposition(cast, source, head) ??
    resolveDescription(cast, source, head, memory)
  );
}

/** "Ukraine's president, Volodymyr Zelensky, said": the name follows the description. */
function resolveApposition(cast: Cast, source: WordSpan, head: number): Resolution | null {
  const { scene } = cast;
  if (!isRole(scene, head) || scene.gaps[source.to] !== COMMA) return null;
  const next = mentionsWithin(cast, { from: source.to, to: source.to + 1 })[0];
  if (!next || next.entity.type !== 'person') return null;
  const step = { mention: source, to: next.mention, why: 'apposition' } as const;
  return asEntity(next, 0.9, 'apposition', [step]);
}

/** The name that heads the source: not one that only modifies ("a spokesman for Reed", "Reed's lawyer"). */
function resolveName(cast: Cast, source: WordSpan, head: number): Resolution | null {
  const inside = mentionsWithin(cast, source);
  const found =
    inside.find(({ mention }) => head >= mention.from && head < mention.to) ??
    inside.find(({ mention }) => isApposedIn(cast.scene, source, mention));
  return found ? asEntity(found, found.entity.sure ? 0.97 : 0.9, 'name') : null;
}

function resolvePronoun(
  cast: Cast,
  quote: RawQuote,
  source: WordSpan,
  memory: Memory,
): Resolution | null {
  const { classes, lexicon } = cast.scene;
  const attribute = lexicon.at(source.from, 'pronoun')?.attribute ?? '';
  if (classes.of[source.from] === RELATIVE || attribute === 'relative')
    return resolveRelative(cast, quote, source, memory, attribute === 'relative');
  if (attribute === 'male' || attribute === 'female')
    return resolvePerson(cast, quote, source, attribute, memory);
  if (attribute === 'neuter') return resolveThing(cast, quote, source, memory);
  return attribute === 'plural' ? resolvePlural(quote, source, memory) : null;
}

/** "who" goes on from people, named or not. */
function canBeWho({ type, isPerson }: Resolution): boolean {
  return type === 'unknown' ? isPerson === true : type !== 'organization';
}

/** "Hale, who said", "Hale of Avon, the chair of the board, who said": whom the relative pronoun goes on from. */
function resolveRelative(
  cast: Cast,
  quote: RawQuote,
  source: WordSpan,
  memory: Memory,
  isPerson: boolean,
): Resolution | null {
  for (const phrase of relativeGround(cast, quote, source)) {
    const head = headOf(cast.scene, phrase.from, phrase.to);
    const found = resolvePhrase(cast, phrase, head, memory);
    if (!found || (isPerson && !canBeWho(found))) continue;
    const step = { mention: source, to: phrase, why: 'relative' } as const;
    return {
      ...found,
      confidence: found.confidence * 0.85,
      step: `relative/${found.step}`,
      trail: [step, ...found.trail],
    };
  }
  return null;
}
