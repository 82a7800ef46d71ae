/**
 * What speaks for and against an entity of the text as the one whom a source means.
 * @module
 */
import { sentenceNumber } from '../annotation/annotated.ts';
import type { NameMention } from '../annotation/names.ts';
import { firstWhere } from '../text/search.ts';
import type { EntityIndex } from './entity-index.ts';
import type { Entity } from './entity.ts';
import { placeOf } from './mention-place.ts';
import {
  SPEAKER_FEATURES,
  TURNS,
  type Agreement,
  type Away,
  type EntityKind,
  type Fit,
  type Since,
  type Topic,
  type TurnRank,
  type Way,
} from './model/features.ts';
import { noYes } from '../rules/feature-space.ts';
import type { Ground } from './source.ts';
import type { Turn } from './resolution.ts';

const { common, entity: own } = SPEAKER_FEATURES;

/** What a pool of referents knows of one of them beside the entity itself. */
export interface Standing {
  /** Mentions within reach, from near to far; where there are none, the last one before the source. */
  readonly mentions: readonly NameMention[];
  /** Place among those named before the source, from near to far; from 1. */
  readonly rank: number;
  /** How many others agree with the source as well, and how many of them were named since the last turn. */
  readonly rivals: number;
  readonly newcomers?: number;
  readonly agreement: Agreement;
  /** How much of a description it bears out, and how many bear out as much. */
  readonly fit?: Fit;
  readonly bearers?: number;
}

/** Feature numbers of an entity. */
export function entityFeatures(
  ground: Ground,
  entity: Entity,
  standing: Standing,
): readonly number[] {
  const { index, form } = ground;
  const features = [
    own.gender.at(form, standing.agreement),
    ...(form === 'he' ? [own.kindGender.at(kindOfEntity(entity), standing.agreement)] : []),
    own.mentions[form].at(entity.mentions.length),
    own.headline.at(form, noYes(isInHeadline(index, entity))),
    own.rank[form].at(standing.rank),
    own.rivals[form].at(standing.rivals),
    own.again[form].at(standing.mentions.length),
    ...(entity.type === 'person' ? personFeatures(ground, entity) : []),
    ...turnFeatures(ground, entity, standing),
    ...mentionFeatures(ground, entity, standing.mentions),
  ];
  if (standing.fit) {
    features.push(own.fit.at(form, standing.fit));
    features.push(own.bearers[standing.fit].at(standing.bearers ?? 1));
  }
  return features;
}

/** Of people alone: whether the text, or the paragraph, is about them. */
function personFeatures(ground: Ground, entity: Entity): readonly number[] {
  return [
    own.most.at(ground.form, noYes(ground.index.most === entity)),
    own.topic.at(ground.form, topicOf(ground, entity)),
  ];
}

function mentionFeatures(
  ground: Ground,
  entity: Entity,
  mentions: readonly NameMention[],
): readonly number[] {
  const [last] = mentions;
  if (!last) return [];
  const { index, form, sentence } = ground;
  const { annotated } = index;
  const number = sentenceNumber(annotated, last.from);
  const paragraphs = [number, sentence].map((n) => annotated.sentences.at(n)?.paragraph);
  const isFull = last.key.length > 1;
  return [
    own.away.at(form, awayOf(sentence - number)),
    own.paragraph.at(form, noYes(paragraphs[0] !== paragraphs[1])),
    own.introduced.at(form, noYes(isFull && entity.mentions[0] === last)),
    own.fullName.at(form, noYes(isFull)),
    own.said.at(form, noYes(annotated.markOf[last.from] !== -1)),
    ...new Set(mentions.slice(0, MOST_PLACES).map((mention) => placeFeature(ground, mention))),
  ];
}

/** How many mentions of one entity are looked at. Further ones say no more; it bounds the work. */
const MOST_PLACES = 6;

function placeFeature({ index, form, sentence }: Ground, mention: NameMention): number {
  const number = sentenceNumber(index.annotated, mention.from);
  return own.place[awayOf(sentence - number)].at(form, placeOf(index, number, mention));
}

function topicOf({ index, sentence }: Ground, entity: Entity): Topic {
  const { annotated, topics } = index;
  const paragraph = annotated.sentences.at(sentence)?.paragraph ?? 0;
  if (topics.get(paragraph) === entity) return 'here';
  return topics.get(paragraph - 1) === entity ? 'before' : 'none';
}

