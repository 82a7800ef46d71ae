/**
 * Who may be the source of a cue: mentions to its left and right, each with its features.
 * @module
 */
import { numberFrom, type Scene, type Sentence } from '../../annotation/annotated.ts';
import { headOf, kindOf } from '../../annotation/mention-types.ts';
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
import type { WordSpan } from '../../text/spans.ts';
import { CANDIDATE_FEATURES } from './features.ts';
import {
  AFTER,
  ATTACHED,
  BEHIND,
  FORM,
  KIND,
  PLACE,
  type After,
  type Attachment,
  type Behind,
  type Place,
} from './names.ts';
import { caseFeatures } from './source-case.ts';
import { isSubject, leftPlace, reachOf, whatIsBefore } from './source-position.ts';

const { source: F } = CANDIDATE_FEATURES;

/** A possible source, with the features that hold for it. Null stands for "nobody is named". */
export interface SourceCandidate {
  readonly span: WordSpan | null;
  readonly features: readonly number[];
}

/** A possible source that is named. */
export interface NamedSource extends SourceCandidate {
  readonly span: WordSpan;
}

const MOST_LEFT = 7;
const MOST_WORDS_LEFT = 45;

/** Candidates to the left of a cue, from near to far. */
export function sourcesLeft(scene: Scene, sentence: Sentence, cue: CueHit): readonly NamedSource[] {
  const { mentions: chunks } = sentence;
  let nearest = chunks.length - 1;
  while (nearest >= 0 && (chunks[nearest] as Chunk).to > cue.from) nearest--;
  const found: NamedSource[] = [...sourceWithin(scene, sentence, cue)];
  const add = (span: WordSpan, between: number, attachment: Attachment): void => {
    found.push(leftCandidate(scene, sentence, cue, span, between, attachment));
  };
  for (let i = nearest; i >= 0 && found.length < MOST_LEFT; i--) {
    const { from, to } = chunks[i] as Chunk;
    if (cue.from - to > MOST_WORDS_LEFT) break;
    if (isRepresented(scene, sentence, from)) continue;
    const chain = chainEnd(scene, chunks, i, nearest);
    add({ from, to }, nearest - i, chain > i ? ATTACHED.dropped : ATTACHED.none);
    if (chain > i) add({ from, to: (chunks[chain] as Chunk).to }, nearest - chain, ATTACHED.all);
  }
  const opening = chunks[0];
  if (opening && opening.to <= cue.from && !found.some(({ span }) => span.from === opening.from))
    add({ from: opening.from, to: opening.to }, nearest, ATTACHED.none);
  return found;
}

/** "a spokesman for | Reed": Reed does not speak. */
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
  span: WordSpan,
  between: number,
  attachment: Attachment,
): NamedSource {
  const { from, to } = span;
  const place = leftPlace(scene, reachOf(sentence, to), cue.from);
  const features = common(scene, sentence, cue, span, place);
  features.push(F.chunksBetween.at(between), F.wordsBetween.at(cue.from - to));
  features.push(F.attached.cell(attachment));
  features.push(F.cuesBetween.at(countCues(scene, to, cue.from)));
  features.push(F.commasBetween.at(countIn(scene.gaps, COMMA, to, cue.from + 1)));
  if (countIn(scene.classes.of, RELATIVE, to, cue.from) > 0) features.push(F.relativeBetween);
  if (sentence.mentions[0]?.from === from) features.push(F.firstOfSentence);
  if (isSubject(scene, to) && countCues(scene, sentence.from, from) === 0)
    features.push(F.subjectOfFirstVerb);
  return { span, features };
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
): readonly NamedSource[] {
  const { mentions: chunks } = sentence;
  // "affirme-t-elle": a sound between the two.
  const at = scene.lexicon.has(cue.to, 'liaison') ? cue.to + 1 : cue.to;
  const i = numberFrom(chunks, at);
  const chunk = chunks[i];
  if (!chunk || chunk.from - at > 2) return [];
  const place: Place =
    chunk.from === at && scene.gaps[at] === PLAIN ? PLACE.right : PLACE['right-far'];
  const ends: [to: number, attachment: Attachment][] = [];
  const chain = chainEnd(scene, chunks, i, chunks.length - 1);
  ends.push([chunk.to, chain > i ? ATTACHED.dropped : ATTACHED.none]);
  if (chain > i) ends.push([(chunks[chain] as Chunk).to, ATTACHED.all]);
  if (chain > i + 1) ends.push([(chunks[i + 1] as Chunk).to, ATTACHED.all]);
  return ends.map(([to, attachment]) => {
    const span = { from: chunk.from, to };
    const features = common(scene, sentence, cue, span, place);
    features.push(F.attached.cell(attachment), F.wordsBetween.at(chunk.from - at));
    return { span, features };
  });
}

/** "seiner Ansicht nach": the expression itself names the source. */
function sourceWithin(scene: Scene, sentence: Sentence, cue: CueHit): readonly NamedSource[] {
  if (!scene.lexicon.profile.sourceInExpression || cue.form !== 'phrase') return [];
  for (let w = cue.from; w < cue.to; w++) {
    if (scene.classes.of[w] !== POSSESSIVE) continue;
    const span = { from: w, to: w + 1 };
    return [{ span, features: common(scene, sentence, cue, span, PLACE.within) }];
  }
  return [];
}

/** The candidate for cues whose source is not named. */
export function nobody(cue: CueHit): SourceCandidate {
  return { span: null, features: [F.placeForm.cell(PLACE.none, FORM[cue.form])] };
}

function common(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
  { from, to }: WordSpan,
  place: Place,
): number[] {
  const head = headOf(scene, from, to);
  const features = [
    F.placeForm.cell(place, FORM[cue.form]),
    F.placeKind.cell(place, KIND[kindOf(scene, from, head)]),
    F.before.cell(whatIsBefore(scene, sentence, from)),
    F.after.cell(whatIsAfter(scene, sentence, to)),
    F.words.at(to - from),
  ];
  if (hasCircumstance(scene, head + 1, to)) features.push(F.attachedCircumstance);
  if (from > sentence.from && scene.classes.of[from - 1] === PREPOSITION)
    features.push(F.behind.cell(whoIsBehind(scene, from - 2)));
  if (scene.lexicon.profile.cases)
    features.push(...caseFeatures(scene, sentence, cue, from, to, place));
  return features;
}

/** Who the preposition in front of a mention goes on from. */
function whoIsBehind({ lexicon }: Scene, word: number): Behind {
  if (lexicon.has(word, 'spokesperson')) return BEHIND.spokesperson;
  return lexicon.has(word, 'role') ? BEHIND.role : BEHIND.other;
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

function whatIsAfter(scene: Scene, sentence: Sentence, to: number): After {
  if (to >= sentence.to) return AFTER.end;
  if (scene.markOf[to] !== -1) return AFTER.mark;
  if (scene.gaps[to] !== PLAIN) return AFTER.comma;
  switch (scene.classes.of[to]) {
    case CUE:
    case CUE_ING:
      return AFTER.cue;
    case VERB:
      return AFTER.verb;
    case AUXILIARY:
      return AFTER.auxiliary;
    case PREPOSITION:
      return AFTER.preposition;
    case COORDINATOR:
      return AFTER.coordinator;
    default:
      return AFTER.other;
  }
}
