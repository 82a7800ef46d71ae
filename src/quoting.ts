/**
 * The later half of the stages: annotation, quotes and their speakers.
 * @module
 */
import { LazyList } from './answer/lazy-list.ts';
import { quoteIds, wordsOfQuotes, writeQuotes, writeSpeakers } from './answer/quotes.ts';
import { findQuotes } from './quotes/find.ts';
import { quoteModelOf } from './quotes/model/model.ts';
import { keepAll, keepNone } from './quotes/quote.ts';
import { findRepeats, spokenIn } from './quotes/repeats.ts';
import type { Rules } from './rules/rules.ts';
import type { Quote, Segment, Speaker } from './schema/types.ts';
import { lendSpeakers } from './speakers/repeats.ts';
import { findSpeakers } from './speakers/speakers.ts';
import { annotateText, runPlainly, type ParsedText, type RunStage } from './stages.ts';
import type { Span } from './text/spans.ts';

/** What quotes are looked for in. */
export interface QuoteGround {
  readonly parsed: ParsedText;
  readonly rules: Rules;
  /** Primary subtag: whose cues and word lists count. */
  readonly language: string;
  readonly segments: readonly Segment[];
  /** Spans to look at (UTF-16, half-open), in order. */
  readonly paragraphs: readonly Span[];
}

/**
 * Finds quotes, their speakers, and last whose words were there before, which depends on both. Numbers of quotes and speakers become ids; offsets are UTF-16 units into the text that was parsed.
 * @param minConfidence quotes with a lower calibrated confidence are dropped before speakers are looked for
 */
export function quotesAndSpeakers(
  { parsed, rules, language, segments, paragraphs }: QuoteGround,
  { explain, minConfidence }: { readonly explain: boolean; readonly minConfidence: number },
  runStage: RunStage = runPlainly,
): { readonly quotes: LazyList<Quote>; readonly speakers: readonly Speaker[] } {
  if (paragraphs.length === 0) return { quotes: new LazyList<Quote>(0, []), speakers: [] };
  const model = quoteModelOf(rules, language);
  const annotated = runStage('annotate', () => annotateText(parsed, rules, language, paragraphs));
  const keep = explain ? keepAll : keepNone;
  const raw = runStage('findQuotes', () => findQuotes(annotated, model, keep, minConfidence));
  const found = runStage('findSpeakers', () => findSpeakers(annotated, raw, explain));
  const spoken = spokenIn(
    annotated,
    raw,
    found.attributions.map(({ speaker }) => speaker),
  );
  const repeats = findRepeats(spoken);
  const { speakers: named, attributions } = lendSpeakers(found, raw, repeats);
  const ids = quoteIds(raw.length);
  const speakers = writeSpeakers(parsed.doc, named, ids, wordsOfQuotes(annotated, raw));
  const written = { annotated, raw, ids, speakers, attributions, repeats, segments, model };
  return { quotes: writeQuotes(written, explain), speakers };
}
