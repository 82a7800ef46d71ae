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
  readonly role: string | null;
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

/**
 * Resolves the sources of all quotes. Linear in the text.
 * @param explain whether the ways to the speakers' names are wanted; they are empty if not
 */
export function findSpeakers(
  annotated: AnnotatedText,
  quotes: Iterable<RawQuote>,
  explain = true,
): { readonly speakers: readonly RawSpeaker[]; readonly attributions: readonly Attribution[] } {
  const index = indexEntities(annotated);
  const model = speakerModelOf(annotated.rules, annotated.lexicon.profile.language);
  const drafts = new Map<Entity | string, Draft>();
  const attributions: Attribution[] = [];
  resolveAll(index, quotes, (referents, number, quote) => {
    const found = surest(referents, model);
    if (!found) {
      attributions[number] = NOBODY;
      return null;
    }
    const { step } = found.resolution;
    const trail = explain ? found.resolution.trail : NO_TRAIL;
    const draft = noteQuote(drafts, found.resolution, quote, number);
    const { confidence } = found;
    attributions[number] = draft.last = sameAs(draft.last, {
      speaker: draft.number,
      confidence,
      step,
      trail,
    });
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
  quotes: Iterable<RawQuote>,
  choose: (referents: readonly Referent[], number: number, quote: RawQuote) => Resolution | null,
): void {
  let discourse: Discourse = [];
  let number = 0;
  for (const quote of quotes) {
    const { source, sentence } = quote;
    const { form, all } = source
      ? referentsOf(index, quote, source, discourse)
      : ({ form: 'name', all: [] } as const);
    const resolution = choose(all, number++, quote);
    if (resolution && source)
      discourse = afterTurn(discourse, { resolution, source, form, sentence });
  }
}

/**
 * Nobody rather than somebody who is less sure than this. Set by hand: `rules/weights/speakers-report.md` has what other values
 * do. At 0.5 one in a hundred fewer of the English names is
 * wrong and three of the German ones, and one and four in a hundred quotes lose the right name.
 */
const LEAST_CONFIDENCE = 0.4;

function surest(
  referents: readonly Referent[],
  model: SpeakerModel,
): { readonly resolution: Resolution; readonly confidence: number } | null {
  const choice = likeliest(referents, model);
  if (!choice || choice.confidence < LEAST_CONFIDENCE) return null;
  return { resolution: choice.referent.resolution, confidence: choice.confidence };
}

const NO_TRAIL: Attribution['trail'] = [];
const NOBODY: Attribution = { speaker: -1, confidence: 0, step: 'none', trail: NO_TRAIL };

/** The last attribution of a speaker once more, if the next one is equal: some speak ten thousand times. */
function sameAs(last: Attribution | null, next: Attribution): Attribution {
  const isSameAgain =
    last !== null &&
    last.confidence === next.confidence &&
    last.step === next.step &&
    last.trail === next.trail;
  return isSameAgain ? last : next;
}

interface Draft {
  readonly number: number;
  readonly name: string;
  readonly type: SpeakerType;
  readonly entity: Entity | null;
  readonly quotes: number[];
  readonly spans: { readonly from: number; readonly to: number }[];
  last: Attribution | null;
}

/** Adds a quote to those of its speaker; answers what is known of the speaker. */
function noteQuote(
  drafts: Map<Entity | string, Draft>,
  { entity, description, type }: Resolution,
  { source }: RawQuote,
  quote: number,
): Draft {
  const key = entity ?? (description as string).toLowerCase();
  const draft = drafts.get(key);
  if (draft) {
    draft.quotes.push(quote);
    if (source) draft.spans.push(source);
    return draft;
  }
  const name = entity?.name ?? (description as string);
  const spans = source ? [source] : [];
  const first = { number: drafts.size, name, type, entity, quotes: [quote], spans, last: null };
  drafts.set(key, first);
  return first;
}

const NO_ALIASES: readonly string[] = [];

function toSpeaker(index: EntityIndex, { name, type, entity, quotes, spans }: Draft): RawSpeaker {
  const aliases = entity ? [...namesOf(entity)].filter((alias) => alias !== name) : NO_ALIASES;
  return {
    name,
    type,
    role: (entity && index.roles.roleOf(entity)) ?? null,
    // There may be tens of thousands of speakers, hardly any with more than one name.
    aliases: aliases.length === 0 ? NO_ALIASES : aliases,
    mentions: mergeSpans([...(entity?.mentions ?? []), ...spans]),
    quotes,
  };
}

/** In order, a span that lies in another left out. */
function mergeSpans(
  spans: readonly { readonly from: number; readonly to: number }[],
): readonly { readonly from: number; readonly to: number }[] {
  const kept: { readonly from: number; readonly to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    // Of a name's mention nothing else is kept.
    if (!last || from >= last.to) kept.push({ from, to });
  }
  // Without the room to grow: there may be tens of thousands of speakers.
  return kept.slice();
}
