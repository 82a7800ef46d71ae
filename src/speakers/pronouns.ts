/**
 * Whom "he", "she", "it" and "they" mean: somebody near of fitting kind, subjects and whoever spoke last first.
 * @module
 */
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import type { Gender, NameMention } from '../annotation/names.ts';
import { isPossessive } from '../annotation/possessives.ts';
import { COMMA, DASH } from '../annotation/punctuation.ts';
import { AUXILIARY, COORDINATOR, isCue, NAME, PREPOSITION, VERB } from '../annotation/tags.ts';
import type { RawQuote } from '../quotes/quote.ts';
import { firstWhere } from '../text/search.ts';
import type { WordSpan } from '../text/spans.ts';
import { mentionsWithin, type EntityIndex } from './entity-index.ts';
import type { Entity, Named } from './entity.ts';
import { asEntity, type DiscourseState, type Resolution } from './resolution.ts';

/** How many sentences back a pronoun may reach. */
const REACH = 4;

interface Scored {
  /** Where the one meant was mentioned last. */
  named: Named;
  score: number;
}

/** A person of fitting gender: near, a subject, and the speaker before are what counts. */
export function resolvePerson(
  index: EntityIndex,
  quote: RawQuote,
  source: WordSpan,
  gender: Gender,
  state: DiscourseState,
): Resolution | null {
  const scores = new Map<Entity, Scored>();
  for (let back = 0; back <= REACH; back++) {
    const sentence = index.annotated.sentences[quote.sentence - back];
    if (!sentence) break;
    const to = back === 0 ? source.from : sentence.to;
    for (const named of mentionsWithin(index, { from: sentence.from, to })) {
      if (!canBeMeant(index.annotated, quote, named, gender)) continue;
      const score = scoreMention(index.annotated, sentence, named, back, gender);
      const before = scores.get(named.entity);
      if (before) before.score = Math.max(before.score, score) + 0.3;
      else scores.set(named.entity, { named, score });
    }
  }
  addSpeaker(scores, quote, gender, state);
  return pick(source, [...scores.values()], unnamedBefore(quote, gender, state));
}

function canBeMeant(
  annotated: AnnotatedText,
  quote: RawQuote,
  named: Named,
  gender: Gender,
): boolean {
  const { entity, mention } = named;
  if (entity.type !== 'person' || (entity.gender && entity.gender !== gender)) return false;
  const isQuoted = quote.content.some(
    (span) => mention.from >= span.from && mention.from < span.to,
  );
  return !isQuoted && annotated.markOf[mention.from] === -1;
}

/** Whoever spoke last is likely to go on. */
function addSpeaker(
  scores: Map<Entity, Scored>,
  quote: RawQuote,
  gender: Gender,
  { last, sentence }: DiscourseState,
): void {
  const speaker = last?.entity;
  if (!speaker || speaker.type !== 'person' || (speaker.gender && speaker.gender !== gender))
    return;
  const distance = quote.sentence - sentence;
  const bonus = distance <= 1 ? 2.2 : distance <= REACH ? 1.6 : 0.4;
  const known = scores.get(speaker);
  if (known) {
    known.score += bonus;
    return;
  }
  const mention = distance <= MOST_APART && lastBefore(speaker, quote.source?.from ?? 0);
  if (mention) scores.set(speaker, { named: { entity: speaker, mention }, score: bonus + 0.5 });
}

const MOST_APART = 12;

/** Where somebody is mentioned last before a word. */
function lastBefore({ mentions }: Entity, word: number): NameMention | undefined {
  return mentions[firstWhere(mentions.length, (i) => (mentions[i]?.from ?? 0) >= word) - 1];
}

/** Somebody without a name who spoke last, with how likely it is that they go on. */
function unnamedBefore(
  quote: RawQuote,
  gender: Gender,
  { last, source, sentence }: DiscourseState,
): { readonly last: Resolution; readonly source: WordSpan; readonly score: number } | null {
  if (!last?.isPerson || last.entity || !source || last.type !== 'unknown') return null;
  if (last.gender && last.gender !== gender) return null;
  const distance = quote.sentence - sentence;
  if (distance > 2) return null;
  return { last, source, score: distance <= 1 ? 4.2 : 2.6 };
}

