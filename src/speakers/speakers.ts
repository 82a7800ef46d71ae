/**
 * Who speaks: entities of the text and people without a name, each with the quotes that are theirs.
 * @module
 */
import type { RawQuote } from '../quotes/find.ts';
import type { Scene } from '../quotes/scene.ts';
import type { SpeakerType } from '../types.ts';
import { castOf, type Cast } from './cast.ts';
import type { Entity } from './people.ts';
import { resolve } from './resolve.ts';
import { NOTHING_YET, type Memory, type Resolution, type Step } from './resolution.ts';

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
  readonly confidence: number;
  readonly step: string;
  /** The way from the source to the speaker's name. */
  readonly trail: readonly Step[];
}

/** Resolves the sources of all quotes. Linear in the text. */
export function findSpeakers(
  scene: Scene,
  quotes: readonly RawQuote[],
): { readonly speakers: readonly RawSpeaker[]; readonly attributions: readonly Attribution[] } {
  const cast = castOf(scene);
  const resolutions: (Resolution | null)[] = [];
  let memory: Memory = NOTHING_YET;
  for (const quote of quotes) {
    const resolution = resolve(cast, quote, memory);
    resolutions.push(resolution);
    if (resolution) memory = { last: resolution, source: quote.source, sentence: quote.sentence };
  }
  return collect(cast, quotes, resolutions);
}

interface Draft {
  readonly name: string;
  readonly type: SpeakerType;
  readonly entity: Entity | null;
  readonly quotes: number[];
  readonly spans: { readonly from: number; readonly to: number }[];
}

function collect(
  cast: Cast,
  quotes: readonly RawQuote[],
  resolutions: readonly (Resolution | null)[],
): { readonly speakers: readonly RawSpeaker[]; readonly attributions: readonly Attribution[] } {
  const drafts = new Map<Entity | string, Draft>();
  const numbers = new Map<Draft, number>();
  const attributions = resolutions.map((resolution, i): Attribution => {
    if (!resolution) return { speaker: -1, confidence: 0, step: 'none', trail: [] };
    const { entity, description, type, confidence, step, trail } = resolution;
    const key = entity ?? (description as string).toLowerCase();
    const draft = drafts.get(key) ?? {
      name: entity?.name ?? (description as string),
      type,
      entity,
      quotes: [],
      spans: [],
    };
    if (!drafts.has(key)) {
      drafts.set(key, draft);
      numbers.set(draft, drafts.size - 1);
    }
    draft.quotes.push(i);
    const source = quotes[i]?.source;
    if (source) draft.spans.push(source);
    return { speaker: numbers.get(draft) as number, confidence, step, trail };
  });
  return { speakers: [...drafts.values()].map((draft) => toSpeaker(cast, draft)), attributions };
}

function toSpeaker(cast: Cast, { name, type, entity, quotes, spans }: Draft): RawSpeaker {
  const role = entity ? cast.roles.roleOf(entity) : undefined;
  const named = entity?.mentions.map(({ from, to }) => ({ from, to })) ?? [];
  return {
    name,
    type,
    ...(role === undefined ? {} : { role }),
    aliases: entity ? [...entity.aliases].filter((alias) => alias !== name) : [],
    mentions: mergeSpans([...named, ...spans]),
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
  return kept;
}
