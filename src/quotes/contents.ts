/**
 * What may be the content of a cue: stretches after and before it.
 * @module
 */
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  isCue,
  NUMBER,
  PREPOSITION,
  PRONOUN,
  SUBORDINATOR,
  TIME,
  VERB,
} from '../mentions/classes.ts';
import { COLON, COMMA, DASH, PLAIN, QUOTE_MARK, STOP } from '../mentions/gaps.ts';
import {
  describe,
  endInSubordinate,
  endNumber,
  isSubjectAt,
  skipped,
  stepsOver,
  type ContentCandidate,
  type End,
  type Start,
} from './content-features.ts';
import { chunkFrom, circumstanceAt, type Circumstance } from './circumstances.ts';
import type { Marked } from './marks.ts';
import type { CueHit } from '../rules/cues.ts';
import { flag } from './features.ts';
import {
  chunkNumber,
  endsAbbreviation,
  isComplementizer,
  sentenceAt,
  type Scene,
  type Sentence,
} from './scene.ts';

const MOST_ENDS = 7;
const REACH_OF_THAT = 14;

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
  const extra = (from: number): readonly number[] => {
    const kind = passed.get(from);
    return kind ? [skipped(scene, sentence, kind, from)] : [];
  };
  return starts.flatMap(([from, start]) =>
    endsAfter(scene, sentence, from)
      .filter(([to]) => !isCircumstance(scene, from, to))
      .map(([to, end], index) =>
        describe(scene, sentence, from, to, start, end, [
          stepsOver(from - at),
          endNumber(index),
          ...extra(from),
          ...(subordinate ? [endInSubordinate(end)] : []),
        ]),
      ),
  );
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

function startsAfter(
  scene: Scene,
  sentence: Sentence,
  at: number,
  inverted: boolean,
): readonly (readonly [number, Start])[] {
  const found = new Map<number, Start>();
  const add = (word: number, start: Start): void => {
    if (word >= sentence.to || found.has(word) || !canStart(scene, word)) return;
    if (!isComplementizer(scene, word)) found.set(word, start);
  };
  const { classes, gaps, lexicon } = scene;
  for (let w = at; w < Math.min(sentence.to, at + REACH_OF_THAT); w++) {
    if (gaps[w] === COLON) add(w, 'colon');
    if (isComplementizer(scene, w)) {
      add(w + 1, 'that');
      break;
    }
    if (scene.markOf[w] !== -1 && !isShortMark(scene, w)) break;
  }
  const mark = firstMarkAfter(scene, sentence, at);
  if (mark >= 0) add(mark, gaps[mark] === COLON ? 'colon' : 'mark');
  if (at < sentence.to) {
    if (gaps[at] === COMMA) add(at, 'comma');
    else if (gaps[at] === COLON) add(at, 'colon');
    else if (inverted && isVerbSecond(scene, sentence, at)) add(at, 'comma');
    else add(at, inverted ? 'source' : 'cue');
    if (lexicon.has(at, 'question-word')) found.set(at, 'question');
  }
  const chunk = chunkFrom(sentence, at);
  if (chunk) {
    add(chunk.to, 'chunk');
    if (classes.of[chunk.to] === PREPOSITION) add(chunk.to + 1, 'preposition');
  }
  if (classes.of[at] === PREPOSITION) add(at + 1, 'preposition');
  for (const { to } of circumstancesFrom(scene, sentence, at)) add(to, 'circumstance');
  const comma = nextComma(scene, sentence, at + 1);
  if (comma >= 0) add(comma, 'aside');
  return [...found];
}

/**
 * "Volgens de politie | is de brug veilig": the verb behind a source that opens its sentence takes the place of a comma.
 * Languages with capital nouns have learned this by themselves.
 */
function isVerbSecond({ classes, rules }: Scene, { from, cues }: Sentence, at: number): boolean {
  const kind = classes.of[at];
  if (classes.capitalNouns || (kind !== AUXILIARY && kind !== VERB && !isCue(kind))) return false;
  const [cue] = cues;
  return cue?.from === from && rules.cueRules[cue.rule]?.takes.includes('source-after') === true;
}

