/**
 * Who a source turned out to be, and by which steps.
 * @module
 */
import type { NameMention } from '../annotation/names.ts';
import type { StepReason, SpeakerType } from '../schema/types.ts';
import type { WordSpan } from '../text/spans.ts';
import { isAcronymOf } from './entities.ts';
import { typeOf } from './entity-index.ts';
import type { Entity, Named } from './entity.ts';

/** From one mention to another that tells more. */
export interface Step {
  readonly mention: WordSpan;
  readonly to: WordSpan;
  readonly why: StepReason;
}

/** Who a source is: an entity of the text, or somebody without a name. */
export interface Resolution {
  readonly entity: Entity | null;
  /** For somebody without a name: the description, without its article. */
  readonly description: string | null;
  readonly type: SpeakerType;
  /** Before calibration. */
  readonly confidence: number;
  /** How it was found, for the evidence. */
  readonly step: string;
  /** The way from the source to the name. */
  readonly trail: readonly Step[];
  /** For pronouns to come: whether a description is of one person, and of which gender if it tells. */
  readonly isPerson?: boolean;
  readonly gender?: string;
}

/** What has been resolved before, for pronouns and descriptions. */
export interface DiscourseState {
  readonly last: Resolution | null;
  /** Where its source stands. */
  readonly source: WordSpan | null;
  /** Sentence of the quote before. */
  readonly sentence: number;
}

export const INITIAL_STATE: DiscourseState = { last: null, source: null, sentence: -100 };

/** Somebody with a name, met at `named`; `by` is how the source led there. */
export function asEntity(
  { entity, mention }: Named,
  confidence: number,
  step: string,
  by: readonly Step[] = [],
): Resolution {
  const trail = [...by, ...toFullName(entity, mention)];
  return { entity, description: null, type: typeOf(entity), confidence, step, trail };
}

/** The step from a short form of a name to the fullest one. */
function toFullName(entity: Entity, mention: NameMention): readonly Step[] {
  if (mention.name === entity.name) return [];
  const why = reasonOf(mention.key, entity);
  return why ? [{ mention, to: entity.fullest, why }] : [];
}

function reasonOf(short: readonly string[], { key: full, name }: Entity): StepReason | null {
  if (short.join(' ') === full.join(' ')) return null;
  const [word = ''] = short;
  if (short.length === 1) {
    if (word === full.at(-1)) return 'surname';
    if (word === full[0]) return 'given-name';
    if (isAcronymOf(word, name)) return 'acronym';
  }
  return short.every((part) => full.includes(part)) ? 'short-form' : 'spelling';
}
