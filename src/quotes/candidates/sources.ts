/**
 * Who may be the source of a cue: mentions to its left and right, with what speaks for each.
 * @module
 */
import { numberFrom, type Scene, type Sentence } from '../../annotation/annotated.ts';
import { headOf, kindOf, KINDS } from '../../annotation/mention-types.ts';
import type { Chunk } from '../../annotation/noun-phrases.ts';
import { COMMA, PLAIN } from '../../annotation/punctuation.ts';
import {
  AUXILIARY,
  COORDINATOR,
  CUE,
  CUE_ING,
  isCue,
  POSSESSIVE,
  PREPOSITION,
  RELATIVE,
  TIME,
  VERB,
} from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import { flag, grid, group, steps } from '../model/features.ts';
import { caseFeatures } from './source-case.ts';
import {
  BEFORES,
  isSubject,
  leftPlace,
  FORMS,
  PLACES,
  reachOf,
  whatIsBefore,
  type Place,
} from './source-position.ts';

/** A possible source: half-open word numbers, or null for "nobody is named"; and the features that hold. */
export interface SourceCandidate {
  readonly from: number;
  readonly to: number;
  readonly features: readonly number[];
}

const placeOfForm = grid('source/place+form', PLACES, FORMS);
const placeOfKind = grid('source/place+kind', PLACES, KINDS);
const beforeSource = group('source/before', BEFORES);
const after = group('source/after', [
  'cue',
  'verb',
  'auxiliary',
  'comma',
  'preposition',
  'coordinator',
  'mark',
  'end',
  'other',
]);
const chunksBetween = steps('source/chunks-between', [0, 1, 2, 3, 5]);
const wordsBetween = steps('source/words-between', [0, 1, 3, 6, 12, 20]);
const length = steps('source/words', [1, 2, 4, 8]);
const first = flag('source/first-of-sentence');
const attached = group('source/attached', ['none', 'all', 'dropped', 'last']);
const cuesBetween = steps('source/cues-between', [0, 1, 2]);
const commasBetween = steps('source/commas-between', [0, 1, 2, 3]);
const relativeBetween = flag('source/relative-between');
const circumstance = flag('source/attached-circumstance');
/** "a spokesman for Reed": whoever stands behind such a preposition does not speak. */
const behind = group('source/behind', ['spokesperson', 'role', 'other']);
const sameSubject = flag('source/subject-of-first-verb');

const MOST_LEFT = 7;
const MOST_WORDS_LEFT = 45;

/** Candidates to the left of a cue, from near to far. */
export function sourcesLeft(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
): readonly SourceCandidate[] {
  const { mentions: chunks } = sentence;
  let nearest = chunks.length - 1;
  while (nearest >= 0 && (chunks[nearest] as Chunk).to > cue.from) nearest--;
  const found: SourceCandidate[] = [...sourceWithin(scene, sentence, cue)];
  for (let i = nearest; i >= 0 && found.length < MOST_LEFT; i--) {
    const chunk = chunks[i] as Chunk;
    if (cue.from - chunk.to > MOST_WORDS_LEFT) break;
    if (isRepresented(scene, sentence, chunk.from)) continue;
    const chain = chainEnd(scene, chunks, i, nearest);
    const between = nearest - i;
    found.push(
      leftCandidate(
        scene,
        sentence,
        cue,
        chunk.from,
        chunk.to,
        between,
        chain > i ? 'dropped' : 'none',
      ),
    );
    if (chain > i) {
      const end = (chunks[chain] as Chunk).to;
      found.push(leftCandidate(scene, sentence, cue, chunk.from, end, nearest - chain, 'all'));
    }
  }
  const opening = chunks[0];
  if (opening && opening.to <= cue.from && !found.some((c) => c.from === opening.from))
    found.push(leftCandidate(scene, sentence, cue, opening.from, opening.to, nearest, 'none'));
  return found;
}

/** "a spokesman for | Reed": whoever is spoken for does not speak. */
function isRepresented({ classes, lexicon }: Scene, sentence: Sentence, from: number): boolean {
  const isTied = from - 2 >= sentence.from && classes.of[from - 1] === PREPOSITION;
  return isTied && lexicon.has(from - 2, 'spokesperson');
}

/** The last chunk that prepositions or the genitive tie to chunk `i` without a break, up to `limit`. */
function chainEnd(scene: Scene, chunks: readonly Chunk[], i: number, limit: number): number {
  let last = i;
  while (last < limit && last - i < 3) {
    const here = chunks[last] as Chunk;
    const next = chunks[last + 1] as Chunk;
    const joined =
      next.from === here.to + 1 &&
      scene.classes.of[here.to] === PREPOSITION &&
      scene.gaps[here.to] === PLAIN &&
      scene.gaps[next.from] === PLAIN;
    const owned =
      next.from === here.to &&
      scene.gaps[next.from] === PLAIN &&
      scene.lexicon.has(next.from, 'genitive');
    if ((!joined && !owned) || here.pronoun) break;
    last++;
  }
  return last;
}

