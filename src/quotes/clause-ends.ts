/**
 * Where a reported clause may end: what the same source does next, relative clauses that belong to it, and what is attached to the source
 * behind it. Each function walks over one sentence at most, and the length of sentences is bounded.
 * @module
 */
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import { COMMA, PLAIN, SEMICOLON } from '../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  isCue,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
  VERB,
  isVerbal,
} from '../annotation/tags.ts';
import { isInfinitive } from './infinitive-forms.ts';
import type { CueHit } from '../rules/match/cues.ts';

/** "… | y pidió paciencia": where a verb of saying in the same form is tied on; -1 if none is. */
export function nextDeed(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  from: number,
): number {
  const next = sentence.cues.find(
    (other) =>
      other.from > from + 1 &&
      isSameForm(cue, other) &&
      annotated.markOf[other.from] === -1 &&
      annotated.classes.of[groupStart(annotated, other) - 1] === COORDINATOR &&
      (annotated.classes.of[other.from - 1] === COORDINATOR ||
        announces(annotated, sentence, other)),
  );
  const main = mainClause(annotated, sentence, from);
  if (main >= 0 && !(next && next.from < main)) return main;
  return next ? groupStart(annotated, next) - 1 : deedBehindMarks(annotated, sentence, from);
}

/** "a affirmé … et | ajouté": behind a perfect, a participle shares its auxiliary. */
const isSameForm = (cue: CueHit, other: CueHit): boolean =>
  other.form === cue.form || (cue.form === 'past' && other.form === 'participle');

/** "e ha anche aggiunto | che", "et a dénoncé | « … »": with other words in between, a verb that reports by what follows it. */
function announces(annotated: AnnotatedText, sentence: Sentence, { to }: CueHit): boolean {
  const { gaps, lexicon, markOf } = annotated;
  // "e ha negato | di aver pagato"
  if (
    isInfinitive(annotated, to) ||
    (lexicon.has(to, 'attachment') && isInfinitive(annotated, to + 1))
  )
    return true;
  for (let w = to; w < Math.min(sentence.to, to + MOST_TO_MARKS); w++) {
    if (markOf[w] !== -1 || (w === to && lexicon.has(w, 'complementizer'))) return true;
    if (gaps[w + 1] !== PLAIN && markOf[w + 1] === -1) return false;
  }
  return false;
}

/** The first word of a verb with its auxiliaries and adverbs: "e | ha anche aggiunto". */
function groupStart({ classes: { of }, gaps }: AnnotatedText, { from }: CueHit): number {
  let at = from;
  while (from - at < MOST_IN_VERB && gaps[at] === PLAIN && isSmall(of[at - 1])) at--;
  return at;
}

const isSmall = (kind: number | undefined): boolean => kind === ADVERB || kind === AUXILIARY;
const MOST_IN_VERB = 4;
const MOST_TO_MARKS = 6;

/** "Aunque admitió que era caro, | insistió en que …": where the main clause behind a subordinate one reports too; -1 if it does not. */
function mainClause(
  { classes: { of }, gaps, lexicon, markOf }: AnnotatedText,
  sentence: Sentence,
  from: number,
): number {
  if (of[sentence.from] !== SUBORDINATOR) return -1;
  const next = sentence.cues.find(
    (other) =>
      other.from > from + 1 &&
      markOf[other.from] === -1 &&
      gaps[other.from] === COMMA &&
      lexicon.has(other.to, 'complementizer'),
  );
  return next ? next.from : -1;
}

/** "… «no es seguro», | y atribuyó los daños a …": a verb tied on with a comma behind words in marks; -1 if none is. */
function deedBehindMarks(
  { classes: { of }, gaps, markOf }: AnnotatedText,
  { to }: Sentence,
  from: number,
): number {
  for (let w = from + 1; w + 1 < to; w++) {
    if (of[w] !== COORDINATOR || gaps[w] !== COMMA || markOf[w] !== -1) continue;
    const isVerb = of[w + 1] === VERB || isCue(of[w + 1]);
    if (isVerb && markOf[w - 1] !== -1 && markOf[w + 1] === -1 && gaps[w + 1] === PLAIN) return w;
  }
  return -1;
}

/**
 * "revisará los permisos, | quien los firmó …", "cerrará el puente, | lo cual …": a relative clause behind a comma is part of what was said. The last word
 * that the clause may not end at; `least` if none follows.
 */
export function pastRelatives(
  { classes: { of }, gaps, lexicon, markOf }: AnnotatedText,
  from: number,
  least: number,
  end: number,
): number {
  let past = least;
  for (let w = from + 1; w < end; w++) {
    if (gaps[w] !== COMMA || markOf[w] !== -1) continue;
    // "…, | muchos de los cuales"
    const isRelative = [w, w + 1, w + 2, w + 3].some(
      (word) => of[word] === RELATIVE || (of[word] !== PRONOUN && lexicon.has(word, 'relative')),
    );
    if (!isRelative && of[w] !== SUBORDINATOR) return past;
    past = w;
  }
  return past;
}

/** Where a clause ends that a source opened: at the next clause, or where the same source says more, "…, | y subrayó que". */
export function endOfSourced(annotated: AnnotatedText, sentence: Sentence, from: number): number {
  const { classes, lexicon, markOf } = annotated;
  const next = sentence.cues.find(
    (other) =>
      other.from > from &&
      other.form !== 'phrase' &&
      markOf[other.from] === -1 &&
      classes.of[other.from - 1] === COORDINATOR &&
      lexicon.has(other.to, 'complementizer'),
  );
  return next ? next.from - 1 : nextClause(annotated, sentence, from);
}

/** Where a semicolon ends the clause, or else the sentence does. */
export function nextClause(
  { gaps, markOf }: AnnotatedText,
  { to }: Sentence,
  from: number,
): number {
  for (let w = from; w < to; w++) if (gaps[w] === SEMICOLON && markOf[w] === -1) return w;
  return to;
}

/**
 * "l'ambassade de Norvège | à Quito", "les autorités portuaires | de la ville de Brest": up to the next pause, if what belongs to the source has no verb;
 * else where it was.
 */
export function pastAttachments(
  { classes: { of }, gaps }: AnnotatedText,
  { to }: Sentence,
  from: number,
): number {
  const last = Math.min(to, from + MOST_IN_SUBJECT);
  let at = from;
  for (; at < last && gaps[at] === PLAIN; at++) if (isVerbal(of[at])) return from;
  return at < to && gaps[at] === PLAIN ? from : at;
}

/** Words of a subject with all that belongs to it, at most. Set by hand; it bounds the work. */
const MOST_IN_SUBJECT = 25;
