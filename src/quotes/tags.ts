/**
 * Tags: cues that are tied to words in marks of their own, inside what another cue seems to report.
 *
 *     The bridge is unsafe - “It leaks all the time,” she said - and must be closed, said Reed.
 *                                                         ^^^^
 *
 * The loops walk over one sentence, and the length of sentences is bounded.
 * @module
 */
import { phraseFrom } from '../annotation/adverbials.ts';
import {
  endOfMark,
  isColon,
  numberFrom,
  type AnnotatedText,
  type Sentence,
} from '../annotation/annotated.ts';
import { headOf } from '../annotation/mention-types.ts';
import { COLON, COMMA, PLAIN, QUOTE_MARK } from '../annotation/punctuation.ts';
import {
  AUXILIARY,
  COORDINATOR,
  CUE,
  CUE_ING,
  RELATIVE,
  SUBORDINATOR,
  VERB,
} from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import { verbBorder } from './candidates/source-boundaries.ts';
import { canSpeak } from './uncued/actors.ts';

/** "she", "the mayor": words between marks and a cue behind them. Set by hand. */
const MOST_IN_TAG = 4;
/** Fewer words in marks are a term: the “Gang of Eight,” critics say. Set by hand. */
const LEAST_IN_MARKS = 4;

/** Where the other cues of a sentence stand that are tied to words in marks. `cue` reports none of what they do. */
export function tagsIn(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): readonly number[] {
  return sentence.cues
    .filter((other) => other !== cue && !isColon(other) && isTag(annotated, sentence, other))
    .map(({ from }) => from);
}

/** Where a verb and a name in marks close the sentence behind word `from`; the end of the sentence if none do. */
export function closingTag(annotated: AnnotatedText, sentence: Sentence, from: number): number {
  const tag = sentence.cues.find(
    (cue) => cue.from > from && !isColon(cue) && closesWithSpeaker(annotated, sentence, cue),
  );
  return tag ? groupStart(annotated, sentence, tag) : sentence.to;
}

/**
 * "Когда ее спросили о планах, актриса засмеялась: | «Выспаться!»": the word in marks that a later cue has right behind its colon, and so no cue of an
 * earlier clause; -1 if there is none. Weights fitted on a language have learned this by themselves.
 */
export function ownedByColon(annotated: AnnotatedText, { cues }: Sentence, cue: CueHit): number {
  const { gaps, lexicon, markOf } = annotated;
  if (lexicon.profile.fittedQuotes || isColon(cue)) return -1;
  const owner = cues.find(
    (other) =>
      other.from > cue.to &&
      !isColon(other) &&
      markOf[other.from] === -1 &&
      gaps[other.to] === COLON &&
      (markOf[other.to] ?? -1) !== -1,
  );
  if (!owner) return -1;
  for (let w = cue.to; w <= owner.from; w++) if (gaps[w] === COMMA) return owner.to;
  return -1;
}

function isTag(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): boolean {
  const { markOf, gaps } = annotated;
  if (gaps[cue.to] === COLON && (markOf[cue.to] ?? -1) !== -1)
    return endOfMark(markOf, cue.to, sentence.to) - cue.to >= LEAST_IN_MARKS;
  if (closesWithSpeaker(annotated, sentence, cue)) return true;
  return followsMarks(annotated, sentence, cue) && endsClause(annotated, sentence, cue);
}

/**
 * "… заявил, что мост опасен, | передает «Вестник».", "aseguró que pagará, | ha informado la policía.": behind a comma, a verb, and nothing but who says it to
 * the end of the sentence. Weights fitted on a language have learned this by themselves.
 */
function closesWithSpeaker(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): boolean {
  const { classes, gaps, lexicon } = annotated;
  const { to } = sentence;
  if (lexicon.profile.fittedQuotes || cue.to >= to || to - cue.to > MOST_IN_SPEAKER) return false;
  // "…, sólo | llamando al alcalde": a verb that has a subject behind it is finite.
  if (cue.form === 'ing' || cue.form === 'base') return false;
  const start = groupStart(annotated, sentence, cue);
  if (gaps[start] !== COMMA) return false;
  // "según la fuente": who stands behind such a word says it, whatever they are.
  let hasSpeaker = annotated.rules.cueRules[cue.rule]?.takes.includes('source-after') === true;
  for (let w = cue.to; w < to; w++) {
    if (ENDS_SPEAKER.has(classes.of[w] as number) || lexicon.has(w, 'complementizer')) return false;
    if (gaps[w] !== PLAIN && gaps[w] !== COMMA && gaps[w] !== QUOTE_MARK) return false;
    hasSpeaker ||= canSpeakAt(annotated, sentence, w);
  }
  return hasSpeaker;
}
function canSpeakAt(
  annotated: AnnotatedText,
  { candidateSpeakers }: Sentence,
  word: number,
): boolean {
  const phrase = candidateSpeakers[numberFrom(candidateSpeakers, word)];
  if (phrase?.from !== word) return false;
  const head = headOf(annotated, phrase.from, phrase.to);
  return canSpeak(annotated, phrase) || annotated.lexicon.has(head, 'document');
}

/** The first word of a cue with its auxiliaries and adverbs. */
function groupStart(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): number {
  const border = cue.form === 'phrase' ? -1 : verbBorder(annotated, sentence, cue);
  return border < 0 ? cue.from : border;
}

/** Words of who says it, at most. Set by hand; it bounds the work. */
const MOST_IN_SPEAKER = 16;

/** Where somebody does something else, or something is said of them. */
const ENDS_SPEAKER: ReadonlySet<number> = new Set([
  AUXILIARY,
  COORDINATOR,
  CUE,
  CUE_ING,
  RELATIVE,
  SUBORDINATOR,
  VERB,
]);

/** “…,” she said: words in marks that end in a comma, a subject, and the cue. */
function followsMarks(
  { markOf, gaps, classes: { of }, doc: { text, words } }: AnnotatedText,
  { from }: Sentence,
  cue: CueHit,
): boolean {
  let w = cue.from;
  while (w > from && cue.from - w < MOST_IN_TAG && markOf[w - 1] === -1 && gaps[w] === PLAIN) w--;
  const last = w - 1;
  const mark = markOf[last] as number;
  const opens = of[w];
  if (last < from || mark === -1 || markOf[last - LEAST_IN_MARKS + 1] !== mark) return false;
  if (opens === RELATIVE || opens === SUBORDINATOR || opens === COORDINATOR) return false;
  const end = words.end[last] as number;
  return /^[?!.]{0,3}[,?!]["”»’']/.test(text.slice(end, end + 5));
}

/** Nothing follows the cue in its clause but who says it. */
function endsClause({ gaps }: AnnotatedText, sentence: Sentence, { to }: CueHit): boolean {
  const ends = (word: number): boolean => word >= sentence.to || gaps[word] !== PLAIN;
  const source = phraseFrom(sentence, to);
  return ends(to) || (source !== undefined && ends(source.reach));
}
