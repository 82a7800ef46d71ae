/**
 * Who a source turned out to be, by which steps, and who spoke before.
 * @module
 */
import type { NameMention } from '../annotation/names.ts';
import type { StepReason, SpeakerType } from '../schema/types.ts';
import type { WordSpan } from '../text/spans.ts';
import { isAcronymOf } from './entities.ts';
import { typeOf } from './entity-index.ts';
import type { Entity, Named } from './entity.ts';
import type { Form } from './model/features.ts';

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
  /** How it was found, for the evidence. */
  readonly step: string;
  /** The way from the source to the name. */
  readonly trail: readonly Step[];
  /** For pronouns to come: whether a description is of one person, and of which gender if it tells. */
  readonly isPerson?: boolean;
  readonly gender?: string;
}

/** One whom a source may mean, with what speaks for and against it. */
export interface Referent {
  readonly resolution: Resolution;
  /** Numbers in the space of {@link SPEAKER_FEATURES}. */
  readonly features: readonly number[];
}

/** Somebody has spoken. */
export interface Turn {
  readonly resolution: Resolution;
  readonly source: WordSpan;
  readonly form: Form;
  readonly sentence: number;
}

/** Those who spoke before a quote, from the last one back, each once. At most {@link MOST_TURNS}. */
export type Discourse = readonly Turn[];

/** How many speakers a story keeps apart at a time. Set by hand; it bounds the work. */
const MOST_TURNS = 4;

/** The discourse behind one more turn. */
export function afterTurn(discourse: Discourse, turn: Turn): Discourse {
  const others = discourse.filter(({ resolution }) => !isSame(resolution, turn.resolution));
  return [turn, ...others].slice(0, MOST_TURNS);
}

/** Whether two sources were resolved to one. */
export function isSame(one: Resolution, other: Resolution): boolean {
  if (one.entity || other.entity) return one.entity === other.entity;
  return one.description?.toLowerCase() === other.description?.toLowerCase();
}

/** Somebody with a name, met at `named`; `by` is how the source led there. */
export function asEntity(
  { entity, mention }: Named,
  step: string,
  by: readonly Step[] = [],
): Resolution {
  const trail = [...by, ...toFullName(entity, mention)];
  return { entity, description: null, type: typeOf(entity), step, trail };
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
