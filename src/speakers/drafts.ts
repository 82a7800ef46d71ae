/**
 * Speakers while their quotes are gathered. A text may have tens of thousands, each with one quote, so each is one object.
 * @module
 */
import type { RawQuote } from '../quotes/quote.ts';
import type { SpeakerType } from '../schema/types.ts';
import type { WordSpan } from '../text/spans.ts';
import { namesOf } from './entities.ts';
import type { Entity } from './entity.ts';
import type { Resolution } from './resolution.ts';
import type { RoleIndex } from './roles.ts';
import type { Attribution, RawSpeaker } from './speaker.ts';

/** A speaker that is not finished. */
interface Draft extends RawSpeaker {
  readonly name: string;
  readonly type: SpeakerType;
  role: string | null;
  aliases: readonly string[];
  mentions: WordSpan[];
  readonly quotes: number[];
}

const NO_ALIASES: readonly string[] = [];

export class SpeakerDrafts {
  readonly #numbers = new Map<Entity | string, number>();
  readonly #speakers: Draft[] = [];
  /** Whom each speaker is; null for those without a name. */
  readonly #entities: (Entity | null)[] = [];
  readonly #last: (Attribution | undefined)[] = [];

  /** Adds a quote to those of its speaker; answers the speaker's number. */
  note({ entity, description, type }: Resolution, { source }: RawQuote, quote: number): number {
    const key = entity ?? (description as string).toLowerCase();
    const known = this.#numbers.get(key);
    if (known !== undefined) {
      const { quotes, mentions } = this.#speakers[known] as Draft;
      quotes.push(quote);
      if (source) mentions.push(source);
      return known;
    }
    const number = this.#speakers.length;
    this.#numbers.set(key, number);
    this.#entities.push(entity);
    this.#speakers.push({
      name: entity?.name ?? (description as string),
      type,
      role: null,
      aliases: NO_ALIASES,
      mentions: source ? [source] : [],
      quotes: [quote],
    });
    return number;
  }

  /** The last attribution to its speaker once more, if the new one is equal: some speak ten thousand times. */
  again(next: Attribution): Attribution {
    const last = this.#last[next.speaker];
    const isSame =
      last !== undefined &&
      last.confidence === next.confidence &&
      last.step === next.step &&
      last.trail === next.trail;
    return isSame ? last : (this.#last[next.speaker] = next);
  }

  /** The speakers by number, with all that the text tells of them. No quotes may be added later. */
  done(roles: RoleIndex): RawSpeaker[] {
    this.#speakers.forEach((speaker, number) => {
      const entity = this.#entities[number];
      if (entity) {
        speaker.role = roles.roleOf(entity) ?? null;
        const aliases = [...namesOf(entity)].filter((alias) => alias !== speaker.name);
        if (aliases.length > 0) speaker.aliases = aliases;
        speaker.mentions = mergeSpans([...entity.mentions, ...speaker.mentions]);
      } else if (speaker.mentions.length > 1) speaker.mentions = mergeSpans(speaker.mentions);
    });
    return this.#speakers;
  }
}

/** In order, a span that lies in another left out. */
function mergeSpans(spans: readonly WordSpan[]): WordSpan[] {
  const kept: WordSpan[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    // Of a name's mention nothing else is kept.
    if (!last || from >= last.to) kept.push({ from, to });
  }
  // Without the room to grow.
  return kept.slice();
}
