/**
 * Whom a description may mean: somebody whom the text has named before, or nobody with a name.
 * @module
 */
import { sentenceNumber, type AnnotatedText } from '../annotation/annotated.ts';
import type { WordSpan } from '../text/spans.ts';
import { noYes } from '../rules/feature-space.ts';
import { withoutPossessive } from '../annotation/possessives.ts';
import { COLON, PLAIN } from '../annotation/punctuation.ts';
import { DETERMINER, isCue } from '../annotation/tags.ts';
import { asDescribed, headKindOf, openingOf, wholeDescription } from './description.ts';
import {
  commonFeatures,
  entityFeatures,
  featuresOfTurn,
  kindOfEntity,
  lastBefore,
} from './entity-features.ts';
import type { Entity } from './entity.ts';
import { SPEAKER_FEATURES, TURNS, type Fit, type Rival, type Way } from './model/features.ts';
import { apposedReferents } from './apposed.ts';
import { recentEntities } from './recent.ts';
import { asEntity, type Referent, type Step } from './resolution.ts';
import type { Ground } from './source.ts';

const { own } = SPEAKER_FEATURES;

/** "the Ukrainian leader", "the ministry's spokesman", "the group", "a neighbour". */
export function describedReferents(ground: Ground, head: number): readonly Referent[] {
  const aged = lastNamed(ground, head);
  if (aged) return [aged];
  const apposed = apposedReferents(ground, head);
  const roles = byRole(ground, head);
  const bodies = organisationsMeant(ground, head);
  const said = saidBefore(ground, head);
  const rivals: readonly (Rival | false)[] = [
    apposed.length > 0 && 'apposed',
    ...(['all', 'head', 'leader'] as const).map(
      (fit) =>
        ground.index.roles.bearers(ground.source.from, head).some((one) => one.fit === fit) && fit,
    ),
    said.length > 0 && 'said',
    bodies.length > 0 && 'organisation',
  ];
  const rival = rivals.find((one) => one !== false) || 'none';
  const near = peopleNear(ground, head, rival);
  return [
    ...apposed,
    ...roles,
    ...bodies,
    ...near,
    ...said,
    ...itself(ground, head, rival === 'none' && near.length > 0 ? 'near' : rival),
  ];
}

/** Those to whom the text gives such a role. */
function byRole(ground: Ground, head: number): readonly Referent[] {
  const { index, source } = ground;
  const bearers = index.roles.bearers(source.from, head);
  return bearers.map(({ named, at, fit }, i) => {
    const step = { mention: source, to: at, why: 'role' } as const;
    const same = bearers.filter((other) => other.fit === fit).length;
    return entityReferent(ground, head, named.entity, 'role', i + 1, {
      fit,
      bearers: same,
      rivals: bearers.length - 1,
      step,
      name: 'role',
      mention: named.mention,
    });
  });
}

interface Found {
  readonly fit: Fit;
  readonly bearers: number;
  readonly rivals: number;
  readonly step: Step;
  readonly name: string;
  readonly mention: Entity['fullest'];
}

function entityReferent(
  ground: Ground,
  head: number,
  entity: Entity,
  way: Way,
  rank: number,
  { fit, bearers, rivals, step, name, mention }: Found,
): Referent {
  const { annotated } = ground.index;
  const gender = annotated.lexicon.at(head, 'role')?.attribute ?? '';
  const agreement = gender === '' ? 'unknown' : ground.index.genders.agreement(entity, gender);
  const before = lastBefore(entity, ground.source.from);
  return {
    resolution: asEntity({ entity, mention }, name, [step]),
    features: [
      ...commonFeatures(ground, way, kindOfEntity(entity)),
      ...entityFeatures(ground, entity, {
        mentions: before ? [before] : [],
        rank,
        rivals,
        agreement,
        fit,
        bearers,
      }),
      ...headFeatures(ground, head, way),
    ],
  };
}

/**
 * "der 54-Jährige": whoever was named last, as if the text had called them so before. Null where nobody was, or several in one
 * sentence.
 */
function lastNamed(ground: Ground, head: number): Referent | null {
  const { annotated } = ground.index;
  if (!isDefinite(ground) || !annotated.lexicon.has(head, 'aged')) return null;
  const people = recentEntities(ground).filter(({ entity }) => entity.type === 'person');
  const [last, other] = people;
  const mention = last && lastBefore(last.entity, ground.source.from);
  if (!mention || inOneSentence(annotated, other?.mentions[0], mention)) return null;
  return entityReferent(ground, head, last.entity, 'role', 1, {
    fit: 'all',
    bearers: 1,
    rivals: 0,
    step: { mention: ground.source, to: mention, why: 'role' },
    name: 'role',
    mention,
  });
}

/** Whether two mentions stand in one sentence. */
function inOneSentence(annotated: AnnotatedText, a: WordSpan | undefined, b: WordSpan): boolean {
  return a !== undefined && sentenceNumber(annotated, a.from) === sentenceNumber(annotated, b.from);
}

/** What sort of description it is. */
function headFeatures({ index, source }: Ground, head: number, way: Way): readonly number[] {
  const kind = headKindOf(index.annotated, head);
  const opening = openingOf(index.annotated, source.from);
  return [own.headWay.at(way, kind), own.openingWay.at(way, opening)];
}

/**
 * "the foundation" after "the Harbour Foundation": the organisations named lately, whose names hold the noun or not.
 */
