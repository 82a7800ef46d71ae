/**
 * What may be the content of a cue: stretches after and before it.
 * @module
 */
import type { Adverbial } from '../../annotation/adverbials.ts';
import {
  phraseNumber,
  isComplementizer,
  sentenceAt,
  type AnnotatedText,
  type Sentence,
} from '../../annotation/annotated.ts';
import { PLAIN } from '../../annotation/punctuation.ts';
import {
  ADVERB,
  COORDINATOR,
  DETERMINER,
  isCue,
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
  adverbialsFrom,
  endKind,
  endsAfter,
  startsAfter,
} from './content-boundaries.ts';
import { describe, skipped, type ContentStretch } from './content-features.ts';
import { CANDIDATE_FEATURES } from './features.ts';
import { END, START, type Start } from './names.ts';
import { isSubordinate } from './next-word.ts';

const { content: F } = CANDIDATE_FEATURES;

/**
 * Content that starts after word `at`, where the cue (and a source behind it) ends.
 * @param inverted whether a source stands between the cue and `at`
 */
export function contentsAfter(
  annotated: AnnotatedText,
  sentence: Sentence,
  at: number,
  inverted: boolean,
): readonly ContentStretch[] {
  const starts = startsAfter(annotated, sentence, at, inverted);
  const subordinate = isSubordinate(annotated, sentence, at);
  const passed = new Map<number, Adverbial['kind']>();
  for (const { kind, to } of adverbialsFrom(annotated, sentence, at)) passed.set(to, kind);
  const found: ContentStretch[] = [];
  for (const [from, start] of starts) {
    const kind = passed.get(from);
    let number = 0;
    for (const [to, end] of endsAfter(annotated, sentence, from)) {
      if (isAdverbialOnly(annotated, sentence, from, to)) continue;
      const features = [F.startAfter.at(from - at), F.endNumber.at(number++)];
      if (kind) features.push(skipped(annotated, sentence, kind, from));
      if (subordinate) features.push(F.endOfSubordinate.cell(end));
      found.push(describe(annotated, sentence, from, to, start, end, features));
    }
  }
  return found;
}

/** "said Sunday", "said again", "teilte sie | am Montag mit": only when or how it was said, and the rest of its verb. */
function isAdverbialOnly(
  annotated: AnnotatedText,
  { cues }: Sentence,
  from: number,
  to: number,
): boolean {
  const { separableVerbs } = annotated.lexicon.profile;
  const isParticle = (word: number): boolean =>
    separableVerbs &&
    word === to - 1 &&
    isCue(annotated.classes.of[word]) &&
    cues.every((cue) => word < cue.from || word >= cue.to);
  for (let w = from; w < to; w++) {
    const kind = annotated.classes.of[w];
    if (
      annotated.markOf[w] !== -1 ||
      (kind !== TIME &&
        kind !== ADVERB &&
        kind !== NUMBER &&
        kind !== PREPOSITION &&
        !isParticle(w))
    )
      return false;
  }
  return true;
}

/**
 * Content that ends before word `to`, where the source or the cue begins.
 */
export function contentsBefore(
  annotated: AnnotatedText,
  sentence: Sentence,
  to: number,
): readonly ContentStretch[] {
  if (to <= sentence.from || !canEnd(annotated, to)) return [];
  const skips = sentence.from + 1 < to && opensWithThat(annotated, sentence.from);
  const first = sentence.from + (skips ? 1 : 0);
  const found = new Map<number, Start>([[first, START.sentence]]);
  const last = annotated.markOf[to - 1] as number;
  if (last >= 0) found.set(firstWordOf(annotated, sentence, to - 1), START.mark);
  let borders = 0;
  for (let w = to - 1; w > sentence.from && borders < 4; w--) {
    if (annotated.markOf[w] !== -1 && annotated.markOf[w] === annotated.markOf[w - 1]) continue;
    const kind = endKind(annotated, sentence, w);
    if (!kind || !canStart(annotated, w)) continue;
    borders++;
    if (!found.has(w)) found.set(w, START.clause);
    const next = annotated.classes.of[w];
    if ((next === COORDINATOR || next === SUBORDINATOR) && w + 1 < to && !found.has(w + 1))
      found.set(w + 1, START.clause);
  }
  const opening = annotated.classes.of[sentence.from];
  if (
    (opening === COORDINATOR || opening === ADVERB) &&
    sentence.from + 1 < to &&
    canStart(annotated, sentence.from + 1)
  )
    found.set(sentence.from + 1, START.clause);
  return [...found].map(([from, start]) =>
    describe(
      annotated,
      sentence,
      from,
      to,
      start,
      annotated.markOf[to - 1] !== -1 ? END.mark : END['cue-side'],
      [F.startAfter.at(from - sentence.from)],
    ),
  );
}

/** "That the bridge was closed, Hale denied"; not "That morning, Hale said". */
function opensWithThat(annotated: AnnotatedText, word: number): boolean {
  if (!isComplementizer(annotated, word)) return false;
  const next = annotated.classes.of[word + 1];
  return next === DETERMINER || next === PRONOUN || next === NAME;
}

/**
 * Where verbs end clauses, content stands between the source and the verb: "…, der den Plan als „absurd“ bezeichnet".
 * Only content that ends in marks can be told from the rest of the clause.
 */
export function contentsWithin(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): readonly ContentStretch[] {
  if (!annotated.lexicon.profile.verbFinal || cue.form === 'phrase') return [];
  let to = cue.from;
  while (to > sentence.from && isAdverb(annotated, to - 1) && annotated.gaps[to] === PLAIN) to--;
  if (to <= sentence.from || annotated.markOf[to - 1] === -1) return [];
  const mark = firstWordOf(annotated, sentence, to - 1);
  const found = new Map<number, Start>([[mark, START.mark]]);
  const inFront = sentence.phrases[phraseNumber(sentence, mark) - 1];
  if (inFront?.to === mark && !inFront.pronoun) found.set(inFront.from, START.chunk);
  return [...found]
    .filter(([from]) => from > sentence.from)
    .map(([from, start]) =>
      describe(annotated, sentence, from, to, start, END['cue-side'], [
        F.startAfter.at(from - sentence.from),
      ]),
    );
}

/** "Die Brücke bleibt zu. Das teilte Reed mit.": a sentence that opens with a word for the one before. */
export function contentsReferredTo(
  annotated: AnnotatedText,
  sentence: Sentence,
): readonly ContentStretch[] {
  const { from, paragraph } = sentence;
  if (!annotated.lexicon.has(from, 'referring') || annotated.markOf[from] !== -1) return [];
  const before = from > 0 ? sentenceAt(annotated, from - 1) : sentence;
  if (before.to !== from || before.paragraph !== paragraph || before.cues.length > 0) return [];
  return [
    describe(annotated, before, before.from, from, START.sentence, END.sentence, [
      F.sentenceBefore,
    ]),
  ];
}

function isAdverb(annotated: AnnotatedText, word: number): boolean {
  return annotated.markOf[word] === -1 && annotated.classes.of[word] === ADVERB;
}

function firstWordOf(annotated: AnnotatedText, sentence: Sentence, word: number): number {
  const mark = annotated.markOf[word];
  let at = word;
  while (at > sentence.from && annotated.markOf[at - 1] === mark) at--;
  return at;
}
