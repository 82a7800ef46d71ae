/**
 * Whom "he" or "she" may mean: people named in the sentences before, those who spoke before, and people without a name.
 * @module
 */
import type { Gender, NameMention } from '../annotation/names.ts';
import { isAddressed } from './addressed.ts';
import type { Entity } from './entity.ts';
import { commonFeatures, entityFeatures, kindOfEntity, lastBefore } from './entity-features.ts';
import { asEntity, type Referent } from './resolution.ts';
import { recentEntities, type Recent } from './recent.ts';
import type { Ground } from './source.ts';
import { unnamedBefore } from './unnamed.ts';

/** Referents of a pronoun of one gender. */
export function peopleMeant(ground: Ground, gender: Gender): readonly Referent[] {
  const { index, discourse, source } = ground;
  const agrees = (entity: Entity): boolean =>
    entity.type === 'person' &&
    index.genders.agreement(entity, gender) !== 'contrary' &&
    !isAddressed(ground, entity);
  const near = recentEntities(ground).filter(({ entity }) => agrees(entity));
  const far = discourse.flatMap(({ resolution: { entity } }): readonly Recent[] => {
    if (!entity || !agrees(entity) || near.some((other) => other.entity === entity)) return [];
    const mention = lastBefore(entity, source.from);
    return mention ? [{ entity, mentions: [mention] }] : [];
  });
  const all = [...near, ...far];
  const lastTurn = discourse[0];
  const newcomers = near.filter(
    ({ entity, mentions }) =>
      entity !== lastTurn?.resolution.entity &&
      (mentions[0]?.from ?? 0) >= (lastTurn?.source.to ?? Infinity),
  ).length;
  const named = all.map(({ entity, mentions }, i): Referent => {
    const mention = mentions[0] as NameMention;
    const step = { mention: source, to: mention, why: 'pronoun' } as const;
    return {
      resolution: asEntity({ entity, mention }, 'pronoun', [step]),
      features: [
        ...commonFeatures(ground, i < near.length ? 'near' : 'speaker', kindOfEntity(entity)),
        ...entityFeatures(ground, entity, {
          mentions,
          rank: i + 1,
          rivals: all.length - 1,
          newcomers,
          agreement: index.genders.agreement(entity, gender),
        }),
      ],
    };
  });
  return [...named, ...unnamedBefore(ground, gender)];
}