function scoreMention(
  annotated: AnnotatedText,
  sentence: Sentence,
  { mention, entity }: Named,
  back: number,
  gender: Gender,
): number {
  let score = 2.2 - 0.6 * back;
  if (isBeforeVerb(annotated, sentence, mention.from)) score += 1.2;
  const before = mention.titlesFrom - 1;
  const isTopic = before === sentence.from && annotated.gaps[mention.to] === COMMA;
  if (annotated.classes.of[before] === PREPOSITION && !isTopic) score -= 1;
  if (isPossessive(annotated.doc, mention.to - 1)) score -= 0.8;
  if (entity.gender === gender) score += 0.8;
  if (entity.mentions[0] === mention && entity.key.length > 1) score += 0.6;
  score += Math.min(0.8, 0.12 * entity.mentions.length);
  return score;
}

/** Whether a mention stands before the first verb of its sentence, as subjects do. */
function isBeforeVerb(
  { classes, markOf }: AnnotatedText,
  sentence: Sentence,
  word: number,
): boolean {
  for (let w = sentence.from; w < word; w++) {
    const kind = classes.of[w];
    if (markOf[w] === -1 && (kind === VERB || kind === AUXILIARY || isCue(kind))) return false;
  }
  return true;
}

/** Below this nobody is certain enough. */
const LEAST_SCORE = 0.8;

function pick(
  source: WordSpan,
  scored: readonly Scored[],
  unnamed: ReturnType<typeof unnamedBefore>,
): Resolution | null {
  const [first, second] = [...scored].sort(
    (a, b) => b.score - a.score || a.named.entity.id - b.named.entity.id,
  );
  if (unnamed && unnamed.score > (first?.score ?? 0)) return goOn(unnamed, source);
  if (!first || first.score < LEAST_SCORE) return null;
  const lead = first.score - Math.max(second?.score ?? 0, unnamed?.score ?? 0);
  const confidence = Math.min(0.95, 0.5 + 0.18 * lead + 0.05 * first.score);
  const step = { mention: source, to: first.named.mention, why: 'pronoun' } as const;
  return asEntity(first.named, confidence, 'pronoun', [step]);
}

/** The pronoun means the one without a name who spoke before. */
function goOn(
  { last, source }: { readonly last: Resolution; readonly source: WordSpan },
  pronoun: WordSpan,
): Resolution {
  const step = { mention: pronoun, to: source, why: 'pronoun' } as const;
  return { ...last, confidence: 0.7, step: 'pronoun', trail: [step] };
}

/** "It": the organisation that spoke in the sentence before, else the subject of a sentence close by. */
export function resolveThing(
  index: EntityIndex,
  quote: RawQuote,
  source: WordSpan,
  { last, sentence: spokeIn }: DiscourseState,
): Resolution | null {
  for (let back = 0; back <= 2; back++) {
    const sentence = index.annotated.sentences[quote.sentence - back];
    if (!sentence) break;
    const to = back === 0 ? source.from : sentence.to;
    const things = mentionsWithin(index, { from: sentence.from, to }).filter(
      ({ mention, entity }) =>
        entity.type !== 'person' && index.annotated.gaps[mention.to] !== DASH,
    );
    const speaker = quote.sentence - spokeIn <= 1 ? last?.entity : null;
    const found =
      things.find(({ entity }) => entity === speaker) ??
      things.find(({ mention }) => isSubjectLike(index.annotated, sentence, mention.from));
    if (!found) continue;
    const step = { mention: source, to: found.mention, why: 'pronoun' } as const;
    return asEntity(found, 0.7, 'pronoun', [step]);
  }
  return null;
}

function isSubjectLike({ classes }: AnnotatedText, sentence: Sentence, word: number): boolean {
  const before = classes.of[word - 1];
  return (
    word === sentence.from || (before !== PREPOSITION && before !== COORDINATOR && before !== NAME)
  );
}

/** "They": the group or organisation that spoke just before. */
export function resolvePlural(
  quote: RawQuote,
  source: WordSpan,
  { last, source: before, sentence }: DiscourseState,
): Resolution | null {
  if (!last || !before || quote.sentence - sentence > 2) return null;
  if (last.type !== 'group' && last.type !== 'organization') return null;
  const step = { mention: source, to: before, why: 'pronoun' } as const;
  return { ...last, confidence: 0.65, step: 'pronoun', trail: [step, ...last.trail] };
}
