/**
 * Whom "he", "she", "it" and "they" mean: somebody near of fitting kind, subjects and whoever spoke last first.
 *
 * Nothing here is fitted. Scores are points that add up, set by hand, without a unit: only their differences and
 * `LEAST_SCORE` matter. Confidences are set by hand too; how often such speakers are right is told by calibration, later.
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

/** Sentences after which somebody without a name, or a group, is no longer meant by a pronoun. Set by hand. */
const REACH_OF_UNNAMED = 2;
/** How many sentences back a pronoun may reach. Set by hand: further back there are more people to confuse. */
const REACH = 4;

/** Points for each further mention of somebody within reach. */
const AGAIN = 0.3;

interface Scored {
  /** Where the one meant was mentioned last. */
  named: Named;
  score: number;
}

/**
 * Whom "he" or "she" means: a person of fitting gender. Near mentions, subjects and the speaker before count most. Null where
 * nobody reaches `LEAST_SCORE`.
 */
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
      // Again and again in a few sentences: probably whom they are about. The first mention found is the nearest.
      if (before) before.score = Math.max(before.score, score) + AGAIN;
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
  const bonus = distance <= 1 ? GOES_ON.next : distance <= REACH ? GOES_ON.near : GOES_ON.far;
  const known = scores.get(speaker);
  if (known) {
    known.score += bonus;
    return;
  }
  const mention = distance <= MOST_APART && lastBefore(speaker, quote.source?.from ?? 0);
  if (mention)
    scores.set(speaker, { named: { entity: speaker, mention }, score: bonus + SPEAKER_ALONE });
}

/** Points for whoever spoke last: in this sentence or the one before, within reach of a pronoun, or longer ago. */
const GOES_ON = { next: 2.2, near: 1.6, far: 0.4 } as const;
/** And more where nothing else is known of them, because their name is out of reach: so they pass `LEAST_SCORE` from afar. */
const SPEAKER_ALONE = 0.5;
/** Sentences after which whoever spoke last is forgotten, if they are not named again. */
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
  if (distance > REACH_OF_UNNAMED) return null;
  return { last, source, score: distance <= 1 ? UNNAMED.next : UNNAMED.near };
}

/**
 * Points for somebody without a name who spoke last, in this sentence or the one before, or two sentences ago. They have
 * no other points, and so need more here than {@link GOES_ON} gives to people with a name.
 */
const UNNAMED = { next: 4.2, near: 2.6 } as const;

function scoreMention(
  annotated: AnnotatedText,
  sentence: Sentence,
  { mention, entity }: Named,
  back: number,
  gender: Gender,
): number {
  let score = POINTS.near - POINTS.perSentence * back;
  if (isBeforeVerb(annotated, sentence, mention.from)) score += POINTS.subject;
  const before = mention.titlesFrom - 1;
  const isTopic = before === sentence.from && annotated.gaps[mention.to] === COMMA;
  if (annotated.classes.of[before] === PREPOSITION && !isTopic) score -= POINTS.afterPreposition;
  if (isPossessive(annotated.doc, mention.to - 1)) score -= POINTS.owner;
  if (entity.gender === gender) score += POINTS.sameGender;
  if (entity.mentions[0] === mention && entity.key.length > 1) score += POINTS.introduced;
  score += Math.min(POINTS.mostOfMentions, POINTS.perMention * entity.mentions.length);
  return score;
}

/** What speaks for and against a mention, in points. */
const POINTS = {
  /** In the sentence of the pronoun; so much less for each sentence in between. */
  near: 2.2,
  perSentence: 0.6,
  /** In front of the verb, as subjects are. */
  subject: 1.2,
  /** "with Hale", "Hale's lawyer": seldom whom the next sentence is about. */
  afterPreposition: 1,
  owner: 0.8,
  /** A known gender that fits, not just one that is not known. */
  sameGender: 0.8,
  /** By full name, for the first time: the text is about to say more of them. */
  introduced: 0.6,
  /** Whoever is named often is whom the text is about; from seven mentions on, more say no more. */
  perMention: 0.12,
  mostOfMentions: 0.8,
} as const;

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

/**
 * Below this nobody is certain enough: no speaker rather than an uncertain one. Low beside the points above, it refuses
 * mentions three sentences back that nothing else speaks for, and nearer ones behind a preposition. A higher one resolves fewer pronouns.
 */
const LEAST_SCORE = 0.8;

/** Confidence in the best: a half, more for each point that the second best is behind, and some for each point at all. */
const CONFIDENCE = { base: 0.5, perPointAhead: 0.18, perPoint: 0.05, most: 0.95 } as const;

/** The best of the people scored and the one without a name; of equals the one whose entity was made first. */
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
  const margin = first.score - Math.max(second?.score ?? 0, unnamed?.score ?? 0);
  const { base, perPointAhead, perPoint, most } = CONFIDENCE;
  const confidence = Math.min(most, base + perPointAhead * margin + perPoint * first.score);
  const step = { mention: source, to: first.named.mention, why: 'pronoun' } as const;
  return asEntity(first.named, confidence, 'pronoun', [step]);
}

/** The pronoun means the one without a name who spoke before. */
function goOn(
  { last, source }: { readonly last: Resolution; readonly source: WordSpan },
  pronoun: WordSpan,
): Resolution {
  const step = { mention: pronoun, to: source, why: 'pronoun' } as const;
  return { ...last, confidence: UNSCORED.unnamed, step: 'pronoun', trail: [step] };
}

/** "It": the organisation that spoke in this sentence or the one before, else the subject of this sentence or one of the two before. */
export function resolveThing(
  index: EntityIndex,
  quote: RawQuote,
  source: WordSpan,
  { last, sentence: spokeIn }: DiscourseState,
): Resolution | null {
  for (let back = 0; back <= REACH_OF_THING; back++) {
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
    return asEntity(found, UNSCORED.thing, 'pronoun', [step]);
  }
  return null;
}

/** Sentences that "it" reaches back, fewer than for people: more things than people can be meant. Set by hand. */
const REACH_OF_THING = 2;

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
  if (!last || !before || quote.sentence - sentence > REACH_OF_UNNAMED) return null;
  if (last.type !== 'group' && last.type !== 'organization') return null;
  const step = { mention: source, to: before, why: 'pronoun' } as const;
  return { ...last, confidence: UNSCORED.plural, step: 'pronoun', trail: [step, ...last.trail] };
}

/** Confidences where nobody is weighed against anybody: set by hand, below those of names. */
const UNSCORED = { unnamed: 0.7, thing: 0.7, plural: 0.65 } as const;
