/**
 * From the source of a quote to who that is: by name, by pronoun, by role. `null` rather than a guess.
 * @module
 */
import {
  AUXILIARY,
  COORDINATOR,
  isCue,
  NAME,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  VERB,
} from '../mentions/classes.ts';
import { COMMA } from '../mentions/gaps.ts';
import type { Gender, NameMention } from '../mentions/names.ts';
import type { RawQuote, WordSpan } from '../quotes/find.ts';
import { chunkNumber, type Scene, type Sentence } from '../quotes/scene.ts';
import { headOf } from '../quotes/kinds.ts';
import type { SpeakerType } from '../types.ts';
import type { Entity } from './people.ts';
import type { RoleBook } from './roles.ts';

/** Who a source is: an entity of the text, or somebody without a name. */
export interface Resolution {
  readonly entity: Entity | null;
  /** For somebody without a name: the description, without its article. */
  readonly description: string | null;
  readonly type: SpeakerType;
  readonly confidence: number;
  /** How it was found, for the evidence. */
  readonly step: string;
}

/** What the resolver walks over. */
export interface Cast {
  readonly scene: Scene;
  readonly entities: readonly Entity[];
  /** All name mentions in the order of the text, with their entity. */
  readonly mentions: readonly { readonly mention: NameMention; readonly entity: Entity }[];
  readonly roles: RoleBook;
}

/** What has been resolved before, for pronouns. */
export interface Memory {
  readonly speaker: Entity | null;
  /** Sentence of the quote before. */
  readonly sentence: number;
}

/** Resolves the source of `quote`; null where it has none or nothing makes it certain. */
export function resolve(cast: Cast, quote: RawQuote, memory: Memory): Resolution | null {
  const { source } = quote;
  if (!source) return null;
  const { scene } = cast;
  const head = headOf(scene, source.from, source.to);
  const kind = scene.classes.of[head];
  if (kind === PRONOUN || (kind === RELATIVE && source.to - source.from === 1))
    return resolvePronoun(cast, quote, source, kind === RELATIVE, memory);
  return (
    resolveName(cast, source, head) ??
    resolveApposition(cast, source, head) ??
    resolveDescription(cast, source, head, memory)
  );
}

/** "Ukraine's president, Volodymyr Zelensky, said": the name follows the description. */
function resolveApposition(cast: Cast, source: WordSpan, head: number): Resolution | null {
  const { scene } = cast;
  const isRole =
    scene.lexicon.has(head, 'role') ||
    scene.lexicon.has(head, 'title') ||
    scene.lexicon.has(head, 'spokesperson');
  if (!isRole || scene.gaps[source.to] !== COMMA) return null;
  const next = mentionsWithin(cast, source.to, source.to + 1)[0];
  if (!next || next.entity.type !== 'person') return null;
  return {
    entity: next.entity,
    description: null,
    type: 'person',
    confidence: 0.9,
    step: 'apposition',
  };
}

/** The name that heads the source: not one that only modifies ("a spokesman for Reed", "Reed's lawyer"). */
function resolveName(cast: Cast, source: WordSpan, head: number): Resolution | null {
  const inside = mentionsWithin(cast, source.from, source.to);
  const found =
    inside.find(({ mention }) => head >= mention.from && head < mention.to) ??
    inside.find(({ mention }) => isApposed(cast, source, mention));
  if (!found) return null;
  const { entity } = found;
  return {
    entity,
    description: null,
    type: typeOf(entity),
    confidence: entity.sure ? 0.97 : 0.9,
    step: 'name',
  };
}

/** A name set off by a comma from the description in front of it. */
function isApposed({ scene }: Cast, source: WordSpan, mention: NameMention): boolean {
  return (
    mention.titlesFrom > source.from &&
    scene.gaps[mention.titlesFrom] !== 0 &&
    mention.to === source.to
  );
}

export function typeOf(entity: Entity): SpeakerType {
  return entity.type === 'person' ? 'person' : 'organization';
}

