/**
 * Finds quotes: the best frame of every cue, then what the marks that are left over belong to.
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
import { kept, type QuoteModel, type RawQuote } from './quote.ts';
import { runsOf } from './reported-mood.ts';
import { firstWord, Shelf } from './uncued/neighbours.ts';
import { readingsOf, type Reading } from './uncued/readings.ts';
import type { LooseMark } from './uncued/roles.ts';

/** All quotes of the scene, in order of their content. */
export function findQuotes(scene: Scene, model: QuoteModel): readonly RawQuote[] {
  const { quotes, denied } = reportedQuotes(scene, model);
  const found = [...addLooseMarks(scene, model, quotes, denied)];
  // One by one, so that not all of them are there twice.
  found.forEach((quote, i) => (found[i] = withMeaning(scene, model, quote)));
  return found;
}

/**
 * The quotes that cues or reported mood tell of, in order; stretches in marks that none of them has are still to be
 * dealt with. `denied` are those that nobody said.
 */
export function reportedQuotes(
  scene: Scene,
  model: QuoteModel,
): { readonly quotes: readonly RawQuote[]; readonly denied: readonly RawQuote[] } {
  const announcing = announcingCues(scene);
  const announces = new Set(announcing.values());
  const withMarks = new Set<CueHit>();
  const denied: RawQuote[] = [];
  const quotes: RawQuote[] = [];
  // Sentence by sentence: the readings of all cues at once would take a hundred times the memory of their quotes.
  scene.sentences.forEach((sentence, number) => {
    const claims = claimsOf(scene, model, sentence, number).filter(
      (claim) => !announces.has(claim.cue) || !isShort(claim),
    );
    for (const { choice, cue } of claims) if (choice.content.marked) withMarks.add(cue);
    denied.push(...claims.filter((claim) => claim.denied).map((claim) => fromClaim(scene, claim)));
    const said = claims.filter((claim) => !claim.denied);
    quotes.push(...outermost(scene, model, said).map((claim) => fromClaim(scene, claim)));
  });
  // A cue that has found marks in its own sentence announces nothing.
  const unanswered = new Map([...announcing].filter(([, cue]) => !withMarks.has(cue)));
  quotes.push(...announcedQuotes(scene, model, unanswered));
  for (const quote of runsOf(scene, model.runs, inOrder(quotes))) quotes.push(quote);
  return { quotes: inOrder(quotes), denied };
}

/** The confidence as how often such quotes are right. */
function withMeaning(scene: Scene, { calibration }: QuoteModel, quote: RawQuote): RawQuote {
  const isMarked = quote.content.some(
    ({ from, to }) => scene.markOf[from] !== -1 || scene.markOf[to - 1] !== -1,
  );
  const knots = isMarked ? calibration.marked : calibration.plain;
  return { ...quote, confidence: calibrated(knots, quote.confidence) };
}

/** By their content. */
function inOrder(quotes: readonly RawQuote[]): readonly RawQuote[] {
  return quotes.toSorted((a, b) => firstWord(a) - firstWord(b));
}

function fromClaim(scene: Scene, { choice, cue, sentence, via }: Claim): RawQuote {
  const { content, source } = choice;
  const relay = via?.choice.source;
  return {
    content: withoutObject(scene, cue, content.spans),
    source: source.from >= 0 ? { from: source.from, to: source.to } : null,
    cue,
    sentence,
    confidence: choice.confidence,
    ...(via && relay && relay.from >= 0 ? { via: { source: relay, cue: via.cue } } : {}),
    features: kept(scene, [choice.features, ...content.features, source.features]),
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
  const { of, capitalNouns } = scene.classes;
  const isTie = (word: number): boolean => of[word] === PREPOSITION || of[word] === SUBORDINATOR;
  const reach = objectIsPronoun(scene, from)
    ? from + 1
    : chunkFrom(sentenceAt(scene, from), from)?.reach;
  if (reach === to || (reach === to - 1 && isTie(reach))) return true;
  // "nannte den Umbau der Halle einen „Skandal“": where every noun has a capital, marks hold less than the whole phrase.
  if (!capitalNouns || to - from > MOST_IN_OBJECT) return false;
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

/** Joins loose stretches to the quotes beside them, or makes quotes of them. Linear: both lists are walked once. */
function addLooseMarks(
  scene: Scene,
  model: QuoteModel,
  framed: readonly RawQuote[],
  denied: readonly RawQuote[],
): readonly RawQuote[] {
  const shelf = new Shelf(scene, framed);
  for (const loose of looseMarks(scene, [...framed, ...denied])) {
    const span = { from: loose.from, to: loose.to };
    const neighbours = shelf.around(loose.from);
    if (shelf.goesOnIn(loose.mark)) {
      shelf.join('previous', span);
      continue;
    }
    const { reading, confidence } = bestReading(
      readingsOf(scene, loose, neighbours),
      model.loose,
      leastFor(scene, loose),
    );
    if (!reading) continue;
    const { role, source, features } = reading;
    if (role === 'new')
      shelf.add({
        content: [span],
        source,
        cue: null,
        sentence: loose.sentence,
        confidence,
        features: kept(scene, [features]),
      });
    else shelf.join(role, span);
  }
  return shelf.all();
}

/** How probable it must be that somebody said a stretch: a whole sentence in marks is somebody's, whoever that is. */
function leastFor(scene: Scene, { sentence, from, to }: LooseMark): number {
  if (to - from < FEW_IN_MARKS) return LEAST_OF_FEW;
  const whole = scene.sentences[sentence];
  const isWhole = whole !== undefined && from <= whole.from && to >= whole.to;
  return isWhole ? 0 : LEAST;
}

/** Under four words in marks are more often a term than something said. */
const FEW_IN_MARKS = 4;
const LEAST_OF_FEW = 0.7;

function bestReading(
  readings: readonly Reading[],
  weights: Float64Array,
  least: number,
): { reading: Reading | null; confidence: number } {
  const certain = readings.find((reading) => reading.certain);
  return certain ? { reading: certain, confidence: 0.95 } : choosing(readings, weights, least);
}
