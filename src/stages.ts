/**
 * The stages that a text goes through, for whoever needs some of them: the analysis itself, and the tools that measure,
 * fit and inspect. Each takes what the ones before found and changes none of it.
 * @module
 */
import { buildScene } from './annotation/annotate.ts';
import type { Scene } from './annotation/annotated.ts';
import { findPhrases, type Hits } from './rules/match/trie.ts';
import type { Rules } from './rules/rules.ts';
import { readDocument, type Document } from './text/document.ts';
import type { Span } from './text/spans.ts';

export const STAGES = [
  'readText',
  'readDocument',
  'findPhrases',
  'segmentDocument',
  'annotate',
  'findQuotes',
  'findSpeakers',
] as const;
export type Stage = (typeof STAGES)[number];

/** Runs a stage. Whoever measures the program puts a clock around it. */
export type RunStage = <Result>(stage: Stage, run: () => Result) => Result;

export const runPlainly: RunStage = (_stage, run) => run();

/** A text as words and lines, with the phrases of all rules that occur in it. */
export interface ParsedText {
  readonly doc: Document;
  readonly hits: Hits;
}

export function parseText(text: string, rules: Rules, runStage: RunStage = runPlainly): ParsedText {
  const doc = runStage('readDocument', () => readDocument(text, rules.vocabulary));
  return { doc, hits: runStage('findPhrases', () => findPhrases(rules.trie, doc.words)) };
}

/**
 * A text with what is known of its words, sentences, marks and cues: what quotes are found in.
 * @param language primary subtag: whose cues and word lists count
 * @param paragraphs spans to look at (UTF-16, half-open), in order; all lines if not given
 */
export function annotateText(
  { doc, hits }: ParsedText,
  rules: Rules,
  language: string,
  paragraphs: readonly Span[] = doc.lines,
): Scene {
  return buildScene(doc, rules, hits, language, paragraphs);
}
