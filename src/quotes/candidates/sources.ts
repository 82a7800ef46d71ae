/**
 * Who may be the source of a cue: mentions to its left and right, each with its features.
 * @module
 */
import {
  isColon,
  isComplementizer,
  numberFrom,
  type AnnotatedText,
  type Sentence,
} from '../../annotation/annotated.ts';
import { headOf, kindOf } from '../../annotation/mention-types.ts';
import type { NounPhrase } from '../../annotation/noun-phrases.ts';
import { isAffair, labelBefore } from '../../annotation/speech-labels.ts';
import { COMMA, PLAIN } from '../../annotation/punctuation.ts';
import { isCue, PREPOSITION, RELATIVE, TIME } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { WordSpan } from '../../text/spans.ts';
import { CANDIDATE_FEATURES } from './features.ts';
import { behindAdverbials, isOblique, speakerBeforeClause } from './inverted-subjects.ts';
import {
  ATTACHED,
  BEHIND,
  FORM,
  KIND,
  PLACE,
  type Attachment,
  type Behind,
  type Place,
} from './names.ts';
import {
  isHearer,
  isObject,
  isObjectOfClause,
  isRepresented,
  isRightInFront,
  isTiedTo,
  isBareTag,
  isOtherCase,
  isPronounObject,
} from './no-sources.ts';
import { subjectFrom } from './nominative.ts';
import { caseFeatures } from './source-case.ts';
import { chainEnd, isInPostmodifier, postmodifierOf } from './source-postmodifiers.ts';
import { spanWithin } from './source-within.ts';
import { isSubject, leftPlace, reachOf, whatIsAfter, whatIsBefore } from './source-position.ts';

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

/** How many mentions to the left are candidates, and how many words away. Set by hand, to bound the pairs. */
const MOST_LEFT = 7;
const MOST_WORDS_LEFT = 45;

/** Candidates to the left of a cue, from near to far. */
export function sourcesLeft(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): readonly NamedSource[] {
  const { candidateSpeakers: phrases } = sentence;
  let nearest = phrases.length - 1;
  while (nearest >= 0 && (phrases[nearest] as NounPhrase).to > cue.from) nearest--;
  const found: NamedSource[] = [...sourceWithin(annotated, sentence, cue)];
  const label = isColon(cue) ? labelBefore(annotated, sentence, cue.from) : undefined;
  if (label) return [leftCandidate(annotated, sentence, cue, label, 0, ATTACHED.none)];
  const isHeading = (span: WordSpan): boolean => isColon(cue) && isAffair(annotated, span);
  const add = (
    { from, to }: WordSpan,
    between: number,
    attachment: Attachment,
    reach?: number,
  ): void => {
    const subject = subjectFrom(annotated, { from, to }, cue);
    if (subject < 0) return;
    const span = { from: subject, to };
    found.push(leftCandidate(annotated, sentence, cue, span, between, attachment, reach));
  };
  for (let i = nearest; i >= 0 && found.length < MOST_LEFT; i--) {
    const { from, to } = phrases[i] as NounPhrase;
    if (cue.from - to > MOST_WORDS_LEFT) break;
    if (isInPostmodifier(sentence, from)) continue;
    if (isRepresented(annotated, sentence, from)) continue;
    if (isHeading({ from, to })) continue;
    if (isObject(annotated, { from, to }, cue)) continue;
    if (isHearer(annotated, sentence, phrases[i] as NounPhrase)) continue;
    if (isOtherCase(annotated, sentence, { from, to }, cue)) continue;
    if (isObjectOfClause(annotated, phrases[i] as NounPhrase, phrases[i + 1], cue)) continue;
    const tied = postmodifierOf(annotated, sentence, phrases, i, cue.from);
    if (tied) {
      const between = nearest + 1 - numberFrom(phrases, tied.reach);
      add({ from, to: tied.to }, between, tied.attachment, tied.reach);
      continue;
    }
    const chain = chainEnd(annotated, phrases, i, nearest);
    const isNear = isRightInFront(annotated, (phrases[chain] as NounPhrase).to, cue);
    if (isNear && isTiedTo(annotated, phrases[i - 1], phrases[i] as NounPhrase)) continue;
    add({ from, to }, nearest - i, chain > i ? ATTACHED.dropped : ATTACHED.none);
    if (chain > i)
      add({ from, to: (phrases[chain] as NounPhrase).to }, nearest - chain, ATTACHED.all);
  }
  const opening = phrases[0];
  const isOpen =
    opening &&
    !isInPostmodifier(sentence, opening.from) &&
    opening.to <= cue.from &&
    !isObject(annotated, opening, cue) &&
    !isHeading(opening) &&
    !isHearer(annotated, sentence, opening);
  if (isOpen && !found.some(({ span }) => span.from === opening.from))
    add({ from: opening.from, to: opening.to }, nearest, ATTACHED.none);
  return found;
}

/** @param to where the words end that belong to it, which may be behind the span */
function leftCandidate(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  span: WordSpan,
  between: number,
  attachment: Attachment,
  to = span.to,
): NamedSource {
  const { from } = span;
  const place = leftPlace(annotated, reachOf(sentence, to), cue.from);
  const features = common(annotated, sentence, cue, span, place, to);
  features.push(F.chunksBetween.at(between), F.wordsBetween.at(cue.from - to));
  features.push(F.attached.cell(attachment));
  features.push(F.cuesBetween.at(countCues(annotated, to, cue.from)));
  features.push(F.commasBetween.at(countIn(annotated.gaps, COMMA, to, cue.from + 1)));
  if (countIn(annotated.classes.of, RELATIVE, to, cue.from) > 0) features.push(F.relativeBetween);
  if (sentence.candidateSpeakers[0]?.from === from) features.push(F.firstOfSentence);
  if (isSubject(annotated, to) && countCues(annotated, sentence.from, from) === 0)
    features.push(F.subjectOfFirstVerb);
  return { span, features };
}

