/**
 * Where languages have cases and the finite verb comes second: what the article of a mention, and its place beside the
 * verb, say about its being the subject.
 * @module
 */
import { numberFrom, type Scene, type Sentence } from '../../annotation/annotated.ts';
import { headOf, kindOf, KINDS } from '../../annotation/mention-types.ts';
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
import { grid } from '../model/features.ts';
import {
  BEFORES,
  coordinatorBefore,
  FORMS,
  PLACES,
  reachOf,
  whatIsBefore,
  type Place,
} from './source-position.ts';

/** Where languages have cases, the article tells what cannot be a subject. */
const FINITE = ['before', 'after', 'clause', 'other', 'none'] as const;
const CASES = ['free', 'oblique', 'preposition', 'tied', 'agent'] as const;
const subjectPlace = grid('source/finite+case', FINITE, CASES);
const isClauseSubject = grid('source/clause-subject+form', ['no', 'yes', 'none'], FORMS);
const textCase = grid('source/text+case', ['no', 'yes'], CASES);
const caseOfForm = grid('source/case+form', CASES, FORMS);
const subjectOfKind = grid('source/finite+kind', FINITE, KINDS);
const attachedBy = grid(
  'source/attached-by',
  ['none', 'genitive', 'owner', 'other'],
  ['dropped', 'all'],
);
const obliqueAt = grid('source/place+oblique', PLACES, ['no', 'yes']);
const obliqueBefore = grid('source/place+before', PLACES, BEFORES);
/** What the case of an article, and the place beside the finite verb, say about the subject. */
export function caseFeatures(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
  from: number,
  to: number,
  place: Place,
): readonly number[] {
  const state = CASES.indexOf(caseOf(scene, sentence, from));
  const finite = besideFinite(scene, sentence, cue, from, reachOf(sentence, to));
  return [
    obliqueAt(PLACES.indexOf(place), scene.lexicon.has(from, 'oblique') ? 1 : 0),
    obliqueBefore(PLACES.indexOf(place), BEFORES.indexOf(whatIsBefore(scene, sentence, from))),
    subjectPlace(FINITE.indexOf(finite), state),
    caseOfForm(state, FORMS.indexOf(cue.form)),
    textCase(isText(scene, cue) ? 1 : 0, state),
    isClauseSubject(subjectState(scene, sentence, cue, from), FORMS.indexOf(cue.form)),
    subjectOfKind(
      FINITE.indexOf(finite),
      KINDS.indexOf(kindOf(scene, from, headOf(scene, from, to))),
    ),
    ...tieOf(scene, sentence, from, to),
  ];
}

/** "In dem Brief heißt es": what a text says. */
function isText(scene: Scene, cue: CueHit): boolean {
  return scene.rules.cueRules[cue.rule]?.takes.includes('text') === true;
}

/** Whether a mention is the subject that goes with the cue: 0 no, 1 yes, 2 where none can be told. */
function subjectState(scene: Scene, sentence: Sentence, cue: CueHit, from: number): number {
  const subject = subjectOfCue(scene, sentence, cue);
  return subject ? (subject.from === from ? 1 : 0) : 2;
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
function caseOf(scene: Scene, sentence: Sentence, from: number): (typeof CASES)[number] {
  const { classes, lexicon, gaps } = scene;
  if (from > sentence.from && gaps[from] === PLAIN) {
    const before = classes.of[from - 1];
    if (before === PREPOSITION && lexicon.has(from - 1, 'agent')) return 'agent';
    if (before === PREPOSITION) return 'preposition';
    if ((before === NOUN || before === NAME) && lexicon.has(from, 'genitive')) return 'tied';
  }
  return lexicon.has(from, 'oblique') ? 'oblique' : 'free';
}

/** How a mention stands to the finite verb of the cue's clause: "Reed hat … gesagt", "hat Reed … gesagt", "wie Reed sagte". */
function besideFinite(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
  from: number,
  to: number,
): (typeof FINITE)[number] {
  const verb = finiteVerbOf(scene, sentence, cue);
  if (verb < 0) return 'none';
  if (to === verb) return 'before';
  let at = verb + 1;
  while (at < from && isBetween(scene, at)) at++;
  if (at === from && from > verb) return 'after';
  const opening = scene.classes.of[from - 1];
  return from > sentence.from && (opening === SUBORDINATOR || opening === RELATIVE)
    ? 'clause'
    : 'other';
}

/** The cue itself if it is finite, else the auxiliary that goes with it; -1 where there is none. */
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
    return [attachedBy(tieBefore(scene, last.from), 1)];
  if (!next || next.from > to + 1 || scene.gaps[to] !== PLAIN) return [];
  return [attachedBy(tieBefore(scene, next.from), 0)];
}

function tieBefore({ classes, lexicon }: Scene, word: number): number {
  if (classes.of[word - 1] === PREPOSITION) return lexicon.has(word - 1, 'owner') ? 2 : 3;
  return lexicon.has(word, 'genitive') ? 1 : 0;
}
