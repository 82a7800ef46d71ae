/**
 * People without a name whom a pronoun may mean: those who spoke before, and those whom the text has just described.
 * @module
 */
import type { AnnotatedText } from '../annotation/annotated.ts';
import { isRole } from '../annotation/appositions.ts';
import { headOf } from '../annotation/mention-types.ts';
import type { Gender } from '../annotation/names.ts';
import type { NounPhrase } from '../annotation/noun-phrases.ts';
import { COMMA, DASH } from '../annotation/punctuation.ts';
import { NAME, NOUN } from '../annotation/tags.ts';
import { asDescribed, openingOf, wholeDescription } from './description.ts';
import { commonFeatures, featuresOfTurn } from './entity-features.ts';
import { mentionsWithin } from './entity-index.ts';
import { placeOf } from './mention-place.ts';
import { phrasesBefore } from './recent.ts';
import { SPEAKER_FEATURES, TURNS, type Agreement } from './model/features.ts';
import type { Referent, Resolution } from './resolution.ts';
import type { Ground } from './source.ts';

const { entity: own, own: text } = SPEAKER_FEATURES;

/** Sentences after which somebody without a name is no longer meant by a pronoun. Set by hand. */
const REACH = 2;
/** Phrases to look at in each of these sentences, from its end. It bounds the work in a long one. */
const MOST_PHRASES = 12;

export function unnamedBefore(ground: Ground, gender: Gender): readonly Referent[] {
  return [...whoSpoke(ground, gender), ...whoWasDescribed(ground, gender)];
}

function agreementOf(found: string | undefined, wanted: Gender): Agreement {
  if (!found) return 'unknown';
  return found === wanted ? 'known' : 'contrary';
}

function whoSpoke(ground: Ground, gender: Gender): readonly Referent[] {
  const { discourse, form, sentence, index, source } = ground;
  return discourse.flatMap((turn, number): readonly Referent[] => {
    const { resolution } = turn;
    const agreement = agreementOf(resolution.gender, gender);
    if (resolution.entity || !resolution.isPerson || agreement === 'contrary') return [];
    const rank = TURNS.list[Math.min(number, 2)] ?? 'third';
    const step = { mention: source, to: turn.source, why: 'pronoun' } as const;
    return [
      {
        resolution: { ...resolution, step: 'pronoun', trail: [step] },
        features: [
          ...commonFeatures(ground, 'unnamed-speaker', 'unnamed'),
          ...featuresOfTurn(index, form, sentence, turn, rank),
          own.gender.at(form, agreement),
        ],
      },
    ];
  });
}

function whoWasDescribed(ground: Ground, gender: Gender): readonly Referent[] {
  const { index, sentence, form } = ground;
  const { annotated } = index;
  const found: Referent[] = [];
  for (let back = 0; back <= REACH; back++) {
    for (const phrase of phrasesBefore(ground, sentence - back, MOST_PHRASES)) {
      const resolution = describedAs(ground, phrase, gender);
      if (!resolution) continue;
      const away = (['same', 'one', 'two'] as const)[back] ?? 'far';
      const place = placeOf(index, sentence - back, { ...phrase, titlesFrom: phrase.from });
      found.push({
        resolution,
        features: [
          ...commonFeatures(ground, 'unnamed-near', 'unnamed'),
          own.away.at(form, away),
          own.place[away].at(form, place),
          own.gender.at(form, agreementOf(resolution.gender, gender)),
          text.openingWay.at('unnamed-near', openingOf(annotated, phrase.from)),
        ],
      });
    }
  }
  return found;
}

function describedAs(
  { index, source }: Ground,
  phrase: NounPhrase,
  gender: Gender,
): Resolution | null {
  const { annotated } = index;
  if (phrase.pronoun || annotated.markOf[phrase.from] !== -1) return null;
  const head = headOf(annotated, phrase.from, phrase.to);
  if (annotated.classes.of[head] !== NOUN || !isRole(annotated, head)) return null;
  if (mentionsWithin(index, phrase).length > 0 || isApposed(annotated, phrase)) return null;
  const whole = wholeDescription(annotated, phrase, source.from);
  const step = { mention: source, to: whole, why: 'pronoun' } as const;
  const found = asDescribed(annotated, whole, head, { step: 'pronoun', trail: [step] });
  return found && agreementOf(found.gender, gender) !== 'contrary' ? found : null;
}

/** "Hale, the mayor,", "the mayor, Dana Hale,": a comma between it and a name. The name is the one to mean. */
export function isApposed({ classes, gaps }: AnnotatedText, { from, to }: NounPhrase): boolean {
  return (
    ((gaps[from] === COMMA || gaps[from] === DASH) && classes.of[from - 1] === NAME) ||
    (gaps[to] === COMMA && classes.of[to] === NAME)
  );
}
