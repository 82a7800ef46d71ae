/**
 * Who is the source of a claim: the candidate that was chosen, or whoever the build of its sentence says instead, in full.
 * @module
 */
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import type { WordSpan } from '../text/spans.ts';
import { sourceInClause } from './candidates/source-position.ts';
import type { Claim } from './claims.ts';
import { subjectBeforeColon } from './colon-subjects.ts';
import { infinitiveBehind } from './infinitive-reports.ts';
import { subjectOfMain, subjectOfRelative } from './infinitives.ts';
import { inFrontOfPostposition, subjectInFront, whoIsLeftOut } from './left-out.ts';
import { subjectBehind } from './opening-participles.ts';
import { speakerOf } from './passive.ts';
import { withoutVenue, withOwner } from './source-ends.ts';
import { subjectOfOpening, wholeSource } from './whole-sources.ts';

/** Half-open word numbers; null where nobody is named. */
export function sourceOf(
  annotated: AnnotatedText,
  sentence: Sentence,
  claim: Claim,
): WordSpan | null {
  const named = subjectOf(annotated, sentence, claim);
  if (claim.isBuilt) return named;
  const own = withOwner(annotated, sentence, withoutVenue(annotated, named));
  return wholeSource(annotated, sentence, claim.cue, own);
}

function subjectOf(annotated: AnnotatedText, sentence: Sentence, claim: Claim): WordSpan | null {
  const { choice, cue, isThatClause } = claim;
  const isBare = choice.source.span === null;
  const relative = subjectOfClause(annotated, sentence, claim);
  if (relative) return relative;
  const opening =
    isThatClause && isBare ? subjectOfOpening(annotated, sentence, cue.to) : undefined;
  if (opening) return opening;
  if (isThatClause && (cue.form === 'base' || isBare))
    return subjectOfMain(annotated, sentence, cue, choice.content.spans);
  const spoken = speakerOf(annotated, sentence, cue, subjectBeside(annotated, sentence, claim));
  return subjectBeforeColon(annotated, sentence, cue, spoken);
}

/** "Reed, | que dijo que …", "que dice no saber": of clauses with “that” and of infinitives. */
function subjectOfClause(
  annotated: AnnotatedText,
  sentence: Sentence,
  { cue, isThatClause, isBuilt }: Claim,
): WordSpan | null {
  const isInfinitive =
    !isThatClause && !isBuilt && infinitiveBehind(annotated, sentence, cue) !== null;
  return isThatClause || isInfinitive
    ? subjectOfRelative(annotated, sentence, cue, isInfinitive)
    : null;
}

function subjectBeside(
  annotated: AnnotatedText,
  sentence: Sentence,
  { choice, cue }: Claim,
): WordSpan | null {
  const { spans } = choice.content;
  const chosen = sourceInClause(annotated, sentence, cue.from, choice.source.span);
  const inFront = subjectInFront(annotated, sentence, cue, chosen, spans);
  return (
    inFrontOfPostposition(annotated, sentence, cue, inFront) ??
    whoIsLeftOut(annotated, sentence, cue, spans) ??
    subjectBehind(annotated, sentence, cue, spans)
  );
}