function turnFeatures(
  ground: Ground,
  entity: Entity,
  { mentions, newcomers = 0 }: Standing,
): readonly number[] {
  const { discourse, form, sentence, index } = ground;
  const number = discourse.findIndex(({ resolution }) => resolution.entity === entity);
  const turn = discourse[number];
  const rank = turn ? (TURNS.list[Math.min(number, 2)] as TurnRank) : 'none';
  const isFresh = (mentions[0]?.from ?? -1) >= (discourse[0]?.source.to ?? 0);
  const isPronoun = form === 'he' || form === 'it' || form === 'they';
  return [
    ...(form === 'he' ? sceneFeatures(ground, mentions, rank, isFresh, newcomers) : []),
    ...(isPronoun ? [own.fresh.at(rank, noYes(isFresh)), own.newcomers[rank].at(newcomers)] : []),
    ...(turn ? featuresOfTurn(index, form, sentence, turn, rank) : [own.turn.now.at(form, 'none')]),
  ];
}

/** The part of somebody in what has happened since the last turn. */
function sceneFeatures(
  { discourse, sentence, index }: Ground,
  mentions: readonly NameMention[],
  rank: TurnRank,
  isFresh: boolean,
  newcomers: number,
): readonly number[] {
  const [turn] = discourse;
  if (!turn) return [];
  const { annotated } = index;
  const isHere =
    annotated.sentences.at(turn.sentence)?.paragraph ===
    annotated.sentences.at(sentence)?.paragraph;
  const named = (['nobody', 'one'] as const)[newcomers] ?? 'more';
  const scene =
    `${sinceOf(sentence - turn.sentence)}-${isHere ? 'here' : 'other'}-${named}` as const;
  const isSubject = mentions.some((mention) => {
    const place = placeOf(index, sentenceNumber(annotated, mention.from), mention);
    return mention.from >= turn.source.to && (place === 'subject' || place === 'early');
  });
  const other = !isFresh ? 'before' : isSubject ? 'subject' : 'named';
  return [own.scene.at(scene, rank === 'last' ? 'speaker' : other)];
}

/** Of somebody who spoke before. */
export function featuresOfTurn(
  { annotated }: EntityIndex,
  form: Ground['form'],
  sentence: number,
  turn: Turn,
  rank: TurnRank,
): readonly number[] {
  const since = sinceOf(sentence - turn.sentence);
  const isOther =
    annotated.sentences.at(turn.sentence)?.paragraph !==
    annotated.sentences.at(sentence)?.paragraph;
  return [
    own.turn[since].at(form, rank),
    ...(form === 'description' ? [] : [own.turnParagraph.at(rank, noYes(isOther))]),
    ...(rank === 'last' ? [own.turnForm.at(form, turn.form)] : []),
  ];
}

/** Of every referent: how it was found, and how sure the quote is. */
export function commonFeatures(
  { quote, form, index, relative }: Ground,
  way: Way,
  kind: EntityKind,
): readonly number[] {
  const isMarked = quote.content.some(({ from }) => index.annotated.markOf[from] !== -1);
  return [
    common.way.at(form, way),
    common.sure[way].at(quote.confidence),
    common.finder.at(way, quote.by),
    common.marked.at(way, noYes(isMarked)),
    common.kind.at(way, kind),
    ...(relative < 0 ? [] : [common.relative.at(relative)]),
  ];
}

export function kindOfEntity({ type, sure }: Entity): EntityKind {
  if (type === 'place') return 'place';
  return sure ? type : `unsure-${type}`;
}

/** Where somebody is mentioned last before a word. */
export function lastBefore({ mentions }: Entity, word: number): NameMention | undefined {
  return mentions[firstWhere(mentions.length, (i) => (mentions[i]?.from ?? 0) >= word) - 1];
}

function isInHeadline({ annotated }: EntityIndex, { mentions }: Entity): boolean {
  return (mentions[0]?.from ?? Infinity) < (annotated.sentences.at(0)?.to ?? 0);
}

function awayOf(sentences: number): Away {
  if (sentences <= 0) return 'same';
  return (['same', 'one', 'two', 'three', 'four'] as const)[sentences] ?? 'far';
}

function sinceOf(sentences: number): Since {
  if (sentences <= 0) return 'now';
  if (sentences === 1) return 'next';
  return sentences <= NEAR ? 'near' : 'far';
}

/** Sentences within which somebody who spoke is still near. */
const NEAR = 4;