function leftCandidate(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
  from: number,
  to: number,
  between: number,
  attachment: 'none' | 'all' | 'dropped',
): SourceCandidate {
  const place = leftPlace(scene, reachOf(sentence, to), cue.from);
  const features = common(scene, sentence, cue, from, to, place);
  features.push(chunksBetween(between), wordsBetween(cue.from - to), attached.at(attachment));
  features.push(cuesBetween(countCues(scene, to, cue.from)));
  features.push(commasBetween(countIn(scene.gaps, COMMA, to, cue.from + 1)));
  if (countIn(scene.classes.of, RELATIVE, to, cue.from) > 0) features.push(relativeBetween);
  if (sentence.mentions[0]?.from === from) features.push(first);
  if (isSubject(scene, to) && countCues(scene, sentence.from, from) === 0)
    features.push(sameSubject);
  return { from, to, features };
}

function countIn(values: Uint8Array, wanted: number, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) if (values[i] === wanted) n++;
  return n;
}

function countCues(scene: Scene, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) if (isCue(scene.classes.of[i])) n++;
  return n;
}

/** Candidates to the right of a cue: the phrase that follows it, short and with its attachments. */
export function sourcesRight(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
): readonly SourceCandidate[] {
  const { mentions: chunks } = sentence;
  // "affirme-t-elle": a sound between the two.
  const at = scene.lexicon.has(cue.to, 'liaison') ? cue.to + 1 : cue.to;
  const i = numberFrom(chunks, at);
  const chunk = chunks[i];
  if (!chunk || chunk.from - at > 2) return [];
  const place: Place = chunk.from === at && scene.gaps[at] === PLAIN ? 'right' : 'right-far';
  const spans: [number, 'none' | 'all' | 'dropped'][] = [];
  const chain = chainEnd(scene, chunks, i, chunks.length - 1);
  spans.push([chunk.to, chain > i ? 'dropped' : 'none']);
  if (chain > i) spans.push([(chunks[chain] as Chunk).to, 'all']);
  if (chain > i + 1) spans.push([(chunks[i + 1] as Chunk).to, 'all']);
  return spans.map(([to, attachment]) => ({
    from: chunk.from,
    to,
    features: [
      ...common(scene, sentence, cue, chunk.from, to, place),
      attached.at(attachment),
      wordsBetween(chunk.from - at),
    ],
  }));
}

/** "seiner Ansicht nach": whose words they are stands in the expression itself. */
function sourceWithin(scene: Scene, sentence: Sentence, cue: CueHit): readonly SourceCandidate[] {
  if (!scene.classes.capitalNouns || cue.form !== 'phrase') return [];
  for (let w = cue.from; w < cue.to; w++)
    if (scene.classes.of[w] === POSSESSIVE)
      return [{ from: w, to: w + 1, features: common(scene, sentence, cue, w, w + 1, 'within') }];
  return [];
}

/** Nobody is named. */
export function noSource(cue: CueHit): SourceCandidate {
  return {
    from: -1,
    to: -1,
    features: [placeOfForm(PLACES.indexOf('none'), FORMS.indexOf(cue.form))],
  };
}

function common(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
  from: number,
  to: number,
  place: Place,
): number[] {
  const head = headOf(scene, from, to);
  const features = [
    placeOfForm(PLACES.indexOf(place), FORMS.indexOf(cue.form)),
    placeOfKind(PLACES.indexOf(place), KINDS.indexOf(kindOf(scene, from, head))),
    beforeSource.at(whatIsBefore(scene, sentence, from)),
    after.at(whatIsAfter(scene, sentence, to)),
    length(to - from),
  ];
  if (hasCircumstance(scene, head + 1, to)) features.push(circumstance);
  if (from > sentence.from && scene.classes.of[from - 1] === PREPOSITION)
    features.push(behind.at(whoIsBehind(scene, from - 2)));
  if (scene.lexicon.lists('oblique'))
    features.push(...caseFeatures(scene, sentence, cue, from, to, place));
  return features;
}

/** Who the preposition in front of a mention goes on from. */
function whoIsBehind({ lexicon }: Scene, word: number): Parameters<typeof behind.at>[0] {
  if (lexicon.has(word, 'spokesperson')) return 'spokesperson';
  return lexicon.has(word, 'role') ? 'role' : 'other';
}

/** "in an interview", "on Monday": an attachment that tells where or when, not who. */
function hasCircumstance(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      scene.lexicon.has(i, 'medium') ||
      scene.lexicon.has(i, 'document') ||
      scene.classes.of[i] === TIME
    )
      return true;
  return false;
}

function whatIsAfter(scene: Scene, sentence: Sentence, to: number): Parameters<typeof after.at>[0] {
  if (to >= sentence.to) return 'end';
  if (scene.markOf[to] !== -1) return 'mark';
  if (scene.gaps[to] !== PLAIN) return 'comma';
  switch (scene.classes.of[to]) {
    case CUE:
    case CUE_ING:
      return 'cue';
    case VERB:
      return 'verb';
    case AUXILIARY:
      return 'auxiliary';
    case PREPOSITION:
      return 'preposition';
    case COORDINATOR:
      return 'coordinator';
    default:
      return 'other';
  }
}
