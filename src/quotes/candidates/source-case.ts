/**
 * Whether a mention can be the subject, in languages with cases and the finite verb second: judged by its article and its
 * place beside the verb.
 * @module
 */
import { numberFrom, type Scene, type Sentence } from '../../annotation/annotated.ts';
import { headOf, kindOf } from '../../annotation/mention-types.ts';
import type { Chunk } from '../../annotation/noun-phrases.ts';
import { PLAIN } from '../../annotation/punctuation.ts';
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
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
  from: number,
  to: number,
  place: Place,
): readonly number[] {
  const state = caseOf(scene, sentence, from);
  const finite = besideFinite(scene, sentence, cue, from, reachOf(sentence, to));
  return [
    F.placeOblique.cell(place, scene.lexicon.has(from, 'oblique') ? YES : NO),
    F.placeBefore.cell(place, whatIsBefore(scene, sentence, from)),
    F.finiteCase.cell(finite, state),
    F.caseForm.cell(state, FORM[cue.form]),
    F.textCase.cell(isText(scene, cue) ? YES : NO, state),
    F.clauseSubjectForm.cell(subjectState(scene, sentence, cue, from), FORM[cue.form]),
    F.finiteKind.cell(finite, KIND[kindOf(scene, from, headOf(scene, from, to))]),
    ...tieOf(scene, sentence, from, to),
  ];
}

/** "In dem Brief heißt es": what a text says. */
function isText(scene: Scene, cue: CueHit): boolean {
  return scene.rules.cueRules[cue.rule]?.takes.includes('text') === true;
}

function subjectState(scene: Scene, sentence: Sentence, cue: CueHit, from: number): Subject {
  const subject = subjectOfCue(scene, sentence, cue);
  if (!subject) return SUBJECT.none;
  return subject.from === from ? SUBJECT.yes : SUBJECT.no;
}

/** "Reed lachte und sagte": behind a coordinator the subject is that of the verb before. */
function subjectOfCue(scene: Scene, sentence: Sentence, cue: CueHit): Chunk | undefined {
  let verb = finiteVerbOf(scene, sentence, cue);
  if (verb < 0) return undefined;
  const own = besideVerb(scene, sentence, verb);
  if (own || !coordinatorBefore(scene, verb)) return own;
  const { of } = scene.classes;
  do verb--;
  while (
    verb > sentence.from &&
    !(scene.markOf[verb] === -1 && (of[verb] === VERB || of[verb] === AUXILIARY || isCue(of[verb])))
  );
  return besideVerb(scene, sentence, verb);
}

/** What the words in front of a mention, and its article, say it can be. `tied`: part of the phrase before. */
function caseOf(scene: Scene, sentence: Sentence, from: number): Case {
  const { classes, lexicon, gaps } = scene;
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
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
  from: number,
  to: number,
): BesideFinite {
  const verb = finiteVerbOf(scene, sentence, cue);
  if (verb < 0) return BESIDE_FINITE_VERB.none;
  if (to === verb) return BESIDE_FINITE_VERB.before;
  let at = verb + 1;
  while (at < from && isBetween(scene, at)) at++;
  if (at === from && from > verb) return BESIDE_FINITE_VERB.after;
  const opening = scene.classes.of[from - 1];
  return from > sentence.from && (opening === SUBORDINATOR || opening === RELATIVE)
    ? BESIDE_FINITE_VERB.clause
    : BESIDE_FINITE_VERB.other;
}

/** The cue itself if it is finite, else its auxiliary; -1 if it has none. */
export function finiteVerbOf(scene: Scene, sentence: Sentence, cue: CueHit): number {
  if (cue.form === 'past' || cue.form === 'present') return cue.from;
  const { of } = scene.classes;
  for (let w = cue.from - 1; w >= sentence.from; w--) {
    if (scene.markOf[w] !== -1) continue;
    if (of[w] === AUXILIARY) return w;
    if (of[w] === SUBORDINATOR || of[w] === RELATIVE || isCue(of[w])) break;
  }
  return of[cue.to] === AUXILIARY ? cue.to : -1;
}

/** What ties the last attachment to a mention, and whether it is taken. */
function tieOf(scene: Scene, sentence: Sentence, from: number, to: number): readonly number[] {
  const last = sentence.mentions[numberFrom(sentence.mentions, to) - 1];
  const next = sentence.mentions[numberFrom(sentence.mentions, to)];
  if (last && last.from > from && last.to === to)
    return [F.attachedBy.cell(tieBefore(scene, last.from), ATTACHED_BY.all)];
  if (!next || next.from > to + 1 || scene.gaps[to] !== PLAIN) return [];
  return [F.attachedBy.cell(tieBefore(scene, next.from), ATTACHED_BY.dropped)];
}

function tieBefore({ classes, lexicon }: Scene, word: number): Tie {
  if (classes.of[word - 1] === PREPOSITION)
    return lexicon.has(word - 1, 'owner') ? TIE.owner : TIE.other;
  return lexicon.has(word, 'genitive') ? TIE.genitive : TIE.none;
}
