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
import { endOfMark, isColon, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { COLON, COMMA, isBehindMark, PLAIN } from '../annotation/punctuation.ts';
import { COORDINATOR, NAME, RELATIVE, SUBORDINATOR } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';

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
    (cue) => cue.from > from && !isColon(cue) && closesWithName(annotated, sentence, cue),
  );
  return tag ? tag.from : sentence.to;
}

function isTag(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): boolean {
  const { markOf, gaps } = annotated;
  if (gaps[cue.to] === COLON && (markOf[cue.to] ?? -1) !== -1)
    return endOfMark(markOf, cue.to, sentence.to) - cue.to >= LEAST_IN_MARKS;
  if (closesWithName(annotated, sentence, cue)) return true;
  return followsMarks(annotated, sentence, cue) && endsClause(annotated, sentence, cue);
}

/**
 * "… заявил, что мост опасен, | передает «Вестник».": behind a comma, a verb and a name in marks close the sentence. Weights fitted on a language have
 * learned this by themselves.
 */
function closesWithName(
  { classes: { of }, doc, gaps, lexicon }: AnnotatedText,
  { to }: Sentence,
  cue: CueHit,
): boolean {
  if (lexicon.profile.fittedQuotes || gaps[cue.from] !== COMMA || cue.to >= to) return false;
  if (!isBehindMark(doc.text, doc.words, cue.to)) return false;
  for (let w = cue.to; w < to; w++) if (of[w] !== NAME || gaps[w] !== PLAIN) return false;
  return true;
}

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