/** "While Hale said | that …, she …": whether a subordinate clause holds the words in front of `at`. */
function isSubordinate({ classes, gaps, markOf }: Scene, sentence: Sentence, at: number): boolean {
  for (let w = at - 1; w >= Math.max(sentence.from, at - MOST_IN_CLAUSE); w--) {
    if (markOf[w] !== -1) return false;
    if (classes.of[w] === SUBORDINATOR) return w === sentence.from || gaps[w] === COMMA;
    if (gaps[w] === COMMA) return false;
  }
  return false;
}

const MOST_IN_CLAUSE = 14;

const MOST_IN_TITLE = 6;

/** A few words in marks, as the title of a programme has: "told “The Morning Hour” that …". */
function isShortMark({ markOf }: Scene, word: number): boolean {
  let to = word;
  while (to - word <= MOST_IN_TITLE && markOf[to] === markOf[word]) to++;
  return to - word <= MOST_IN_TITLE;
}

const MOST_CIRCUMSTANCES = 5;

/** The circumstances behind word `at`, and behind the person told: "told reporters | in Avon | on Monday". */
function circumstancesFrom(scene: Scene, sentence: Sentence, at: number): readonly Circumstance[] {
  const found: Circumstance[] = [];
  let word = chunkFrom(sentence, at)?.reach ?? at;
  while (found.length < MOST_CIRCUMSTANCES && word < sentence.to) {
    if (scene.gaps[word] !== PLAIN && word > at) break;
    const step = circumstanceAt(scene, sentence, word);
    if (!step) break;
    found.push(step);
    word = step.to;
  }
  return found;
}

/** Content does not start in the middle of marks. */
function canStart(scene: Scene, word: number): boolean {
  const mark = scene.markOf[word] as number;
  return mark === -1 || scene.markOf[word - 1] !== mark;
}

function firstMarkAfter(scene: Scene, sentence: Sentence, at: number): number {
  for (let w = at; w < sentence.to; w++)
    if (scene.markOf[w] !== -1) return canStart(scene, w) ? w : -1;
  return -1;
}

function nextComma(scene: Scene, sentence: Sentence, from: number): number {
  for (let w = from; w < Math.min(sentence.to, from + REACH_OF_THAT); w++) {
    if (scene.markOf[w] !== -1) return -1;
    if (scene.gaps[w] === COMMA) return w;
  }
  return -1;
}

function endsAfter(
  scene: Scene,
  sentence: Sentence,
  from: number,
): readonly (readonly [number, End])[] {
  const found: (readonly [number, End])[] = [[sentence.to, 'sentence']];
  for (let w = from + 1; w < sentence.to && found.length < MOST_ENDS; w++) {
    if (!canEnd(scene, w)) continue;
    const end = endKind(scene, sentence, w);
    if (end) found.push([w, end]);
  }
  return found;
}

/** Content does not end in the middle of marks. */
function canEnd(scene: Scene, word: number): boolean {
  const mark = scene.markOf[word - 1] as number;
  return mark === -1 || scene.markOf[word] !== mark;
}

/** The sort of border before `word`, or null where no clause can end. */
function endKind(scene: Scene, sentence: Sentence, word: number): End | null {
  if (scene.markOf[word - 1] !== -1) return 'mark';
  switch (scene.gaps[word]) {
    case PLAIN: {
      const kind = scene.classes.of[word];
      if (kind === SUBORDINATOR || isCue(kind)) return 'plain';
      if (kind === PREPOSITION)
        return circumstanceAt(scene, sentence, word)?.kind === 'venue' ? 'venue' : null;
      return kind === COORDINATOR && followsSubject(scene, sentence, word + 1) ? 'plain' : null;
    }
    case COMMA:
      return 'comma';
    case DASH:
      return 'dash';
    case COLON:
      return 'colon';
    case QUOTE_MARK:
      return null;
    case STOP:
      return endsAbbreviation(scene, word) ? null : 'bracket';
    default:
      return 'bracket';
  }
}

