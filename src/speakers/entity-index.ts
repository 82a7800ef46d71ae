/**
 * Everybody that a text names, and where: what sources are resolved against.
 * @module
 */
import { sentenceAt, type AnnotatedText } from '../annotation/annotated.ts';
import { isNameOfBody } from '../annotation/appositions.ts';
import { findNames, type NameMention } from '../annotation/names.ts';
import type { SpeakerType } from '../schema/types.ts';
import { firstWhere } from '../text/search.ts';
import type { WordSpan } from '../text/spans.ts';
import { mergeNames } from './entities.ts';
import type { Entity, Named } from './entity.ts';
import { Genders } from './genders.ts';
import { NameForms } from './name-forms.ts';
import { RoleIndex } from './roles.ts';

/** What the resolver walks over. */
export interface EntityIndex {
  readonly annotated: AnnotatedText;
  readonly entities: readonly Entity[];
  /** All name mentions in the order of the text. */
  readonly mentions: readonly Named[];
  /** The first person named, and the word from which on there is another. */
  readonly first: Named | undefined;
  readonly aloneUpTo: number;
  readonly roles: RoleIndex;
  readonly genders: Genders;
  /** The person with the most mentions; undefined where several have as many. */
  readonly most: Entity | undefined;
  /** By number of a paragraph: the first person named in it, outside of marks. */
  readonly topics: ReadonlyMap<number, Entity>;
  /** By number of a sentence: its first verb outside of marks, as far as it was asked for. */
  readonly firstVerbs: Map<number, number>;
}

/** All people, organisations and places of the annotated text. Linear in its words. */
export function indexEntities(annotated: AnnotatedText): EntityIndex {
  const names: NameMention[] = [];
  for (const { from, to } of annotated.sentences)
    for (const name of findNames(annotated, from, to)) names.push(name);
  const forms = new NameForms(annotated.lexicon.endings('name-ending'));
  const entities = mergeNames(names, forms);
  const mentions = entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity })))
    .sort((a, b) => a.mention.from - b.mention.from);
  for (const { mention, entity } of mentions)
    if (!entity.sure && isNameOfBody(annotated, mention)) {
      entity.type = 'organization';
      entity.sure = true;
    }
  const roles = new RoleIndex(annotated);
  for (const { mention, entity } of mentions) roles.learn(mention, entity);
  const people = mentions.filter(({ entity }) => entity.type === 'person');
  const first = people[0];
  const second = people.find(({ entity }) => entity !== first?.entity);
  const aloneUpTo = second ? second.mention.from : Number.POSITIVE_INFINITY;
  return {
    annotated,
    entities,
    mentions,
    first,
    aloneUpTo,
    roles,
    genders: new Genders(annotated, mentions),
    most: mostMentioned(entities),
    topics: topicsOf(annotated, people),
    firstVerbs: new Map(),
  };
}

function topicsOf(annotated: AnnotatedText, people: readonly Named[]): ReadonlyMap<number, Entity> {
  const topics = new Map<number, Entity>();
  for (const { mention, entity } of people) {
    if (annotated.markOf[mention.from] !== -1) continue;
    const { paragraph } = sentenceAt(annotated, mention.from);
    if (!topics.has(paragraph)) topics.set(paragraph, entity);
  }
  return topics;
}

function mostMentioned(entities: readonly Entity[]): Entity | undefined {
  let most: Entity | undefined;
  let isShared = false;
  for (const entity of entities) {
    if (entity.type !== 'person') continue;
    const more = entity.mentions.length - (most?.mentions.length ?? 0);
    if (more > 0) most = entity;
    if (more >= 0) isShared = more === 0;
  }
  return isShared ? undefined : most;
}

/** Mentions that start in a range of words. */
export function mentionsWithin(
  { mentions }: EntityIndex,
  { from, to }: WordSpan,
): readonly Named[] {
  const first = firstWhere(mentions.length, (i) => (mentions[i]?.mention.from ?? 0) >= from);
  let end = first;
  while (end < mentions.length && (mentions[end]?.mention.from ?? 0) < to) end++;
  return mentions.slice(first, end);
}

export function typeOf(entity: Entity): SpeakerType {
  return entity.type === 'person' ? 'person' : 'organization';
}
