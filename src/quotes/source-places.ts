/**
 * Where a mention stands: its place beside the cue, and what is in front of it.
 * @module
 */
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  CUE,
  CUE_ING,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  VERB,
} from '../mentions/classes.ts';
import { PLAIN } from '../mentions/gaps.ts';
import type { CueForm } from '../rules/types.ts';
import { numberFrom, type Scene, type Sentence } from './scene.ts';

export const FORMS: readonly CueForm[] = ['base', 'present', 'past', 'participle', 'ing', 'phrase'];
export const PLACES = [
  'adjacent',
  'adverbs',
  'auxiliary',
  'aside',
  'coordinated',
  'far',
  'right',
  'right-far',
  'none',
  'within',
] as const;
export type Place = (typeof PLACES)[number];

export const BEFORES = [
  'start',
  'comma',
  'preposition',
  'verb',
  'cue',
  'coordinator',
  'subordinator',
  'mark',
  'other',
] as const;
export function whatIsBefore(
  scene: Scene,
  sentence: Sentence,
  from: number,
): (typeof BEFORES)[number] {
  if (from <= sentence.from) return 'start';
  if (scene.markOf[from - 1] !== -1) return 'mark';
  if (scene.gaps[from] !== PLAIN) return 'comma';
  switch (scene.classes.of[from - 1]) {
    case PREPOSITION:
      return 'preposition';
    case VERB:
    case AUXILIARY:
      return 'verb';
    case CUE:
    case CUE_ING:
      return 'cue';
    case COORDINATOR:
      return 'coordinator';
    case SUBORDINATOR:
    case RELATIVE:
      return 'subordinator';
    default:
      return 'other';
  }
}

/** Past a bracket behind the chunk that ends at `to`. */
export function reachOf(sentence: Sentence, to: number): number {
  const chunk = sentence.mentions[numberFrom(sentence.mentions, to) - 1];
  return chunk?.to === to ? chunk.reach : to;
}

/** Whether a coordinator ties a verb to the one before. */
export function coordinatorBefore(scene: Scene, cueFrom: number): boolean {
  for (let at = cueFrom - 1; at > cueFrom - 4 && at > 0; at--) {
    const kind = scene.classes.of[at];
    if (kind === COORDINATOR) return true;
    if (kind !== ADVERB && kind !== AUXILIARY) return false;
  }
  return false;
}
