/**
 * Speakers and whose each quote is, before both are written out.
 * @module
 */
import type { SpeakerType } from '../schema/types.ts';
import type { WordSpan } from '../text/spans.ts';
import type { Step } from './resolution.ts';

/** A speaker before it is written out. */
export interface RawSpeaker {
  readonly name: string;
  readonly type: SpeakerType;
  readonly role: string | null;
  readonly aliases: readonly string[];
  readonly mentions: readonly WordSpan[];
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
