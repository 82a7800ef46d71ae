/**
 * What may be the content of a cue: stretches after and before it.
 * @module
 */
import type { Circumstance } from '../../annotation/adverbials.ts';
import {
  chunkNumber,
  isComplementizer,
  sentenceAt,
  type Scene,
  type Sentence,
} from '../../annotation/annotated.ts';
import { PLAIN } from '../../annotation/punctuation.ts';
import {
  ADVERB,
  COORDINATOR,
  DETERMINER,
  NAME,
  NUMBER,
  PREPOSITION,
  PRONOUN,
  SUBORDINATOR,
  TIME,
} from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import {
  canEnd,
  canStart,
  circumstancesFrom,
  endKind,
  endsAfter,
  startsAfter,
} from './content-boundaries.ts';
import { describe, skipped, type ContentCandidate } from './content-features.ts';
import { CANDIDATE_FEATURES } from './features.ts';
import { END, START, type Start } from './names.ts';
import { isSubordinate } from './next-word.ts';

const { content: F } = CANDIDATE_FEATURES;

/**
 * Content that starts after word `at`, where the cue (and a source behind it) ends.
 * @param inverted whether a source stands between the cue and `at`
 */
export function contentsAfter(
  scene: Scene,
  sentence: Sentence,
  at: number,
  inverted: boolean,
): readonly ContentCandidate[] {
  const starts = startsAfter(scene, sentence, at, inverted);
  const subordinate = isSubordinate(scene, sentence, at);
  const passed = new Map<number, Circumstance['kind']>();
  for (const { kind, to } of circumstancesFrom(scene, sentence, at)) passed.set(to, kind);
  const found: ContentCandidate[] = [];
  for (const [from, start] of starts) {
    const kind = passed.get(from);
    let number = 0;
    for (const [to, end] of endsAfter(scene, sentence, from)) {
      if (isCircumstance(scene, from, to)) continue;
      const features = [F.startAfter.at(from - at), F.endNumber.at(number++)];
      if (kind) features.push(skipped(scene, sentence, kind, from));
      if (subordinate) features.push(F.endOfSubordinate.cell(end));
      found.push(describe(scene, sentence, from, to, start, end, features));
    }
  }
  return found;
}

/** "said Sunday", "said again": only when or how it was said. */
function isCircumstance(scene: Scene, from: number, to: number): boolean {
  for (let w = from; w < to; w++) {
    const kind = scene.classes.of[w];
    if (
      scene.markOf[w] !== -1 ||
      (kind !== TIME && kind !== ADVERB && kind !== NUMBER && kind !== PREPOSITION)
    )
      return false;
  }
  return true;
}

/**
 * Content that ends before word `to`, where the source or the cue begins.
 */
export function contentsBefore(
  scene: Scene,
  sentence: Sentence,
  to: number,
): readonly ContentCandidate[] {
  if (to <= sentence.from || !canEnd(scene, to)) return [];
  const skips = sentence.from + 1 < to && opensWithThat(scene, sentence.from);
  const first = sentence.from + (skips ? 1 : 0);
  const found = new Map<number, Start>([[first, START.sentence]]);
  const last = scene.markOf[to - 1] as number;
  if (last >= 0) found.set(firstWordOf(scene, sentence, to - 1), START.mark);
  let borders = 0;
  for (let w = to - 1; w > sentence.from && borders < 4; w--) {
    if (scene.markOf[w] !== -1 && scene.markOf[w] === scene.markOf[w - 1]) continue;
    const kind = endKind(scene, sentence, w);
    if (!kind || !canStart(scene, w)) continue;
    borders++;
    if (!found.has(w)) found.set(w, START.clause);
    const next = scene.classes.of[w];
    if ((next === COORDINATOR || next === SUBORDINATOR) && w + 1 < to && !found.has(w + 1))
      found.set(w + 1, START.clause);
  }
  const opening = scene.classes.of[sentence.from];
  if (
    (opening === COORDINATOR || opening === ADVERB) &&
    sentence.from + 1 < to &&
    canStart(scene, sentence.from + 1)
  )
    found.set(sentence.from + 1, START.clause);
  return [...found].map(([from, start]) =>
    describe(
      scene,
      sentence,
      from,
      to,
      start,
      scene.markOf[to - 1] !== -1 ? END.mark : END['cue-side'],
      [F.startAfter.at(from - sentence.from)],
    ),
  );
}

/** "That the bridge was closed, Hale denied"; not "That morning, Hale said". */
function opensWithThat(scene: Scene, word: number): boolean {
  if (!isComplementizer(scene, word)) return false;
  const next = scene.classes.of[word + 1];
  return next === DETERMINER || next === PRONOUN || next === NAME;
}

/**
 * Where verbs end clauses, content stands between the source and the verb: "…, der den Plan als „absurd“ bezeichnet".
 * Only content that ends in marks can be told from the rest of the clause.
 */
export function contentsWithin(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
): readonly ContentCandidate[] {
  if (!scene.lexicon.profile.verbFinal || cue.form === 'phrase') return [];
  let to = cue.from;
  while (to > sentence.from && isAdverb(scene, to - 1) && scene.gaps[to] === PLAIN) to--;
  if (to <= sentence.from || scene.markOf[to - 1] === -1) return [];
  const mark = firstWordOf(scene, sentence, to - 1);
  const found = new Map<number, Start>([[mark, START.mark]]);
  const inFront = sentence.chunks[chunkNumber(sentence, mark) - 1];
  if (inFront?.to === mark && !inFront.pronoun) found.set(inFront.from, START.chunk);
  return [...found]
    .filter(([from]) => from > sentence.from)
    .map(([from, start]) =>
      describe(scene, sentence, from, to, start, END['cue-side'], [
        F.startAfter.at(from - sentence.from),
      ]),
    );
}

/** "Die Brücke bleibt zu. Das teilte Reed mit.": a sentence that opens with a word for the one before. */
export function contentsReferredTo(scene: Scene, sentence: Sentence): readonly ContentCandidate[] {
  const { from, paragraph } = sentence;
  if (!scene.lexicon.has(from, 'referring') || scene.markOf[from] !== -1) return [];
  const before = from > 0 ? sentenceAt(scene, from - 1) : sentence;
  if (before.to !== from || before.paragraph !== paragraph || before.cues.length > 0) return [];
  return [
    describe(scene, before, before.from, from, START.sentence, END.sentence, [F.sentenceBefore]),
  ];
}

function isAdverb(scene: Scene, word: number): boolean {
  return scene.markOf[word] === -1 && scene.classes.of[word] === ADVERB;
}

function firstWordOf(scene: Scene, sentence: Sentence, word: number): number {
  const mark = scene.markOf[word];
  let at = word;
  while (at > sentence.from && scene.markOf[at - 1] === mark) at--;
  return at;
}
