/**
 * Where a mention stands: its place beside the cue, and what is in front of it.
 * @module
 */
import { numberFrom, type Scene, type Sentence } from '../../annotation/annotated.ts';
import { COMMA, DASH, PLAIN } from '../../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  CUE,
  CUE_ING,
  isCue,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  TIME,
  VERB,
} from '../../annotation/tags.ts';
import type { CueForm } from '../../rules/types.ts';

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

/** Whether a verb follows the words that end at `to`. */
export function isSubject(scene: Scene, to: number): boolean {
  const kind = scene.classes.of[to];
  return kind === VERB || kind === AUXILIARY || isCue(kind);
}

/** How the words between a mention and the cue look. */
export function leftPlace(scene: Scene, to: number, cueFrom: number): Place {
  if (to === cueFrom) return scene.gaps[to] === PLAIN ? 'adjacent' : 'aside';
  let auxiliary = false;
  let at = to;
  for (; at < cueFrom; at++) {
    const kind = scene.classes.of[at];
    if (scene.gaps[at] !== PLAIN && at > to) break;
    if (kind === AUXILIARY) auxiliary = true;
    else if (kind !== ADVERB && kind !== TIME && kind !== PREPOSITION) break;
  }
  if (at === cueFrom) return auxiliary ? 'auxiliary' : 'adverbs';
  const gapAfter = scene.gaps[to] as number;
  const gapBefore = asideEnd(scene, to, cueFrom);
  if ((gapAfter === COMMA || gapAfter === DASH) && gapBefore) return 'aside';
  if (isSubject(scene, to) && coordinatorBefore(scene, cueFrom)) return 'coordinated';
  return 'far';
}

/** Whether a comma or dash stands right before the cue, adverbs and auxiliaries aside. */
function asideEnd(scene: Scene, to: number, cueFrom: number): boolean {
  for (let at = cueFrom; at > to; at--) {
    const gap = scene.gaps[at];
    if (gap === COMMA || gap === DASH) return true;
    const kind = scene.classes.of[at - 1];
    if (kind !== ADVERB && kind !== AUXILIARY && kind !== TIME) return false;
  }
  return false;
}
