/**
 * Whom "it" and "they" may mean: organisations named lately, those that spoke before, and groups without a name.
 * @module
 */
import { headOf } from '../annotation/mention-types.ts';
import { mentionsWithin } from './entity-index.ts';
import { asDescribed, headKindOf, openingOf, wholeDescription } from './description.ts';
import { commonFeatures, entityFeatures, featuresOfTurn, kindOfEntity } from './entity-features.ts';
import { placeOf } from './mention-place.ts';
import { SPEAKER_FEATURES, TURNS, type Head } from './model/features.ts';
import { isApposed } from './unnamed.ts';
import { phrasesBefore, recentEntities } from './recent.ts';
import { asEntity, type Referent } from './resolution.ts';
import type { Ground } from './source.ts';

const { entity: own, own: text } = SPEAKER_FEATURES;

/** Referents of "it" (form `it`) and "they" (form `they`). */
export function thingsMeant(ground: Ground): readonly Referent[] {
  return [...organisations(ground), ...whatSpoke(ground), ...groupsNear(ground)];
}

function organisations(ground: Ground): readonly Referent[] {
  const near = recentEntities(ground).filter(({ entity }) => entity.type !== 'person');
  return near.flatMap(({ entity, mentions }, i): readonly Referent[] => {
    const mention = mentions[0];
    if (!mention) return [];
    const step = { mention: ground.source, to: mention, why: 'pronoun' } as const;
    const standing = {
      mentions,
      rank: i + 1,
      rivals: near.length - 1,
      agreement: 'unknown',
    } as const;
    return [
      {
        resolution: asEntity({ entity, mention }, 'pronoun', [step]),
        features: [
          ...commonFeatures(ground, 'near', kindOfEntity(entity)),
          ...entityFeatures(ground, entity, standing),
        ],
      },
    ];
  });
}

/** Groups and bodies without a name that spoke before. */
function whatSpoke(ground: Ground): readonly Referent[] {
  const { discourse, form, sentence, index, source } = ground;
  return discourse.flatMap((turn, number): readonly Referent[] => {
    const { resolution } = turn;
    if (resolution.entity || resolution.isPerson) return [];
    const rank = TURNS.list[Math.min(number, 2)] ?? 'third';
    const step = { mention: source, to: turn.source, why: 'pronoun' } as const;
    return [
      {
        resolution: { ...resolution, step: 'pronoun', trail: [step, ...resolution.trail] },
        features: [
          ...commonFeatures(ground, 'unnamed-speaker', 'unnamed'),
          ...featuresOfTurn(index, form, sentence, turn, rank),
        ],
      },
    ];
  });
}

/** Sentences back, and phrases in each: as for people without a name. */
const REACH = 1;
const MOST_PHRASES = 8;

const CAN_BE: Readonly<Record<'it' | 'they', ReadonlySet<Head>>> = {
  it: new Set(['group', 'organisation', 'document']),
  they: new Set(['plural', 'group', 'organisation']),
};

function groupsNear(ground: Ground): readonly Referent[] {
  const { index, sentence, source, form } = ground;
  const { annotated } = index;
  const kinds = CAN_BE[form === 'it' ? 'it' : 'they'];
  const found: Referent[] = [];
  for (let back = 0; back <= REACH; back++) {
    for (const phrase of phrasesBefore(ground, sentence - back, MOST_PHRASES)) {
      if (phrase.pronoun || annotated.markOf[phrase.from] !== -1) continue;
      const head = headOf(annotated, phrase.from, phrase.to);
      const kind = headKindOf(annotated, head);
      if (!kinds.has(kind) || mentionsWithin(index, phrase).length > 0) continue;
      if (isApposed(annotated, phrase)) continue;
      const whole = wholeDescription(annotated, phrase, source.from);
      const step = { mention: source, to: whole, why: 'pronoun' } as const;
      const resolution = asDescribed(annotated, whole, head, { step: 'pronoun', trail: [step] });
      if (!resolution) continue;
      const away = back === 0 ? 'same' : 'one';
      found.push({
        resolution,
        features: [
          ...commonFeatures(ground, 'unnamed-near', 'unnamed'),
          own.away.at(form, away),
          own.place[away].at(
            form,
            placeOf(index, sentence - back, { ...phrase, titlesFrom: phrase.from }),
          ),
          text.headWay.at('unnamed-near', kind),
          text.openingWay.at('unnamed-near', openingOf(annotated, phrase.from)),
        ],
      });
    }
  }
  return found;
}
