/**
 * Who may be the source of a cue: mentions to its left and right, with what speaks for each.
 * @module
 */
import type { Chunk } from '../mentions/chunks.ts';
import {
  ADVERB,
  AUXILIARY,
  CUE,
  CUE_ING,
  COORDINATOR,
  isCue,
  NAME,
  NOUN,
  POSSESSIVE,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  TIME,
  VERB,
} from '../mentions/classes.ts';
import { COMMA, DASH, PLAIN } from '../mentions/gaps.ts';
import type { CueHit } from '../rules/cues.ts';
import type { CueForm } from '../rules/types.ts';
import { flag, grid, group, steps } from './features.ts';
import { headOf, kindOf, KINDS } from './kinds.ts';
import { besideVerb } from './subjects.ts';
import { numberFrom, type Scene, type Sentence } from './scene.ts';

/** A possible source: half-open word numbers, or null for "nobody is named"; and the features that hold. */
export interface SourceCandidate {
  readonly from: number;
  readonly to: number;
  readonly features: readonly number[];
}

const FORMS: readonly CueForm[] = ['base', 'present', 'past', 'participle', 'ing', 'phrase'];
const PLACES = [
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
type Place = (typeof PLACES)[number];

const placeOfForm = grid('source/place+form', PLACES, FORMS);
const placeOfKind = grid('source/place+kind', PLACES, KINDS);
const BEFORES = [
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
const before = group('source/before', BEFORES);
/** Where languages have cases, the article tells what cannot be a subject. */
const FINITE = ['before', 'after', 'clause', 'other', 'none'] as const;
const CASES = ['free', 'oblique', 'preposition', 'tied', 'agent'] as const;
const subjectPlace = grid('source/finite+case', FINITE, CASES);
const isClauseSubject = grid('source/clause-subject+form', ['no', 'yes', 'none'], FORMS);
const textCase = grid('source/text+case', ['no', 'yes'], CASES);
const caseOfForm = grid('source/case+form', CASES, FORMS);
const subjectOfKind = grid('source/finite+kind', FINITE, KINDS);
const attachedBy = grid('source/attached-by', ['none', 'genitive', 'owner', 'other'], ['dropped', 'all']);
const obliqueAt = grid('source/place+oblique', PLACES, ['no', 'yes']);
const obliqueBefore = grid('source/place+before', PLACES, BEFORES);
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

/** Past a bracket behind the chunk that ends at `to`. */
function reachOf(sentence: Sentence, to: number): number {
  const chunk = sentence.mentions[numberFrom(sentence.mentions, to) - 1];
  return chunk?.to === to ? chunk.reach : to;
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

function isSubject(scene: Scene, to: number): boolean {
  const kind = scene.classes.of[to];
  return kind === VERB || kind === AUXILIARY || isCue(kind);
}

/** How the words between a mention and the cue look. */
function leftPlace(scene: Scene, to: number, cueFrom: number): Place {
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

function coordinatorBefore(scene: Scene, cueFrom: number): boolean {
  for (let at = cueFrom - 1; at > cueFrom - 4 && at > 0; at--) {
    const kind = scene.classes.of[at];
    if (kind === COORDINATOR) return true;
    if (kind !== ADVERB && kind !== AUXILIARY) return false;
  }
  return false;
}

/** Candidates to the right of a cue: the phrase that follows it, short and with its attachments. */
export function sourcesRight(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
): readonly SourceCandidate[] {
  const { mentions: chunks } = sentence;
  const i = numberFrom(sentence.mentions, cue.to);
  const chunk = chunks[i];
  if (!chunk || chunk.from - cue.to > 2) return [];
  const place: Place =
    chunk.from === cue.to && scene.gaps[cue.to] === PLAIN ? 'right' : 'right-far';
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
      wordsBetween(chunk.from - cue.to),
    ],
  }));
}

/** "seiner Ansicht nach": whose words they are stands in the expression itself. */
function sourceWithin(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
): readonly SourceCandidate[] {
  if (!scene.classes.capitalNouns || cue.form !== 'phrase') return [];
  for (let w = cue.from; w < cue.to; w++)
    if (scene.classes.of[w] === POSSESSIVE)
      return [
        { from: w, to: w + 1, features: common(scene, sentence, cue, w, w + 1, 'within') },
      ];
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
    before.at(whatIsBefore(scene, sentence, from)),
    after.at(whatIsAfter(scene, sentence, to)),
    length(to - from),
  ];
  if (hasCircumstance(scene, head + 1, to)) features.push(circumstance);
  if (scene.lexicon.lists('oblique'))
    features.push(...caseFeatures(scene, sentence, cue, from, to, place));
  return features;
}

/** What the case of an article, and the place beside the finite verb, say about the subject. */
function caseFeatures(
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
    subjectOfKind(FINITE.indexOf(finite), KINDS.indexOf(kindOf(scene, from, headOf(scene, from, to)))),
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
  while (verb > sentence.from && !(scene.markOf[verb] === -1 && (of[verb] === VERB || of[verb] === AUXILIARY || isCue(of[verb]))));
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
  return from > sentence.from && (opening === SUBORDINATOR || opening === RELATIVE) ? 'clause' : 'other';
}

function isBetween({ classes, lexicon }: Scene, word: number): boolean {
  const kind = classes.of[word];
  return kind === ADVERB || kind === TIME || lexicon.has(word, 'pronoun-object');
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
  if (last && last.from > from && last.to === to) return [attachedBy(tieBefore(scene, last.from), 1)];
  if (!next || next.from > to + 1 || scene.gaps[to] !== PLAIN) return [];
  return [attachedBy(tieBefore(scene, next.from), 0)];
}

function tieBefore({ classes, lexicon }: Scene, word: number): number {
  if (classes.of[word - 1] === PREPOSITION) return lexicon.has(word - 1, 'owner') ? 2 : 3;
  return lexicon.has(word, 'genitive') ? 1 : 0;
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

function whatIsBefore(
  scene: Scene,
  sentence: Sentence,
  from: number,
): Parameters<typeof before.at>[0] {
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
