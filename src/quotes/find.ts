/**
 * Finds quotes: by cues, by the mood of reported speech, then in the quote marks that are left over.
 * @module
 */
import {
  endOfMark,
  sentenceNumber,
  type AnnotatedText,
  type Sentence,
} from '../annotation/annotated.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import { isClause, LEAST } from './acceptance.ts';
import { sourceOf } from './claim-sources.ts';
import { claimsOf, type Claim } from './claims.ts';
import { announcedQuotes, announcingCues } from './colon-introduced.ts';
import { calibrated } from '../rules/calibration.ts';
import { withElidedSubjects } from './elided.ts';
import { bestOf } from './model/choose.ts';
import {
  keepNone,
  type CueQuote,
  type FittedModel,
  type Keep,
  type QuoteModel,
  type RawQuote,
  type TurnQuote,
} from './quote.ts';
import { resolveOverlaps } from './overlaps.ts';
import { onlyWhatWasSaid } from './objects.ts';
import { moodQuotes } from './reported-mood/find.ts';
import { withEdges } from './uncued/edges.ts';
import { firstWord, NeighbourWindow } from './uncued/neighbours.ts';
import { findPullQuotes } from './uncued/pull-quotes.ts';
import { QuoteList } from './quote-list.ts';
import { isNamedBefore } from './things.ts';
import { findTurns } from './turns/find.ts';
import { readingsOf, type Reading } from './uncued/readings.ts';
import type { UncuedMark } from './uncued/roles.ts';

/**
 * All quotes of the annotated text, in the order of their content, with calibrated confidences. Linear in the text.
 * Content, source and cue are half-open word numbers.
 * @param keep says whether the features of quotes are kept, for their evidence
 * @param minConfidence quotes with a lower confidence are left out
 */
export function findQuotes(
  annotated: AnnotatedText,
  model: QuoteModel,
  keep: Keep = keepNone,
  minConfidence = 0,
): QuoteList {
  const { quotes, denied } = reportedQuotes(annotated, model, keep);
  const found = withElidedSubjects(
    annotated,
    addUncuedMarks(annotated, model, quotes, denied, keep),
  );
  const confidences = found.map((quote) => calibratedConfidence(annotated, model, quote));
  const isSure = (_: unknown, i: number): boolean => (confidences[i] as number) >= minConfidence;
  return new QuoteList(found.filter(isSure), confidences.filter(isSure));
}

/**
 * The quotes found by cues or by reported mood, in order; stretches in marks that belong to none of them are not decided
 * on yet. `denied` are words in marks that nobody said.
 */
export function reportedQuotes(
  annotated: AnnotatedText,
  model: QuoteModel,
  keep: Keep = keepNone,
): { readonly quotes: readonly RawQuote[]; readonly denied: readonly RawQuote[] } {
  const turns = findTurns(annotated);
  const inTurns = sentencesOf(annotated, turns);
  const announcing = announcingCues(annotated, inTurns);
  const announces = new Set(announcing.values());
  const withMarks = new Set<CueHit>();
  const denied: RawQuote[] = [];
  const quotes: RawQuote[] = [];
  // Sentence by sentence: the candidates of all cues at once take a hundred times the memory of the quotes.
  annotated.sentences.forEach((sentence, number) => {
    if (inTurns[number]) return;
    const claims = claimsOf(annotated, model, sentence, number).filter(
      (claim) => !announces.has(claim.cue) || isClause(annotated, claim.choice),
    );
    for (const { choice, cue } of claims)
      if (choice.content.marked && announces.has(cue)) withMarks.add(cue);
    const quoteOf = (claim: Claim): CueQuote => fromClaim(annotated, claim, keep);
    denied.push(...claims.filter((claim) => claim.denied).map(quoteOf));
    const said = claims.filter((claim) => !claim.denied);
    quotes.push(...withSharedSubjects(resolveOverlaps(annotated, model, said).map(quoteOf)));
  });
  // A cue with words in marks in its own sentence does not announce the next one.
  const unanswered = new Map([...announcing].filter(([, cue]) => !withMarks.has(cue)));
  quotes.push(...announcedQuotes(annotated, model.candidates, unanswered, keep));
  for (const turn of turns) quotes.push(turn);
  for (const quote of moodQuotes(annotated, model.mood, inOrder(quotes), keep)) quotes.push(quote);
  return { quotes: inOrder(quotes), denied };
}

/**
 * "Reed ha dicho que la ciudad pagará y | ha hablado de «un error»": who says more behind a clause with “that” is no part of it, but says both.
 */
function withSharedSubjects(quotes: readonly CueQuote[]): readonly CueQuote[] {
  return quotes.map((quote) => {
    const { cue, source } = quote;
    const before =
      source &&
      quotes.find((other) => {
        const [only, ...rest] = other.content;
        if (other === quote || !only || rest.length > 0 || other.cue.from > only.from) return false;
        return only.from <= source.from && source.to <= only.to && only.to <= cue.from;
      });
    return before?.source ? { ...quote, source: before.source } : quote;
  });
}

/** By number of a sentence: 1 where turns take it up, since whatever is quoted in a turn is part of it. */
function sentencesOf(annotated: AnnotatedText, turns: readonly TurnQuote[]): Uint8Array {
  const found = new Uint8Array(annotated.sentences.length);
  for (const { sentence, content } of turns) {
    found[sentence] = 1;
    for (const { from, to } of content)
      found.fill(1, sentenceNumber(annotated, from), sentenceNumber(annotated, to - 1) + 1);
  }
  return found;
}

