/**
 * Constructions that report in so many words, whatever weights that were fitted on another language think of them: a clause with “that” right behind a
 * verb of saying, and a whole clause in front of one. Languages with weights of their own have learned this by themselves.
 * @module
 */
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { CandidateBlock } from './candidates/candidates.ts';
import { complement, namedAs } from './clear/called.ts';
import { isOne, type Test } from './clear/passes.ts';
import { questionClause, thatClause } from './clear/that-clauses.ts';
import { clauseAround, clauseOfSource, clauseParted } from './clear/whole-clauses.ts';
import { infinitiveBehind } from './infinitive-reports.ts';
import { closedByTag } from './closing-tags.ts';
import { bestCandidate, type Choice } from './model/choose.ts';
import { ownView } from './own-views.ts';
import type { QuoteModel } from './quote.ts';
import { stateInMarks } from './states.ts';

/** The reading of a cue that its construction makes certain; null where there is none. */
export function clearReport(
  annotated: AnnotatedText,
  { candidates: { weights } }: QuoteModel,
  sentence: Sentence,
  cue: CueHit,
  { blocks, first }: { readonly blocks: readonly CandidateBlock[]; readonly first: Choice },
): Choice | null {
  const best = (passes: Test | null): Choice | null =>
    passes && bestCandidate(blocks, weights, ({ spans }) => passes(spans));
  if (annotated.lexicon.profile.fittedQuotes) {
    const named = annotated.lexicon.profile.cases ? best(namedAs(annotated, sentence, cue)) : null;
    return named && { ...named, confidence: Math.max(named.confidence, LEAST_OF_CALLED) };
  }
  if (cue.form === 'phrase')
    return (
      ownView(annotated, sentence, cue, first) ??
      best(
        clauseOfSource(annotated, sentence, cue, first) ??
          clauseParted(annotated, sentence, cue, first),
      )
    );
  const that = thatClause(annotated, sentence, cue);
  if (that) return best(that);
  // "«…», – любив | повторювати командир": behind words in marks the infinitive is a part of the tag.
  const isTag = first.content.marked && first.content.spans.every(({ to }) => to <= cue.from);
  const infinitive = isTag ? null : infinitiveBehind(annotated, sentence, cue);
  const told =
    infinitive && best(isOne(({ from, to }) => from === infinitive.from && to === infinitive.to));
  if (told) return { ...told, confidence: Math.max(told.confidence, LEAST_OF_CALLED) };
  const question = best(questionClause(annotated, sentence, cue));
  if (question) return question;
  const state = stateInMarks(annotated, sentence, cue);
  const felt = state && best(isOne(({ from, to }) => from === state.from && to === state.to));
  if (felt) return { ...felt, confidence: Math.max(felt.confidence, LEAST_OF_CALLED) };
  const called = best(complement(annotated, sentence, cue));
  if (called) return { ...called, confidence: Math.max(called.confidence, LEAST_OF_CALLED) };
  return (
    best(clauseAround(annotated, sentence, cue, first)) ??
    closedByTag(annotated, sentence, cue, first, best)
  );
}

/**
 * Confidence in what somebody is called, at least: weights of another language may never have seen such a verb. Set by hand; calibration
 * follows.
 */
const LEAST_OF_CALLED = 0.5;