function countIn(values: Uint8Array, wanted: number, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) if (values[i] === wanted) n++;
  return n;
}

function countCues(annotated: AnnotatedText, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) if (isCue(annotated.classes.of[i])) n++;
  return n;
}

/** Candidates to the right of a cue: the phrase that follows it, short and with its attachments. */
export function sourcesRight(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): readonly NamedSource[] {
  const { candidateSpeakers: phrases } = sentence;
  if (isBareTag(annotated, cue)) return [];
  const { thatClauses } = annotated.lexicon.profile;
  // "affirme-t-elle": a sound between the two.
  const isSound = annotated.lexicon.has(cue.to, 'liaison') || isReflexive(annotated, cue.to);
  const verb = isSound ? cue.to + 1 : cue.to;
  const at = behindAdverbials(annotated, sentence, verb, cue);
  const i = numberFrom(phrases, at);
  const phrase = phrases[i];
  if (!phrase || phrase.from - at > 2 || isOblique(annotated, at, phrase)) return [];
  if (isObject(annotated, phrase, cue) || isOtherCase(annotated, sentence, phrase, cue)) return [];
  if (isPronounObject(annotated, sentence, phrase, cue)) return [];
  // "dijo al negar | que …": another clause starts.
  if (thatClauses && isComplementizer(annotated, phrase.from)) return [];
  const place: Place =
    phrase.from === at && (annotated.gaps[at] === PLAIN || at > verb)
      ? PLACE.right
      : PLACE['right-far'];
  const ends: [to: number, attachment: Attachment][] = [];
  const speaker = speakerBeforeClause(annotated, cue, phrase);
  if (speaker > 0) ends.push([speaker, ATTACHED.none]);
  const tied = postmodifierOf(annotated, sentence, phrases, i, sentence.to);
  if (tied)
    return withSpan(annotated, sentence, cue, phrase.from, [[tied.to, tied.attachment]], place, at);
  const chain = chainEnd(annotated, phrases, i, phrases.length - 1);
  const from = subjectFrom(annotated, phrase, cue);
  if (from < 0) return [];
  if (speaker < 0) ends.push([phrase.to, chain > i ? ATTACHED.dropped : ATTACHED.none]);
  if (speaker > 0) return withSpan(annotated, sentence, cue, phrase.from, ends, place, at);
  if (chain > i) ends.push([(phrases[chain] as NounPhrase).to, ATTACHED.all]);
  if (chain > i + 1) ends.push([(phrases[i + 1] as NounPhrase).to, ATTACHED.all]);
  return withSpan(annotated, sentence, cue, from, ends, place, from > phrase.from ? from : at);
}

/** "fragen | sich | Fachleute" */
function isReflexive({ gaps, lexicon }: AnnotatedText, word: number): boolean {
  if (!lexicon.profile.cases || gaps[word] !== PLAIN) return false;
  return lexicon.at(word, 'pronoun-object')?.attribute === 'reflexive';
}

function withSpan(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  from: number,
  ends: readonly (readonly [to: number, attachment: Attachment])[],
  place: Place,
  at: number,
): readonly NamedSource[] {
  return ends.map(([to, attachment]) => {
    const span = { from, to };
    const features = common(annotated, sentence, cue, span, place);
    features.push(F.attached.cell(attachment), F.wordsBetween.at(from - at));
    return { span, features };
  });
}

/** "seiner Ansicht nach", "nach Polizeiangaben": the expression itself names the source. */
function sourceWithin(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): readonly NamedSource[] {
  if (!annotated.lexicon.profile.sourceInExpression || cue.form !== 'phrase') return [];
  const span = spanWithin(annotated, cue);
  return span ? [{ span, features: common(annotated, sentence, cue, span, PLACE.within) }] : [];
}

/** The candidate for cues whose source is not named. */
export function nobody(cue: CueHit): SourceCandidate {
  return { span: null, features: [F.placeForm.cell(PLACE.none, FORM[cue.form])] };
}

function common(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { from, to }: WordSpan,
  place: Place,
  reach = to,
): number[] {
  const head = headOf(annotated, from, to);
  const features = [
    F.placeForm.cell(place, FORM[cue.form]),
    F.placeKind.cell(place, KIND[kindOf(annotated, from, head)]),
    F.before.cell(whatIsBefore(annotated, sentence, from)),
    F.after.cell(whatIsAfter(annotated, sentence, reach)),
    F.words.at(to - from),
  ];
  if (hasAdverbial(annotated, head + 1, to)) features.push(F.attachedCircumstance);
  if (from > sentence.from && annotated.classes.of[from - 1] === PREPOSITION)
    features.push(F.behind.cell(whoIsBehind(annotated, from - 2)));
  if (annotated.lexicon.profile.cases)
    features.push(...caseFeatures(annotated, sentence, cue, from, to, place));
  return features;
}

/** Who the preposition in front of a mention goes on from. */
function whoIsBehind({ lexicon }: AnnotatedText, word: number): Behind {
  if (lexicon.has(word, 'spokesperson')) return BEHIND.spokesperson;
  return lexicon.has(word, 'role') ? BEHIND.role : BEHIND.other;
}

/** "in an interview", "on Monday": an attachment that tells where or when, not who. */
function hasAdverbial(annotated: AnnotatedText, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      annotated.lexicon.has(i, 'medium') ||
      annotated.lexicon.has(i, 'document') ||
      annotated.classes.of[i] === TIME
    )
      return true;
  return false;
}
