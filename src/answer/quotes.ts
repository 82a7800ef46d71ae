/**
 * Quotes and speakers as clients see them, from what the stages found.
 * @module
 */
import { isColon, type AnnotatedText } from '../annotation/annotated.ts';
import { detailsOf, type QuoteDetails } from '../quotes/details.ts';
import type { QuoteModel, RawQuote } from '../quotes/quote.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { Evidence, Quote, Segment, Speaker, TextSpan } from '../schema/types.ts';
import type { Attribution, RawSpeaker } from '../speakers/speaker.ts';
import type { Document } from '../text/document.ts';
import type { Span, WordSpan } from '../text/spans.ts';
import { wordsWithin } from '../text/words.ts';
import { LazyList } from './lazy-list.ts';
import { orderOf, quoteEvidence } from './quote-evidence.ts';
import { segmentAt } from './segments.ts';
import {
  contentOf,
  contentPlaces,
  contextOf,
  mentionSpan,
  slicer,
  textSpan,
  wordsSpan,
} from './spans.ts';

/** What the stages found out about the quotes of a text. */
export interface FoundQuotes {
  readonly annotated: AnnotatedText;
  /** In order of their content. */
  readonly raw: Iterable<RawQuote>;
  /** Parallel to `raw`. */
  readonly ids: readonly string[];
  /** By the numbers that the attributions have. */
  readonly speakers: readonly Speaker[];
  /** Parallel to `raw`. */
  readonly attributions: readonly Attribution[];
  /** Parallel to `raw`: the number of the quote whose words stand again, or -1. */
  readonly repeats: readonly number[];
  readonly segments: readonly Segment[];
  /** What found them. */
  readonly model: QuoteModel;
}

/** The slice of the text at a span. */
type SliceAt = (span: Span) => TextSpan;

/** Ids of quotes by their number: `q1`, `q2`, … */
export function quoteIds(quotes: number): readonly string[] {
  return Array.from({ length: quotes }, (_, i) => `q${i + 1}`);
}

/**
 * Quotes as clients see them, in order of their content, each written when somebody asks for it.
 * @param explain whether the evidence is wanted
 */
export function writeQuotes(found: FoundQuotes, explain: boolean): LazyList<Quote> {
  const { annotated, ids, speakers, attributions, repeats, segments, model } = found;
  const sliceAt = slicer(annotated.doc.text);
  return new LazyList(ids.length, found.raw).map((quote, i) => {
    const attribution = attributions[i] as Attribution;
    const content = contentOf(annotated, quote);
    const segment = segmentAt(segments, (content[0] as TextSpan).start);
    const details = detailsOf(annotated, quote);
    const first = repeats[i] as number;
    // Named one by one: spread objects take more memory, and there may be fifty thousand.
    const written: Quote = {
      id: ids[i] as string,
      type: details.type,
      content,
      source: details.source && sliceAt(mentionSpan(annotated, details.source)),
      cue: quote.cue && cueSpan(annotated, quote.cue, sliceAt),
      cueClass: cueClassOf(annotated, quote.cue),
      via: viaOf(annotated, quote, details, sliceAt),
      speaker: speakers[attribution.speaker]?.id ?? null,
      speakerConfidence: round(attribution.confidence),
      addressee: details.addressee && sliceAt(wordsSpan(annotated.doc, details.addressee)),
      venue: details.venue && sliceAt(wordsSpan(annotated.doc, details.venue)),
      context: contextOf(details),
      article: segment.article,
      label: segment.label,
      kind: segment.kind,
      confidence: round(quote.confidence),
      repeats: first < 0 ? null : (ids[first] as string),
    };
    return explain ? { ...written, ...explanation(annotated, model, quote, attribution) } : written;
  });
}

function viaOf(
  annotated: AnnotatedText,
  quote: RawQuote,
  { via }: QuoteDetails,
  sliceAt: SliceAt,
): Quote['via'] {
  if (quote.by !== 'cue' || !quote.via || !via) return null;
  const source = sliceAt(mentionSpan(annotated, via));
  return { source, cue: cueSpan(annotated, quote.via.cue, sliceAt) };
}

function cueClassOf({ rules }: AnnotatedText, cue: CueHit | null): Quote['cueClass'] {
  return cue && !isColon(cue) ? (rules.cueRules[cue.rule]?.class ?? null) : null;
}

/** A colon has no words of its own. */
function cueSpan(annotated: AnnotatedText, cue: CueHit, sliceAt: SliceAt): TextSpan | null {
  return isColon(cue) ? null : sliceAt(wordsSpan(annotated.doc, cue));
}

/** Why it is a quote and whose. */
function explanation(
  annotated: AnnotatedText,
  model: QuoteModel,
  quote: RawQuote,
  attribution: Attribution,
): Pick<Quote, 'evidence' | 'order' | 'resolution'> {
  const mention = (words: WordSpan): TextSpan =>
    textSpan(annotated.doc.text, wordsSpan(annotated.doc, words));
  return {
    evidence: [...quoteEvidence(annotated, model, quote), stepOf(attribution)],
    order: orderOf(quote),
    resolution: attribution.trail.map((step) => ({
      mention: mention(step.mention),
      to: mention(step.to),
      why: step.why,
    })),
  };
}

/** How the speaker was resolved, in log-odds of its being right. */
function stepOf({ step, confidence }: Attribution): Evidence {
  const sure = Math.min(0.99, Math.max(0.01, confidence));
  return { rule: `speaker/${step}`, weight: round(Math.log(sure / (1 - sure))) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** How many words each quote's content has. */
export function wordsOfQuotes(annotated: AnnotatedText, raw: Iterable<RawQuote>): Int32Array {
  const { words } = annotated.doc;
  return Int32Array.from(raw, (quote) =>
    contentPlaces(annotated, quote).reduce((sum, { start, end }) => {
      const { from, to } = wordsWithin(words, start, end);
      return sum + to - from;
    }, 0),
  );
}

/**
 * The speakers, numbered as the attributions number them.
 * @param raw emptied on the way: of tens of thousands of speakers, not all are kept in both forms
 * @param ids those of the quotes
 * @param words {@link wordsOfQuotes}
 */
export function writeSpeakers(
  doc: Document,
  raw: (RawSpeaker | null)[],
  ids: readonly string[],
  words: Int32Array,
): readonly Speaker[] {
  const sliceAt = slicer(doc.text);
  return Array.from({ length: raw.length }, (_, i) => {
    const speaker = raw[i] as RawSpeaker;
    raw[i] = null;
    return {
      id: `s${i + 1}`,
      name: speaker.name,
      type: speaker.type,
      role: speaker.role,
      aliases: speaker.aliases,
      mentions: speaker.mentions.map((mention) => sliceAt(wordsSpan(doc, mention))),
      quotes: speaker.quotes.map((number) => ids[number] as string),
      words: speaker.quotes.reduce((sum, number) => sum + (words[number] as number), 0),
    };
  });
}
