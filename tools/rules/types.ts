/**
 * What rule files hold, as read: not yet compiled.
 * @module
 */
import type { LabelledKind } from '../../src/labels.ts';
import type { Takes } from '../../src/rules/types.ts';
import type { CueClass } from '../../src/schema/types.ts';
import type { Place } from './reader.ts';

export const MATCHES = ['phrase', 'line', 'start', 'end', 'words', 'expression'] as const;
export type Match = (typeof MATCHES)[number] | 'element';

export const CUE_CLASSES: readonly CueClass[] = [
  'neutral',
  'claim',
  'denial',
  'accusation',
  'promise',
  'demand',
  'question',
  'evaluation',
];

export const TAKES: readonly Takes[] = [
  'marks',
  'inverted',
  'clause',
  'person',
  'person-of',
  'infinitive',
  'noun',
  'as',
  'object-complement',
  'question',
  'for',
  'source-after',
  'inside',
  'text',
  'noun-cue',
];

/** What every entry of a rule file has. */
export interface Shared {
  readonly id: string;
  readonly place: Place;
  readonly language: string;
  readonly unless: readonly string[];
  readonly why: string;
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

export interface SourceRule extends Shared {
  readonly kind: LabelledKind | `lexicon/${string}`;
  readonly match: Match;
  readonly any: readonly string[];
  readonly certain: boolean;
  readonly minWords?: number;
  readonly maxWords?: number;
  readonly share?: number;
  readonly needs: readonly string[];
  /** Publishers' rules have it. */
  readonly weight?: number;
}

export interface SourceCue extends Shared {
  readonly class: CueClass;
  readonly takes: readonly Takes[];
  readonly verbs: readonly string[];
  readonly phrases: readonly string[];
}

/** Names in markup that hint at something. */
export interface SourceHint extends Shared {
  readonly hint: string;
  readonly any: readonly string[];
}

export interface SourceFile {
  /** Of a publisher's file: the domains that it is for. */
  readonly domains: readonly string[];
  readonly rules: readonly SourceRule[];
  readonly cues: readonly SourceCue[];
  readonly hints: readonly SourceHint[];
}
