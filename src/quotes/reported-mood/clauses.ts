/**
 * Clauses in reported mood beside a cue: whatever the model thinks of them, they are what it reports.
 * @module
 */
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import { COLON, COMMA } from '../../annotation/punctuation.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { WordSpan } from '../../text/spans.ts';
import { CAPITAL } from '../../text/words.ts';
import type { CandidateBlock } from '../candidates/candidates.ts';
import { bestCandidate, type Choice } from '../model/choose.ts';
import type { QuoteModel } from '../quote.ts';

/**
 * "Statt „laufen“ sage man hier „gehen“, spottete Reed.": a clause in reported mood that reaches from the beginning of the sentence to the comma in
 * front of the cue is what the cue reports, whatever part of it stands in marks. Null where there is none, or the cue reports something else.
 */
export function moodClauseInFront(
  annotated: AnnotatedText,
  { candidates: { weights } }: QuoteModel,
  sentence: Sentence,
  cue: CueHit,
  { blocks, first }: { readonly blocks: readonly CandidateBlock[]; readonly first: Choice },
): Choice | null {
  const clause = { from: sentence.from, to: cue.from };
  const isElsewhere = first.content.spans.some(({ to }) => to > cue.from);
  if (isElsewhere || annotated.gaps[cue.from] !== COMMA) return null;
  if (!isInReportedMood(annotated, clause)) return null;
  return bestCandidate(
    blocks,
    weights,
    ({ spans: [only, ...rest] }) =>
      rest.length === 0 && only?.from === clause.from && only.to === clause.to,
  );
}

/** "Ihr Sprecher teilte mit, man prüfe das.": however short it is. */
export function isMoodClauseBehind(
  annotated: AnnotatedText,
  cue: CueHit,
  { content: { spans, marked } }: Choice,
): boolean {
  const [only, ...rest] = spans;
  if (!only || rest.length > 0 || marked || only.from < cue.to) return false;
  return annotated.gaps[only.from] === COMMA && isInReportedMood(annotated, only);
}

/** Whether a verb outside marks says by its mood that the words, which no colon divides, are somebody's. */
function isInReportedMood(
  { lexicon, markOf, gaps, doc }: AnnotatedText,
  { from, to }: WordSpan,
): boolean {
  if (!lexicon.profile.reportedMood) return false;
  let found = false;
  for (let w = from; w < to; w++) {
    if (markOf[w] !== -1) continue;
    if (w > from && (gaps[w] === COLON || doc.text[doc.words.end[w - 1] as number] === ':'))
      return false;
    // "die Spiele", "spiele"
    const isNoun = w > from && ((doc.words.shape[w] as number) & CAPITAL) !== 0;
    found ||= !isNoun && lexicon.at(w, 'reported-mood')?.attribute === 'reported';
  }
  return found;
}