/** The share of such quotes that are right. */
function calibratedConfidence(
  { markOf }: AnnotatedText,
  { calibration }: QuoteModel,
  { content, confidence }: RawQuote,
): number {
  const isMarked = content.some(({ from, to }) => markOf[from] !== -1 || markOf[to - 1] !== -1);
  return calibrated(isMarked ? calibration.marked : calibration.plain, confidence);
}

/** In the order of their content. */
function inOrder(quotes: readonly RawQuote[]): readonly RawQuote[] {
  return quotes.toSorted((a, b) => firstWord(a) - firstWord(b));
}

function fromClaim(annotated: AnnotatedText, claim: Claim, keep: Keep): CueQuote {
  const { choice, cue, sentence, via } = claim;
  const { content, source } = choice;
  const relay = via?.choice.source.span;
  const speaker = sourceOf(annotated, annotated.sentences.at(sentence) as Sentence, claim);
  return {
    by: 'cue',
    content: withoutSource(annotated, onlyWhatWasSaid(annotated, cue, content.spans), speaker),
    source: speaker,
    cue,
    sentence,
    confidence: choice.confidence,
    ...(via && relay ? { via: { source: relay, cue: via.cue } } : {}),
    features: keep([choice.features, ...content.features, source.features]),
  };
}

/**
 * "Según el portavoz, Luis Vega, | el puente …": content does not begin with a part of its source; nor does it end with one where postpositions follow it: "Das
 * Team kam | der Studie | zufolge zu …".
 */
function withoutSource(
  { lexicon }: AnnotatedText,
  content: readonly WordSpan[],
  source: WordSpan | null,
): readonly WordSpan[] {
  if (!source) return content;
  return content.map(({ from, to }) => {
    if (from >= source.from && from < source.to && to > source.to) return { from: source.to, to };
    const isBehind = from < source.from && to > source.from && to <= source.to;
    return isBehind && lexicon.profile.cases ? { from, to: source.from } : { from, to };
  });
}

/** Stretches in marks that share no word with the content of any of the quotes, in order. */
export function uncuedMarks(
  annotated: AnnotatedText,
  quotes: readonly RawQuote[],
): readonly UncuedMark[] {
  const taken = new Uint8Array(annotated.marked.length);
  for (const quote of quotes)
    for (const span of quote.content)
      for (let w = span.from; w < span.to; w++)
        if (annotated.markOf[w] !== -1) taken[annotated.markOf[w] as number] = 1;
  const { lexicon } = annotated;
  const uncued: UncuedMark[] = [];
  annotated.sentences.forEach((sentence, number) => {
    for (let w = sentence.from; w < sentence.to; w++) {
      const mark = annotated.markOf[w] as number;
      if (mark === -1 || annotated.markOf[w - 1] === mark) continue;
      const to = endOfMark(annotated.markOf, w, sentence.to);
      const isName = !lexicon.profile.fittedQuotes && isNamedBefore(annotated, w);
      if (!taken[mark] && !isName) uncued.push({ mark, sentence: number, from: w, to });
    }
  });
  return uncued;
}

/** Joins uncued stretches to quotes beside them, or makes quotes of them. Walks both lists once. */
function addUncuedMarks(
  annotated: AnnotatedText,
  model: QuoteModel,
  quotes: readonly RawQuote[],
  denied: readonly RawQuote[],
  keep: Keep,
): readonly RawQuote[] {
  const window = new NeighbourWindow(annotated, quotes);
  const all = uncuedMarks(annotated, [...quotes, ...denied]);
  const pulled = findPullQuotes(annotated, all);
  for (const uncued of all) {
    const span = { from: uncued.from, to: uncued.to };
    const neighbours = window.around(uncued.from);
    if (window.goesOnIn(uncued.mark)) {
      window.join('previous', span);
      continue;
    }
    const readings = readingsOf(annotated, uncued, neighbours, pulled.has(uncued.mark));
    const chosen = bestReading(readings, model.uncued, leastFor(annotated, uncued));
    if (!chosen) continue;
    const { reading, confidence } = chosen;
    if (reading.role !== 'new') {
      window.join(reading.role, withEdges(annotated, uncued));
      continue;
    }
    window.add({
      by: 'marks',
      content: [span],
      source: reading.source,
      cue: null,
      sentence: uncued.sentence,
      confidence,
      features: keep([reading.features]),
    });
  }
  return window.all();
}

/** How probable it must be that somebody said an uncued stretch. A whole sentence in marks always is somebody's. */
function leastFor(annotated: AnnotatedText, { sentence, from, to }: UncuedMark): number {
  if (to - from < FEW_IN_MARKS) return LEAST_OF_FEW;
  const whole = annotated.sentences.at(sentence);
  const isWhole = whole !== undefined && from <= whole.from && to >= whole.to;
  return isWhole ? 0 : LEAST;
}

/**
 * Fewer words in marks, without a cue, are more often a term than something said, so they must be more probable than others.
 * Both set by hand: they trade very short quotes for scare quotes.
 */
const FEW_IN_MARKS = 4;
const LEAST_OF_FEW = 0.7;

/** Confidence in a reading that is certain by its form. Set by hand; calibration follows, so it only says "high". */
const CERTAIN = 0.95;

function bestReading(
  readings: readonly Reading[],
  { weights }: FittedModel,
  least: number,
): { readonly reading: Reading; readonly confidence: number } | null {
  const certain = readings.find((reading) => reading.certain);
  return certain ? { reading: certain, confidence: CERTAIN } : bestOf(readings, weights, least);
}
