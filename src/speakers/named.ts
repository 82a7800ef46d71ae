/**
 * An entity that the source itself names, or that stands in apposition to it.
 * @module
 */
import { PLAIN } from '../annotation/punctuation.ts';
import { NOUN } from '../annotation/tags.ts';
import { noYes } from '../rules/feature-space.ts';
import { commonFeatures, kindOfEntity } from './entity-features.ts';
import type { EntityIndex } from './entity-index.ts';
import type { Named } from './entity.ts';
import { SPEAKER_FEATURES, type TextLength, type Way } from './model/features.ts';
import { asEntity, type Referent, type Step } from './resolution.ts';
import type { Ground } from './source.ts';

const { own } = SPEAKER_FEATURES;

/** Where else it was mentioned and who spoke before hardly matters: what counts is whether it is a name of somebody. */
export function named(
  ground: Ground,
  found: Named,
  way: Way,
  step: string,
  by: readonly Step[] = [],
): Referent {
  const { index, source } = ground;
  const { entity, mention } = found;
  const { classes, gaps } = index.annotated;
  const kind = kindOfEntity(entity);
  const isBroken =
    gaps[mention.to] === PLAIN && classes.of[mention.to] === NOUN && mention.to < source.to;
  return {
    resolution: asEntity(found, step, by),
    features: [
      ...commonFeatures(ground, way, kind),
      own.nameWords.at(mention.key.length),
      own.nameMentions.at(entity.mentions.length),
      own.nameOpens.at(kind, noYes(classes.opening[mention.from] !== 0)),
      own.nameText.at(kind, lengthOf(index)),
      own.wordsText.at(entity.key.length > 1 ? 'more' : 'one', lengthOf(index)),
      own.titled.at(kind, noYes(mention.titlesFrom < mention.from)),
      own.nameBroken.at(noYes(isBroken), noYes(entity.key.length > 1)),
    ],
  };
}

/** Sentences of a text of a few lines, and of a short one, at most. */
const FEW = 4;
const SHORT = 12;

function lengthOf({ annotated: { sentences } }: EntityIndex): TextLength {
  if (sentences.length <= FEW) return 'lines';
  return sentences.length <= SHORT ? 'short' : 'story';
}
