/**
 * Claims: what each cue is taken to report. `overlaps.ts` settles those that lie in each other or share words.
 * @module
 */
import { phraseFrom } from '../annotation/adverbials.ts';
import { isColon, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { PLAIN } from '../annotation/punctuation.ts';
import { COORDINATOR, isCue, NUMBER, TIME, isVerbal } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import { isAccepted, LEAST } from './acceptance.ts';
import { appositionIn, isGlossOf, isPurpose, isSight, namesNobody } from './apart.ts';
import { candidatesOf, type CandidateBlock, type Content } from './candidates/candidates.ts';
import { opensBehindThat } from './candidates/that-clauses.ts';
import { isBareReport, isReferredTo, isThatClauseInFront } from './certain-reports.ts';
import { withSpeaker } from './colon-sources.ts';
import { clearReport } from './clear-reports.ts';
import { canAnnounce } from './labels.ts';
import { builtReport } from './constructions/find.ts';
import { isNounCue } from './constructions/noun-reports.ts';
import { isLooseGerund, isNoView } from './loose-cues.ts';
import { bestCandidate, type Choice } from './model/choose.ts';
import { opensWithParticiple, subjectBehind } from './opening-participles.ts';
import { isMoodClauseBehind, moodClauseInFront } from './reported-mood/clauses.ts';
import { ownedByColon, tagsIn } from './tags.ts';
import type { QuoteModel } from './quote.ts';
import { isDeed, isDenied, isList, isPointer, isReminder, isTopic, isUnsaid } from './unsaid.ts';

/** A cue that is taken to report something, and its best candidate. */
export interface Claim {
  readonly choice: Choice;
  readonly cue: CueHit;
  readonly sentence: number;
  /** "should never say “…”": nobody said the words in marks. */
  readonly denied: boolean;
  /** "aseguró que …": what it reports is a clause with “that” right behind it, in a language whose weights have not learned what that tells. */
  readonly isThatClause: boolean;
  /** Told by its construction, its source in full. */
  readonly isBuilt: boolean;
  /** An outer claim that only passes this one on. */
  readonly via?: Claim;
  /** All candidates of the cue, for a second look where two claims overlap. */
  readonly blocks: readonly CandidateBlock[];
}

/** "“But why?” Hale asked her.": a cue that reports something, but not "her", reports the words in marks. */
function markedChoice(
  { reports }: Choice,
  blocks: readonly CandidateBlock[],
  { candidates: { weights } }: QuoteModel,
): Choice | null {
  const other = reports >= LEAST ? bestCandidate(blocks, weights, ({ marked }) => marked) : null;
  return other && other.confidence >= LEAST_OF_OTHER ? other : null;
}

/**
 * How probable content in marks must be to replace a better one without marks that was refused. The probability is among
 * contents in marks and "reports nothing", and so higher than among all. Set by hand: below it, the words in marks are left
 * to the finder of uncued quotes.
 */
const LEAST_OF_OTHER = 0.4;

/** The claims of a sentence's cues, one at most for each, overlaps not resolved yet. `number` is that of the sentence. */
export function claimsOf(
  annotated: AnnotatedText,
  model: QuoteModel,
  sentence: Sentence,
  number: number,
): readonly Claim[] {
  return sentence.cues.flatMap((cue) => {
    if (isReported(annotated, cue) || isNoView(annotated, sentence, cue)) return [];
    if (namesNobody(annotated, sentence, cue)) return [];
    if (isLooseGerund(annotated, sentence, cue) || isReminder(annotated, sentence, cue)) return [];
    const set = builtReport(annotated, sentence, cue);
    if (set) return [builtClaim(set, cue, number)];
    // By itself a noun reports nothing that weights of another language could tell from its other uses.
    if (!annotated.lexicon.profile.fittedQuotes && isNounCue(annotated, cue)) return [];
    const blocks = candidatesOf(annotated, sentence, cue, model.candidates.space);
    const choice = acceptedChoice(annotated, model, sentence, cue, blocks);
    if (!choice) return [];
    const denied = [choice.best, choice.taken].some((one) =>
      isDenied(annotated, sentence, cue, one),
    );
    if (isPointer(annotated, sentence, choice.taken)) return [];
    if (!choice.taken.content.marked && isUnsaid(annotated, sentence, cue, choice.taken)) return [];
    const { isThatClause } = choice;
    const claim = { choice: choice.taken, cue, sentence: number, denied, isThatClause };
    return [{ ...claim, isBuilt: false, blocks }];
  });
}

function builtClaim(choice: Choice, cue: CueHit, sentence: number): Claim {
  return { choice, cue, sentence, denied: false, isThatClause: false, isBuilt: true, blocks: [] };
}

/** "Die Stadt sage nichts dazu.": a verb of saying that is itself somebody else's words, as its mood tells. */
function isReported({ lexicon }: AnnotatedText, cue: CueHit): boolean {
  return (
    lexicon.profile.reportedMood && lexicon.at(cue.from, 'reported-mood')?.attribute === 'reported'
  );
}

/**
 * The best candidate of a cue, and the one that is taken, which may be another; null where none is good enough. Asks the
 * model up to three times, each time over all candidates of the cue or over those that pass.
 */
function acceptedChoice(
  annotated: AnnotatedText,
  model: QuoteModel,
  sentence: Sentence,
  cue: CueHit,
  blocks: readonly CandidateBlock[],
): { readonly best: Choice; readonly taken: Choice; readonly isThatClause: boolean } | null {
  const first = bestOfCue(annotated, model, sentence, cue, blocks);
  if (!first) return null;
  const end = nounEnd(annotated, sentence, cue, first);
  const upToNoun =
    end < 0
      ? null
      : bestCandidate(blocks, model.candidates.weights, ({ spans }) => spans.at(-1)?.to === end);
  const inFront = moodClauseInFront(annotated, model, sentence, cue, { blocks, first });
  const clear = clearReport(annotated, model, sentence, cue, { blocks, first });
  const best = withSpeaker(annotated, sentence, cue, inFront ?? clear ?? upToNoun ?? first);
  const isThatClause = clear !== null && opensBehindThat(annotated, cue, best.content.spans);
  const owned = ownedByColon(annotated, sentence, cue);
  const isOwned = ({ content: { spans } }: Choice): boolean =>
    spans.some(({ from }) => from === owned);
  if (isOwned(best)) return null;
  if (!best.content.marked && !isThatClause && isPurpose(annotated, cue)) return null;
  if (isColon(cue) && (isNumeral(annotated, best) || !canAnnounce(annotated, sentence, cue, best)))
    return null;
  if (
    isSight(annotated, cue, best) ||
    isGlossOf(annotated, cue, best) ||
    isDeed(annotated, sentence, cue, best)
  )
    return null;
  if (isList(annotated, cue, best) || isTopic(annotated, cue, best)) return null;
  const isCertain =
    inFront !== null ||
    clear !== null ||
    isMoodClauseBehind(annotated, cue, best) ||
    isBareReport(annotated, sentence, cue, best) ||
    isThatClauseInFront(annotated, sentence, cue, best) ||
    isReferredTo(sentence, best);
  if (isCertain || isAccepted(annotated, cue, best)) return { best, taken: best, isThatClause };
  const other = best.content.marked ? null : markedChoice(best, blocks, model);
  return other && !isOwned(other) ? { best, taken: other, isThatClause: false } : null;
}

/**
 * The best candidate of a cue. Where a participle opens the sentence, the best one that leaves the main clause its subject;
 * where content holds what another cue tags, the best one that does not.
 */
function bestOfCue(
  annotated: AnnotatedText,
  { candidates: { weights } }: QuoteModel,
  sentence: Sentence,
  cue: CueHit,
  blocks: readonly CandidateBlock[],
): Choice | null {
  const likeliest = bestCandidate(blocks, weights);
  if (!likeliest) return null;
  if (opensWithParticiple(sentence, cue)) {
    const hasSubject = ({ spans }: Content): boolean =>
      subjectBehind(annotated, sentence, cue, spans) !== null;
    return bestCandidate(blocks, weights, hasSubject) ?? likeliest;
  }
  const aside = appositionIn(annotated, sentence, cue, likeliest);
  const first =
    aside < 0
      ? likeliest
      : bestCandidate(blocks, weights, ({ spans }) => spans.every(({ from }) => from !== aside));
  if (!first) return null;
  const tags = tagsIn(annotated, sentence, cue);
  const isFree = ({ spans }: Content): boolean =>
    !tags.some((tag) => spans.some(({ from, to }) => from < tag && tag < to));
  return tags.length > 0 && !isFree(first.content) ? bestCandidate(blocks, weights, isFree) : first;
}

/**
 * "demanded an inquiry | and the council promised one": where content that is a noun ends, because somebody else says
 * something behind it; else -1.
 */
function nounEnd(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content }: Choice,
): number {
  const [only, ...rest] = content.spans;
  if (!only || rest.length > 0 || only.from !== cue.to) return -1;
  if (!annotated.rules.cueRules[cue.rule]?.takes.includes('noun')) return -1;
  const { of } = annotated.classes;
  for (let w = only.from; w < only.to; w++) {
    if (annotated.markOf[w] !== -1) continue;
    if (isVerbal(of[w])) return -1;
    if (of[w] !== COORDINATOR) continue;
    const reach = phraseFrom(sentence, w + 1)?.reach;
    if (reach !== undefined && annotated.gaps[reach] === PLAIN && isCue(of[reach])) return w;
  }
  return -1;
}

/** "10:30: The doors open." */
function isNumeral({ classes }: AnnotatedText, { source: { span } }: Choice): boolean {
  const kind = span && classes.of[span.from];
  return kind === NUMBER || kind === TIME;
}