function organisationsMeant(ground: Ground, head: number): readonly Referent[] {
  const { annotated } = ground.index;
  const { lexicon, doc } = annotated;
  if (!isDefinite(ground) || ground.source.to - ground.source.from !== 2) return [];
  if (!lexicon.has(head, 'organisation') && !lexicon.has(head, 'group-noun')) return [];
  const noun = withoutPossessive(doc, head);
  const isAny = lexicon.has(head, 'any-organisation');
  const before = recentEntities(ground).filter(({ entity }) => entity.type === 'organization');
  const fitOf = ({ key }: Entity): Fit => {
    if (key.length > 1 && key.includes(noun)) return 'held';
    return isAny ? 'any' : 'none';
  };
  return before
    .filter(({ entity }) => fitOf(entity) !== 'none')
    .flatMap(({ entity }, i, all) => {
      const mention = lastBefore(entity, ground.source.from);
      if (!mention) return [];
      const fit = fitOf(entity);
      return entityReferent(ground, head, entity, 'organisation', i + 1, {
        fit,
        bearers: all.filter((other) => fitOf(other.entity) === fit).length,
        rivals: all.length - 1,
        step: { mention: ground.source, to: mention, why: 'role' },
        name: 'organisation-before',
        mention,
      });
    });
}

/** How many people near a description are tried. Set by hand: further away nobody is meant. */
const MOST_NEAR = 2;

/** "the 43-year-old", "the Republican incumbent": people named just before, though nothing says they are that. */
function peopleNear(ground: Ground, head: number, rival: Rival): readonly Referent[] {
  const { annotated, roles } = ground.index;
  const kind = headKindOf(annotated, head);
  // "The DEPUTY SPEAKER: Order!": a label does not go on from somebody who has one of their own.
  const isLabel = ground.quote.by === 'turn';
  if (isLabel || !isDefinite(ground) || NEVER_NAMED.has(kind)) return [];
  const known = new Set(roles.bearers(ground.source.from, head).map(({ named }) => named.entity));
  const near = recentEntities(ground)
    .filter(({ entity }) => entity.type === 'person' && !known.has(entity))
    .slice(0, MOST_NEAR);
  return near.flatMap(({ entity }, i) => {
    const mention = lastBefore(entity, ground.source.from);
    if (!mention) return [];
    const referent = entityReferent(ground, head, entity, 'near-description', i + 1, {
      fit: roles.shares(entity, ground.source) ? 'some' : 'none',
      bearers: near.length,
      rivals: near.length - 1,
      step: { mention: ground.source, to: mention, why: 'role' },
      name: 'role',
      mention,
    });
    return { ...referent, features: [...referent.features, own.nearRival.at(rival)] };
  });
}

const NEVER_NAMED: ReadonlySet<string> = new Set([
  'plural',
  'group',
  'organisation',
  'document',
  'time',
  'verb',
  'function',
]);

/** "the neighbour" after "a neighbour from Avon" has spoken. */
function saidBefore(ground: Ground, head: number): readonly Referent[] {
  const { index, discourse, source, form, sentence } = ground;
  const noun = withoutPossessive(index.annotated.doc, head);
  return discourse.flatMap((turn, number): readonly Referent[] => {
    const { resolution } = turn;
    if (resolution.entity || !resolution.description) return [];
    if (!resolution.description.toLowerCase().split(' ').includes(noun)) return [];
    const step = { mention: source, to: turn.source, why: 'role' } as const;
    const rank = TURNS.list[Math.min(number, 2)] ?? 'third';
    return [
      {
        resolution: { ...resolution, trail: [step, ...resolution.trail] },
        features: [
          ...commonFeatures(ground, 'unnamed-speaker', 'unnamed'),
          ...featuresOfTurn(index, form, sentence, turn, rank),
          ...headFeatures(ground, head, 'unnamed-speaker'),
        ],
      },
    ];
  });
}

/** Nobody with a name: the words themselves. */
function itself(ground: Ground, head: number, rival: Rival): readonly Referent[] {
  const { index, source, quote } = ground;
  const { annotated } = index;
  const { gaps, classes, markOf } = annotated;
  const whole = wholeDescription(annotated, source, limitOf(ground));
  const resolution = asDescribed(annotated, whole, head);
  if (!resolution) return [];
  const kind = headKindOf(annotated, head);
  const opening = openingOf(annotated, source.from);
  const isBeside =
    (gaps[source.to] === PLAIN && isCue(classes.of[source.to])) || quote.cue?.to === source.from;
  return [
    {
      resolution,
      features: [
        ...commonFeatures(ground, 'itself', 'unnamed'),
        ...headFeatures(ground, head, 'itself'),
        own.head.at(kind, opening),
        own.rival.at(kind, rival),
        own.words.at(whole.to - source.from),
        own.marked.at('yes', noYes(markOf[source.from] !== -1)),
        own.colon.at(kind, noYes(gaps[source.to] === COLON)),
        own.beside.at(kind, noYes(isBeside)),
      ],
    },
  ];
}

/** The word up to which what follows a source may belong to it: its cue, or the content. */
function limitOf({ index, quote, source, sentence }: Ground): number {
  const starts = [...quote.content, ...(quote.cue ? [quote.cue] : [])].map(({ from }) => from);
  const behind = starts.filter((from) => from >= source.to);
  return Math.min(index.annotated.sentences.at(sentence)?.to ?? source.to, ...behind);
}

function isDefinite({ index, source }: Ground): boolean {
  const { classes, lexicon } = index.annotated;
  return (
    classes.of[source.from] === DETERMINER &&
    lexicon.at(source.from, 'article')?.attribute === 'definite'
  );
}
