/**
 * Reports that their construction alone tells, content and source, in languages that share the weights of English: these have never seen it, and so what
 * they think of it means nothing.
 * @module
 */
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import { accusedBy } from './agents.ts';
import { asClause } from './as-clauses.ts';
import { asideWithoutSubject } from './asides.ts';
import { bareTag } from './bare-tags.ts';
import type { Choice } from '../model/choose.ts';
import { nounReport } from './noun-reports.ts';
import { pointingBack } from './pointing-back.ts';
import { tagOfNobody } from './tags-of-nobody.ts';

/** The reading of a cue that stands in such a construction; null where it does not. Walks over one sentence at most. */
export function builtReport(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): Choice | null {
  if (annotated.lexicon.profile.fittedQuotes) return null;
  const built =
    asideWithoutSubject(annotated, sentence, cue) ??
    bareTag(annotated, sentence, cue) ??
    tagOfNobody(annotated, sentence, cue) ??
    nounReport(annotated, sentence, cue) ??
    accusedBy(annotated, sentence, cue) ??
    asClause(annotated, sentence, cue) ??
    pointingBack(annotated, sentence, cue);
  if (!built) return null;
  const marked = built.content.some(({ from, to }) =>
    [from, to - 1].some((word) => annotated.markOf[word] !== -1),
  );
  return {
    features: [],
    content: { spans: built.content, features: [], marked },
    source: { span: built.source, features: [] },
    reports: AS_BUILT,
    confidence: AS_BUILT,
  };
}

/** Confidence in such a reading. Set by hand; calibration follows. */
const AS_BUILT = 0.8;
