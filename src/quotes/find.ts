/**
 * Finds quotes: by cues, by the mood of reported speech, then in the quote marks that are left over.
 * @module
 */
import { chunkFrom } from '../annotation/adverbials.ts';
import { chunkNumber, endOfMark, sentenceAt, type Scene } from '../annotation/annotated.ts';
import { PLAIN } from '../annotation/punctuation.ts';
import {
  AUXILIARY,
  DETERMINER,
  isCue,
  PREPOSITION,
  PRONOUN,
  SUBORDINATOR,
  VERB,
} from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import { claimsOf, isShort, LEAST, outermost, type Claim } from './attributions.ts';
import { announcedQuotes, announcingCues } from './colon-introduced.ts';
import { calibrated } from './model/calibration.ts';
import { choosing } from './model/choose.ts';
import {
  keepNone,
  type CueQuote,
  type FittedModel,
  type Keep,
  type QuoteModel,
  type RawQuote,
} from './quote.ts';
import { runsOf } from './reported-mood/find.ts';
import { firstWord, Shelf } from './uncued/neighbours.ts';
import { readingsOf, type Reading } from './uncued/readings.ts';
import type { LooseMark } from './uncued/roles.ts';

/**
 * All quotes of the scene, in order of their content.
 * @param keep says whether the features of quotes are kept, for their evidence
 */
export function findQuotes(
  scene: Scene,
  model: QuoteModel,
  keep: Keep = keepNone,
): readonly RawQuote[] {
  const { quotes, denied } = reportedQuotes(scene, model, keep);
  const found = [...addLooseMarks(scene, model, quotes, denied, keep)];
  // One by one, so that only one of them is in memory twice.
  found.forEach((quote, i) => (found[i] = withMeaning(scene, model, quote)));
  return found;
}

/**
 * The quotes found by cues or by reported mood, in order; stretches in marks that belong to none of them are not decided
 * on yet. `denied` are words in marks that nobody said.
 */
export function reportedQuotes(
  scene: Scene,
  model: QuoteModel,
  keep: Keep = keepNone,
): { readonly quotes: readonly RawQuote[]; readonly denied: readonly RawQuote[] } {
  const announcing = announcingCues(scene);
  const announces = new Set(announcing.values());
  const withMarks = new Set<CueHit>();
  const denied: RawQuote[] = [];
  const quotes: RawQuote[] = [];
  // Sentence by sentence: the candidates of all cues at once take a hundred times the memory of the quotes.
  scene.sentences.forEach((sentence, number) => {
    const claims = claimsOf(scene, model, sentence, number).filter(
      (claim) => !announces.has(claim.cue) || !isShort(claim),
    );
    for (const { choice, cue } of claims) if (choice.content.marked) withMarks.add(cue);
    const quoteOf = (claim: Claim): CueQuote => fromClaim(scene, claim, keep);
    denied.push(...claims.filter((claim) => claim.denied).map(quoteOf));
    const said = claims.filter((claim) => !claim.denied);
    quotes.push(...outermost(scene, model, said).map(quoteOf));
  });
  // A cue with words in marks in its own sentence does not announce the next one.
  const unanswered = new Map([...announcing].filter(([, cue]) => !withMarks.has(cue)));
  quotes.push(...announcedQuotes(scene, model.candidates, unanswered, keep));
  for (const quote of runsOf(scene, model.mood, inOrder(quotes), keep)) quotes.push(quote);
  return { quotes: inOrder(quotes), denied };
}

/** Calibrates the confidence: the share of such quotes that are right. */
function withMeaning(scene: Scene, { calibration }: QuoteModel, quote: RawQuote): RawQuote {
  const isMarked = quote.content.some(
    ({ from, to }) => scene.markOf[from] !== -1 || scene.markOf[to - 1] !== -1,
  );
  const knots = isMarked ? calibration.marked : calibration.plain;
  return { ...quote, confidence: calibrated(knots, quote.confidence) };
}

/** In the order of their content. */
function inOrder(quotes: readonly RawQuote[]): readonly RawQuote[] {
  return quotes.toSorted((a, b) => firstWord(a) - firstWord(b));
}

function fromClaim(scene: Scene, { choice, cue, sentence, via }: Claim, keep: Keep): CueQuote {
  const { content, source } = choice;
  const relay = via?.choice.source.span;
  return {
    by: 'cue',
    content: withoutObject(scene, cue, content.spans),
    source: source.span,
    cue,
    sentence,
    confidence: choice.confidence,
    ...(via && relay ? { via: { source: relay, cue: via.cue } } : {}),
    features: keep([choice.features, ...content.features, source.features]),
  };
}

/**
 * "called it “a disgrace”", "described the delay as “a disgrace”": where all that is said of something stands in one pair
 * of marks, the words in marks are what was said, and what stands in front only what about.
 */
