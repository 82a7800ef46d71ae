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
import { claimsOf, isClause, LEAST, type Claim } from './claims.ts';
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
import { speakerOf } from './passive.ts';
import { onlyWhatWasSaid } from './objects.ts';
import { moodQuotes } from './reported-mood/find.ts';
import { firstWord, NeighbourWindow } from './uncued/neighbours.ts';
import { findPullQuotes } from './uncued/pull-quotes.ts';
import { findTurns } from './turns/find.ts';
import { readingsOf, type Reading } from './uncued/readings.ts';
import type { UncuedMark } from './uncued/roles.ts';

/**
 * All quotes of the annotated text, in the order of their content, with calibrated confidences. Linear in the text.
 * Content, source and cue are half-open word numbers.
 * @param keep says whether the features of quotes are kept, for their evidence
 */
export function findQuotes(
  annotated: AnnotatedText,
  model: QuoteModel,
  keep: Keep = keepNone,
): readonly RawQuote[] {
  const { quotes, denied } = reportedQuotes(annotated, model, keep);
  const found = [
    ...withElidedSubjects(annotated, addUncuedMarks(annotated, model, quotes, denied, keep)),
  ];
  // One by one, so that only one of them is in memory twice.
  found.forEach((quote, i) => (found[i] = withCalibration(annotated, model, quote)));
  return found;
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
    if (inTurns.has(number)) return;
    const claims = claimsOf(annotated, model, sentence, number).filter(
      (claim) => !announces.has(claim.cue) || isClause(annotated, claim),
    );
    for (const { choice, cue } of claims) if (choice.content.marked) withMarks.add(cue);
    const quoteOf = (claim: Claim): CueQuote => fromClaim(annotated, claim, keep);
    denied.push(...claims.filter((claim) => claim.denied).map(quoteOf));
    const said = claims.filter((claim) => !claim.denied);
    quotes.push(...resolveOverlaps(annotated, model, said).map(quoteOf));
  });
  // A cue with words in marks in its own sentence does not announce the next one.
  const unanswered = new Map([...announcing].filter(([, cue]) => !withMarks.has(cue)));
  quotes.push(...announcedQuotes(annotated, model.candidates, unanswered, keep));
  quotes.push(...turns);
  for (const quote of moodQuotes(annotated, model.mood, inOrder(quotes), keep)) quotes.push(quote);
  return { quotes: inOrder(quotes), denied };
}

/** Numbers of the sentences that turns take up: whatever is quoted in a turn is part of it. */
function sentencesOf(annotated: AnnotatedText, turns: readonly TurnQuote[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { sentence, content } of turns) {
    found.add(sentence);
    for (const { from, to } of content)
      for (let s = sentenceNumber(annotated, from); s <= sentenceNumber(annotated, to - 1); s++)
        found.add(s);
  }
  return found;
}

/** The same quote with its confidence calibrated: the share of such quotes that are right. */
function withCalibration(
  annotated: AnnotatedText,
  { calibration }: QuoteModel,
  quote: RawQuote,
): RawQuote {
  const isMarked = quote.content.some(
    ({ from, to }) => annotated.markOf[from] !== -1 || annotated.markOf[to - 1] !== -1,
  );
  const knots = isMarked ? calibration.marked : calibration.plain;
  return { ...quote, confidence: calibrated(knots, quote.confidence) };
}

/** In the order of their content. */
function inOrder(quotes: readonly RawQuote[]): readonly RawQuote[] {
  return quotes.toSorted((a, b) => firstWord(a) - firstWord(b));
}

function fromClaim(
  annotated: AnnotatedText,
  { choice, cue, sentence, via }: Claim,
  keep: Keep,
): CueQuote {
  const { content, source } = choice;
  const relay = via?.choice.source.span;
  return {
    by: 'cue',
    content: onlyWhatWasSaid(annotated, cue, content.spans),
    source: speakerOf(annotated, annotated.sentences[sentence] as Sentence, cue, source.span),
    cue,
    sentence,
    confidence: choice.confidence,
    ...(via && relay ? { via: { source: relay, cue: via.cue } } : {}),
    features: keep([choice.features, ...content.features, source.features]),
  };
}

/** Stretches in marks that share no word with the content of any of the quotes, in order. */
export function uncuedMarks(
  annotated: AnnotatedText,
  quotes: readonly RawQuote[],
): readonly UncuedMark[] {
  const taken = new Set<number>();
  for (const quote of quotes)
    for (const span of quote.content)
      for (let w = span.from; w < span.to; w++)
        if (annotated.markOf[w] !== -1) taken.add(annotated.markOf[w] as number);
  const uncued: UncuedMark[] = [];
  annotated.sentences.forEach((sentence, number) => {
    for (let w = sentence.from; w < sentence.to; w++) {
      const mark = annotated.markOf[w] as number;
      if (mark === -1 || annotated.markOf[w - 1] === mark) continue;
      const to = endOfMark(annotated.markOf, w, sentence.to);
      if (!taken.has(mark)) uncued.push({ mark, sentence: number, from: w, to });
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
      window.join(reading.role, span);
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
  const whole = annotated.sentences[sentence];
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