/** Mentions that start in a range of words. */
export function mentionsWithin(
  cast: Cast,
  from: number,
  to: number,
): readonly { readonly mention: NameMention; readonly entity: Entity }[] {
  const { mentions } = cast;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.mention.from ?? 0) >= from) high = middle;
    else low = middle + 1;
  }
  let end = low;
  while (end < mentions.length && (mentions[end]?.mention.from ?? 0) < to) end++;
  return mentions.slice(low, end);
}

/** "the Ukrainian leader", "the ministry's spokesman": somebody whose role the text has given; else nobody with a name. */
function resolveDescription(
  cast: Cast,
  source: WordSpan,
  head: number,
  memory: Memory,
): Resolution | null {
  const { scene } = cast;
  const { lexicon } = scene;
  const known = cast.roles.find(source.from, head, memory.speaker);
  if (known)
    return { entity: known, description: null, type: typeOf(known), confidence: 0.8, step: 'role' };
  const description = describe(scene, source);
  if (!description) return null;
  const plural = lexicon.has(head, 'role-plural') || lexicon.has(head, 'group-noun');
  if (plural) return { entity: null, description, type: 'group', confidence: 0.9, step: 'group' };
  if (lexicon.has(head, 'organisation') || lexicon.has(head, 'document'))
    return {
      entity: null,
      description,
      type: 'organization',
      confidence: 0.7,
      step: 'organisation',
    };
  const person = lexicon.has(head, 'role') || lexicon.has(head, 'spokesperson');
  return {
    entity: null,
    description,
    type: 'unknown',
    confidence: person ? 0.8 : 0.6,
    step: 'description',
  };
}

