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
import { BEFORE, PLACE, type Before, type Place } from './names.ts';

/** What is right in front of a possible source. */
export function whatIsBefore(scene: Scene, sentence: Sentence, from: number): Before {
  if (from <= sentence.from) return BEFORE.start;
  if (scene.markOf[from - 1] !== -1) return BEFORE.mark;
  if (scene.gaps[from] !== PLAIN) return BEFORE.comma;
  switch (scene.classes.of[from - 1]) {
    case PREPOSITION:
      return BEFORE.preposition;
    case VERB:
    case AUXILIARY:
      return BEFORE.verb;
    case CUE:
    case CUE_ING:
      return BEFORE.cue;
    case COORDINATOR:
      return BEFORE.coordinator;
    case SUBORDINATOR:
    case RELATIVE:
      return BEFORE.subordinator;
    default:
      return BEFORE.other;
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

/** Where a mention to the left of a cue is, by the words between them. */
export function leftPlace(scene: Scene, to: number, cueFrom: number): Place {
  if (to === cueFrom) return scene.gaps[to] === PLAIN ? PLACE.adjacent : PLACE.aside;
  let auxiliary = false;
  let at = to;
  for (; at < cueFrom; at++) {
    const kind = scene.classes.of[at];
    if (scene.gaps[at] !== PLAIN && at > to) break;
    if (kind === AUXILIARY) auxiliary = true;
    else if (kind !== ADVERB && kind !== TIME && kind !== PREPOSITION) break;
  }
  if (at === cueFrom) return auxiliary ? PLACE.auxiliary : PLACE.adverbs;
  const gapAfter = scene.gaps[to] as number;
  const gapBefore = asideEnd(scene, to, cueFrom);
  if ((gapAfter === COMMA || gapAfter === DASH) && gapBefore) return PLACE.aside;
  if (isSubject(scene, to) && coordinatorBefore(scene, cueFrom)) return PLACE.coordinated;
  return PLACE.far;
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
