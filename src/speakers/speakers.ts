/**
 * Who speaks: entities of the text and people without a name, each with the quotes that are theirs.
 * @module
 */
import type { AnnotatedText } from '../annotation/annotated.ts';
import type { RawQuote } from '../quotes/quote.ts';
import type { SpeakerType } from '../schema/types.ts';
import { namesOf } from './entities.ts';
import { indexEntities, type EntityIndex } from './entity-index.ts';
import type { Entity } from './entity.ts';
import { likeliest, speakerModelOf, type SpeakerModel } from './model/model.ts';
import { referentsOf } from './referents.ts';
import {
  afterTurn,
  type Discourse,
  type Referent,
  type Resolution,
  type Step,
} from './resolution.ts';

/** A speaker before it is written out. `mentions` are half-open word numbers. */
export interface RawSpeaker {
  readonly name: string;
  readonly type: SpeakerType;
  readonly role?: string;
  readonly aliases: readonly string[];
  readonly mentions: readonly { readonly from: number; readonly to: number }[];
  /** Numbers of the quotes. */
  readonly quotes: readonly number[];
}

export interface Attribution {
  /** Number of the speaker, or -1. */
  readonly speaker: number;
  /** How often such speakers are right. */
  readonly confidence: number;
  readonly step: string;
  /** The way from the source to the speaker's name. */
  readonly trail: readonly Step[];
}

/** Resolves the sources of all quotes. Linear in the text. */
export function findSpeakers(
  annotated: AnnotatedText,
  quotes: readonly RawQuote[],
): { readonly speakers: readonly RawSpeaker[]; readonly attributions: readonly Attribution[] } {
  const index = indexEntities(annotated);
  const model = speakerModelOf(annotated.rules, annotated.lexicon.profile.language);
  const drafts = new Map<Entity | string, Draft>();
  const attributions: Attribution[] = [];
  resolveAll(index, quotes, (referents, number) => {
    const found = surest(referents, model);
    if (!found) {
      attributions[number] = NOBODY;
      return null;
    }
    const quote = quotes[number] as RawQuote;
    const { step, trail } = found.resolution;
    const speaker = noteQuote(drafts, found.resolution, quote, number);
    const most = quote.source ? 1 : MOST_FOR_ELIDED;
    attributions[number] = { speaker, confidence: Math.min(most, found.confidence), step, trail };
    return found.resolution;
  });
  return { speakers: [...drafts.values()].map((draft) => toSpeaker(index, draft)), attributions };
}

/**
 * Walks over the quotes in their order: each choice is among those whom the source may mean after the choices before.
 * @param choose answers who is meant by a quote's number, null for nobody
 */
export function resolveAll(
  index: EntityIndex,
  quotes: readonly RawQuote[],
  choose: (referents: readonly Referent[], number: number) => Resolution | null,
): void {
  let discourse: Discourse = [];
  quotes.forEach((quote, number) => {
    const { sentence } = quote;
    const source = quote.source ?? (quote.by === 'cue' ? (quote.elided ?? null) : null);
    const { form, all } = source
      ? referentsOf(index, quote, source, discourse)
      : ({ form: 'name', all: [] } as const);
    const resolution = choose(all, number);
    if (resolution && source)
      discourse = afterTurn(discourse, { resolution, source, form, sentence });
  });
}

/**
 * Nobody rather than somebody who is less sure than this. Set by hand: `rules/weights/speakers-report.md` has what other values
 * do. At 0.5 one in a hundred fewer of the English names is
 * wrong and three of the German ones, and one and four in a hundred quotes lose the right name.
 */
const LEAST_CONFIDENCE = 0.4;

/**
 * Confidence in whom a verb without a subject means, at most: it was learned from sources that stand there. Set by hand, by how many of
 * fifty such speakers in Spanish and Portuguese news were right.
 */
const MOST_FOR_ELIDED = 0.8;

function surest(
  referents: readonly Referent[],
  model: SpeakerModel,
): { readonly resolution: Resolution; readonly confidence: number } | null {
  const choice = likeliest(referents, model);
  if (!choice || choice.confidence < LEAST_CONFIDENCE) return null;
  return { resolution: choice.referent.resolution, confidence: choice.confidence };
}

const NOBODY: Attribution = { speaker: -1, confidence: 0, step: 'none', trail: [] };

interface Draft {
  readonly number: number;
  readonly name: string;
  readonly type: SpeakerType;
  readonly entity: Entity | null;
  readonly quotes: number[];
  readonly spans: { readonly from: number; readonly to: number }[];
}

/** Adds a quote to those of its speaker; answers the number of the speaker. */
function noteQuote(
  drafts: Map<Entity | string, Draft>,
  { entity, description, type }: Resolution,
  { source }: RawQuote,
  quote: number,
): number {
  const key = entity ?? (description as string).toLowerCase();
  const draft = drafts.get(key);
  if (draft) {
    draft.quotes.push(quote);
    if (source) draft.spans.push(source);
    return draft.number;
  }
  const number = drafts.size;
  const name = entity?.name ?? (description as string);
  drafts.set(key, { number, name, type, entity, quotes: [quote], spans: source ? [source] : [] });
  return number;
}

function toSpeaker(index: EntityIndex, { name, type, entity, quotes, spans }: Draft): RawSpeaker {
  const role = entity ? index.roles.roleOf(entity) : undefined;
  return {
    name,
    type,
    ...(role === undefined ? {} : { role }),
    aliases: entity ? [...namesOf(entity)].filter((alias) => alias !== name) : [],
    mentions: mergeSpans([...(entity?.mentions ?? []), ...spans]),
    quotes,
  };
}

/** In order, a span that lies in another left out. */
function mergeSpans(
  spans: readonly { readonly from: number; readonly to: number }[],
): readonly { readonly from: number; readonly to: number }[] {
  const kept: { readonly from: number; readonly to: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (!last || span.from >= last.to) kept.push(span);
  }
  // Without the room to grow: there may be tens of thousands of speakers.
  return kept.slice();
}