/** The words of a source without article. */
function describe({ doc, lexicon }: Scene, source: WordSpan): string | null {
  let from = source.from;
  while (
    from < source.to &&
    (lexicon.has(from, 'article') || lexicon.has(from, 'pronoun-possessive'))
  )
    from++;
  if (from >= source.to) return null;
  // "Q:", "A:" name nobody.
  if ((doc.words.end[source.to - 1] as number) - (doc.words.start[from] as number) < 2) return null;
  return doc.text
    .slice(doc.words.start[from], doc.words.end[source.to - 1])
    .replace(/['’]s$/, '')
    .replace(/\s+/g, ' ');
}

/** How many sentences back a pronoun may reach. */
const REACH = 4;

function resolvePronoun(
  cast: Cast,
  quote: RawQuote,
  source: WordSpan,
  relative: boolean,
  memory: Memory,
): Resolution | null {
  const { scene } = cast;
  if (relative) return resolveRelative(cast, quote, source, memory);
  const attribute = scene.lexicon.at(source.from, 'pronoun')?.attribute ?? '';
  if (attribute === 'male' || attribute === 'female')
    return resolvePerson(cast, quote, source, attribute, memory);
  if (attribute === 'neuter') return resolveThing(cast, quote, source);
  return null;
}

/** "Hale, who said", "an official who said": the phrase right before. */
function resolveRelative(
  cast: Cast,
  quote: RawQuote,
  source: WordSpan,
  memory: Memory,
): Resolution | null {
  const sentence = cast.scene.sentences[quote.sentence] as Sentence;
  const number = chunkNumber(sentence, source.from) - 1;
  const chunk = sentence.chunks[number];
  if (!chunk || chunk.pronoun || source.from - chunk.to > MOST_BEFORE_RELATIVE) return null;
  const head = headOf(cast.scene, chunk.from, chunk.to);
  const found = resolveName(cast, chunk, head) ?? resolveDescription(cast, chunk, head, memory);
  return found && { ...found, confidence: found.confidence * 0.85, step: `relative/${found.step}` };
}

/** Words between a phrase and the "who" that goes on from it. */
const MOST_BEFORE_RELATIVE = 6;

interface Scored {
  readonly entity: Entity;
  score: number;
}

/** A person of fitting gender: near, a subject, and the speaker before are what counts. */
function resolvePerson(
  cast: Cast,
  quote: RawQuote,
  source: WordSpan,
  gender: Gender,
  memory: Memory,
): Resolution | null {
  const { scene } = cast;
  const scores = new Map<Entity, Scored>();
  const content = quote.content;
  for (let back = 0; back <= REACH; back++) {
    const sentence = scene.sentences[quote.sentence - back];
    if (!sentence) break;
    const to = back === 0 ? source.from : sentence.to;
    for (const { mention, entity } of mentionsWithin(cast, sentence.from, to)) {
      if (entity.type !== 'person' || (entity.gender && entity.gender !== gender)) continue;
      if (content.some((span) => mention.from >= span.from && mention.from < span.to)) continue;
      if (scene.markOf[mention.from] !== -1) continue;
      const score = scoreMention(scene, sentence, mention, entity, back, gender);
      const before = scores.get(entity);
      if (!before) scores.set(entity, { entity, score });
      else before.score = Math.max(before.score, score) + 0.3;
    }
  }
  const { speaker } = memory;
  if (speaker && speaker.type === 'person' && (!speaker.gender || speaker.gender === gender)) {
    const distance = quote.sentence - memory.sentence;
    const bonus = distance <= 1 ? 2.2 : distance <= 4 ? 1.6 : 0.4;
    const known = scores.get(speaker);
    if (known) known.score += bonus;
    else if (distance <= 12) scores.set(speaker, { entity: speaker, score: bonus + 0.5 });
  }
  return pick([...scores.values()]);
}

function scoreMention(
  scene: Scene,
  sentence: Sentence,
  mention: NameMention,
  entity: Entity,
  back: number,
  gender: Gender,
): number {
  let score = 2.2 - 0.6 * back;
  if (isBeforeVerb(scene, sentence, mention)) score += 1.2;
  if (scene.classes.of[mention.titlesFrom - 1] === PREPOSITION) score -= 1;
  if (isPossessive(scene, mention)) score -= 0.8;
  if (entity.gender === gender) score += 0.8;
  if (entity.mentions[0] === mention && entity.key.length > 1) score += 0.6;
  score += Math.min(0.8, 0.12 * entity.mentions.length);
  return score;
}

/** Whether a mention stands before the first verb of its sentence, as subjects do. */
function isBeforeVerb(
  { classes, markOf }: Scene,
  sentence: Sentence,
  mention: NameMention,
): boolean {
  for (let w = sentence.from; w < mention.from; w++) {
    const kind = classes.of[w];
    if (markOf[w] === -1 && (kind === VERB || kind === AUXILIARY || isCue(kind))) return false;
  }
  return true;
}

function isPossessive({ doc }: Scene, mention: NameMention): boolean {
  const end = doc.words.end[mention.to - 1] as number;
  return doc.folded.slice(end - 2, end) === "'s" || doc.folded[end] === "'";
}

function pick(scored: readonly Scored[]): Resolution | null {
  const [first, second] = [...scored].sort(
    (a, b) => b.score - a.score || a.entity.id - b.entity.id,
  );
  if (!first || first.score < 0.8) return null;
  const lead = first.score - (second?.score ?? 0);
  const confidence = Math.min(0.95, 0.5 + 0.18 * lead + 0.05 * first.score);
  return { entity: first.entity, description: null, type: 'person', confidence, step: 'pronoun' };
}

/** "It": the organisation or place that is the subject of the sentence before. */
function resolveThing(cast: Cast, quote: RawQuote, source: WordSpan): Resolution | null {
  const { scene } = cast;
  for (let back = 0; back <= 2; back++) {
    const sentence = scene.sentences[quote.sentence - back];
    if (!sentence) break;
    const to = back === 0 ? source.from : sentence.to;
    const subject = mentionsWithin(cast, sentence.from, to).find(
      ({ mention, entity }) => entity.type !== 'person' && isSubjectLike(scene, sentence, mention),
    );
    if (subject)
      return {
        entity: subject.entity,
        description: null,
        type: typeOf(subject.entity),
        confidence: 0.7,
        step: 'pronoun',
      };
  }
  return null;
}

function isSubjectLike(scene: Scene, sentence: Sentence, mention: NameMention): boolean {
  const before = scene.classes.of[mention.from - 1];
  return (
    mention.from === sentence.from ||
    (before !== PREPOSITION && before !== COORDINATOR && before !== NAME)
  );
}