/** Whether a new clause may start: a pronoun, a name, or a verb of saying. */
function followsSubject(scene: Scene, sentence: Sentence, word: number): boolean {
  const kind = scene.classes.of[word];
  if (isSubjectAt(scene, sentence, word)) return true;
  return kind === PRONOUN || isCue(kind) || kind === VERB || kind === AUXILIARY || kind === ADVERB;
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
  const found = new Map<number, Start>([[sentence.from, 'sentence']]);
  const last = scene.markOf[to - 1] as number;
  if (last >= 0) found.set(firstWordOf(scene, sentence, to - 1), 'mark');
  let borders = 0;
  for (let w = to - 1; w > sentence.from && borders < 4; w--) {
    if (scene.markOf[w] !== -1 && scene.markOf[w] === scene.markOf[w - 1]) continue;
    const kind = endKind(scene, sentence, w);
    if (!kind || !canStart(scene, w)) continue;
    borders++;
    if (!found.has(w)) found.set(w, 'clause');
    const next = scene.classes.of[w];
    if ((next === COORDINATOR || next === SUBORDINATOR) && w + 1 < to && !found.has(w + 1))
      found.set(w + 1, 'clause');
  }
  const opening = scene.classes.of[sentence.from];
  if (
    (opening === COORDINATOR || opening === ADVERB) &&
    sentence.from + 1 < to &&
    canStart(scene, sentence.from + 1)
  )
    found.set(sentence.from + 1, 'clause');
  return [...found].map(([from, start]) =>
    describe(scene, sentence, from, to, start, scene.markOf[to - 1] !== -1 ? 'mark' : 'cue-side', [
      stepsOver(from - sentence.from),
    ]),
  );
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
  if (!scene.classes.capitalNouns || cue.form === 'phrase') return [];
  let to = cue.from;
  while (to > sentence.from && isAdverb(scene, to - 1) && scene.gaps[to] === PLAIN) to--;
  if (to <= sentence.from || scene.markOf[to - 1] === -1) return [];
  const mark = firstWordOf(scene, sentence, to - 1);
  const found = new Map<number, Start>([[mark, 'mark']]);
  const inFront = sentence.chunks[chunkNumber(sentence, mark) - 1];
  if (inFront?.to === mark && !inFront.pronoun) found.set(inFront.from, 'chunk');
  return [...found]
    .filter(([from]) => from > sentence.from)
    .map(([from, start]) =>
      describe(scene, sentence, from, to, start, 'cue-side', [stepsOver(from - sentence.from)]),
    );
}

const sentenceBefore = flag('content/sentence-before');

/** "Die Brücke bleibt zu. Das teilte Reed mit.": a sentence that opens with a word for the one before. */
export function contentsReferredTo(scene: Scene, sentence: Sentence): readonly ContentCandidate[] {
  const { from, paragraph } = sentence;
  if (!scene.lexicon.has(from, 'referring') || scene.markOf[from] !== -1) return [];
  const before = from > 0 ? sentenceAt(scene, from - 1) : sentence;
  if (before.to !== from || before.paragraph !== paragraph || before.cues.length > 0) return [];
  return [describe(scene, before, before.from, from, 'sentence', 'sentence', [sentenceBefore])];
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

/** Where the content stands in the text: its marks belong to it. UTF-16 offsets. */
export function contentSpan(
  scene: Scene,
  from: number,
  to: number,
): { start: number; end: number } {
  const { doc, markOf, marked } = scene;
  const first = marked[markOf[from] as number] as Marked | undefined;
  const last = marked[markOf[to - 1] as number] as Marked | undefined;
  return {
    start: first
      ? Math.min(first.start, doc.words.start[from] as number)
      : (doc.words.start[from] as number),
    end: last
      ? Math.max(last.end, doc.words.end[to - 1] as number)
      : (doc.words.end[to - 1] as number),
  };
}
