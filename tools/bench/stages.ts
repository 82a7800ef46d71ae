/**
 * The stages of an analysis one after the other, so that each can be timed. The order is that of `src/analyze.ts`.
 * @module
 */
import { analyze } from '../../src/analyze.ts';
import { buildScene } from '../../src/annotation/annotate.ts';
import { LABELS } from '../../src/labels.ts';
import { findQuotes } from '../../src/quotes/find.ts';
import { quoteModelOf } from '../../src/quotes/model/model.ts';
import { rules } from '../../src/rules/load.ts';
import { findPhrases } from '../../src/rules/match/trie.ts';
import type { AnalyzeOptions } from '../../src/schema/types.ts';
import { segmentDocument } from '../../src/segments/segment.ts';
import { findSpeakers } from '../../src/speakers/speakers.ts';
import { readDocument } from '../../src/text/document.ts';
import { timeOf } from './clock.ts';

export const STAGES = [
  ...(['readDocument', 'findPhrases', 'segmentDocument'] as const),
  ...(['buildScene', 'findQuotes', 'findSpeakers'] as const),
] as const;
export type Stage = (typeof STAGES)[number];

/** Milliseconds by stage. */
export type StageTimes = Readonly<Record<Stage, number>>;

export const LANGUAGE = 'en';

/**
 * Times every stage. Quotes are looked for in the whole text: a hostile text must not become cheap because none of it
 * was taken for a story.
 */
export function timeStages(text: string, language = LANGUAGE): StageTimes {
  const times: Partial<Record<Stage, number>> = {};
  const timed = <Result>(stage: Stage, run: () => Result): Result => {
    times[stage] = timeOf(run);
    return run();
  };
  const doc = timed('readDocument', () => readDocument(text, rules.vocabulary));
  const hits = timed('findPhrases', () => findPhrases(rules.trie, doc.words));
  timed('segmentDocument', () => segmentDocument(doc, rules, hits, { explain: false }));
  const scene = timed('buildScene', () => buildScene(doc, rules, hits, language, doc.lines, false));
  const quotes = timed('findQuotes', () => findQuotes(scene, quoteModelOf(rules, language)));
  timed('findSpeakers', () => findSpeakers(scene, quotes));
  return times as StageTimes;
}

/** Quotes wanted everywhere. */
export const EVERYWHERE: AnalyzeOptions = { language: LANGUAGE, quotesIn: LABELS };

/** Milliseconds of the whole analysis as clients get it. */
export function timeWhole(text: string, options: AnalyzeOptions = EVERYWHERE): number {
  return timeOf(() => analyze(text, rules, options));
}

/** Milliseconds of the yardstick: one pass over the words of the text. */
export function timeWords(text: string): number {
  return timeOf(() => text.match(/[\p{L}\p{N}]+/gu));
}