function withoutObject(scene: Scene, cue: CueHit, spans: readonly WordSpan[]): readonly WordSpan[] {
  const [first, ...rest] = spans;
  if (!first || !scene.rules.cueRules[cue.rule]?.takes.includes('object-complement')) return spans;
  let from = first.from;
  while (from < first.to && scene.markOf[from] === -1) from++;
  if (from === first.from || from === first.to || !isObject(scene, first.from, from)) return spans;
  const isAll = scene.markOf[first.to - 1] === scene.markOf[from];
  const isPronoun = objectIsPronoun(scene, first.from);
  return isAll || (isPronoun && from <= first.from + 2) ? [{ from, to: first.to }, ...rest] : spans;
}

/** Whether the words in front of `to` are an object, with or without what ties the words in marks to it: "the delay | as". */
function isObject(scene: Scene, from: number, to: number): boolean {
  const { of } = scene.classes;
  const isTie = (word: number): boolean => of[word] === PREPOSITION || of[word] === SUBORDINATOR;
  const reach = objectIsPronoun(scene, from)
    ? from + 1
    : chunkFrom(sentenceAt(scene, from), from)?.reach;
  if (reach === to || (reach === to - 1 && isTie(reach))) return true;
  // "nannte den Umbau der Halle einen „Skandal“": where every noun has a capital, marks hold less than the whole phrase.
  if (!scene.lexicon.profile.nounCapitals || to - from > MOST_IN_OBJECT) return false;
  for (let w = from; w < to; w++) {
    const kind = of[w];
    if (kind === AUXILIARY || kind === VERB || isCue(kind)) return false;
    if (w > from && scene.gaps[w] !== PLAIN) return false;
  }
  const end = of[to - 1] === DETERMINER ? to - 1 : to;
  return isTie(end - 1) || endsChunk(scene, end);
}

function objectIsPronoun({ classes, lexicon }: Scene, word: number): boolean {
  return classes.of[word] === PRONOUN || lexicon.has(word, 'pronoun-object');
}

/** Whether a mention ends right in front of a word. */
function endsChunk(scene: Scene, word: number): boolean {
  const sentence = sentenceAt(scene, word);
  return sentence.chunks[chunkNumber(sentence, word) - 1]?.reach === word;
}

const MOST_IN_OBJECT = 15;

/** Stretches in marks that share no word with a quote's content, source or cue. */
export function looseMarks(scene: Scene, quotes: readonly RawQuote[]): readonly LooseMark[] {
  const taken = new Set<number>();
  for (const quote of quotes)
    for (const span of quote.content)
      for (let w = span.from; w < span.to; w++)
        if (scene.markOf[w] !== -1) taken.add(scene.markOf[w] as number);
  const loose: LooseMark[] = [];
  scene.sentences.forEach((sentence, number) => {
    for (let w = sentence.from; w < sentence.to; w++) {
      const mark = scene.markOf[w] as number;
      if (mark === -1 || scene.markOf[w - 1] === mark) continue;
      const to = endOfMark(scene.markOf, w, sentence.to);
      if (!taken.has(mark)) loose.push({ mark, sentence: number, from: w, to });
    }
  });
  return loose;
}

/** Joins loose stretches to quotes beside them, or makes quotes of them. Walks both lists once. */
function addLooseMarks(
  scene: Scene,
  model: QuoteModel,
  framed: readonly RawQuote[],
  denied: readonly RawQuote[],
  keep: Keep,
): readonly RawQuote[] {
  const shelf = new Shelf(scene, framed);
  for (const loose of looseMarks(scene, [...framed, ...denied])) {
    const span = { from: loose.from, to: loose.to };
    const neighbours = shelf.around(loose.from);
    if (shelf.goesOnIn(loose.mark)) {
      shelf.join('previous', span);
      continue;
    }
    const readings = readingsOf(scene, loose, neighbours);
    const chosen = bestReading(readings, model.uncued, leastFor(scene, loose));
    if (!chosen) continue;
    const { reading, confidence } = chosen;
    if (reading.role !== 'new') {
      shelf.join(reading.role, span);
      continue;
    }
    shelf.add({
      by: 'marks',
      content: [span],
      source: reading.source,
      cue: null,
      sentence: loose.sentence,
      confidence,
      features: keep([reading.features]),
    });
  }
  return shelf.all();
}

/** The least probability that somebody said a stretch. A whole sentence in marks always is somebody's. */
function leastFor(scene: Scene, { sentence, from, to }: LooseMark): number {
  if (to - from < FEW_IN_MARKS) return LEAST_OF_FEW;
  const whole = scene.sentences[sentence];
  const isWhole = whole !== undefined && from <= whole.from && to >= whole.to;
  return isWhole ? 0 : LEAST;
}

/** Under four words in marks are more often a term than something said. */
const FEW_IN_MARKS = 4;
const LEAST_OF_FEW = 0.7;

/** Confidence in a reading that is certain by its form. Set by hand; calibration follows. */
const CERTAIN = 0.95;

function bestReading(
  readings: readonly Reading[],
  { weights }: FittedModel,
  least: number,
): { readonly reading: Reading; readonly confidence: number } | null {
  const certain = readings.find((reading) => reading.certain);
  return certain ? { reading: certain, confidence: CERTAIN } : choosing(readings, weights, least);
}
