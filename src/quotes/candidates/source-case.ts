/**
 * Whether a mention can be the subject, in languages with cases and the finite verb second: judged by its article and its
 * place beside the verb.
 * @module
 */
import { numberFrom, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { headOf, kindOf } from '../../annotation/mention-types.ts';
import type { NounPhrase } from '../../annotation/noun-phrases.ts';
import { COMMA, PLAIN } from '../../annotation/punctuation.ts';
import { besideVerb, isBetween } from '../../annotation/subjects.ts';
import {
  AUXILIARY,
  isCue,
  NAME,
  NOUN,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  VERB,
  isVerbal,
} from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import { CANDIDATE_FEATURES } from './features.ts';
import {
  ATTACHED_BY,
  BESIDE_FINITE_VERB,
  CASE,
  FORM,
  KIND,
  NO,
  SUBJECT,
  TIE,
  YES,
  type BesideFinite,
  type Case,
  type Place,
  type Subject,
  type Tie,
} from './names.ts';
import { coordinatorBefore, reachOf, whatIsBefore } from './source-position.ts';

const { cases: F } = CANDIDATE_FEATURES;

/** Features of the article's case, and of the place beside the finite verb. */
export function caseFeatures(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  from: number,
  to: number,
  place: Place,
): readonly number[] {
  const state = caseOf(annotated, sentence, from);
  const finite = besideFinite(annotated, sentence, cue, from, reachOf(sentence, to));
  return [
    F.placeOblique.cell(place, annotated.lexicon.has(from, 'oblique') ? YES : NO),
    F.placeBefore.cell(place, whatIsBefore(annotated, sentence, from)),
    F.finiteCase.cell(finite, state),
    F.caseForm.cell(state, FORM[cue.form]),
    F.textCase.cell(isText(annotated, cue) ? YES : NO, state),
    F.clauseSubjectForm.cell(subjectState(annotated, sentence, cue, from), FORM[cue.form]),
    F.finiteKind.cell(finite, KIND[kindOf(annotated, from, headOf(annotated, from, to))]),
    ...tieOf(annotated, sentence, from, to),
  ];
}

/** "In dem Brief heißt es": what a text says. */
function isText(annotated: AnnotatedText, cue: CueHit): boolean {
  return annotated.rules.cueRules[cue.rule]?.takes.includes('text') === true;
}

function subjectState(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  from: number,
): Subject {
  const subject = subjectOfCue(annotated, sentence, cue);
  if (!subject) return SUBJECT.none;
  return subject.from === from ? SUBJECT.yes : SUBJECT.no;
}

/** "Reed lachte und sagte": behind a coordinator the subject is that of the verb before. */
export function subjectOfCue(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): NounPhrase | undefined {
  let verb = finiteVerbOf(annotated, sentence, cue);
  if (verb < 0) return undefined;
  const own = besideVerb(annotated, sentence, verb);
  if (own || !coordinatorBefore(annotated, verb)) return own;
  const { of } = annotated.classes;
  do verb--;
  while (verb > sentence.from && !(annotated.markOf[verb] === -1 && isVerbal(of[verb])));
  return besideVerb(annotated, sentence, verb);
}

/** What the words in front of a mention, and its article, say it can be. `tied`: part of the phrase before. */
export function caseOf(annotated: AnnotatedText, sentence: Sentence, from: number): Case {
  const { classes, lexicon, gaps } = annotated;
  if (from > sentence.from && gaps[from] === PLAIN) {
    const before = classes.of[from - 1];
    if (before === PREPOSITION && lexicon.has(from - 1, 'agent')) return CASE.agent;
    if (before === PREPOSITION) return CASE.preposition;
    if ((before === NOUN || before === NAME) && lexicon.has(from, 'genitive')) return CASE.tied;
  }
  return lexicon.has(from, 'oblique') ? CASE.oblique : CASE.free;
}

/** How a mention stands to the finite verb of the cue's clause: "Reed hat … gesagt", "hat Reed … gesagt", "wie Reed sagte". */
function besideFinite(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  from: number,
  to: number,
): BesideFinite {
  const verb = finiteVerbOf(annotated, sentence, cue);
  if (verb < 0) return BESIDE_FINITE_VERB.none;
  if (to === verb) return BESIDE_FINITE_VERB.before;
  let at = verb + 1;
  while (at < from && isBetween(annotated, at)) at++;
  if (at === from && from > verb) return BESIDE_FINITE_VERB.after;
  const opening = annotated.classes.of[from - 1];
  return from > sentence.from && (opening === SUBORDINATOR || opening === RELATIVE)
    ? BESIDE_FINITE_VERB.clause
    : BESIDE_FINITE_VERB.other;
}

/** The cue itself if it is finite, else its auxiliary; -1 if it has none. */
export function finiteVerbOf(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): number {
  if (cue.form === 'present') return auxiliaryOf(annotated, sentence, cue) ?? cue.from;
  if (cue.form === 'past') return cue.from;
  const { of } = annotated.classes;
  for (let w = cue.from - 1; w >= sentence.from; w--) {
    if (annotated.markOf[w] !== -1) continue;
    if (of[w] === AUXILIARY) return w;
    if (of[w] === SUBORDINATOR || of[w] === RELATIVE || isCue(of[w])) break;
  }
  return of[cue.to] === AUXILIARY ? cue.to : -1;
}

/** "Reed hat … betont": many participles look like the present. In the clause of an auxiliary, and not tied to it, they are participles. */
function auxiliaryOf(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): number | undefined {
  const {
    classes: { of },
    gaps,
    markOf,
  } = annotated;
  if (coordinatorBefore(annotated, cue.from) || gaps[cue.from] === COMMA) return undefined;
  for (let w = cue.from - 1; w >= sentence.from; w--) {
    if (markOf[w] !== -1) continue;
    if (of[w] === AUXILIARY) return w;
    const isBorder = of[w] === SUBORDINATOR || of[w] === RELATIVE || of[w] === VERB || isCue(of[w]);
    if (isBorder || gaps[w] === COMMA) return undefined;
  }
  return undefined;
}

/** What ties the last attachment to a mention, and whether it is taken. */
function tieOf(
  annotated: AnnotatedText,
  sentence: Sentence,
  from: number,
  to: number,
): readonly number[] {
  const last = sentence.candidateSpeakers[numberFrom(sentence.candidateSpeakers, to) - 1];
  const next = sentence.candidateSpeakers[numberFrom(sentence.candidateSpeakers, to)];
  if (last && last.from > from && last.to === to)
    return [F.attachedBy.cell(tieBefore(annotated, last.from), ATTACHED_BY.all)];
  if (!next || next.from > to + 1 || annotated.gaps[to] !== PLAIN) return [];
  return [F.attachedBy.cell(tieBefore(annotated, next.from), ATTACHED_BY.dropped)];
}

function tieBefore({ classes, lexicon }: AnnotatedText, word: number): Tie {
  if (classes.of[word - 1] === PREPOSITION)
    return lexicon.has(word - 1, 'owner') ? TIE.owner : TIE.other;
  return lexicon.has(word, 'genitive') ? TIE.genitive : TIE.none;
}
