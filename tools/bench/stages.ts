/**
 * How long the stages of an analysis take, each by itself.
 * @module
 */
import { analyze } from '../../src/analyze.ts';
import { LABELS } from '../../src/labels.ts';
import { rules } from '../../src/rules/load.ts';
import type { AnalyzeOptions } from '../../src/schema/types.ts';
import type { Stage } from '../../src/stages.ts';
import { timeOf } from './clock.ts';

/** Milliseconds by stage. */
export type StageTimes = Readonly<Record<Stage, number>>;

export const LANGUAGE = 'en';

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

/**
 * Times every stage. Quotes are looked for in the whole text: a hostile text must not become cheap because none of it
 * was taken for a story.
 */
export function timeStages(text: string, language = LANGUAGE): StageTimes {
  const times: Partial<Record<Stage, number>> = {};
  analyze(text, rules, { ...EVERYWHERE, language }, (stage, run) => {
    times[stage] = timeOf(run);
    return run();
  });
  return times as StageTimes;
}
